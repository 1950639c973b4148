"""Passages by their keys, with their documents: what every page of hits is made of."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select, tuple_

from kb.nouns import Access, Document, Passage
from kb.store import schema
from kb.store.rows import DOCUMENT_FIELDS, PASSAGE_FIELDS, document_of, passage_of

BATCH = 500  # values in one IN (...): below every database's limit


def named(connection: Connection, names: Sequence[str], clearance: Access) -> dict[str, Document]:
    """The readable documents of these ids."""
    found: dict[str, Document] = {}
    for at in range(0, len(names), BATCH):
        rows = connection.execute(_named(clearance), {"ids": names[at : at + BATCH]})
        found |= {row[0]: document_of(row) for row in rows}
    return found


@cache
def _named(clearance: Access) -> Select[Any]:
    held = schema.document.c
    # Not by the index of levels: SQLite would walk all documents for a few that it can look up.
    level = held.access.concat("").in_([each.value for each in clearance.readable])
    query = select(*(held[field] for field in DOCUMENT_FIELDS))
    return query.where(held.id.in_(bindparam("ids", expanding=True)), level)


def fetch(connection: Connection, keys: Sequence[str], clearance: Access) -> dict[str, tuple[Document, Passage]]:
    """Passages by their keys, with their documents; what is not readable is simply absent."""
    return passages_of(connection, keys, named(connection, list({key.partition("#")[0] for key in keys}), clearance))


def passages_of(
    connection: Connection, keys: Sequence[str], documents: Mapping[str, Document]
) -> dict[str, tuple[Document, Passage]]:
    """Passages by their keys, in this order, with their documents: of no others than these."""
    wanted = [tuple(key.split("#", 1)) for key in keys if key.partition("#")[0] in documents]
    sqlite = connection.dialect.name == "sqlite"
    found: dict[str, tuple[Document, Passage]] = {}
    for at in range(0, len(wanted), BATCH // 2):
        asked = wanted[at : at + BATCH // 2]
        rows = connection.execute(_at(sqlite=sqlite), {"wanted": json.dumps(asked) if sqlite else asked})
        for row in rows:
            passage = passage_of(row)
            found[passage.key] = (documents[passage.document], passage)
    return {key: found[key] for key in keys if key in found}


@cache
def _at(*, sqlite: bool) -> Select[Any]:
    """The statement, made once. SQLite looks pairs up by an index where they are a table, and not in IN (...)."""
    held = schema.passage.c
    query = select(*(held[field] for field in PASSAGE_FIELDS))
    if not sqlite:
        return query.where(tuple_(held.document, held.anchor).in_(bindparam("wanted", expanding=True)))
    each = func.json_each(bindparam("wanted")).table_valued("value", joins_implicitly=True)
    pair = (
        held.document == func.json_extract(each.c.value, "$[0]"),
        held.anchor == func.json_extract(each.c.value, "$[1]"),
    )
    return query.where(*pair)
