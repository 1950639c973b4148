"""The seam: a dumb inverted index over terms that kb analysed. One contract test runs on every implementation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from kb.engines.tree import Node
from kb.nouns import IndexEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A translated query. ``filters`` restrict without scoring; ``facets`` are the fields to count over all matches.

    ``sort`` is ``relevance``, or ``date`` (newest first); ties go by document, then ordinal, so that every engine
    pages alike. ``weights`` are idf corrections, (field, term) → factor: a reader of several access levels sees the
    statistics of all that it may see. Without ``counts`` only the page is asked for: the total may then be any number
    that is no smaller than the page's.
    """

    tree: Node
    filters: Node | None = None
    facets: tuple[str, ...] = ()
    limit: int = 10
    offset: int = 0
    sort: str = "relevance"
    weights: dict[tuple[str, str], float] = field(default_factory=dict)
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Match:
    """One matching passage by its key, with the engine's score (comparable only within one search)."""

    key: str
    document: str
    anchor: str
    score: float
    date: int = 0
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class Matches:
    """``total`` counts every match; ``matches`` is the page asked for; no facet bucket has a count of zero."""

    total: int
    matches: tuple[Match, ...]
    facets: dict[str, dict[str, int]] = field(default_factory=dict)


class IndexReader(Protocol):
    """A snapshot: what was committed when it was opened. Safe to share between threads."""

    def search(self, request: Request) -> Matches: ...
    def count(self) -> int:
        """Passages in the snapshot."""

    def documents(self) -> dict[str, int]:
        """Document id → its passages, to hold the index against the store."""

    def frequency(self, field: str, term: str) -> int:
        """How many passages hold the term."""

    def terms(self, field: str, prefix: str, *, limit: int = 50) -> list[tuple[str, int]]:
        """Terms that begin so, most frequent first, with their frequency."""

    def close(self) -> None: ...


class IndexWriter(Protocol):
    """The one writer of an index. Nothing is seen by readers, or survives a kill, before ``commit``."""

    def put(self, document: str, entries: Iterable[IndexEntry]) -> None:
        """Replace every passage of the document."""

    def remove(self, document: str) -> None: ...
    def commit(self) -> None: ...
    def close(self) -> None:
        """Give up what is not committed and release the index."""


class Engine(Protocol):
    """One index in one folder. Formats are disposable: a folder of another version raises EngineError."""

    name: str

    def reader(self, folder: Path) -> IndexReader: ...
    def writer(self, folder: Path) -> IndexWriter: ...
