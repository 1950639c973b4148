"""Lead a citation to a document or passage that is held, or say why not. Never a guess."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from kb.citations.ecli import parts
from kb.citations.names import known
from kb.nouns import Citation, Document

_DECISION = re.compile(r"\(dec\.\)|\bdecision\b|\bdécision\b", re.IGNORECASE)
_GRAND = re.compile(r"\[GC\]|grand chamber|grande chambre", re.IGNORECASE)
NOT_HELD = "not in the collection"
NO_PARAGRAPH = "no such paragraph"
AMBIGUOUS = "ambiguous between "
EDITION_UNKNOWN = "edition unknown"


def resolve(
    citation: Citation,
    *,
    documents: Callable[[str], Sequence[Document]],
    anchors: Callable[[str, str], bool],
    language: str | None = None,
    date: str | None = None,
) -> tuple[str | None, str]:
    """A document id or ``document#anchor`` and "", or None and the reason.

    ``documents(target)`` are the held documents that answer to a target (see ``targets``); ``anchors(document,
    anchor)`` says whether the document has it. ``language`` is the citing document's: of language versions of one text
    that one is preferred, else English, else the first id. ``date`` is the citing document's (or today for a reader's
    question): it decides between editions, and whether an article of the Convention has its old number. The citation's
    own qualifier (a day, a chamber) decides between the texts of one case. Reasons: *not in the collection*, *no such
    paragraph*, *ambiguous between …*, *edition unknown*.
    """
    held = _meant(list(documents(citation.target)), citation.qualifier)
    if not held and (printed := parts(citation.target)) is not None:
        # An ECLI is of the first application of a case; another of its numbers, with the day, names the same text.
        held = _meant(list(documents(printed.application)), printed.day)
    if not held:
        return None, NOT_HELD
    if _renumbered(citation, date):
        return None, EDITION_UNKNOWN
    if (editions := known().families.get(citation.target, ())) and editions != (citation.target,):
        edition = _edition(editions, date)
        if edition is None:
            return None, EDITION_UNKNOWN
        held = [document for document in held if document.work == edition]
        if not held:
            return None, NOT_HELD
    with_anchor = [(d, _anchor(citation.pinpoint, d, anchors)) for d in held] if citation.pinpoint else []
    found = [(d, a) for d, a in with_anchor if a] if citation.pinpoint else [(d, "") for d in held]
    if not found:
        return None, NO_PARAGRAPH
    works = {d.work or d.id for d, _ in found}
    if len(works) > 1:
        return None, AMBIGUOUS + ", ".join(sorted(d.id for d, _ in found))
    document, anchor = min(found, key=lambda pair: _preference(pair[0], language))
    return (f"{document.id}#{anchor}" if anchor else document.id), ""


def _meant(held: list[Document], qualifier: str) -> list[Document]:
    """Those of the texts under one number that the citation can mean, by its day, its chamber or as a decision."""
    if qualifier[:1].isdigit():
        return [one for one in held if not one.date or one.date == qualifier[: len(one.date)]]
    if qualifier == "dec":
        return [one for one in held if _DECISION.search(f"{one.reference or ''} {one.title}")]
    if qualifier == "GC":
        return [one for one in held if _GRAND.search(f"{one.reference or ''} {one.title}")] or held
    return held


def _renumbered(citation: Citation, date: str | None) -> bool:
    """Whether an article of the Convention was printed as it was numbered until Protocol No. 11 came into force.

    From 1 November 1998 what stood in Articles 19 to 66 has other numbers (ETS No. 155); Articles 1 to 18 kept theirs.
    """
    if citation.target != "echr":
        return False
    number = re.match(r"article-(\d+)", citation.pinpoint)
    old = citation.qualifier == "former" or (date is not None and date < "1998-11-01")
    return old and number is not None and int(number[1]) > 18


def _preference(document: Document, language: str | None) -> tuple[int, str]:
    if language and document.language == language:
        return 0, document.id
    if language and document.language and document.language.split("-")[0] == language.split("-")[0]:
        return 1, document.id
    return (2 if document.language == "en" else 3), document.id


def _edition(ids: Sequence[str], date: str | None) -> str | None:
    """The edition in force at the date; None without a date, or in the very year in which an edition was adopted."""
    instruments = known().instruments
    if date is None:
        return ids[0] if len(ids) == 1 else None
    in_force: str | None = None
    for one in sorted(ids, key=lambda i: instruments[i].edition):
        adopted = instruments[one].adopted or instruments[one].edition
        precision = min(len(adopted), len(date))
        if adopted[:precision] == date[:precision] and len(date) < len(adopted):
            return None
        if adopted[:precision] <= date[:precision]:
            in_force = one
    return in_force


def _anchor(pinpoint: str, document: Document, anchors: Callable[[str, str], bool]) -> str | None:
    """The document's anchor for a pinpoint: as it stands, without its word, without its letter, or its parent's.

    A provision's paragraph may have no passage of its own; then the provision answers, unless its first paragraph has
    one, because then the paragraph asked for does not exist.
    """
    for one in _spellings(pinpoint):
        if anchors(document.id, one):
            return one
    parent, dot, last = pinpoint.rpartition(".")
    while dot and re.search(r"\d", parent):
        numbered = last.isdigit()
        if numbered and any(anchors(document.id, one) for one in _spellings(f"{parent}.1")):
            return None
        for one in _spellings(parent):
            if anchors(document.id, one):
                return one
        parent, dot, last = parent.rpartition(".")
    return None


def _spellings(pinpoint: str) -> Iterator[str]:
    yield pinpoint
    word, dash, number = pinpoint.partition("-")
    if dash:
        if word == "rule" or "." in number:
            yield number
    elif pinpoint[:1].isdigit():
        yield f"rule-{pinpoint}"
        yield f"article-{pinpoint}"
