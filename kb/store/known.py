"""What every search asks of documents, remembered until something that is held changes."""

from __future__ import annotations

import threading
from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from kb.nouns import Access, Document, Passage
from kb.store import fetching, read
from kb.store.changes import changes
from kb.store.store import Store

MOST = 20_000  # documents that are remembered, some 20 MB


class Known:
    """The documents and languages that a clearance may see. Safe to share between threads."""

    def __init__(self, store: Store, clearance: Access) -> None:
        self._store, self._clearance = store, clearance
        self._lock = threading.Lock()
        self._as_of: int | None = None
        self._documents: dict[str, Document] = {}
        self._languages: list[str] | None = None

    def languages(self) -> list[str]:
        """As `read.languages`."""
        with self._store.read() as connection, self._lock:
            self._renew(connection)
            if self._languages is None:
                self._languages = read.languages(connection, self._clearance)
            return list(self._languages)

    def fetch(self, keys: Sequence[str]) -> dict[str, tuple[Document, Passage]]:
        """Passages by their keys, with their documents; what is not readable is simply absent."""
        with self._store.read() as connection:
            documents = self._held(connection, {key.partition("#")[0] for key in keys})
            return fetching.passages_of(connection, keys, documents)

    def _held(self, connection: Connection, names: Collection[str]) -> dict[str, Document]:
        with self._lock:
            self._renew(connection)
            unknown = [name for name in names if name not in self._documents]
            if len(self._documents) + len(unknown) > MOST:
                self._documents.clear()
                unknown = list(names)
            self._documents |= fetching.named(connection, unknown, self._clearance)
            return {name: self._documents[name] for name in names if name in self._documents}

    def _renew(self, connection: Connection) -> None:
        now = changes(connection)
        if now != self._as_of:
            self._as_of, self._languages = now, None
            self._documents.clear()
