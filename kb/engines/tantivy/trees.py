"""The query tree in Tantivy's words: objects only, never its query parser, which a long query can crash."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

import tantivy
from tantivy import Occur
from tantivy import Query as Native

from kb.engines.distance import within
from kb.engines.fields import UNWEIGHED
from kb.engines.spread import offsets
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

REMEMBERED = 4096  # words and phrases as native queries; one takes less than a kilobyte

_NONE: Mapping[tuple[str, str], float] = {}

# Term dictionary lookup: the terms of a field that begin so.
Dictionary = Callable[[str, str], list[str]]


class Translation:
    """Makes native queries of trees, for one index."""

    def __init__(self, schema: tantivy.Schema, dictionary: Dictionary) -> None:
        self._schema = schema
        self._dictionary = dictionary
        # Asked for twice in a search: to rank and to count.
        self._near = lru_cache(maxsize=256)(self._find_near)
        self._like = lru_cache(maxsize=256)(self._automaton)
        # A word asked for stands in several places of a tree, and so do all the other words for it.
        self._leaf = lru_cache(maxsize=REMEMBERED)(self._made)
        self._several = lru_cache(maxsize=REMEMBERED // 16)(self._joined_or_best)

    def native(self, node: Node, weights: Mapping[tuple[str, str], float]) -> Native:
        """The tree as one native query; ``weights`` multiply the boost of terms, by (field, term)."""

        def each(nodes: tuple[Node, ...]) -> list[Native]:
            return [self.native(child, weights) for child in nodes]

        match node:
            case Term(field, text):
                return self._leaf(node, 1.0 if field in UNWEIGHED else weights.get((field, text), 1.0))
            case Phrase(field, terms):
                factors = [weights.get((field, term), 1.0) for term in terms] if weights else ()
                return self._leaf(node, sum(factors) / len(factors) if factors else 1.0)
            case Prefix(field, text, boost):
                return _boosted(self._like(field, re.escape(text) + ".*"), boost)
            case Wildcard(field, pattern, boost):
                return _boosted(self._like(field, _regex(pattern)), boost)
            case Fuzzy():
                return _boosted(self._fuzzy(node), node.boost)
            case Range(field, low, high):
                found = Native.range_query(self._schema, field, tantivy.FieldType.Integer, max(low or 1, 1), high)
                return Native.const_score_query(found, 1.0)
            case Every():
                return Native.all_query()
            case Nothing():
                return Native.empty_query()
            case All(children, without):
                parts = [(Occur.Must, child) for child in each(children or (Every(),))]
                parts += [(Occur.MustNot, child) for child in each(without)]
                return _joined(parts)
            case AnyOf() | Best() if not weights:
                return self._several(node)
            case AnyOf() | Best():
                return self._joined_or_best(node, weights)
            case Alike(child, score):
                return Native.const_score_query(self.native(child, weights), score)
            case Prefer(required, ()):
                return self.native(required, weights)
            case Prefer(required, optional):
                parts = [(Occur.Should, child) for child in each(optional)]
                return _joined([(Occur.Must, self.native(required, weights)), *parts])

    def sure(self, node: Node, weights: Mapping[tuple[str, str], float]) -> tuple[Native, float] | None:
        """Those matches of the tree that may score above all the others, scored as the tree does, and the score of
        the others; None where that is not known.

        Where words with a beginning are asked for and the frequent ones preferred, these are found without the
        thousands of others, each of which adds its postings and nothing to the score.
        """
        match node:
            case Prefer(Prefix(field, text, boost), (_, *_) as optional):
                terms = [one for one in optional if isinstance(one, Term) and one.field == field and one.boost > 0]
                if len(terms) < len(optional) or not all(one.text.startswith(text) for one in terms):
                    return None
                alike = Native.const_score_query(Native.all_query(), boost)
                held = Native.boolean_query([(Occur.Should, self.native(one, weights)) for one in terms])
                return Native.boolean_query([(Occur.Must, alike), (Occur.Must, held)]), boost
            case _:
                return None

    def _joined_or_best(self, node: AnyOf | Best, weights: Mapping[tuple[str, str], float] = _NONE) -> Native:
        several = [self.native(child, weights) for child in node.children]
        match node:
            case AnyOf():
                return _joined([(Occur.Should, child) for child in several])
            case Best(_, tie):
                return several[0] if len(several) == 1 else Native.disjunction_max_query(several, tie)

    def _made(self, leaf: Term | Phrase, factor: float) -> Native:
        match leaf:
            case Term(field, text, boost) if field in UNWEIGHED:
                return Native.const_score_query(Native.term_query(self._schema, field, text, "basic"), boost)
            case Term(field, text, boost) | Phrase(field, (text,), _, boost):
                return _boosted(Native.term_query(self._schema, field, text, "freq"), boost * factor)
            case Phrase(_, ()):
                return Native.empty_query()
            case Phrase(field, (one, other), 1, boost) if one != other:
                # With two words and one position Tantivy's own slop means what kb.engines.spread does; with more it
                # allows other orders, and misses rows that it should find.
                return _boosted(Native.phrase_query(self._schema, field, [one, other], slop=1), boost * factor)
            case Phrase(field, terms, slop, boost):
                ways = [
                    Native.phrase_query(self._schema, field, list(zip(row, terms, strict=True)))
                    for row in offsets(len(terms), slop)
                ]
                best = ways[0] if len(ways) == 1 else Native.disjunction_max_query(ways, 0.0)
                return _boosted(best, boost * factor)

    def _fuzzy(self, node: Fuzzy) -> Native:
        """Tantivy's automaton knows no letters that must be equal: then the dictionary is filtered here."""
        if node.prefix <= 0:
            return Native.fuzzy_term_query(self._schema, node.field, node.text, node.distance)
        near = self._near(node.field, node.text, node.distance, node.prefix)
        return Native.term_set_query(self._schema, node.field, near) if near else Native.empty_query()

    def _automaton(self, field: str, pattern: str) -> Native:
        return Native.regex_query(self._schema, field, pattern)

    def _find_near(self, field: str, text: str, distance: int, prefix: int) -> list[str]:
        start, rest = text[:prefix], text[prefix:]
        least, most = len(text) - distance, len(text) + distance
        return [
            term
            for term in self._dictionary(field, start)
            if least <= len(term) <= most and within(term[len(start) :], rest, distance)
        ]


def _regex(pattern: str) -> str:
    return "".join(".*" if mark == "*" else "." if mark == "?" else re.escape(mark) for mark in pattern)


def _boosted(query: Native, boost: float) -> Native:
    return query if boost == 1.0 else Native.boost_query(query, boost)


def _joined(parts: list[tuple[Occur, Native]]) -> Native:
    if not parts:
        return Native.empty_query()
    return parts[0][1] if len(parts) == 1 and parts[0][0] != Occur.MustNot else Native.boolean_query(parts)
