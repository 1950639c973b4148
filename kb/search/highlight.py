"""Which words of a stored text made it match: by the same analysis that indexed them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kb.engines.distance import within
from kb.engines.spread import offsets
from kb.engines.tree import All, AnyOf, Best, Fuzzy, Node, Phrase, Prefer, Prefix, Term, Wildcard
from kb.languages import Token, analyse

Span = tuple[int, int]


class Highlighter:
    """Finds the words that a query asked for, in any text."""

    def __init__(self, tree: Node) -> None:
        self._terms: dict[str, set[str]] = {"exact": set(), "folded": set(), "stem": set()}
        self._phrases: list[Phrase] = []
        self._sketches: list[tuple[str, re.Pattern[str]]] = []
        self._fuzzies: list[Fuzzy] = []
        for leaf in _leaves(tree):
            if leaf.field not in self._terms:
                continue
            if isinstance(leaf, Term):
                self._terms[leaf.field].add(leaf.text)
            elif isinstance(leaf, Phrase):
                self._phrases.append(leaf)
            elif isinstance(leaf, Fuzzy):
                self._fuzzies.append(leaf)
            else:
                self._sketches.append((leaf.field, _fit(leaf)))

    def spans(self, text: str, language: str | None) -> list[Span]:
        """Half-open places in ``text``, in order, none overlapping; words of a phrase that only spaces part are one."""
        tokens = analyse(text, language)
        marked = {at for at, token in enumerate(tokens) if self._matches(token)}
        joined: set[int] = set()
        for phrase in self._phrases:
            for place in _places(phrase, tokens):
                marked |= set(place)
                joined |= {a for a, b in pairwise(place) if b == a + 1}
        spans: list[Span] = []
        last = -2
        for at in sorted(marked):
            token = tokens[at]
            if spans and last == at - 1 and last in joined:
                spans[-1] = (spans[-1][0], token.end)
            else:
                spans.append((token.start, token.end))
            last = at
        return spans

    def _matches(self, token: Token) -> bool:
        terms = self._terms
        if token.folded in terms["folded"] or token.stem in terms["stem"] or token.exact in terms["exact"]:
            return True
        if not self._fuzzies and not self._sketches:
            return False
        values = {"exact": token.exact, "folded": token.folded, "stem": token.stem}
        if any(_near(leaf, values[leaf.field]) for leaf in self._fuzzies):
            return True
        return any(fits.fullmatch(values[field]) for field, fits in self._sketches)


def _fit(leaf: Prefix | Wildcard) -> re.Pattern[str]:
    if isinstance(leaf, Prefix):
        return re.compile(re.escape(leaf.text) + ".*", re.DOTALL)
    return re.compile("".join(".*" if c == "*" else "." if c == "?" else re.escape(c) for c in leaf.pattern), re.DOTALL)


def _near(leaf: Fuzzy, term: str) -> bool:
    return term[: leaf.prefix] == leaf.text[: leaf.prefix] and within(
        term[leaf.prefix :], leaf.text[leaf.prefix :], leaf.distance
    )


def _places(phrase: Phrase, tokens: Sequence[Token]) -> Iterator[tuple[int, ...]]:
    """Where a phrase stands, as positions of its words; of several ways from one word on, the tightest."""
    row = [getattr(token, phrase.field) for token in tokens]
    for at, term in enumerate(row):
        if not phrase.terms or term != phrase.terms[0]:
            continue
        for way in offsets(len(phrase.terms), phrase.slop):
            place = tuple(at + step for step in way)
            if place[-1] < len(row) and all(row[p] == t for p, t in zip(place, phrase.terms, strict=True)):
                yield place
                break


def _leaves(node: Node) -> Iterator[Term | Phrase | Prefix | Wildcard | Fuzzy]:
    match node:
        case Term() | Phrase() | Prefix() | Wildcard() | Fuzzy():
            yield node
        case All(children, _) | AnyOf(children) | Best(children):
            for child in children:
                yield from _leaves(child)
        case Prefer(required, _):
            yield from _leaves(required)
        case _:
            return
