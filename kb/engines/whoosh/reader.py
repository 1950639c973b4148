"""Reading: a snapshot that is searched, counted and asked for its terms."""

from __future__ import annotations

import threading
from collections import Counter
from pathlib import Path
from typing import Any

from whoosh.index import open_dir

from kb.engines.failures import translated
from kb.engines.fields import check_stamp
from kb.engines.protocol import Match, Matches, Request
from kb.engines.whoosh.postings import Scores
from kb.engines.whoosh.schema import VERSION
from kb.engines.whoosh.trees import matches
from kb.errors import EngineError, QueryError


class WhooshReader:
    """What was committed when it was opened. Threads may share it; they take turns."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.RLock()
        self._rows: dict[int, dict[str, Any]] = {}
        check_stamp(folder, "whoosh", VERSION)
        with translated("the index cannot be opened", str(folder)):
            self._searcher: Any = open_dir(str(folder)).searcher()

    def search(self, request: Request) -> Matches:
        """The page asked for, the count of all matches, and the facets over all of them."""
        with self._lock, translated("the index cannot be searched", str(self._folder)):
            scores = self._scores(request)
            found = [self._match(number, 0.0 if request.sort == "date" else score) for number, score in scores.items()]
            if request.sort == "date":
                found.sort(key=lambda match: (-match.date, match.document, match.ordinal))
            else:
                found.sort(key=lambda match: (-match.score, match.document, match.ordinal))
            facets = {field: self._facet(field, scores) for field in request.facets}
        page = found[request.offset : request.offset + max(request.limit, 0)]
        return Matches.of(tuple(page), len(found), facets)

    def count(self) -> int:
        """Passages in the snapshot."""
        return int(self._open.doc_count())

    def documents(self) -> dict[str, int]:
        """Document id → its passages, without what was removed."""
        with self._lock, translated("the index cannot be read", str(self._folder)):
            return dict(Counter(self._document(number) for number in self._open.reader().all_doc_ids()))

    def frequency(self, field: str, term: str) -> int:
        """How many passages hold the term."""
        with self._lock, translated("the index cannot be read", str(self._folder)):
            reader = self._open.reader()
            if not reader.has_deletions():
                return int(reader.doc_frequency(field, term))
            return len(list(reader.postings(field, term).all_ids())) if (field, term) in reader else 0

    def terms(self, field: str, prefix: str, *, limit: int = 50) -> list[tuple[str, int]]:
        """Terms that begin so, most frequent first, then by the alphabet, with their frequency."""
        with self._lock, translated("the index cannot be read", str(self._folder)):
            names = [term.decode() for term in self._open.reader().expand_prefix(field, prefix)]
            found = [(name, self.frequency(field, name)) for name in names]
        return sorted([one for one in found if one[1]], key=lambda one: (-one[1], one[0]))[:limit]

    def close(self) -> None:
        """Let go of the files."""
        searcher, self._searcher = self._searcher, None
        if searcher is not None:
            searcher.close()

    @property
    def _open(self) -> Any:
        if self._searcher is None:
            raise EngineError("the reader was closed", where=str(self._folder), advice="Open another one")
        return self._searcher

    def _scores(self, request: Request) -> Scores:
        try:
            scores = matches(self._open, request.tree, request.weights)
            kept = scores if request.filters is None else matches(self._open, request.filters, {})
        except UnicodeEncodeError as problem:
            raise QueryError("the engine cannot read this query", advice="Simplify it") from problem
        return {number: score for number, score in scores.items() if number in kept}

    def _row(self, number: int) -> dict[str, Any]:
        """The stored values of a passage; kept, because facets need those of every match."""
        if number not in self._rows:
            self._rows[number] = self._open.stored_fields(number)["row"]
        return self._rows[number]

    def _document(self, number: int) -> str:
        return str(self._row(number)["key"].rpartition("#")[0])

    def _match(self, number: int, score: float) -> Match:
        row = self._row(number)
        document, _, anchor = row["key"].rpartition("#")
        return Match(row["key"], document, anchor, score, row["date"], row["ordinal"])

    def _facet(self, field: str, numbers: dict[int, float]) -> dict[str, int]:
        counts = Counter(value for number in numbers for value in self._row(number).get(field, ()))
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
