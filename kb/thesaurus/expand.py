"""The other words for a concept, as an engine looks for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import zip_longest

from kb.engines.spread import widest
from kb.engines.tree import Node, Phrase, Term
from kb.languages import group_of
from kb.nouns import Concept
from kb.thesaurus.keys import key_of

MOST_TERMS = 4  # of one language: each costs every search that names the concept
SLOP = 1  # words between those of a term: the linking words of Albanian, an article


def terms_of(
    concept: Concept, languages: Iterable[str] | None, most: int | None = MOST_TERMS
) -> dict[str, tuple[str, ...]]:
    """Its terms in those of its languages that are asked for (None: in all), the preferred one first, at most so many
    of each."""
    groups = None if languages is None else {group_of(code) for code in languages}
    return {
        language: terms[:most]
        for language, terms in concept.terms.items()
        if groups is None or group_of(language) in groups
    }


def nodes_of(terms: dict[str, tuple[str, ...]], weight: float) -> tuple[Node, ...]:
    """What finds the terms in all their forms; each passage with one scores ``weight`` of what a typed word would.
    The preferred terms of all languages come first, then the second ones: whoever takes a few misses no language."""
    return _nodes(tuple(terms.items()), weight)


@lru_cache(maxsize=2048)  # the same concepts are asked for again and again
def _nodes(terms: tuple[tuple[str, tuple[str, ...]], ...], weight: float) -> tuple[Node, ...]:
    found: dict[Sequence[str], Node] = {}
    languages = [language for language, _ in terms]
    for row in zip_longest(*(several for _, several in terms)):
        for language, term in zip(languages, row, strict=True):
            stems = key_of(term, language).stems if term else ()
            if len(stems) == 1:
                found[stems] = Term("stem", stems[0], weight)
            elif stems:
                found[stems] = Phrase("stem", stems, widest(len(stems), SLOP), weight)
    return tuple(found.values())
