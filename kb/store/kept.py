"""What people put together and keep: baskets and briefs, each a name and a history of what was done to it.

The history only grows, and what stands in a basket or a brief is what its history comes to. An event names a passage by
its anchor and by a mark of its text, and hangs on no document's row: it is there when a document comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Index, Integer, String, Table, Text, func, insert, select, tuple_, update

from kb.nouns import Access
from kb.store import schema
from kb.store.changes import count_change
from kb.store.read import BATCH, readable

KEPT = "changes.kept"  # the setting that counts them

kept = Table(
    "kept",
    schema.METADATA,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False, server_default=""),  # basket, brief
    Column("name", String, nullable=False, server_default=""),  # "" for the basket that has none
    Column("who", String, nullable=False, server_default=""),
    Column("at", String, nullable=False, server_default=""),
    Column("closed", Integer, nullable=False, server_default="0"),  # 1 where somebody has put it away
    Index("kept_of_kind", "kind", "name"),
    sqlite_autoincrement=True,
)
kept_event = Table(
    "kept_event",
    schema.METADATA,
    Column("id", Integer, primary_key=True),
    Column("kept", Integer, nullable=False, server_default="0"),
    Column("what", String, nullable=False, server_default=""),
    Column("document", String, nullable=False, server_default=""),
    Column("anchor", String, nullable=False, server_default=""),
    Column("mark", String, nullable=False, server_default=""),  # of the text it was said of, to find it again
    Column("other_document", String, nullable=False, server_default=""),
    Column("other_anchor", String, nullable=False, server_default=""),
    Column("other_mark", String, nullable=False, server_default=""),
    Column("text", Text, nullable=False, server_default=""),
    Column("who", String, nullable=False, server_default=""),
    Column("at", String, nullable=False, server_default=""),
    Index("event_of_kept", "kept", "id"),
    sqlite_autoincrement=True,
)


class Row(NamedTuple):
    """A basket or a brief without its history."""

    id: int
    kind: str
    name: str
    who: str
    at: str


class Event(NamedTuple):
    """One thing that was done: ``what`` to the passage ``key``; ``other`` is the passage it was put before.

    ``mark`` and ``other_mark`` are of the texts that stood there. ``id`` is 0 before it is written.
    """

    what: str
    key: str = ""
    mark: str = ""
    other: str = ""
    other_mark: str = ""
    text: str = ""
    who: str = ""
    at: str = ""
    id: int = 0


def listed(connection: Connection, kind: str) -> list[Row]:
    """Those of a kind that nobody has put away, by name."""
    own = kept.c
    query = select(own.id, own.kind, own.name, own.who, own.at).where(own.kind == kind, own.closed == 0)
    return [Row(*row) for row in connection.execute(query.order_by(own.name, own.id))]


def made(connection: Connection, row: Row) -> tuple[int, bool]:
    """The id of the one that has this kind and name, and whether it was made now."""
    count_change(connection, KEPT)  # takes the write lock: two who make the same name come one after the other
    there = next((each.id for each in listed(connection, row.kind) if each.name == row.name), None)
    if there is not None:
        return there, False
    values = {"kind": row.kind, "name": row.name, "who": row.who, "at": row.at}
    return connection.execute(insert(kept).values(values).returning(kept.c.id)).scalar_one(), True


def change(connection: Connection, kept_id: int, **values: Any) -> None:
    """Rename it, or put it away."""
    count_change(connection, KEPT)
    connection.execute(update(kept).where(kept.c.id == kept_id).values(values))


def events(connection: Connection, kept_id: int) -> list[Event]:
    """Its history, oldest first."""
    query = select(kept_event).where(kept_event.c.kept == kept_id).order_by(kept_event.c.id)
    return [
        Event(
            what=row.what,
            key=_key(row.document, row.anchor),
            mark=row.mark,
            other=_key(row.other_document, row.other_anchor),
            other_mark=row.other_mark,
            text=row.text,
            who=row.who,
            at=row.at,
            id=row.id,
        )
        for row in connection.execute(query)
    ]


def _key(document: str, anchor: str) -> str:
    return f"{document}#{anchor}" if document or anchor else ""


def last(connection: Connection, kept_id: int) -> int:
    """The id of its last event, 0 for none."""
    query = select(func.max(kept_event.c.id)).where(kept_event.c.kept == kept_id)
    return int(connection.execute(query).scalar() or 0)


def add(connection: Connection, kept_id: int, new: Sequence[Event]) -> None:
    """Write events after all there are."""
    rows = []
    for event in new:
        (document, _, anchor), (other, _, other_anchor) = event.key.partition("#"), event.other.partition("#")
        values = {"kept": kept_id, "what": event.what, "document": document, "anchor": anchor, "mark": event.mark}
        values |= {"other_document": other, "other_anchor": other_anchor, "other_mark": event.other_mark}
        rows.append({**values, "text": event.text, "who": event.who, "at": event.at})
    if rows:
        connection.execute(insert(kept_event), rows)


def texts(connection: Connection, keys: Iterable[str], clearance: Access) -> dict[str, tuple[str, str]]:
    """Text and label of those of these passages that are held and readable, by key."""
    own, wanted, found = schema.passage.c, sorted(set(keys)), {}
    joined = schema.passage.join(schema.document, schema.document.c.id == own.document)
    for at in range(0, len(wanted), BATCH):
        places = [key.split("#", 1) for key in wanted[at : at + BATCH] if "#" in key]
        query = select(own.document, own.anchor, own.text, own.label).select_from(joined)
        query = query.where(readable(clearance), tuple_(own.document, own.anchor).in_(places))
        found.update({f"{row[0]}#{row[1]}": (row[2], row[3]) for row in connection.execute(query)})
    return found
