"""The project's own texts, broken in every known way: how many words come back exactly as they were."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable

import pytest

from indexer.quality import Gate
from indexer.quality.gate import text_of
from indexer.quality.respace import closed_up, respaced
from kb.nouns import PageState
from kb.originals.pdfium import PageContent, Run
from tests.indexer.quality.breaking import LANGUAGES, WAYS, lost_spaces, sample

Breaker = Callable[[str], str]
CASES = [
    pytest.param(name, language, way, id=f"{name}-{language}-{at}")
    for at, (name, languages, way) in enumerate(WAYS)
    for language in languages
]
# Where fewer words than 99 in 100 come back, and why.
LOWER = {
    ("letters", "ro"): 0.80,  # ş and ţ come back as the ș and ț of today's spelling, rare letters are not learnt
    ("letters", "tr"): 0.95,  # of â and one more letter there are too few words to learn from
    ("glyph-shift", "fr"): 0.96,  # ' comes back as ’, which is what the breaking made of it
}


def page(text: str, *, font: str = "F", number: int = 1) -> PageContent:
    lines = [line.strip(" ") for part in text.split("\n") for line in re.findall(r"[^\n]{1,90}(?: |$)", part)]
    runs = [Run(line, 50, 500, n * 12, n * 12 + 10, n * 12 + 10, 10, font, False, "\n") for n, line in enumerate(lines)]
    return PageContent(number=number, width=600, height=800, runs=[run for run in runs if run.text])


def recovered(original: str, text: str) -> float:
    wanted, found = Counter(unicodedata.normalize("NFC", original).split()), Counter(text.split())
    return (wanted & found).total() / wanted.total()


@pytest.mark.parametrize(("name", "language", "way"), CASES)
def test_a_broken_text_is_read_as_it_was_and_the_repair_is_named(name: str, language: str, way: Breaker) -> None:
    original = " ".join(sample(language, length=9_000).split())
    broken = way(original)
    (checked,) = Gate().pages([page(broken)])
    text = text_of(checked.content)
    assert recovered(original, text) >= LOWER.get((name, language), 0.99)
    assert recovered(original, broken) < recovered(original, text)
    assert checked.state is PageState.REPAIRED
    assert name in checked.names


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_the_same_texts_unbroken_pass_untouched(language: str) -> None:
    original = " ".join(sample(language, length=9_000).split())
    (checked,) = Gate().pages([page(original)])
    assert (checked.state, checked.score, checked.names) == (PageState.TEXT, 1.0, ())
    assert recovered(original, text_of(checked.content)) == 1.0


@pytest.mark.parametrize(
    ("language", "model", "least"),
    [
        ("sq", "sq", 0.72),
        ("sr-Latn", "hbs", 0.80),
        ("sr-Cyrl", "hbs-Cyrl", 0.80),
        ("mk", "mk", 0.85),
        ("tr", "tr", 0.90),
        ("en", "en", 0.85),
        ("fr", "fr", 0.70),
    ],
)
def test_most_words_of_lines_without_spaces_are_told_apart(language: str, model: str, least: float) -> None:
    lines = [line for line in sample(language).splitlines() if len(line) > 60]
    words = re.compile(r"[^\W\d_]+")
    found = Counter(words.findall(respaced(lost_spaces("\n".join(lines)), model)))
    wanted = Counter(words.findall("\n".join(lines)))
    assert (wanted & found).total() / wanted.total() >= least


@pytest.mark.parametrize(
    ("apart", "together"),
    [
        ("E U R O P E A N   C O U R T", "EUROPEAN COURT"),
        ("in E U R O P E A N C O U R T of", "in EUROPEAN COURT of"),
        ("S A R A J E V O", "SARAJEVO"),
        ("a b c", "a b c"),
        ("items a, b, c, d and e", "items a, b, c, d and e"),
    ],
)
def test_letters_set_apart_are_words_again(apart: str, together: str) -> None:
    assert closed_up(apart, "en") == together
