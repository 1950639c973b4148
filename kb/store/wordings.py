"""What many passages say, without what only shows them: to tell which of them say the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from kb.nouns import Access, Passage, Role
from kb.store import schema
from kb.store.read import readable, rows_at
from kb.store.store import Store

_COLUMNS = ("document", "anchor", "ordinal", "label", "language", "role", "repeats", "text")


def wordings(store: Store, clearance: Access, keys: Sequence[str]) -> dict[str, Passage]:
    """Passages by their keys, without marks, notes and the like; what is not readable is simply absent."""
    names = {key.partition("#")[0] for key in keys}
    with store.read() as connection:
        allowed = set(
            connection.execute(
                select(schema.document.c.id).where(schema.document.c.id.in_(names), readable(clearance))
            ).scalars()
        )
        rows = rows_at(connection, keys, _COLUMNS)
        values: list[tuple[Any, ...]] = [tuple(row.values()) for row in rows]
    return {
        f"{document}#{anchor}": Passage(
            document=document,
            anchor=anchor,
            ordinal=ordinal,
            label=label,
            language=language,
            role=Role(role),
            repeats=repeats,
            text=text,
        )
        for document, anchor, ordinal, label, language, role, repeats, text in values
        if document in allowed
    }
