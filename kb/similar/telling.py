"""The words of a passage that tell what it is about: the rare ones, names, numbers, and terms of the thesaurus."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kb.engines.protocol import IndexReader
from kb.languages import QueryTerms, Token, analyse, fold, group_of
from kb.languages.function_words import CYRILLIC, LATIN
from kb.nouns import Concept
from kb.search import weights
from kb.search.merge import idf
from kb.thesaurus import Thesaurus

LONGEST = 600  # words of a passage that are read: an article is shorter, an unnumbered wall of text says enough by then
_STOPS = frozenset(".!?:;•–—")


@dataclass(frozen=True, slots=True)
class Telling:
    """A word, or a stretch of words that names concepts; ``weight`` is how much it says, ``often`` how often it
    stands there."""

    tokens: tuple[Token, ...]
    weight: float
    often: int
    concepts: tuple[Concept, ...] = ()

    @property
    def text(self) -> str:
        """As it stands in the passage."""
        return " ".join(token.text for token in self.tokens)


def telling(
    text: str, language: str | None, readers: Sequence[IndexReader], held: Iterable[str], thesaurus: Thesaurus | None
) -> list[Telling]:
    """What tells most, first: at most weights.TELLING_WORDS words and TELLING_CONCEPTS terms of several words.

    A word that stands in more than weights.TELLING of the passages of its language says nothing. ``held`` are the
    languages of the collection.
    """
    tokens = analyse(text, language)[:LONGEST]
    named, small = _names(text, tokens), _small(group_of(language))
    total = _passages(language, readers, held)
    often = Counter(token.stem for token in tokens)
    concepts = _concepts(tokens, thesaurus)
    single = {tokens[start].stem: several for (start, end), several in concepts.items() if end == start + 1}
    rarity: dict[str, float] = {}
    words: list[Telling] = []
    for token in {token.stem: token for token in reversed(tokens)}.values():
        holding = sum(reader.frequency("stem", token.stem) for reader in readers)
        common = holding > max(weights.TELLING * total, weights.FEW_TELLING)
        rarity[token.stem] = idf(max(total, holding), holding)
        if common or not _says_something(token):
            continue
        weight = rarity[token.stem] * (1 + math.log(often[token.stem]))
        weight *= weights.NAMES if token.stem in named else weights.SMALL if token.folded in small else 1.0
        words.append(Telling((token,), weight, often[token.stem], tuple(single.get(token.stem, ()))))
    terms: dict[tuple[str, ...], Telling] = {}
    for (start, end), several in concepts.items():
        stems = tuple(token.stem for token in tokens[start:end])
        if end > start + 1:
            before = terms[stems].often if stems in terms else 0
            weight = max(rarity[stem] for stem in stems) * (1 + math.log(before + 1))
            terms[stems] = Telling(tuple(tokens[start:end]), weight, before + 1, tuple(several))
    best = sorted(words, key=_order)[: weights.TELLING_WORDS]
    return sorted([*best, *sorted(terms.values(), key=_order)[: weights.TELLING_CONCEPTS]], key=_order)


def _order(one: Telling) -> tuple[float, int]:
    return -one.weight, one.tokens[0].start


def _says_something(token: Token) -> bool:
    """A word of three letters or more, or a number of two digits or more."""
    return len(token.folded) > (1 if token.folded[0].isdigit() else 2)


@cache
def _small(group: str) -> frozenset[str]:
    """The function words of a language, folded: in a small collection they may be rare."""
    return frozenset(fold(word) for words in (LATIN, CYRILLIC) for word in words.get(group, "").split())


def _passages(language: str | None, readers: Sequence[IndexReader], held: Iterable[str]) -> int:
    """How many passages are in the language: its words are rare or common among these."""
    group = group_of(language)
    codes = [code for code in held if group_of(code) == group]
    return sum(reader.frequency("language", code) for reader in readers for code in codes) or sum(
        reader.count() for reader in readers
    )


def _names(text: str, tokens: Sequence[Token]) -> set[str]:
    """The stems of words with a capital that no sentence begins with; none in a text that writes many so."""
    found = {
        token.stem
        for before, token in pairwise(tokens)
        if token.text[0].isupper() and _STOPS.isdisjoint(text[before.end : token.start])
    }
    capitals = sum(token.text[0].isupper() for token in tokens)
    return found if capitals <= weights.CAPITALS * len(tokens) else set()


def _concepts(tokens: Sequence[Token], thesaurus: Thesaurus | None) -> dict[tuple[int, int], list[Concept]]:
    if thesaurus is None:
        return {}
    found: dict[tuple[int, int], list[Concept]] = {}
    for one in thesaurus.naming([QueryTerms(t.exact, (t.folded,), (t.stem,)) for t in tokens]):
        found.setdefault((one.start, one.end), []).append(one.concept)
    return found
