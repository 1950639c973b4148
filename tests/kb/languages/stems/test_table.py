"""The table from folded words to stems."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.languages.stems.table import Table, build


def test_the_lowest_rank_wins_then_the_first() -> None:
    table = Table(build([(2, "kuca", "kuc2"), (1, "kuca", "kuc1"), (1, "kuca", "kuc3"), (0, "sat", "sat")]))
    assert (table.get("kuca"), table.get("sat"), table.get("nema"), len(table)) == ("kuc1", "sat", None, 2)


def test_an_empty_table_has_nothing() -> None:
    assert Table(build([])).get("a") is None


@given(st.dictionaries(st.text(max_size=8), st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=8)))
def test_it_gives_back_what_was_put_in(stems: dict[str, str]) -> None:
    table = Table(build((0, word, stem) for word, stem in stems.items()))
    assert {word: table.get(word) for word in stems} == stems


@pytest.mark.parametrize("cut", [0, 5, 32, -1])
def test_a_damaged_table_is_refused(cut: int) -> None:
    whole = build([(0, "kuca", "kuc")])
    with pytest.raises(ValueError, match="not a table"):
        Table(whole[:cut])
    with pytest.raises(ValueError, match="damaged"):
        Table(whole[:-2] + b"x\0")
