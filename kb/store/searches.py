"""Searches that people saved, and up to where each kind of reader has seen what is new in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
    update,
)

from kb.nouns import Access
from kb.store import schema

saved_search = Table(
    "saved_search",
    schema.METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False, server_default=""),
    Column("query", JSON, nullable=False, server_default="{}"),
    Column("why", Text, nullable=False, server_default=""),
    Column("who", String, nullable=False, server_default=""),
    Column("at", String, nullable=False, server_default=""),
    Column("access", String, nullable=False, server_default="internal"),  # who may know of it
    Column("key", String, nullable=False, server_default=""),  # opens its feed for more than everybody may see
    Column("begun", Integer, nullable=False, server_default="0"),  # the last arrival when it was saved
    sqlite_autoincrement=True,  # an address is never given to another search
)
saved_look = Table(
    "saved_look",
    schema.METADATA,
    Column("search", ForeignKey("saved_search.id", ondelete="CASCADE"), primary_key=True),
    Column("clearance", String, primary_key=True),
    Column("arrival", Integer, nullable=False, server_default="0"),
    Column("at", String, nullable=False, server_default=""),
)


class Saved(NamedTuple):
    """One saved search as it is stored."""

    id: int
    name: str
    query: Mapping[str, Any]
    why: str
    who: str
    at: str
    access: str
    key: str
    begun: int


def saved(connection: Connection, clearance: Access) -> list[Saved]:
    """Those that this clearance may know of, by name."""
    own = saved_search.c
    query = select(*(own[name] for name in Saved._fields)).where(
        own.access.in_([level.value for level in clearance.readable])
    )
    rows = [Saved(*row) for row in connection.execute(query)]
    return sorted(rows, key=lambda row: (row.name.casefold(), row.id))


def names(connection: Connection) -> list[str]:
    """The names that are taken, whoever may know of them."""
    return list(connection.execute(select(saved_search.c.name)).scalars())


def add(connection: Connection, values: Mapping[str, Any]) -> int:
    """Write it down; its id."""
    done = connection.execute(insert(saved_search).values(dict(values)))
    return int(done.inserted_primary_key[0])  # type: ignore[index]  # a row was inserted, so there is one


def remove(connection: Connection, search: int) -> None:
    for table, column in ((saved_look, saved_look.c.search), (saved_search, saved_search.c.id)):
        connection.execute(delete(table).where(column == search))


def looks(connection: Connection, clearance: Access) -> dict[int, tuple[int, str]]:
    """Up to which arrival readers of this clearance have seen each search, and when they looked."""
    own = saved_look.c
    query = select(own.search, own.arrival, own.at).where(own.clearance == clearance.value)
    return {row.search: (row.arrival, row.at) for row in connection.execute(query)}


def put_look(connection: Connection, search: int, clearance: Access, arrival: int, at: str) -> None:
    """Readers of this clearance have seen what came up to an arrival; never back to an earlier one."""
    own = saved_look.c
    here = (own.search == search) & (own.clearance == clearance.value)
    known = connection.execute(select(own.arrival).where(here)).scalar()
    if known is None:
        row = {"search": search, "clearance": clearance.value, "arrival": arrival, "at": at}
        connection.execute(insert(saved_look), [row])
    else:
        connection.execute(update(saved_look).where(here).values(arrival=max(known, arrival), at=at))
