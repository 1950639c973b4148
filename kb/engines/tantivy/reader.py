"""Reading: a snapshot that is searched, counted and asked for its terms."""

from __future__ import annotations

import json
import os
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Occur
from tantivy import Query as Native

from kb.engines.constant import constant, restricting
from kb.engines.failures import translated
from kb.engines.fields import check_stamp
from kb.engines.protocol import Counts, Match, Matches, Request
from kb.engines.tantivy.schema import VERSION, number, open_index
from kb.engines.tantivy.trees import Translation
from kb.errors import EngineError, QueryError

BUCKETS = 1000  # values of one facet that are counted; beyond it the rarest are left out
ROUNDED = 1.000_001  # scores have seven digits
TOTAL = "*"  # the name of the count of all matches among the facets: no field is called so
FREQUENCIES = 32_768  # of words, that are remembered: a search asks for a hundred, with every page and filter again
SPARE = 100  # hits fetched beyond the page, to see whether equal scores cross its edge

_BESIDE = ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="search")

Found = list[tuple[float, Any]]


class TantivyReader:
    """What was committed when it was opened. Threads may share it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        check_stamp(folder, "tantivy", VERSION)
        with translated("the index cannot be opened", str(folder)):
            self._deletions = _deletions(folder)
            index = open_index(folder, create=False)
            self._schema = index.schema
            self._searcher: tantivy.Searcher | None = index.searcher()
            self._deletions |= _deletions(folder)
        self._dictionary = lru_cache(maxsize=64)(self._begins)
        # The same beginning is asked for again with every page and every filter of a search.
        self._frequent = lru_cache(maxsize=64)(self._most_frequent)
        self._held = lru_cache(maxsize=FREQUENCIES)(self._frequency)
        self._translation = Translation(self._schema, self._dictionary)

    def search(self, request: Request) -> Matches:
        """The page asked for, the count of all matches and the facets over them, all three looked for beside what is
        done meanwhile: the page and the counts are each half of the time of a search."""
        searcher = self._open
        try:
            page = self._ranked(searcher, request) if request.limit > 0 else None
            counting = self._counted(searcher, request) if request.counts else None
        except (ValueError, UnicodeEncodeError) as problem:
            raise QueryError("the engine cannot read this query", advice="Simplify it") from problem
        paging = page.result if page else tuple
        return Matches(paging, counting.result if counting else lambda: (request.offset + len(paging()), {}))

    def count(self) -> int:
        """Passages in the snapshot."""
        return int(self._open.num_docs)

    def documents(self) -> dict[str, int]:
        """Document id → its passages, without what was removed."""
        with translated("the index cannot be read", str(self._folder)):
            return dict(self._open.terms_with_prefix("document", "", filter_query=self._alive))

    def frequency(self, field: str, term: str) -> int:
        """How many passages hold the term."""
        return self._held(field, term)

    def terms(self, field: str, prefix: str, *, limit: int = 50) -> list[tuple[str, int]]:
        """Terms that begin so, most frequent first, then by the alphabet, with their frequency."""
        with translated("the index cannot be read", str(self._folder)):
            return list(self._frequent(field, prefix, limit))

    def close(self) -> None:
        """Let go of the files."""
        self._searcher = None
        self._dictionary.cache_clear()
        self._frequent.cache_clear()
        self._held.cache_clear()

    @property
    def _open(self) -> tantivy.Searcher:
        if self._searcher is None:
            raise EngineError("the reader was closed", where=str(self._folder), advice="Open another one")
        return self._searcher

    @property
    def _alive(self) -> Native | None:
        """Removed passages stay in the dictionary until a merge: then counts must be taken over what is left."""
        return Native.all_query() if self._deletions else None

    def _ranked(self, searcher: tantivy.Searcher, request: Request) -> Future[tuple[Match, ...]]:
        """The page, being looked for."""
        query = self._native(self._translation.native(request.tree, request.weights), request)
        sure = self._translation.sure(request.tree, request.weights)
        leading = (self._native(sure[0], request), sure[1]) if sure else None
        return _BESIDE.submit(self._page, searcher, query, leading, request)

    def _counted(self, searcher: tantivy.Searcher, request: Request) -> Future[Counts]:
        """The counts, being taken."""
        query = self._native(self._translation.native(restricting(request.tree), {}), request)
        return _BESIDE.submit(self._counts, searcher, query, request.facets)

    def _native(self, query: Native, request: Request) -> Native:
        if request.filters is None:
            return query
        silent = Native.const_score_query(self._translation.native(request.filters, {}), 0.0)
        return Native.boolean_query([(Occur.Must, query), (Occur.Must, silent)])

    def _frequency(self, field: str, term: str) -> int:
        with translated("the index cannot be read", str(self._folder)):
            if not self._deletions:
                return int(self._open.doc_freq(field, term))
            return _count(self._open.search(Native.term_query(self._schema, field, term, "basic"), 1))

    def _begins(self, field: str, prefix: str) -> list[str]:
        return [term for term, _ in self._open.terms_with_prefix(field, prefix)]

    def _most_frequent(self, field: str, prefix: str, limit: int) -> tuple[tuple[str, int], ...]:
        found = self._open.terms_with_prefix(field, prefix, filter_query=self._alive, limit=limit)
        return tuple((term, count) for term, count in found if count)

    @cached_property
    def _ranks(self) -> dict[int, int]:
        names = sorted(name for name, _ in self._open.terms_with_prefix("document", ""))
        return {number(name): rank for rank, name in enumerate(names)}

    def _page(
        self, searcher: tantivy.Searcher, query: Native, leading: tuple[Native, float] | None, request: Request
    ) -> tuple[Match, ...]:
        """The matches of the page. Those of ``leading`` that score more than its number stand before all others."""
        with translated("the index cannot be searched", str(self._folder)):
            return self._best(searcher, query, leading, request)

    def _best(
        self, searcher: tantivy.Searcher, query: Native, leading: tuple[Native, float] | None, request: Request
    ) -> tuple[Match, ...]:
        first, last = request.offset, request.offset + request.limit
        same = constant(request.tree)
        if request.sort == "date" or same is not None:
            column = "recent" if request.sort == "date" else "place"
            order = tantivy.Order.Asc
            result = searcher.search(
                query, request.limit, count=False, order_by_field=column, order=order, offset=first
            )
            return self._matches(searcher, [(same or 0.0, address) for _, address in result.hits])
        wanted = last + SPARE
        hits: Found = searcher.search(leading[0], wanted, count=False).hits if leading else []
        # A word that nearly every passage holds may add less than a score can show.
        if leading is None or len(hits) < wanted or hits[-1][0] <= leading[1] * ROUNDED:
            hits = searcher.search(query, wanted, count=False).hits
        # Equal scores may cross the page's edge: fetch until they end, or pages would not follow on each other.
        while len(hits) == wanted and hits[-1][0] == hits[last - 1][0]:
            wanted *= 8
            hits = searcher.search(query, wanted, count=False).hits
        return self._matches(searcher, self._untied(searcher, hits, last)[first:last])

    def _counts(self, searcher: tantivy.Searcher, query: Native, fields: tuple[str, ...]) -> Counts:
        """How many passages match, and the facets over them: counted together, for matching costs more than
        counting."""
        asked: dict[str, Any] = {field: {"terms": {"field": field, "size": BUCKETS}} for field in fields}
        with translated("the index cannot be searched", str(self._folder)):
            found = searcher.aggregate(query, asked | {TOTAL: {"value_count": {"field": "number"}}})
        return int(found[TOTAL]["value"]), {field: _buckets(found[field]["buckets"]) for field in fields}

    def _untied(self, searcher: tantivy.Searcher, hits: Found, last: int) -> Found:
        """The hits with equal scores in the order of documents and of passages in them."""
        if len(hits) > last:
            edge = hits[last - 1][0]
            hits = [hit for hit in hits if hit[0] >= edge]
        scores = [score for score, _ in hits]
        if len(set(scores)) == len(scores):
            return hits
        addresses = [address for _, address in hits]
        documents = _column(searcher, "number", addresses)
        ordinals = _column(searcher, "ordinal", addresses)
        ranks = self._ranks
        order = sorted(range(len(hits)), key=lambda i: (-scores[i], ranks[documents[i]], ordinals[i]))
        return [hits[i] for i in order]

    def _matches(self, searcher: tantivy.Searcher, page: Found) -> tuple[Match, ...]:
        addresses = [address for _, address in page]
        dates = _column(searcher, "date", addresses)
        ordinals = _column(searcher, "ordinal", addresses)
        matches = []
        for (score, address), date, ordinal in zip(page, dates, ordinals, strict=True):
            key = str(searcher.doc(address).get_first("key"))
            document, _, anchor = key.rpartition("#")
            matches.append(Match(key, document, anchor, float(score), date, ordinal))
        return tuple(matches)


def _buckets(found: list[dict[str, Any]]) -> dict[str, int]:
    ordered = sorted(found, key=lambda bucket: (-bucket["doc_count"], str(bucket["key"])))
    return {str(bucket["key"]): int(bucket["doc_count"]) for bucket in ordered if bucket["doc_count"]}


def _count(result: Any) -> int:
    return int(result.count or 0)


def _column(searcher: tantivy.Searcher, field: str, addresses: list[Any]) -> list[int]:
    return [int(value or 0) for value in searcher.fast_field_values(field, addresses)] if addresses else []


def _deletions(folder: Path) -> bool:
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    return any(segment.get("deletes") for segment in meta["segments"])
