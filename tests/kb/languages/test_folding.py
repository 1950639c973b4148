"""One Latin spelling for every word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.languages import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("mučenje", "mucenje"),
        ("МУЧЕЊЕ", "mucenje"),
        ("mucˇenje".replace("cˇ", "c\u030c"), "mucenje"),
        ("Đorđe Ђорђе", "djordje djordje"),
        ("џеп Džep ǆep", "dzep dzep dzep"),
        ("љубав Ljubav", "ljubav ljubav"),
        ("Gjykatë çështje", "gjykate ceshtje"),
        ("İşkence IŞIK ığöü", "iskence isik igou"),
        ("Größe", "grosse"),
        ("détenu œuvre", "detenu oeuvre"),
        ("ќелија ѓавол", "kjelija gjavol"),
        ("ув'язнений", "uvjaznenij"),
        ("за\u00adтвор pri\u200bson", "zatvor prison"),
        ("ﬁnal", "final"),
    ],
)
def test_words_fold_to_plain_latin(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(st.characters(codec=None, categories=None), max_size=80))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
