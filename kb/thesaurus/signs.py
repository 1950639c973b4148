"""Concepts as terms of the index: a passage that speaks of one, in whatever words, holds its sign behind its stems.

To ask for a concept in other words is then to look for one term of each language, in place of every word and phrase for
it: two dozen for most, each phrase of which is looked for in all the ways in which it may stand. A sign is of one
language, as words are, so that how rare it is can be held against how rare words are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kb.engines.spread import offsets, widest
from kb.nouns import IndexEntry
from kb.thesaurus.expand import SLOP

Terms = tuple[str, ...]
Ways = tuple[tuple[int, ...], ...]
_Longer = tuple[Terms, Ways, str]


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
        self._single: dict[str, list[str]] = {}
        self._longer: dict[str, dict[str, list[_Longer]]] = {}  # by the first word and the second
        for words, concept in dict.fromkeys(terms):
            name = sign(concept, words[0].partition(":")[0])
            if len(words) == 1:
                self._single.setdefault(words[0], []).append(name)
            else:
                ways = offsets(len(words), widest(len(words), SLOP))
                self._longer.setdefault(words[0], {}).setdefault(words[1], []).append((words, ways, name))

    def signed(self, entry: IndexEntry) -> IndexEntry:
        """The entry with the signs of what it speaks of."""
        found = self.of(entry.stem)
        return replace(entry, stem=f"{entry.stem} {found}") if found else entry

    def of(self, stems: str) -> str:
        """The signs of the concepts that a passage's ``group:stem`` terms, joined by spaces, name: each as often as it
        is named, joined by spaces; "" for none."""
        row = stems.split()
        found: list[str] = []
        for at, stem in enumerate(row):
            names = self._single.get(stem, [])
            if (longer := self._longer.get(stem)) is not None:
                names = names + [
                    name
                    for second in dict.fromkeys(row[at + 1 : at + 2 + SLOP])
                    for terms, ways, name in longer.get(second, ())
                    if len(terms) == 2 or _stands(terms, ways, row, at)
                ]
                names = list(dict.fromkeys(names))
            found += names
        return " ".join(found)


def _stands(terms: Terms, ways: Ways, row: Sequence[str], at: int) -> bool:
    """Whether a term of several words stands there, as a search for its phrase would find it."""
    return any(
        at + way[-1] < len(row) and all(row[at + step] == term for step, term in zip(way, terms, strict=True))
        for way in ways
    )
