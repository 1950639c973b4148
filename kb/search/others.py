"""Other words for what was typed: the concepts a question names, in the languages it is asked of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kb.engines.tree import Node
from kb.nouns import Expansion
from kb.search import weights
from kb.thesaurus import Named, Thesaurus, nodes_of, terms_of

MOST_NODES = 48  # of one query: the cost of a search is bounded, whatever it names


@dataclass(slots=True)
class Others:
    """Looks words up; remembers what it gave, for the reader to see and to take away.

    ``without`` are the ids of what the reader has taken away; ``languages`` those of the search (None: all).
    """

    thesaurus: Thesaurus | None = None
    languages: Sequence[str] | None = None
    without: frozenset[str] = frozenset()
    given: dict[str, Expansion] = field(default_factory=dict)
    _left: int = MOST_NODES

    def of(self, run: Sequence[str]) -> list[tuple[int, int, tuple[Node, ...]]]:
        """Stretches ``[start:end)`` of the words that have other words, with what finds those."""
        if self.thesaurus is None:
            return []
        found: dict[tuple[int, int], list[Node]] = {}
        for named in self.thesaurus.named(run):
            nodes = self._nodes(named, " ".join(run[named.start : named.end]))
            if nodes:
                found.setdefault((named.start, named.end), []).extend(nodes)
        return [(start, end, tuple(dict.fromkeys(nodes))) for (start, end), nodes in found.items()]

    def _nodes(self, named: Named, words: str) -> tuple[Node, ...]:
        concept = named.concept
        if concept.id in self.without:
            return ()
        terms = terms_of(concept, self.languages)
        nodes = nodes_of(terms, weights.TRANSLATED)[: self._left]
        if nodes:
            self._left -= len(nodes)
            self.given[concept.id] = Expansion(id=concept.id, words=words, name=concept.name(), terms=terms)
        return nodes
