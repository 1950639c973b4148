"""The query tree in Whoosh's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import whoosh.query

from kb.engines.tree import (
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
from kb.engines.whoosh.leaves import phrase, sketch

Weights = Mapping[tuple[str, str], float]
_LAST = 2**62
native: Any = whoosh.query  # its names are exported without types


def translate(node: Node, weights: Weights) -> Any:
    """The tree as one native query; ``weights`` multiply the boost of terms, by (field, term)."""
    match node:
        case Term(field, text, boost):
            return native.Term(field, text, boost=boost * weights.get((field, text), 1.0))
        case Phrase(field, terms, slop, boost):
            if len(terms) == 1:
                return translate(Term(field, terms[0], boost), weights)
            factor = sum(weights.get((field, term), 1.0) for term in terms) / max(len(terms), 1)
            return phrase(field, terms, slop, boost * factor) if terms else native.NullQuery
        case Prefix() | Wildcard() | Fuzzy():
            return sketch(node)
        case Range(field, low, high):
            low, high = max(low or 1, 1), _LAST if high is None else high
            return native.ConstantScoreQuery(native.NumericRange(field, low, high)) if low <= high else native.NullQuery
        case Every():
            return native.Every()
        case Nothing():
            return native.NullQuery
        case All(children, without):
            parts = [translate(child, weights) for child in children or (Every(),)]
            wanted = parts[0] if len(parts) == 1 else native.And(parts)
            unwanted = native.Or([translate(child, weights) for child in without])
            return native.AndNot(wanted, unwanted) if without else wanted
        case AnyOf(children):
            return native.Or([translate(child, weights) for child in children]) if children else native.NullQuery
        case Best(children, tie):
            parts = [translate(child, weights) for child in children]
            return native.DisjunctionMax(parts, tiebreak=tie) if parts else native.NullQuery
        case Prefer(required, optional):
            wanted = translate(required, weights)
            if not optional:
                return wanted
            return native.AndMaybe(wanted, native.Or([translate(child, weights) for child in optional]))
