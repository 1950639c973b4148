"""The forms of two hundred Albanian nouns that we wrote: those of one noun meet, those of two stay apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.stems import f1, nouns, ours
from kb.languages import fold

FORMS = Path(__file__).resolve().parents[3] / "golden" / "stems" / "sq-nouns.txt"


@pytest.mark.parametrize("half", [0, 1], ids=["tuned on", "held out"])
def test_the_forms_of_a_noun_meet(half: int) -> None:
    pairs = nouns(FORMS)[half]
    stem = ours("sq")
    assert len(pairs) >= 500
    assert f1((stem(form), noun) for form, noun in pairs) >= 0.92
    assert f1((stem(fold(form)), noun) for form, noun in pairs) >= 0.92


def test_the_measure_knows_forms_torn_apart_and_words_thrown_together() -> None:
    gold = [("a", "x"), ("b", "x"), ("c", "y"), ("d", "y")]
    assert f1([("1", "x"), ("1", "x"), ("2", "y"), ("2", "y")]) == 1.0
    assert f1((form, noun) for form, noun in gold) == 0.0
    assert f1(("1", noun) for _, noun in gold) == pytest.approx(0.5)
