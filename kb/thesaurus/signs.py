"""Concepts as terms of the index: a passage that speaks of one, in whatever words, holds its sign behind its stems.

To ask for a concept in other words is then to look for one term of each language, in place of every word and phrase for
it: two dozen for most, each phrase of which is looked for in all the ways in which it may stand. A sign is of one
language, as words are, so that how rare it is can be held against how rare words are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kb.engines.spread import offsets, widest
from kb.nouns import IndexEntry
from kb.thesaurus.expand import SLOP

Terms = tuple[str, ...]
Ways = tuple[tuple[int, ...], ...]
_Longer = tuple[Terms, Ways, str]
_NOTHING = ("",) * (1 + SLOP)  # behind the last word


def sign(concept: str, group: str) -> str:
    """The term that stands for a concept, by its id, in texts of an analysis group: no stem begins like it."""
    return f"@{group}:{'_'.join(concept.split())}"


def signed_group(sign: str) -> str:
    """The analysis group of the texts that hold a sign."""
    return sign[1:].partition(":")[0]


class Signs:
    """Finds what passages speak of, by the terms of a thesaurus: ``terms`` are the stems of each, with the id of its
    concept. ``mark`` says which thesaurus that is."""

    def __init__(self, terms: Iterable[tuple[Terms, str]], mark: str = "") -> None:
        self.mark = mark
        # By the first word of terms: the signs of those of one word, and the longer ones by their second word.
        self._by_first: dict[str, tuple[list[str], dict[str, list[_Longer]]]] = {}
        for words, concept in dict.fromkeys(terms):
            name = sign(concept, words[0].partition(":")[0])
            single, longer = self._by_first.setdefault(words[0], ([], {}))
            if len(words) == 1:
                single.append(name)
            else:
                ways = offsets(len(words), widest(len(words), SLOP))
                longer.setdefault(words[1], []).append((words, ways, name))

    def signed(self, entry: IndexEntry) -> IndexEntry:
        """The entry with the signs of what it speaks of."""
        found = self.of(entry.stem)
        return replace(entry, stem=f"{entry.stem} {found}") if found else entry

    def of(self, stems: str) -> str:
        """The signs of the concepts that a passage's ``group:stem`` terms, joined by spaces, name: each as often as it
        is named, joined by spaces; "" for none."""
        words = stems.split()
        row = [*words, *_NOTHING]
        found: list[str] = []
        known = self._by_first
        for at, stem in enumerate(words):
            if stem in known:
                single, longer = known[stem]
                if single:
                    found += single
                # "the" and "in" begin terms too: where SLOP is 1, most are dismissed at a look.
                if longer and (row[at + 1] in longer or row[at + 1 + SLOP] in longer):
                    named = dict.fromkeys(_standing(longer, row[at + 1 : at + 2 + SLOP], row, at))
                    found += [name for name in named if name not in single]
        return " ".join(found)


def _standing(longer: dict[str, list[_Longer]], near: Sequence[str], row: Sequence[str], at: int) -> Iterator[str]:
    """The signs of the longer terms that begin there; ``near`` are the words in which the second may stand."""
    for second in near:
        for terms, ways, name in longer.get(second, ()):
            if len(terms) == 2 or _stands(terms, ways, row, at):
                yield name


def _stands(terms: Terms, ways: Ways, row: Sequence[str], at: int) -> bool:
    """Whether a term of three words or more stands there, as a search for its phrase would find it."""
    if terms[2] not in row[at + 2 : at + 3 + SLOP]:
        return False
    return any(
        at + way[-1] < len(row) and all(row[at + step] == term for step, term in zip(way, terms, strict=True))
        for way in ways
    )
