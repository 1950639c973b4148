"""The tables of the register: what is made from passages, and what people add to it.

What people add hangs on no document's row: it is there when a document is removed and comes back. It is tied to a
passage by its anchor and by its quoted text, so that a reading which moves anchors moves it along.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text


def register_tables(metadata: MetaData) -> tuple[Table, Table, Table, Table]:
    """``registered``, ``register_mark``, ``status_entry`` and ``tie`` of a set of tables."""
    # Recommendations, and the findings that are counted beside them.
    registered = Table(
        "registered",
        metadata,
        Column("document", ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
        Column("anchor", String, primary_key=True),
        Column("role", String, nullable=False),
        Column("ordinal", Integer, nullable=False),
        Column("addressees", JSON, nullable=False),
        Column("themes", JSON, nullable=False),
        Column("institutions", JSON, nullable=False),
        Column("standards", JSON, nullable=False),
        Column("stems", JSON, nullable=False),  # by which the same recommendation of another year is known
    )
    # With which rules the rows of a document were made; a document without its row is to be looked at.
    register_mark = Table(
        "register_mark",
        metadata,
        Column("document", ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
        Column("mark", String, nullable=False),
    )
    status_entry = Table(
        "status_entry",
        metadata,
        Column("id", Integer, primary_key=True),
        Column("document", String, nullable=False),
        Column("anchor", String, nullable=False),
        Column("quoted", Text, nullable=False),  # the text it was said of
        Column("status", String, nullable=False),
        Column("date", String, nullable=False),
        Column("evidence", String, nullable=False, server_default=""),
        Column("note", Text, nullable=False, server_default=""),
        Column("who", String, nullable=False, server_default=""),
        Column("at", String, nullable=False),
        Index("status_of_passage", "document", "anchor"),
        sqlite_autoincrement=True,  # an id is never given twice: it says what somebody has seen
    )
    # What a person says of two passages: that one repeats the other, or answers it, or that it does not.
    tie = Table(
        "tie",
        metadata,
        Column("id", Integer, primary_key=True),
        Column("kind", String, nullable=False),  # repeats, answers
        Column("document", String, nullable=False),
        Column("anchor", String, nullable=False),
        Column("other_document", String, nullable=False),
        Column("other_anchor", String, nullable=False),
        Column("holds", Integer, nullable=False),  # 1 confirmed, 0 denied
        Column("who", String, nullable=False, server_default=""),
        Column("at", String, nullable=False),
        Index("tie_of_passage", "document", "anchor"),
        Index("tie_to_passage", "other_document", "other_anchor"),
    )
    return registered, register_mark, status_entry, tie
