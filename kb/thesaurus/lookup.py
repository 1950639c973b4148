"""Which concepts the words of a question name, in whatever language and form they are typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from kb.languages import LANGUAGES, QueryTerms, analyse, group_of, query_terms
from kb.languages import words as words_of
from kb.nouns import Concept
from kb.thesaurus.keys import LINKING, Key

MOST_CONCEPTS = 3  # that one word may name: beyond, it says too little
_REMEMBERED = 20_000  # words


@dataclass(frozen=True, slots=True)
class Named:
    """Words ``[start:end)`` of a question that name a concept."""

    start: int
    end: int
    concept: Concept


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a question or a text, and the terms of concepts that may begin with it."""

    terms: QueryTerms
    begins: tuple[tuple[Key, str], ...]


class Thesaurus:
    """Concepts, found by the keys of their terms. ``mark`` is the same only where all of them are."""

    def __init__(self, concepts: Iterable[tuple[Concept, tuple[Key, ...]]] = (), mark: str = "") -> None:
        self.mark = mark
        self.concepts: dict[str, Concept] = {}
        self._by_first: dict[str, list[tuple[Key, str]]] = {}
        for concept, keys in concepts:
            self.concepts[concept.id] = concept
            for key in keys:
                for first in {key.stems[0], key.folded[0]}:
                    self._by_first.setdefault(first, []).append((key, concept.id))
        # Whole reports are looked through, and most of their words come back: each is worked out once.
        self._words: dict[str, _Word] = {}
        self._groups: dict[str, Thesaurus] = {}
        # Of the forms of a word in other languages nothing begins.
        spoken = {group_of(code) for concept in self.concepts.values() for code in concept.terms}
        self._languages = [code for code in LANGUAGES if group_of(code) in spoken]

    @cached_property
    def words(self) -> dict[str, tuple[str, ...]]:
        """The words of all terms, folded, by their first letter, in the order of the alphabet."""
        keys = {key for several in self._by_first.values() for key, _ in several}
        found: dict[str, list[str]] = {}
        for word in sorted({word for key in keys for word in key.folded if word.isalpha()}):
            found.setdefault(word[0], []).append(word)
        return {letter: tuple(several) for letter, several in found.items()}

    def of_group(self, group: str) -> Thesaurus:
        """The same concepts by their terms of one analysis group alone: for a text whose language is known, in which a
        word of another language would be a false friend."""
        if group not in self._groups:
            narrowed = Thesaurus()
            narrowed.concepts = self.concepts
            for first, keys in self._by_first.items():
                if own := [(key, name) for key, name in keys if key.stems[0].startswith(f"{group}:")]:
                    narrowed._by_first[first] = own
            self._groups[group] = narrowed
        return self._groups[group]

    def spoken_of(self, text: str, language: str | None) -> list[Named]:
        """The concepts that a text names. Where its language is known its words are read in that one alone."""
        if language is None:
            return self.named(words_of(text))
        tokens = analyse(text, language)
        own = self.of_group(group_of(language))
        return own.naming([QueryTerms(each.exact, (each.folded,), (each.stem,)) for each in tokens])

    def named(self, words: Sequence[str]) -> list[Named]:
        """The concepts that a run of words names: the longest terms, none overlapping, left to right."""
        return self._naming([self._word(word) for word in words]) if self._by_first else []

    def naming(self, asked: Sequence[QueryTerms]) -> list[Named]:
        """The same for words that are analysed already, in whatever languages."""
        return self._naming([self._begun(terms) for terms in asked])

    def fitting(self, asked: Sequence[QueryTerms]) -> list[list[tuple[Key, str]]]:
        """At each word the terms that may stand there, each with its concept's id: all readings of it."""
        words = [self._begun(terms) for terms in asked]
        return [
            [(key, name) for key, name in one.begins if _fits(key, asked[at : at + len(key.stems)])]
            for at, one in enumerate(words)
        ]

    def _word(self, word: str) -> _Word:
        known = self._words.get(word)
        if known is None:
            known = self._begun(query_terms(word, self._languages))
            if len(self._words) >= _REMEMBERED:
                self._words.clear()
            self._words[word] = known
        return known

    def _begun(self, terms: QueryTerms) -> _Word:
        starts = dict.fromkeys((*terms.stems, *terms.folded))
        return _Word(terms, tuple(each for start in starts for each in self._by_first.get(start, ())))

    def _naming(self, asked: Sequence[_Word]) -> list[Named]:
        found: list[Named] = []
        at = 0
        while at < len(asked):
            length, concepts = self._best(asked, at) if asked[at].begins else (0, [])
            found += [Named(at, at + length, self.concepts[name]) for name in concepts]
            at += max(length, 1)
        return found

    def _best(self, asked: Sequence[_Word], at: int) -> tuple[int, list[str]]:
        """How many words from ``at`` on name concepts, and which: the longest terms, of those the most alike.

        `burgosurit` shares its stem with words for the prison and for the prisoner; its letters say which is meant.
        """
        likeness: dict[str, tuple[int, int, int]] = {}
        for key, name in asked[at].begins:
            words = [word.terms for word in asked[at : at + len(key.stems)]]
            if _fits(key, words):
                alike = sum(_common(a, b.folded[0]) for a, b in zip(key.folded, words, strict=True))
                score = (len(key.stems), alike, -sum(map(len, key.folded)))
                likeness[name] = max(likeness.get(name, score), score)
        best = max(likeness.values(), default=(0, 0, 0))
        names = [name for name, score in likeness.items() if score == best]
        return (best[0], names) if len(names) <= MOST_CONCEPTS else (0, [])


def _fits(key: Key, asked: Sequence[QueryTerms]) -> bool:
    if len(asked) != len(key.stems):
        return False
    for stem, folded, one in zip(key.stems, key.folded, asked, strict=True):
        if stem not in one.stems and folded not in one.folded and not _links(stem, folded, one):
            return False
    return True


def _links(stem: str, folded: str, one: QueryTerms) -> bool:
    """Whether both are words that link an Albanian noun to the next: ``Ministria e``, ``Ministrisë së``."""
    linking = LINKING.get(stem.partition(":")[0], frozenset())
    return folded in linking and not linking.isdisjoint(one.folded)


def _common(one: str, other: str) -> int:
    """How many letters two words begin with in common."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
