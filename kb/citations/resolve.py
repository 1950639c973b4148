"""Lead a citation to a document or passage that is held, or say why not. Never a guess."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from kb.citations.names import known
from kb.nouns import Citation, Document

NOT_HELD = "not in the collection"
NO_PARAGRAPH = "no such paragraph"
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
    question): it decides between editions. Reasons: *not in the collection*, *no such paragraph*, *ambiguous between
    …*, *edition unknown*.
    """
    held = list(documents(citation.target))
    if not held:
        return None, NOT_HELD
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
        return None, "ambiguous between " + ", ".join(sorted(d.id for d, _ in found))
    document, anchor = min(found, key=lambda pair: _preference(pair[0], language))
    return (f"{document.id}#{anchor}" if anchor else document.id), ""


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
