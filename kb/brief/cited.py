"""How a line of a brief is cited: who, title, reference, year, place, page; and where it is found."""

from __future__ import annotations

from kb.brief.brief import Source
from kb.brief.language import Words
from kb.citing.facts import place_of
from kb.nouns import Document, Passage


def source_of(document: Document, passage: Passage, words: Words, *, root: str) -> Source:
    """The citation of a passage in the brief's language; ``root`` is the server's address."""
    said, reference = words.words, document.reference or ""
    word, number = place_of(document, passage)
    place = f"{said['paragraph'] if word == 'paragraph' else word.title()} {number}" if number else ""
    year = str(document.year) if document.year and str(document.year) not in document.title + reference else ""
    parts = (
        document.mechanism if (document.mechanism or "") not in document.title else "",
        document.title.strip().rstrip("."),
        "" if reference.casefold() in document.title.casefold() else reference,
        year,
        place,
        f"{said['page']} {passage.page}" if passage.page else "",
    )
    return Source(citation=", ".join(part for part in parts if part), address=root + passage.url)
