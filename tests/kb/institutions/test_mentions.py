"""Institutions are found in any language and inflected form: 150 labelled sentences, F1 for each language.

tests/golden/institutions has the sentences, written before the rules were tuned; every second one was never looked at
while they were. ``pytest -s tests/kb/institutions/test_mentions.py`` prints the figures.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from corpus.places import institutions
from kb.institutions import Gazetteer, Recogniser

GOLDEN = Path(__file__).parents[2] / "golden" / "institutions"


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser(Gazetteer(institutions()))


def sentences(language: str) -> list[tuple[str, list[str]]]:
    lines = (GOLDEN / f"{language}.tsv").read_text("utf-8").splitlines()
    return [(text, expected.split()) for text, _, expected in (line.partition("\t") for line in lines)]


def f1(labelled: list[tuple[str, list[str]]], recogniser: Recogniser) -> tuple[float, list[str]]:
    right = found = wanted = 0
    wrong = []
    for text, expected in labelled:
        got = [one.institution for one in recogniser.find(text)]
        common = (Counter(got) & Counter(expected)).total()
        right, found, wanted = right + common, found + len(got), wanted + len(expected)
        if sorted(got) != sorted(expected):
            wrong.append(f"{text} → {got}")
    return 2 * right / (found + wanted), wrong


@pytest.mark.parametrize("language", ["sq", "sr", "en"])
@pytest.mark.parametrize("half", ["tuned on", "untouched"])
def test_mentions_are_found_as_people_label_them(recogniser: Recogniser, language: str, half: str) -> None:
    labelled = sentences(language)[0 if half == "tuned on" else 1 :: 2]
    score, wrong = f1(labelled, recogniser)
    print(f"\nmentions, {language}, {half}: F1 {score:.3f} on {len(labelled)} sentences")
    assert score >= 0.95, "\n".join(wrong)
