"""Find every citation in a text."""

from __future__ import annotations

import re

from kb.citations.grammar import Draft, Grammar
from kb.citations.grammars.provisions import PROVISIONS, provisions
from kb.citations.names import known
from kb.citations.plain import PLAIN
from kb.nouns import Citation, Document

GRAMMARS: tuple[Grammar, ...] = (*PLAIN, PROVISIONS)
_DIGIT = re.compile(r"\d")
# Each with a sign that stands in all its triggers ("" where there is none): most texts lack it, and are done with.
_SIGNS = "/(:-"
_NEEDED = tuple((one, next((c for c in _SIGNS if all(c in t for t in one.triggers)), "")) for one in PLAIN)
# What "the Convention" is in the texts of a body.
_CONVENTION = {"ECtHR": "echr", "CPT": "ecpt", "SPT": "cat", "CAT": "cat", "CRC": "crc", "CRPD": "crpd"}


def context_of(document: Document | None) -> str | None:
    """The catalogue id of what a document calls "the Convention", None where that is not known."""
    return _CONVENTION.get(document.mechanism or "") if document else None


def find(text: str, *, language: str | None = None, document: Document | None = None) -> list[Citation]:
    """The citations in ``text``, in order, none overlapping another; where two overlap the longer one stays.

    ``language`` (BCP 47) admits abbreviations too short for other languages; ``document`` is where the text stands and
    decides what "the Convention" means. Linear in the length of the text.
    """
    if not _DIGIT.search(text):
        return []
    lowered = text.lower()
    drafts: list[tuple[Draft, str]] = []
    for grammar, needed in _NEEDED:
        if needed in lowered and _holds(lowered, grammar.triggers):
            drafts.extend((d, grammar.name) for match in grammar.pattern.finditer(text) for d in grammar.read(match))
    if _holds(lowered, PROVISIONS.triggers):
        context = context_of(document)
        drafts.extend((d, PROVISIONS.name) for d in provisions(text, context=context, language=language))
    return _settle(text, drafts) if drafts else []


def _holds(lowered: str, triggers: tuple[str, ...]) -> bool:
    for trigger in triggers:  # noqa: SIM110 - a generator costs more than the search
        if trigger in lowered:
            return True
    return False


def _settle(text: str, drafts: list[tuple[Draft, str]]) -> list[Citation]:
    """One pass from left to right: of two drafts that overlap the longer one stays, the earlier one of equals."""
    kept: list[tuple[Draft, str]] = []
    for draft in sorted(drafts, key=lambda d: (d[0][0], -d[0][1])):
        while kept and draft[0][0] < kept[-1][0][1] and _length(draft) > _length(kept[-1]):
            kept.pop()
        if not kept or draft[0][0] >= kept[-1][0][1]:
            kept.append(draft)
    references = known().references
    return [
        Citation(
            text=text[start:end],
            start=start,
            end=end,
            grammar=name,
            target=references.get(target, target),
            pinpoint=pinpoint,
        )
        for (start, end, target, pinpoint), name in kept
    ]


def _length(draft: tuple[Draft, str]) -> int:
    return draft[0][1] - draft[0][0]
