"""Ties between a document's list of recommendations and the paragraphs that the list gathers."""

from __future__ import annotations

from kb.collection import Collection
from kb.nouns import Passage
from kb.store import read


def repeated_in(collection: Collection, passage: Passage) -> list[Passage]:
    """The items of lists of recommendations, in the same document, that repeat the passage; in order, often none."""
    with collection.store.read() as connection:
        return read.repeating(connection, passage.document, passage.anchor, collection.clearance)


def repeats(collection: Collection, passage: Passage) -> Passage | None:
    """The paragraph that an item of such a list repeats; None where it repeats none."""
    if not passage.repeats:
        return None
    with collection.store.read() as connection:
        return read.passage(connection, passage.document, passage.repeats, collection.clearance)
