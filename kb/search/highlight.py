"""Which words of a stored text made it match: by the same analysis that indexed them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from kb.engines.distance import within
from kb.engines.spread import offsets
from kb.engines.tree import All, AnyOf, Best, Fuzzy, Node, Phrase, Prefer, Prefix, Term, Wildcard
from kb.languages import analysed, group_of
from kb.thesaurus import signed_group

Span = tuple[int, int]
Meant = Mapping[str, Callable[[], Sequence[Node]]]
_Leaf = Term | Phrase | Prefix | Wildcard | Fuzzy

PLACES = {"exact": 0, "folded": 1, "stem": 2}  # of the terms of a word


class Highlighter:
    """Finds the words that a query asked for, in any text."""

    def __init__(self, tree: Node, meant: Meant = MappingProxyType({})) -> None:
        """``meant`` gives the words that signs of concepts in the tree stand for."""
        self._terms: dict[str, set[str]] = {"exact": set(), "folded": set(), "stem": set()}
        # Phrases by their field and first word: most of the other words for a concept stand in no passage of a page.
        self._phrases: dict[str, dict[str, list[Phrase]]] = {}
        self._sketches: list[tuple[str, re.Pattern[str]]] = []
        self._fuzzies: list[Fuzzy] = []
        # What a concept is called in a language is worked out when a passage in it comes.
        self._waiting: dict[str, list[Callable[[], Sequence[Node]]]] = {}
        self._look_for(dict.fromkeys(_leaves(tree)), meant)

    def _look_for(self, leaves: Iterable[_Leaf], meant: Meant = MappingProxyType({})) -> None:
        for leaf in leaves:
            if isinstance(leaf, Term) and leaf.text in meant:
                self._waiting.setdefault(signed_group(leaf.text), []).append(meant[leaf.text])
                continue
            if leaf.field not in self._terms:
                continue
            if isinstance(leaf, Term):
                self._terms[leaf.field].add(leaf.text)
            elif isinstance(leaf, Phrase):
                if leaf.terms:
                    self._phrases.setdefault(leaf.field, {}).setdefault(leaf.terms[0], []).append(leaf)
            elif isinstance(leaf, Fuzzy):
                self._fuzzies.append(leaf)
            else:
                self._sketches.append((leaf.field, _fit(leaf)))

    def spans(self, text: str, language: str | None) -> list[Span]:
        """Half-open places in ``text``, in order, none overlapping; words of a phrase that only spaces part are one."""
        for words in self._waiting.pop(group_of(language), ()):
            self._look_for(leaf for node in words() for leaf in _leaves(node))
        found = analysed(text, language)
        exact, folded, stems = self._terms["exact"], self._terms["folded"], self._terms["stem"]
        marked = {
            at
            for at, (_, (as_is, plain, stem)) in enumerate(found)
            if plain in folded or stem in stems or as_is in exact
        }
        if self._fuzzies or self._sketches:
            marked |= {at for at, (_, values) in enumerate(found) if self._nearly(values)}
        joined: set[int] = set()
        for field, by_first in self._phrases.items():
            row = [values[PLACES[field]] for _, values in found]
            if by_first.keys().isdisjoint(row):
                continue
            for at, term in enumerate(row):
                for phrase in by_first.get(term, ()):
                    place = _place(phrase, row, at)
                    marked |= set(place)
                    joined |= {a for a, b in pairwise(place) if b == a + 1}
        spans: list[Span] = []
        last = -2
        for at in sorted(marked):
            start, end = found[at][0].span()
            if spans and last == at - 1 and last in joined:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
            last = at
        return spans

    def _nearly(self, values: tuple[str, str, str]) -> bool:
        if any(_near(leaf, values[PLACES[leaf.field]]) for leaf in self._fuzzies):
            return True
        return any(fits.fullmatch(values[PLACES[field]]) for field, fits in self._sketches)


def _fit(leaf: Prefix | Wildcard) -> re.Pattern[str]:
    if isinstance(leaf, Prefix):
        return re.compile(re.escape(leaf.text) + ".*", re.DOTALL)
    return re.compile("".join(".*" if c == "*" else "." if c == "?" else re.escape(c) for c in leaf.pattern), re.DOTALL)


def _near(leaf: Fuzzy, term: str) -> bool:
    return term[: leaf.prefix] == leaf.text[: leaf.prefix] and within(
        term[leaf.prefix :], leaf.text[leaf.prefix :], leaf.distance
    )


def _place(phrase: Phrase, row: Sequence[str], at: int) -> tuple[int, ...]:
    """Where the words of a phrase stand whose first word is at ``at``; of several ways the tightest, () for none."""
    for way in offsets(len(phrase.terms), phrase.slop):
        place = tuple(at + step for step in way)
        if place[-1] < len(row) and all(row[p] == t for p, t in zip(place, phrase.terms, strict=True)):
            return place
    return ()


def _leaves(node: Node) -> Iterator[_Leaf]:
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
