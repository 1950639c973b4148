"""The one writer: an index per access level, committed together with what the store knows of them."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType

from kb.engines import open_engine
from kb.engines.protocol import IndexWriter
from kb.home import Home
from kb.languages import ANALYSIS_VERSION
from kb.nouns import Access, IndexEntry
from kb.store import Store, upkeep, write
from kb.thesaurus import Signs, signs_of

DEFAULT_ENGINE = "tantivy"
SIGNS = "index.signs"  # the mark of the thesaurus whose signs every entry has


def engine_name(store: Store) -> str:
    """The engine this collection is indexed with."""
    with store.read() as connection:
        return upkeep.setting(connection, "engine", DEFAULT_ENGINE)


class IndexWriting:
    """Opens the index of a level when it is first needed. Hold ``home.writing()`` while one is open.

    The store is the truth: a document stays in its list of pending ones until ``commit`` has made its entries durable,
    so that a kill at any moment leaves either the entries or the note that they are missing.
    """

    def __init__(self, home: Home, store: Store, engine: str | None = None) -> None:
        self._home, self._store = home, store
        self._name = engine or engine_name(store)
        self._engine = open_engine(self._name)
        self._writers: dict[Access, IndexWriter] = {}
        self._waiting: set[str] = set()
        self._signs: Signs | None = None
        self._begun = engine is None and not any(home.index(self._name, level).exists() for level in Access)

    def _writer(self, level: Access) -> IndexWriter:
        if level not in self._writers:
            folder = self._home.index(self._name, level)
            folder.mkdir(parents=True, exist_ok=True)
            self._writers[level] = self._engine.writer(folder)
        return self._writers[level]

    def put(self, document: str, access: Access, entries: Sequence[IndexEntry]) -> None:
        """Replace the document's entries, in the index of its level and no other."""
        self.remove(document, keep=access)
        self._writer(access).put(document, list(map(self._signs_of().signed, entries)))

    def _signs_of(self) -> Signs:
        """Those of the thesaurus that the store has when the first document comes."""
        if self._signs is None:
            with self._store.read() as connection:
                self._signs = signs_of(connection)
        return self._signs

    def remove(self, document: str, *, keep: Access | None = None) -> None:
        """Take the document out of every index, or of every index but one."""
        for level in Access:
            if level != keep and self._home.index(self._name, level).exists():
                self._writer(level).remove(document)
        self._waiting.add(document)

    def commit(self) -> None:
        """Make it durable and visible; then, and only then, strike the documents off the list of pending ones."""
        for writer in self._writers.values():
            writer.commit()
        with self._store.write() as connection:
            write.clear_pending(connection, self._waiting)
            if not upkeep.setting(connection, "analysis"):
                write.put_setting(connection, "analysis", str(ANALYSIS_VERSION))
            generation = int(upkeep.setting(connection, "generation", "0"))
            if self._signs and upkeep.setting(connection, SIGNS) != self._signs.mark:
                # Beside entries with the signs of another thesaurus, or none, these are not those of all.
                write.put_setting(connection, SIGNS, self._signs.mark if self._begun else "")
            write.put_setting(connection, "generation", str(generation + 1))
        self._waiting.clear()

    def __enter__(self) -> IndexWriting:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for writer in self._writers.values():
            writer.close()
