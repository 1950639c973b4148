"""The query tree over Whoosh's postings.

Whoosh's own combined matchers are not used: its AndNot lets the first passage through where the unwanted ones begin
earlier, its best-of ignores the tie. Sets of passages with scores are simple, and as fast as it gets in Python.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kb.engines.fields import UNWEIGHED
from kb.engines.tree import (
    Alike,
    All,
    AnyOf,
    Best,
    Every,
    Fuzzy,
    Node,
    Nothing,
    Phrase,
    Prefer,
    Prefix,
    Range,
    Term,
    Wildcard,
)
from kb.engines.whoosh import postings
from kb.engines.whoosh.postings import Scores

Weights = Mapping[tuple[str, str], float]


def matches(searcher: Any, node: Node, weights: Weights) -> Scores:
    """Every passage that matches, by its number, with its score; ``weights`` multiply the boost of terms."""
    match node:
        case Term(field, text, boost) if field in UNWEIGHED:
            return dict.fromkeys(postings.term(searcher, field, text, 1.0), boost)
        case Term(field, text, boost):
            return postings.term(searcher, field, text, boost * weights.get((field, text), 1.0))
        case Phrase(_, ()) | Nothing():
            return {}
        case Phrase(field, (text,), _, boost):
            return matches(searcher, Term(field, text, boost), weights)
        case Phrase(field, terms, slop, boost):
            factor = sum(weights.get((field, term), 1.0) for term in terms) / len(terms)
            return postings.phrase(searcher, Phrase(field, terms, slop, boost * factor))
        case Prefix() | Wildcard() | Fuzzy():
            return postings.sketch(searcher, node)
        case Range():
            return postings.between(searcher, node)
        case Every():
            return postings.every(searcher)
        case All(children, without):
            kept, *others = [matches(searcher, child, weights) for child in children or (Every(),)]
            unwanted = set().union(*(matches(searcher, child, weights) for child in without))
            return {
                number: score + sum(other[number] for other in others)
                for number, score in kept.items()
                if number not in unwanted and all(number in other for other in others)
            }
        case AnyOf(children):
            return _united([matches(searcher, child, weights) for child in children])
        case Best(children, tie):
            found = [matches(searcher, child, weights) for child in children]
            summed = _united(found)
            best = {number: max(one[number] for one in found if number in one) for number in summed}
            return {number: score + tie * (summed[number] - score) for number, score in best.items()}
        case Alike(child, score):
            return dict.fromkeys(matches(searcher, child, weights), score)
        case Prefer(required, optional):
            hints = _united([matches(searcher, child, weights) for child in optional])
            return {n: score + hints.get(n, 0.0) for n, score in matches(searcher, required, weights).items()}


def _united(several: list[Scores]) -> Scores:
    summed: Scores = {}
    for one in several:
        for number, score in one.items():
            summed[number] = summed.get(number, 0.0) + score
    return summed
