"""The passages that are new and answer a search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kb.collection import Collection
from kb.nouns import Document, Hit, Passage, Query
from kb.questions.telling import telling
from kb.store import arrivals, fetching

AT_ONCE = 200  # documents that are searched in one go
PAGE = 500  # hits of one go

Places = dict[str, tuple[int, str, int]]  # by key of a passage: its arrival, when, and where it stands in its document


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """A passage that is new, with when it was first seen here (ISO 8601, UTC) and the place of that among arrivals."""

    document: Document
    passage: Passage
    hit: Hit
    at: str
    arrival: int


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What is new, latest first; ``upto`` is the last arrival that was looked at, ``more`` whether not all is here."""

    items: tuple[New, ...]
    upto: int
    more: bool = False


def news_of(collection: Collection, query: Query, *, after: int, most: int | None = None) -> News:
    """The passages that came after the arrival ``after`` and have all the words of the question; at most ``most``.

    Passages with some of the words, which a search may show besides, are no news. Arrivals are settled before (see
    `kb.saved.arriving`). QueryError where the question cannot be read.
    """
    with collection.store.read() as connection:
        upto = arrivals.last(connection)
        documents = arrivals.fresh_documents(connection, collection.clearance, after)
        if query.document:
            documents = [name for name in documents if name in query.document]
        rows = arrivals.of_documents(connection, documents, collection.clearance)
        now = arrivals.states(connection, documents)
    old = {(row.document, key) for row in rows if row.id <= after or not row.news for key in row.passages}
    came: dict[tuple[str, str], tuple[int, str]] = {}
    for row in rows:
        for key in row.passages:
            if (row.document, key) not in old:
                came.setdefault((row.document, key), (row.id, row.at))
    wanted: Places = {}
    for document, passages in now.items():
        for place, (anchor, key) in enumerate(passages):
            if found := came.get((document, key)):
                wanted[f"{document}#{anchor}"] = (*found, place)
    latest: dict[str, int] = {}
    for place_key, (arrival, _, _) in wanted.items():
        name = place_key.partition("#")[0]
        latest[name] = max(latest.get(name, 0), arrival)
    documents = sorted(latest, key=lambda name: (-latest[name], name))
    question = replace(
        query, text=_question(collection, query.text), group=False, fold=False, whole=True, sort="relevance"
    )
    hits = list(_hits(collection, question, documents, most, wanted))
    more = most is not None and len(hits) > most
    return News(items=tuple(_items(collection, hits[:most], wanted)), upto=upto, more=more)


def _question(collection: Collection, text: str) -> str:
    return telling(text, lambda run: [(each.start, each.end) for each in collection.thesaurus.named(run)])


def _hits(
    collection: Collection, query: Query, documents: list[str], most: int | None, wanted: Places
) -> Iterator[Hit]:
    """The hits that are wanted, one more than ``most`` at most."""
    count = 0
    for start in range(0, len(documents), AT_ONCE):
        part, offset = tuple(documents[start : start + AT_ONCE]), 0
        while True:
            answer = collection.search(replace(query, document=part, limit=PAGE, offset=offset))
            for hit in answer.hits:
                if f"{hit.document}#{hit.anchor}" in wanted:
                    yield hit
                    count += 1
                    if most is not None and count > most:
                        return
            offset += PAGE
            if offset >= answer.total:
                break


def _items(collection: Collection, hits: list[Hit], wanted: Places) -> list[New]:
    keys = [f"{hit.document}#{hit.anchor}" for hit in hits]
    with collection.store.read() as connection:
        held = fetching.fetch(connection, keys, collection.clearance)
    found = []
    for key, hit in zip(keys, hits, strict=True):
        if key in held:
            arrival, at, place = wanted[key]
            document, passage = held[key]
            new = New(document=document, passage=passage, hit=hit, at=at, arrival=arrival)
            found.append((-arrival, document.id, place, new))
    return [new for *_, new in sorted(found, key=lambda row: row[:3])]
