"""What people say a passage's role is. It hangs on no document's row: it is there when a document comes back."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Index, Integer, String, Table, Text, insert, select, update

from kb.store import schema

role_correction = Table(
    "role_correction",
    schema.METADATA,
    Column("id", Integer, primary_key=True),
    Column("document", String, nullable=False, server_default=""),
    Column("anchor", String, nullable=False, server_default=""),
    Column("quoted", Text, nullable=False, server_default=""),  # the text it was said of, by which it is found again
    Column("label", String, nullable=False, server_default=""),
    Column("role", String, nullable=False, server_default=""),  # "" takes back what was said before
    Column("why", Text, nullable=False, server_default=""),
    Column("who", String, nullable=False, server_default=""),
    Column("at", String, nullable=False, server_default=""),
    Index("role_correction_of_passage", "document", "anchor"),
    sqlite_autoincrement=True,
)


class Correction(NamedTuple):
    """Who said when that a passage has this role, and why; ``role`` is "" where an earlier word was taken back."""

    document: str
    anchor: str
    quoted: str
    label: str
    role: str
    why: str
    who: str
    at: str


def add(connection: Connection, correction: Correction) -> None:
    """Write it down after all that was said before; nothing is ever overwritten."""
    connection.execute(insert(role_correction), [correction._asdict()])


def said(connection: Connection, document: str | None = None) -> list[Correction]:
    """Everything that was said of one document, or of all, in order."""
    query = select(*(role_correction.c[name] for name in Correction._fields)).order_by(role_correction.c.id)
    if document is not None:
        query = query.where(role_correction.c.document == document)
    return [Correction(*row) for row in connection.execute(query)]


def texts(connection: Connection, document: str) -> dict[str, tuple[str, str, str, str]]:
    """Text, label, role, and the role that was read where it is another ("" else), of each passage, by anchor."""
    column = schema.passage.c
    query = select(column.anchor, column.text, column.label, column.role, column.role_read)
    query = query.where(column.document == document).order_by(column.ordinal)
    rows: Any = connection.execute(query)
    return {row.anchor: (row.text, row.label, row.role, row.role_read) for row in rows}


def put_role(connection: Connection, document: str, anchor: str, role: str, *, read: str) -> None:
    """Give a passage a role; ``read`` is the one that was read from it, "" where that is it."""
    column = schema.passage.c
    query = update(schema.passage).where(column.document == document, column.anchor == anchor)
    connection.execute(query.values(role=role, role_read=read))
