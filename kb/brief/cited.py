"""How a line of a brief is cited: who, title, reference, year, place, page; and where it is found."""

from __future__ import annotations

from kb.brief.brief import Source
from kb.brief.language import Words
from kb.citing.facts import place_of, said_in_english
from kb.judgments import OPERATIVE, Portion, portion_of
from kb.nouns import Document, Passage


def source_of(document: Document, passage: Passage, words: Words, *, root: str) -> Source:
    """The citation of a passage in the brief's language; ``root`` is the server's address."""
    said, reference = words.words, document.reference or ""
    word, number = place_of(document, passage)
    place = f"{said.get(word) or word.title()} {number}" if number else ""
    portion = portion_of(document, passage)
    if portion is not None and portion.kind == OPERATIVE and number:
        place = f"{said['point']} {number}"
    if portion is not None:
        place = ", ".join(filter(None, (_portion(portion, words), place)))
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


def _portion(portion: Portion, words: Words) -> str:
    """The operative part or the separate opinion of a judgment, whose numbers are its own."""
    if words.language == "en" and portion.kind != OPERATIVE:
        return said_in_english(portion)
    kind = words.words[portion.kind]
    return f"{kind} ({', '.join(portion.judges)})" if portion.judges else kind
