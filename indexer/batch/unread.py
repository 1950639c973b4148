"""What a retry reads again besides what failed: documents with pages that no OCR has read."""

from __future__ import annotations

from collections.abc import Collection

from kb.store import Connection
from kb.store.unread import never_tried


def unread(connection: Connection, asked: str) -> Collection[str]:
    """The ids of documents with pages that OCR can try now; () where OCR is missing still, or not ``asked`` for."""
    from indexer import ocr  # late: a run asks only where it retries

    return never_tried(connection) if asked != "never" and ocr.available() else ()
