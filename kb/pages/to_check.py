"""The pages that were repaired, read by OCR, or left, as one reader may see them."""

from __future__ import annotations

from collections.abc import Sequence

from kb.errors import NotHeld
from kb.nouns import Access, PageState, PagesToCheck
from kb.store import Store, checking, read
from kb.wording import worded


def pages_to_check(
    store: Store,
    clearance: Access,
    states: Sequence[PageState] = (),
    document: str = "",
    *,
    limit: int = 50,
    offset: int = 0,
) -> PagesToCheck:
    """A stretch of these pages, worst first, of all documents or of one, with totals for each state.

    Raises NotHeld for a document that is not held or not for this reader.
    """
    with store.read() as connection:
        if document and read.document(connection, document, clearance) is None:
            raise NotHeld(worded("no document “%(id)s” is held", id=document), advice="See what is held: kb documents")
        return checking.pages_to_check(
            connection, clearance, states=states, document=document, limit=limit, offset=offset
        )
