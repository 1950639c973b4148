"""Which passages were there when: what a saved search needs to say what is new.

Neither table hangs on a document's row: a document that is removed and read again brings nothing new.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import JSON, Column, Connection, Index, Integer, String, Table, func, insert, or_, select, update

from kb.nouns import Access
from kb.store import schema
from kb.store.fetching import BATCH

# Passages that were seen for the first time, or for the first time by readers of this level, each by its key of words.
arrival = Table(
    "arrival",
    schema.METADATA,
    Column("id", Integer, primary_key=True),
    Column("document", String, nullable=False, server_default=""),
    Column("access", String, nullable=False, server_default=""),
    Column("news", Integer, nullable=False, server_default="1"),  # 0: the same file was only read better
    Column("at", String, nullable=False, server_default=""),
    Column("passages", JSON, nullable=False, server_default="[]"),
    Index("arrival_of_document", "document"),
    sqlite_autoincrement=True,  # an id is never given twice: it says what somebody has seen
)
# The passages of each document as they are now, and by what it is known whether that has to be looked at again.
arrival_state = Table(
    "arrival_state",
    schema.METADATA,
    Column("document", String, primary_key=True),
    Column("settled", Integer, nullable=False, server_default="0"),
    Column("access", String, nullable=False, server_default=""),
    Column("sha256", String, nullable=False, server_default=""),
    Column("letters", Integer, nullable=False, server_default="0"),
    Column("passages", JSON, nullable=False, server_default="[]"),  # anchor and key of words, in order
)


class State(NamedTuple):
    """A document as it was when it was last looked at."""

    access: str
    sha256: str
    letters: int
    passages: list[list[str]]


class Arrival(NamedTuple):
    """Keys of words that came with a document, at a level, at a time (ISO 8601)."""

    id: int
    document: str
    access: str
    news: bool
    at: str
    passages: list[str]


class Waiting(NamedTuple):
    """A document that was read, or given another level, since it was last looked at."""

    document: str
    access: str
    sha256: str


def unsettle(connection: Connection, document: str) -> None:
    """The document was read again."""
    own = arrival_state.c
    connection.execute(update(arrival_state).where(own.document == document).values(settled=0))


def waiting(connection: Connection) -> list[Waiting]:
    """The documents to look at, in the order of their ids; not those that the index may not hold yet: whoever looked
    now would not find them, and must not count them as seen."""
    held, own = schema.document.c, arrival_state.c
    query = select(held.id, held.access, held.sha256).select_from(
        schema.document.outerjoin(arrival_state, own.document == held.id)
    )
    query = query.where(held.id.not_in(select(schema.pending.c.document)))
    query = query.where(or_(own.document.is_(None), own.settled == 0, own.access != held.access))
    return [Waiting(*row) for row in connection.execute(query.order_by(held.id))]


def lagging(connection: Connection) -> bool:
    """Whether the index may not hold yet what the store does."""
    return connection.execute(select(schema.pending.c.document).limit(1)).first() is not None


def state(connection: Connection, document: str) -> State | None:
    own = arrival_state.c
    query = select(own.access, own.sha256, own.letters, own.passages).where(own.document == document)
    row = connection.execute(query).first()
    return State(*row) if row else None


def put_state(connection: Connection, document: str, now: State) -> None:
    """Replace what is known of a document; it is settled."""
    values = now._asdict() | {"settled": 1}
    own = arrival_state
    if connection.execute(update(own).where(own.c.document == document).values(values)).rowcount == 0:
        connection.execute(insert(own), [values | {"document": document}])


def put_arrival(
    connection: Connection, document: str, access: Access, passages: Sequence[str], *, news: bool, at: str
) -> None:
    row = {"document": document, "access": access.value, "news": int(news), "at": at, "passages": list(passages)}
    connection.execute(insert(arrival), [row])


def last(connection: Connection) -> int:
    """The id of the last arrival, 0 where there is none."""
    return int(connection.execute(select(func.max(arrival.c.id))).scalar() or 0)


def _to_arrival(row: Any) -> Arrival:
    return Arrival(row.id, row.document, row.access, bool(row.news), row.at, list(row.passages))


def of_documents(
    connection: Connection, documents: Iterable[str], clearance: Access = Access.RESTRICTED
) -> list[Arrival]:
    """All that came with these documents at levels that this clearance sees, oldest first."""
    levels, names, found = [level.value for level in clearance.readable], list(documents), []
    for at in range(0, len(names), BATCH):
        query = select(arrival).where(arrival.c.document.in_(names[at : at + BATCH]), arrival.c.access.in_(levels))
        found += [_to_arrival(row) for row in connection.execute(query)]
    return sorted(found)


def fresh_documents(connection: Connection, clearance: Access, after: int) -> list[str]:
    """The readable documents that something came with after the arrival ``after``."""
    levels = [level.value for level in clearance.readable]
    query = select(arrival.c.document).join(schema.document, schema.document.c.id == arrival.c.document)
    query = query.where(arrival.c.id > after, arrival.c.news == 1, arrival.c.access.in_(levels))
    return list(connection.execute(query.where(schema.document.c.access.in_(levels)).distinct()).scalars())


def states(connection: Connection, documents: Iterable[str]) -> Mapping[str, list[list[str]]]:
    """Anchor and key of words of each passage of these documents, in order."""
    names = list(documents)
    found: dict[str, list[list[str]]] = {}
    own = arrival_state.c
    for at in range(0, len(names), BATCH):
        query = select(own.document, own.passages).where(own.document.in_(names[at : at + BATCH]))
        found |= {row.document: list(row.passages) for row in connection.execute(query)}
    return found
