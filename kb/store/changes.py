"""A count that grows with every change of what is held, so that a program knows when what it remembers is old."""

from __future__ import annotations

from sqlalchemy import Connection, Integer, Text, bindparam, cast, insert, select, update

from kb.store import schema

HELD, SAID = "changes.held", "changes.said"  # of documents and what is read from them; of what people say of them

_COUNT = select(schema.setting.c.value).where(schema.setting.c.key == bindparam("what"))


def changes(connection: Connection, what: str = HELD) -> int:
    """How many changes this store has seen; equal only while nothing has changed, whoever writes."""
    return int(connection.execute(_COUNT, {"what": what}).scalar() or 0)


def count_change(connection: Connection, what: str = HELD) -> None:
    """Count one change, in the transaction that makes it."""
    own = schema.setting
    more = cast(cast(own.c.value, Integer) + 1, Text)  # by the database: two writers must not count the same change
    if connection.execute(update(own).where(own.c.key == what).values(value=more)).rowcount == 0:
        connection.execute(insert(own), [{"key": what, "value": "1"}])
