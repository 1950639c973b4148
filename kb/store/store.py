"""One open store: hands out connections for reading and transactions for writing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from kb.store.connect import connect


class Store:
    """The database at ``where`` (a path for SQLite, else a database address). Safe to share between threads."""

    def __init__(self, where: Path | str) -> None:
        self._engine = connect(where)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection whose reads are one snapshot."""
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: all of it or, on any error, nothing."""
        with self._engine.begin() as connection:
            yield connection

    def close(self) -> None:
        self._engine.dispose()
