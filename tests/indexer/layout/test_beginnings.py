"""The quick look at a line's beginning never hides what the patterns would find."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.layout import beginnings
from indexer.layout.beginnings import BRACKETED, BULLET, DASH, DECIMAL, LABEL, NUMBER, PROVISION, may_begin

PATTERNS = (BRACKETED, BULLET, DASH, DECIMAL, LABEL, NUMBER, PROVISION)
NAMES = [
    "article",
    "art.",
    "rule",
    "principle",
    "section",
    "chapter",
    "neni",
    "rregulla",
    "kreu",
    "kapitulli",
    "član",
    "clan",
    "ćlan",
    "~lan",
    "^lan",
    "чл",
    "члан",
    "pravilo",
    "правило",
    "член",
    "glava",
    "глава",
    "madde",
    "artikel",
    "artículo",
    "artigo",
    "regla",
    "règle",
    "статья",
    "čl.",
]


@pytest.mark.parametrize("name", NAMES)
def test_every_name_of_a_provision_is_looked_at(name):
    for form in (name, name.upper(), name.title()):
        if PROVISION.match(f"{form} 3"):
            assert may_begin(f"{form} 3"), form


@given(st.text(alphabet="§().*–—-•·0123456789٣ivxlcdmIVXabYяЯčČſKıİ ,;", max_size=12))
def test_a_line_that_matches_is_one_that_may_begin_so(text):
    if any(pattern.match(text) for pattern in PATTERNS):
        assert may_begin(text)


def test_a_line_of_prose_is_passed_over():
    assert not may_begin("the delegation was told that")
    assert not may_begin("")
    assert beginnings.may_begin("viii. the last")
