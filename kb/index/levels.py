"""What a reader opens: the indexes of its own clearance, renewed when a writer has committed."""

from __future__ import annotations

import threading

from kb.engines import open_engine
from kb.engines.protocol import IndexReader
from kb.home import Home
from kb.index.writing import SIGNS, engine_name
from kb.nouns import Access
from kb.store import Store, upkeep


class Readers:
    """Snapshots of the indexes that a clearance may open; an index beyond it is never touched."""

    def __init__(self, home: Home, store: Store, clearance: Access) -> None:
        self._home, self._store, self._clearance = home, store, clearance
        self._lock = threading.Lock()
        self._state: tuple[str, ...] | None = None
        self._readers: tuple[IndexReader, ...] = ()

    def current(self) -> tuple[IndexReader, ...]:
        """The readers of the newest commit, one for each level that has an index."""
        with self._store.read() as connection:
            state = upkeep.settings(connection, ("engine", "generation", SIGNS))
        with self._lock:
            if state != self._state:
                # Readers handed out before are snapshots still in use by other threads: dropped, not closed.
                self._readers = self._open()
                self._state = state
            return self._readers

    def have_signs(self, mark: str) -> bool:
        """Whether every entry of the newest commit has the signs of the thesaurus of that mark."""
        return bool(mark) and self._state is not None and self._state[-1] == mark

    def _open(self) -> tuple[IndexReader, ...]:
        name = engine_name(self._store)
        folders = [self._home.index(name, level) for level in self._clearance.readable]
        return tuple(open_engine(name).reader(folder) for folder in folders if folder.exists())
