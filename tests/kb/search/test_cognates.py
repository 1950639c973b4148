"""Words that look alike, among many."""

from __future__ import annotations

import random

import pytest

from kb.search import cognates
from kb.search.cognates import Lookalikes
from kb.thesaurus.likeness import alike

SYLLABLES = ("za", "tvo", "re", "nik", "pri", "sta", "nje", "ka", "lo", "bur", "go", "sur")


def vocabulary() -> list[str]:
    chance = random.Random(7)
    return sorted({"".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(1500)})


def likest(word: str, words: list[str], least: float) -> list[tuple[str, float]]:
    compared = [(other, alike(word, other)) for other in words if other != word and len(other) >= cognates.SHORTEST]
    return sorted(((o, s) for o, s in compared if s >= least), key=lambda pair: (-pair[1], pair[0]))[: cognates.MOST]


def test_the_likest_words_are_those_that_share_most_runs_of_letters() -> None:
    words = vocabulary()
    known = Lookalikes(words)
    for word in [*words[::40], "zatvorenikk", "xxxx"]:
        assert list(known.near(word, 0.45)) == likest(word, words, 0.45)


def test_where_runs_are_frequent_the_rarer_ones_lead_to_the_likest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cognates, "_LOOKED_AT", 600)
    words = vocabulary()
    known = Lookalikes(words)
    asked = words[::40]
    found = [known.near(word, 0.45)[:1] for word in asked]
    right = [tuple(likest(word, words, 0.45)[:1]) for word in asked]
    same = sum(bool(one) == bool(other) and (not one or one[0][1] == other[0][1])
               for one, other in zip(found, right, strict=True))  # fmt: skip
    assert same >= 0.95 * len(asked)
    for word, several in zip(asked, found, strict=True):
        for other, likeness in several:
            assert likeness == alike(word, other), "as they are compared letter by letter"
