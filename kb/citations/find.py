"""Find every citation in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.citations.context import Context, context
from kb.citations.grammar import Draft, Grammar, holds
from kb.citations.grammars.cases import CASE, Memory, cases
from kb.citations.grammars.codes import numbered
from kb.citations.grammars.internal import internal
from kb.citations.grammars.law_before import laws_by_number
from kb.citations.grammars.provisions import PROVISIONS, provisions
from kb.citations.names import known
from kb.citations.numbers import numbers_of
from kb.citations.pinpoint import through
from kb.citations.plain import PLAIN
from kb.nouns import Citation, Document

GRAMMARS: tuple[Grammar, ...] = (*PLAIN, CASE, PROVISIONS)
_COUNTED = tuple(grammar for grammar in PLAIN if grammar.counted)
_OTHERS = tuple(
    (sign, tuple(grammar for grammar in PLAIN if grammar.sign == sign and not grammar.counted))
    for sign in dict.fromkeys(grammar.sign for grammar in PLAIN if not grammar.counted)
)
_DIGIT = re.compile(r"\d")
_NUMBERED = ("law no", "act no", "decree no")


class Thread:
    """A document's passages read one after the other: what is "cited above" in one was cited in an earlier one."""

    def __init__(self, document: Document | None) -> None:
        self._document = document
        self._memory = Memory()
        self._heading: Sequence[str] | None = None
        self._context = context(document)

    def find(self, text: str, *, language: str | None = None, heading: Sequence[str] = ()) -> list[Citation]:
        """The citations in the next passage, whose trail of headings is ``heading``; see ``find``."""
        if heading != self._heading:
            self._heading, self._context = heading, context(self._document, heading)
        return _find(text, language=language, context=self._context, memory=self._memory)


def find(text: str, *, language: str | None = None, document: Document | None = None) -> list[Citation]:
    """The citations in ``text``, in order, none overlapping another; where two overlap the longer one stays.

    ``language`` (BCP 47) admits abbreviations too short for other languages; ``document`` is where the text stands and
    decides what "the Convention", "this Law" and "paragraph 41 above" mean. Linear in the length of the text. The
    passages of one document are better read by one Thread.
    """
    return _find(text, language=language, context=context(document), memory=Memory())


def _find(text: str, *, language: str | None, context: Context, memory: Memory) -> list[Citation]:
    drafts = [(draft, "case") for draft in cases(text, memory)]
    if _DIGIT.search(text):
        lowered = text.lower()
        numbers = numbers_of(text, lowered)
        plain = _plain(text, lowered, numbers.counted)
        drafts += plain
        if numbers.provisions:
            laws = laws_by_number(text, [draft for draft, _ in plain]) if plain else ()
            found = provisions(text, context=context, language=language, places=numbers.provisions, laws=laws)
            drafts += [(draft, "provision") for draft in found]
        if numbers.counted and context.state and holds(lowered, _NUMBERED):
            drafts += [(draft, "law") for draft in numbered(text, context.state)]
        if numbers.paragraphs and context.document and not context.own:
            drafts += [(draft, "internal") for draft in internal(text, context.document, numbers.paragraphs)]
    return _settle(text, drafts) if drafts else []


def _plain(text: str, lowered: str, counted: bool) -> list[tuple[Draft, str]]:
    """What the grammars find that need no context, each tried where its cheap signs are in the text."""
    tried = [grammar for sign, grammars in _OTHERS if sign in lowered for grammar in grammars]
    if counted:
        tried += [grammar for grammar in _COUNTED if grammar.sign in lowered]
    drafts: list[tuple[Draft, str]] = []
    for grammar in tried:
        if (triggers := grammar.triggers) and not holds(lowered, triggers):
            continue
        if (shape := grammar.shape) is not None and shape.search(text) is None:
            continue
        for match in grammar.pattern.finditer(text):
            drafts += [(draft, grammar.name) for draft in grammar.read(match)]
    return drafts


def _settle(text: str, drafts: list[tuple[Draft, str]]) -> list[Citation]:
    """One pass from left to right: of two drafts that overlap the longer one stays, the earlier one of equals."""
    kept: list[tuple[Draft, str]] = []
    for draft in sorted(drafts, key=_place):
        while kept and draft[0].start < kept[-1][0].end and _length(draft) > _length(kept[-1]):
            kept.pop()
        if not kept or draft[0].start >= kept[-1][0].end:
            kept.append(draft)
    references = known().references
    citations = []
    for (start, end, target, pinpoint, qualifier), name in kept:
        printed = text[start:end]
        citations.append(
            Citation(
                text=printed,
                start=start,
                end=end,
                grammar=name,
                target=references.get(target, target),
                pinpoint=pinpoint,
                qualifier=qualifier,
                through=through(printed, pinpoint) if pinpoint else 0,
            )
        )
    return citations


def _place(draft: tuple[Draft, str]) -> tuple[int, int]:
    return draft[0].start, -draft[0].end


def _length(draft: tuple[Draft, str]) -> int:
    return draft[0].end - draft[0].start
