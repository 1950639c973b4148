"""The seam: a dumb inverted index over terms that kb analysed. One contract test runs on every implementation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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


Counts = tuple[int, dict[str, dict[str, int]]]  # of all matches, and by facet and value


@dataclass(frozen=True, slots=True, eq=False)
class Matches:
    """A page and counts, for which an engine may still be looking: whoever asks waits.

    ``paging`` gives the page, ``counting`` the counts; the same whenever they are called.
    """

    paging: Callable[[], tuple[Match, ...]]
    counting: Callable[[], Counts]

    @staticmethod
    def of(matches: tuple[Match, ...], total: int, facets: dict[str, dict[str, int]] | None = None) -> Matches:
        """What is found already."""
        return Matches(lambda: matches, lambda: (total, facets or {}))

    def paged(self, matches: tuple[Match, ...]) -> Matches:
        """The same counts with another page."""
        return Matches(lambda: matches, self.counting)

    @property
    def matches(self) -> tuple[Match, ...]:
        """The page asked for."""
        return self.paging()

    @property
    def total(self) -> int:
        """Of all matches."""
        return self.counting()[0]

    @property
    def facets(self) -> dict[str, dict[str, int]]:
        """Over all matches; no bucket has a count of zero."""
        return self.counting()[1]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Matches) and (self.matches, self.counting()) == (other.matches, other.counting())

    __hash__ = None  # type: ignore[assignment]


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
