"""Which documents have pages that OCR has not read as well as it might."""

from __future__ import annotations

from sqlalchemy import Connection, select

from kb.nouns import PageState
from kb.store import schema


def never_tried(connection: Connection) -> frozenset[str]:
    """The ids of documents with pages left as pictures or as garbled, where OCR was missing or came to no end, or read
    without the data of their language, which their note says."""
    column = schema.page.c
    left = column.state.in_((PageState.NEEDS_OCR.value, PageState.UNREADABLE.value)) & column.confidence.is_(None)
    poorly = (column.state == PageState.OCR.value) & (column.note != "")
    query = select(column.document).where(left | poorly).distinct()
    return frozenset(connection.execute(query).scalars())
