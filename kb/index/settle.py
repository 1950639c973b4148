"""Look up every citation that something new, changed or gone may concern."""

from __future__ import annotations

from dataclasses import replace

from kb import citations
from kb.nouns import Access, Document, Link
from kb.store import Connection, Store, read, upkeep, write

AT_ONCE = 500  # citations in one transaction


class _Held:
    """What citations may lead to, remembered: thousands of them ask for the same few articles."""

    def __init__(self) -> None:
        self._documents: dict[str, list[Document]] = {}
        self._anchors: dict[tuple[str, str], bool] = {}
        self._citing: dict[str, Document | None] = {}

    def resolve(self, connection: Connection, link: Link) -> Link:
        """The link as it is with everything that is held now."""

        def documents(target: str) -> list[Document]:
            if target not in self._documents:
                self._documents[target] = read.answering(connection, target, Access.RESTRICTED)
            return self._documents[target]

        def has(document: str, anchor: str) -> bool:
            if (document, anchor) not in self._anchors:
                self._anchors[document, anchor] = read.has_anchor(connection, document, anchor)
            return self._anchors[document, anchor]

        if link.document not in self._citing:
            held = read.document(connection, link.document, Access.RESTRICTED)
            self._citing[link.document] = held[0] if held else None
        citing = self._citing[link.document]
        resolved, why = citations.resolve(
            link.citation,
            documents=documents,
            anchors=has,
            language=citing.language if citing else None,
            date=citing.date if citing else None,
        )
        return replace(link, resolved=resolved, why=why)


def settle(store: Store) -> int:
    """How many citations were looked up. Each is then resolved, or kept with the reason why not."""
    held, count = _Held(), 0
    while True:
        with store.write() as connection:
            waiting = upkeep.unsettled(connection, AT_ONCE)
            write.settle_links(connection, [(row, held.resolve(connection, link)) for row, link in waiting])
        count += len(waiting)
        if len(waiting) < AT_ONCE:
            return count
