"""Other words for what was typed: the concepts a question names, what dictionaries say, and words that look alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from kb.engines.protocol import IndexReader
from kb.engines.spread import widest
from kb.engines.tree import Node, Phrase, Term
from kb.languages import LANGUAGES, Token, fold, group_of, query_terms
from kb.languages.language import UNKNOWN
from kb.languages.small_words import ANY
from kb.languages.stems import is_known
from kb.nouns import Concept, Expansion
from kb.search import weights
from kb.search.cognates import lookalikes
from kb.search.spelled import meant
from kb.thesaurus import MOST_TERMS, Dictionary, Entry, Named, Other, Thesaurus, nodes_of, sign, terms_of

MOST_NODES = 48  # of the concepts of one query: the cost of a search is bounded, whatever it names
MOST_OF_A_WORD = 36  # of one word in dictionaries
MOST_WORDS = 8  # of a question that are looked up in dictionaries: a longer one says enough by itself

OF_THE_FIELD = ("sq", "hbs", "mk", "tr", "en", "fr")  # groups whose words are no misspelt ones of another language

Stretch = tuple[int, int, tuple[Node, ...]]


@dataclass(slots=True)
class Others:
    """Looks words up; remembers what it gave, for the reader to see and to take away.

    ``without`` are the ids of what the reader has taken away; ``languages`` those of the search (None: all);
    ``readers`` know which words there are; ``spelled`` are the words that were taken for others; ``most`` is how many
    nodes concepts may still become. Where the index is ``signed`` a concept is one term for each language, and
    ``meant`` gives the words that these stand for.
    """

    thesaurus: Thesaurus | None = None
    languages: Sequence[str] | None = None
    without: frozenset[str] = frozenset()
    dictionary: Dictionary | None = None
    readers: Sequence[IndexReader] = ()
    given: dict[str, Expansion] = field(default_factory=dict)
    spelled: dict[str, str] = field(default_factory=dict)
    most: int = MOST_NODES
    signed: bool = False
    meant: dict[str, Callable[[], tuple[Node, ...]]] = field(default_factory=dict)

    def of(self, run: Sequence[str]) -> list[Stretch]:
        """Stretches ``[start:end)`` of the words that have other words, with what finds those, from left to right."""
        if self.thesaurus is None:
            return []
        found: dict[tuple[int, int], list[Node]] = {}
        concepts = self.thesaurus.named(run)
        asked = self._meant(run, concepts)
        if self.spelled:
            concepts = self.thesaurus.named(asked)
        for left, named in zip(range(len(concepts), 0, -1), concepts, strict=True):
            nodes = self.of_concept(named.concept, " ".join(run[named.start : named.end]), self.most // left)
            if nodes:
                found.setdefault((named.start, named.end), []).extend(nodes)
        single = {at for at in range(len(run)) if (at, at + 1) in found}  # dictionaries know more words for them
        rest = [at for at in range(len(run)) if at in single or not any(s <= at < e for s, e in found)]
        rest = [at for at in rest if fold(run[at]) not in ANY]  # "the" is Albanian for "you said", and seldom meant
        if self.readers and 0 < len(rest) <= MOST_WORDS:
            entries = self.dictionary.entries([asked[at] for at in rest], self._groups()) if self.dictionary else []
            for at, entry in zip(rest, entries or [None] * len(rest), strict=True):
                others = self._translated(entry)
                if at not in single:
                    others += self._alike(run[at], entry, alone=len(run) <= weights.LONG)
                if others:
                    found.setdefault((at, at + 1), []).extend(others)
        return [(start, end, tuple(dict.fromkeys(nodes))) for (start, end), nodes in sorted(found.items())]

    def _meant(self, run: Sequence[str], concepts: Sequence[Named]) -> Sequence[str]:
        """The words; those that no passage holds, that name nothing and that are in no dictionary, as they were
        probably meant."""
        if self.thesaurus is None or not self.readers:
            return run
        naming = {at for named in concepts for at in range(named.start, named.end)}
        unknown = [
            at for at, word in enumerate(run) if at not in naming and fold(word) not in ANY and not self._stands(word)
        ]
        if self.dictionary and unknown:
            entries = self.dictionary.entries([run[at] for at in unknown], self._groups())
            unknown = [at for at, entry in zip(unknown, entries, strict=True) if entry is None]
        words = list(run)
        for at in unknown[:MOST_WORDS]:
            if any(is_known(group, fold(run[at])) for group in dict.fromkeys((*self._groups(), *OF_THE_FIELD))):
                continue  # a word like others, which this collection does not happen to hold
            if other := meant(run[at], self.readers, self.thesaurus):
                words[at] = self.spelled[run[at]] = other
        return words

    def _groups(self) -> list[str]:
        return list(dict.fromkeys(group_of(code) for code in (self.languages or LANGUAGES)))

    def of_words(self, tokens: Sequence[Token | None], language: str | None) -> list[list[Node]]:
        """What finds other words for each of the words of a text in ``language``, by dictionaries and by likeness."""
        words = [token.text if token else "" for token in tokens]
        keys = None if group_of(language) == UNKNOWN else [[token.stem] if token else [] for token in tokens]
        entries: Sequence[Entry | None] = [None] * len(words)
        if self.dictionary and words:
            entries = self.dictionary.entries(words, self._groups(), keys=keys)
        found: list[list[Node]] = []
        for token, entry in zip(tokens, entries, strict=True):
            others = self._translated(entry)
            if token and not others:
                others += self._alike(token.folded, entry)
            found.append(others)
        return found

    def of_concept(self, concept: Concept, words: str, most: int | None = None) -> tuple[Node, ...]:
        """What finds the other words for a concept: no more nodes than ``most``, or than are left."""
        if concept.id in self.without:
            return ()
        terms = terms_of(concept, self.languages, None if self.signed else MOST_TERMS)
        if self.signed:
            signs: dict[str, dict[str, tuple[str, ...]]] = {}
            for code in terms:
                signs.setdefault(sign(concept.id, group_of(code)), {})[code] = terms[code]
            nodes = self._findable(tuple(Term("stem", name, weights.TRANSLATED) for name in signs))
            for name in (name for node in nodes for name in _stems(node)):
                self.meant[name] = partial(nodes_of, signs[name], weights.TRANSLATED)
        else:
            nodes = self._findable(nodes_of(terms, weights.TRANSLATED))[: self.most if most is None else most]
            self.most -= len(nodes)
        if nodes:
            self.given[concept.id] = Expansion(id=concept.id, words=words, name=concept.name(), terms=terms)
        return nodes

    def _findable(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        """The nodes all words of which the collection holds: the others find nothing, and each costs every index of a
        search twice. Words that name a concept nobody speaks of are words like others, each by itself."""
        if not self.readers:
            return nodes
        return tuple(node for node in nodes if all(map(self._anywhere, _stems(node))))

    def _translated(self, entry: Entry | None) -> list[Node]:
        """What finds the words that the dictionaries have for it and the collection holds."""
        if entry is None or (name := f"{entry.source}:{fold(entry.word)}") in self.without:
            return []
        held = {
            language: kept
            for language, several in entry.terms.items()
            if (kept := tuple(other for other in several if self._held(other)))
        }
        if not held:
            return []
        terms = {language: tuple(other.term for other in several) for language, several in held.items()}
        self.given[name] = Expansion(id=name, words=entry.word, name=entry.word, terms=terms, source=entry.source)
        surest = sorted((other for several in held.values() for other in several), key=lambda other: -other.weight)
        return [_node(other) for other in surest[:MOST_OF_A_WORD]]

    def _held(self, other: Other) -> bool:
        return all(map(self._anywhere, other.stems))

    def _anywhere(self, stem: str) -> bool:
        return any(reader.frequency("stem", stem) for reader in self.readers)

    def _alike(self, word: str, entry: Entry | None, *, alone: bool = True) -> list[Node]:
        """Words that look like it, or like what kindred languages call it: where the collection does not hold the word
        in any form, or nothing else is known of it. One of the many of a sentence is not ``alone``: as long as the
        collection holds it, the others say what it may be called elsewhere."""
        name = f"alike:{fold(word)}"
        if word in self.spelled:
            return self._as_meant(word, name)
        stands = self._stands(word)
        if name in self.without or not word.isalpha() or (stands and (entry is not None or not alone)):
            return []
        close: dict[str, float] = {}
        self._near(close, fold(word), 1.0, weights.NAME_LEAST if stands else weights.ALIKE_LEAST)
        if entry is not None:
            for other in entry.kin:
                if len(other.stems) == 1:
                    self._near(close, fold(other.term), other.weight, weights.KIN_LEAST)
        best = sorted(close.items(), key=lambda item: (-item[1], item[0]))[: weights.ALIKE_MOST]
        if not best:
            return []
        terms = {"und": tuple(term for term, _ in best)}
        self.given[name] = Expansion(id=name, words=word, name=word, terms=terms, source="alike")
        return [Term("folded", term, weights.ALIKE * likeness**weights.ALIKE_POWER) for term, likeness in best]

    def _as_meant(self, word: str, name: str) -> list[Node]:
        """All forms of the word that it was taken for."""
        if name in self.without:
            return []
        other = self.spelled[word]
        found = query_terms(other, self.languages)
        self.given[name] = Expansion(id=name, words=word, name=word, terms={"und": (other,)}, source="alike")
        folded = tuple(Term("folded", term, weights.ALIKE) for term in found.folded)
        return [
            *folded,
            *self._findable(tuple(Term("stem", stem, weights.ALIKE * weights.STEM) for stem in found.stems)),
        ]

    def _stands(self, word: str) -> bool:
        found = query_terms(word, self.languages)
        return any(
            reader.frequency(name, term)
            for reader in self.readers
            for name, several in (("folded", found.folded), ("stem", found.stems))
            for term in several
        )

    def _near(self, close: dict[str, float], word: str, sure: float, least: float) -> None:
        for reader in self.readers:
            for term, likeness in lookalikes(reader).near(word, least):
                close[term] = max(close.get(term, 0.0), likeness * sure)


def _stems(node: Node) -> tuple[str, ...]:
    match node:
        case Term(_, text):
            return (text,)
        case Phrase(_, terms):
            return terms
        case _:
            return ()


def _node(other: Other) -> Node:
    weight = weights.TRANSLATED * (weights.SURE + (1 - weights.SURE) * other.weight)
    if len(other.stems) == 1:
        return Term("stem", other.stems[0], weight)
    return Phrase("stem", other.stems, widest(len(other.stems), 1), weight)
