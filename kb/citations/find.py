"""Find every citation in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.citations.context import Context, context
from kb.citations.grammar import Draft, Grammar
from kb.citations.grammars.cases import CASE, Memory, cases
from kb.citations.grammars.codes import numbered
from kb.citations.grammars.internal import internal
from kb.citations.grammars.provisions import PROVISIONS, provisions
from kb.citations.names import known
from kb.citations.pinpoint import through
from kb.citations.plain import PLAIN
from kb.nouns import Citation, Document

GRAMMARS: tuple[Grammar, ...] = (*PLAIN, CASE, PROVISIONS)
_DIGIT = re.compile(r"\d")
_CASE_SIGNS = (" v. ", "§", " v ", " c. ", "cited above", "ibid", " judgment", " kundër ", " protiv ", " против ",
               "précité", "citiran", "цитиран", "cituar", " case (", " contre ", " gegen ", "op. cit",
               "\nv. ")  # fmt: skip
_INTERNAL_SIGNS = ("above", "below", "see para", "see also para", " supra", " infra", "ci-dess", "më lart", "më sipër",
                   "më poshtë", "gore", "iznad", "niže", "ispod", "dole", "горе", "изнад", "доле", "испод", "погоре",
                   "подолу", "of the judgment", "of this judgment", "voir para", "shih para", "vidi ", "види ",
                   "of the report", "of this report", "cf. para", "compare para", "videti ", "hereof")  # fmt: skip


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
    lowered = text.lower()
    drafts: list[tuple[Draft, str]] = []
    if _holds(lowered, _CASE_SIGNS):
        drafts.extend((d, "case") for d in cases(text, memory))
    if _DIGIT.search(text):
        for grammar in PLAIN:
            if grammar.sign in lowered and _holds(lowered, grammar.triggers):
                drafts.extend(
                    (d, grammar.name) for found in grammar.pattern.finditer(text) for d in grammar.read(found)
                )
        if _holds(lowered, PROVISIONS.triggers):
            drafts.extend((d, PROVISIONS.name) for d in provisions(text, context=context, language=language))
        if context.state and ("law no" in lowered or "act no" in lowered or "decree no" in lowered):
            drafts.extend((d, "law") for d in numbered(text, context.state))
        if context.document and not context.own and _holds(lowered, _INTERNAL_SIGNS):
            drafts.extend((d, "internal") for d in internal(text, context.document))
    return _settle(text, drafts) if drafts else []


def _holds(lowered: str, triggers: tuple[str, ...]) -> bool:
    for trigger in triggers:  # noqa: SIM110 - a generator costs more than the search
        if trigger in lowered:
            return True
    return False


def _settle(text: str, drafts: list[tuple[Draft, str]]) -> list[Citation]:
    """One pass from left to right: of two drafts that overlap the longer one stays, the earlier one of equals."""
    kept: list[tuple[Draft, str]] = []
    for draft in sorted(drafts, key=lambda d: (d[0].start, -d[0].end)):
        while kept and draft[0].start < kept[-1][0].end and _length(draft) > _length(kept[-1]):
            kept.pop()
        if not kept or draft[0].start >= kept[-1][0].end:
            kept.append(draft)
    references = known().references
    return [
        Citation(
            text=text[one.start : one.end],
            start=one.start,
            end=one.end,
            grammar=name,
            target=references.get(one.target, one.target),
            pinpoint=one.pinpoint,
            qualifier=one.qualifier,
            through=through(text[one.start : one.end], one.pinpoint),
        )
        for one, name in kept
    ]


def _length(draft: tuple[Draft, str]) -> int:
    return draft[0].end - draft[0].start
