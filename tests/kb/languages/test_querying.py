"""A query word whose language nobody said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.languages import LANGUAGES, QueryTerms, query_terms, terms


@pytest.mark.parametrize(
    ("typed", "language", "written"),
    [
        ("mucenje", "sr-Latn", "mučenja"),
        ("mucenja", "sr-Cyrl", "мучење"),
        ("мучење", "bs", "mučenje"),
        ("mučenje", "sr-Cyrl", "мучењем"),
        ("burgosja", "sq", "burgosjes"),
        ("te burgosurit", "sq", "i burgosur"),
        ("burgosja", "sq", "burgimi"),
        ("iskence", "tr", "işkencenin"),
        ("detenus", "fr", "détenu"),
        ("osudenih", "sr-Latn", "osuđeni"),
    ],
)
def test_what_is_typed_meets_what_is_written_in_the_stem(typed: str, language: str, written: str) -> None:
    asked = query_terms(typed.split()[-1], None)
    assert terms(written, language)[2].split()[-1] in asked.stems


def test_d_for_dj_is_found_in_folded_too() -> None:
    assert query_terms("osudenik", ["sr-Latn"]).folded == ("osudenik", "osudjenik")
    assert query_terms("osuđenik", ["sr-Latn"]).folded == ("osudjenik",)
    assert query_terms("demand", ["en"]).folded == ("demand",)


def test_only_the_languages_asked_for_are_analysed_each_group_once() -> None:
    assert query_terms("prisons", ["en", "sr-Latn", "hr"]).stems == ("en:prison", "hbs:prisons")


def test_turkish_alone_is_lowered_as_turkish() -> None:
    assert query_terms("IŞIK", ["tr"]).exact == "ışık"
    assert query_terms("INFO", ["en", "tr"]).exact == "info"


def test_no_languages_is_the_word_itself() -> None:
    assert query_terms("Prisons", []) == QueryTerms("prisons", ("prisons",), ("und:prisons",))


@pytest.mark.parametrize("nothing", ["", " ", "—", "\ud800", "***"])
def test_what_has_no_word_has_no_terms(nothing: str) -> None:
    assert query_terms(nothing, None) == QueryTerms("", (), ())


@given(st.text(st.characters(codec=None, categories=None), max_size=40), st.sampled_from([None, *LANGUAGES]))
def test_no_word_makes_it_fail_and_no_term_has_a_space(word: str, language: str | None) -> None:
    asked = query_terms(word, None if language is None else [language])
    for term in (asked.exact, *asked.folded, *asked.stems):
        assert len(term.split()) <= 1
