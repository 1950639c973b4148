"""What one leaf of a tree matches, read from Whoosh's postings: passage number → score."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from typing import Any

from whoosh.query.ranges import NumericRange
from whoosh.reading import TermNotFound

from kb.engines.distance import within
from kb.engines.fields import SETS, WORDS
from kb.engines.spread import offsets
from kb.engines.tree import Fuzzy, Phrase, Prefix, Range, Wildcard

Scores = dict[int, float]

# BM25 as the default engine has it.
K1, B = 1.2, 0.75
_LAST = 2**62


def idf(searcher: Any, field: str, term: str) -> float:
    """ln(1 + (N - n + 0.5) / (n + 0.5)) over the whole index; never below zero."""
    passages, held = searcher.doc_count(), searcher.doc_frequency(field, term)
    return math.log(1 + max(passages - held + 0.5, 0.5) / (held + 0.5))


def term(searcher: Any, field: str, text: str, boost: float) -> Scores:
    """Passages that hold the term."""
    found: Scores = {}
    weight = boost * idf(searcher, field, text)
    for segment, offset in searcher.leaf_searchers():
        row = _row(segment.reader(), field, text)
        if row is None:
            continue
        saturated = _saturation(searcher, segment.reader(), field)
        while row.is_active():
            number = row.id()
            found[number + offset] = weight * saturated(number, row.weight())
            row.next()
    return found


def every(searcher: Any) -> Scores:
    """Every passage that was not removed."""
    return dict.fromkeys(searcher.reader().all_doc_ids(), 1.0)


def between(searcher: Any, node: Range) -> Scores:
    """Passages whose number lies between the bounds; 0 stands for an unknown one and is never written."""
    low, high = max(node.low or 1, 1), _LAST if node.high is None else node.high
    if low > high:
        return {}
    inside = NumericRange(node.field, low, high).docs(searcher)  # type: ignore[no-untyped-call]  # untyped there
    return dict.fromkeys(inside, 1.0)


def sketch(searcher: Any, node: Prefix | Wildcard | Fuzzy) -> Scores:
    """Passages with a term that fits, all with the node's boost as their score."""
    fits, start = _fits(node)
    found: Scores = {}
    for segment, offset in searcher.leaf_searchers():
        reader = segment.reader()
        for encoded in reader.expand_prefix(node.field, start):
            if fits(encoded.decode()):
                found.update(dict.fromkeys((n + offset for n in reader.postings(node.field, encoded).all_ids()), 1.0))
    return dict.fromkeys(found, node.boost)


def phrase(searcher: Any, node: Phrase) -> Scores:
    """Passages that hold the terms in one of the ways in which a phrase may stand; scored like one rare term."""
    ways = offsets(len(node.terms), node.slop)
    weight = node.boost * sum(idf(searcher, node.field, text) for text in node.terms)
    found: Scores = {}
    for segment, offset in searcher.leaf_searchers():
        reader = segment.reader()
        rows = [_row(reader, node.field, text) for text in node.terms]
        if None in rows:
            continue
        saturated = _saturation(searcher, reader, node.field)
        for number in _common(rows):
            first, *others = (set(row.value_as("positions")) for row in rows if row is not None)
            times = sum(
                any(all(at + step in held for step, held in zip(way[1:], others, strict=True)) for way in ways)
                for at in first
            )
            if times:
                found[number + offset] = weight * saturated(number, times)
    return found


def _row(reader: Any, field: str, text: str) -> Any:
    try:
        return reader.postings(field, text)
    except TermNotFound:
        return None


def _saturation(searcher: Any, reader: Any, field: str) -> Callable[[int, float], float]:
    """How much a number of occurrences counts in a passage of its length; the same for all in a field of labels."""
    if field not in WORDS and field not in SETS:
        return lambda number, times: 1.0  # noqa: ARG005 - the signature of the other one
    average = searcher.avg_field_length(field) or 1

    def saturated(number: int, times: float) -> float:
        length = reader.doc_field_length(number, field)
        return float(times * (K1 + 1) / (times + K1 * (1 - B + B * length / average)))

    return saturated


def _fits(node: Prefix | Wildcard | Fuzzy) -> tuple[Callable[[str], object], str]:
    """What is true of a term that fits, and how it must begin."""
    if isinstance(node, Prefix):
        return bool, node.text
    if isinstance(node, Fuzzy):
        start, rest = node.text[: node.prefix], node.text[node.prefix :]
        return (lambda text: within(text[len(start) :], rest, node.distance)), start
    parts = (".*" if mark == "*" else "." if mark == "?" else re.escape(mark) for mark in node.pattern)
    return re.compile("".join(parts), re.DOTALL).fullmatch, re.split(r"[*?]", node.pattern)[0]


def _common(rows: list[Any]) -> Iterator[int]:
    """The passages that stand in every row of postings, with all rows at that place."""
    while all(row.is_active() for row in rows):
        furthest = max(row.id() for row in rows)
        behind = next((row for row in rows if row.id() < furthest), None)
        if behind is not None:
            behind.skip_to(furthest)
            continue
        yield furthest
        rows[0].next()
