"""What Whoosh's own queries match otherwise than the tree says, done here over its postings."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from typing import Any

from whoosh.matching.mcore import ListMatcher, NullMatcher
from whoosh.query.qcore import Query
from whoosh.scoring import BM25F

from kb.engines.distance import within
from kb.engines.spread import offsets
from kb.engines.tree import Fuzzy, Prefix, Wildcard

K1, B = 1.2, 0.75


class Ranking(BM25F):
    """BM25 with the idf that the default engine has, which never falls below zero."""

    def __init__(self) -> None:
        super().__init__(B=B, K1=K1)

    def idf(self, searcher: Any, fieldname: str, text: Any) -> float:
        """ln(1 + (N - n + 0.5) / (n + 0.5)) over the whole index."""
        whole = searcher.get_parent()
        count, held = whole.doc_count(), whole.doc_frequency(fieldname, text)
        return math.log(1 + max(count - held + 0.5, 0.5) / (held + 0.5))


class Listed(Query):
    """Matches what a function finds in one segment: pairs of passage and score, by rising number of the passage."""

    def __init__(self, find: Callable[[Any], Iterator[tuple[int, float]]]) -> None:
        self._find = find

    def matcher(self, searcher: Any, context: Any = None) -> Any:  # noqa: ARG002 - Whoosh's signature
        """The matcher for one segment."""
        found = list(self._find(searcher))
        if not found:
            return NullMatcher()
        ids, scores = zip(*found, strict=True)
        return ListMatcher(list(ids), weights=list(scores))  # type: ignore[no-untyped-call]  # untyped there

    def estimate_size(self, ixreader: Any) -> int:
        """The most there can be."""
        return int(ixreader.doc_count())

    def estimate_min_size(self, ixreader: Any) -> int:  # noqa: ARG002 - Whoosh's signature
        """The fewest there can be."""
        return 0


def sketch(node: Prefix | Wildcard | Fuzzy) -> Listed:
    """Passages with a term that fits, all with the node's boost as their score."""
    fits, start = _fits(node)

    def find(searcher: Any) -> Iterator[tuple[int, float]]:
        reader = searcher.reader()
        ids: set[int] = set()
        for encoded in reader.expand_prefix(node.field, start):
            if fits(encoded.decode()):
                ids.update(reader.postings(node.field, encoded).all_ids())
        return ((number, node.boost) for number in sorted(ids))

    return Listed(find)


def _fits(node: Prefix | Wildcard | Fuzzy) -> tuple[Callable[[str], object], str]:
    """Whether a term fits, and how it must begin."""
    if isinstance(node, Prefix):
        return str, node.text
    if isinstance(node, Fuzzy):
        start, rest = node.text[: node.prefix], node.text[node.prefix :]
        return (lambda term: within(term[len(start) :], rest, node.distance)), start
    parts = (".*" if mark == "*" else "." if mark == "?" else re.escape(mark) for mark in node.pattern)
    return re.compile("".join(parts), re.DOTALL).fullmatch, re.split(r"[*?]", node.pattern)[0]


def phrase(field: str, terms: tuple[str, ...], slop: int, boost: float) -> Listed:
    """Passages that hold the terms in one of the ways in which a phrase may stand; scored like one rare term."""
    ways = offsets(len(terms), slop)

    def find(searcher: Any) -> Iterator[tuple[int, float]]:
        reader = searcher.reader()
        if any((field, term) not in reader for term in terms):
            return
        ranking = Ranking()
        weight = boost * sum(ranking.idf(searcher, field, term) for term in terms)
        average = searcher.get_parent().avg_field_length(field) or 1
        rows = [reader.postings(field, term) for term in terms]
        for number in _common(rows):
            first, *rest = ([*row.value_as("positions")] for row in rows)
            others = [set(places) for places in rest]
            times = sum(
                any(all(at + step in held for step, held in zip(way[1:], others, strict=True)) for way in ways)
                for at in first
            )
            if times:
                length = reader.doc_field_length(number, field)
                yield number, weight * times * (K1 + 1) / (times + K1 * (1 - B + B * length / average))

    return Listed(find)


def _common(rows: list[Any]) -> Iterator[int]:
    """The passages that stand in every row of postings, with all rows at that place."""
    while all(row.is_active() for row in rows):
        furthest = max(row.id() for row in rows)
        for row in rows:
            if row.id() < furthest:
                row.skip_to(furthest)
                break
        else:
            yield furthest
            rows[0].next()
