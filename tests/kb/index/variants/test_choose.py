"""Which of several originals is shown: the same for every order, and never because of what a reader may not see."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from kb.index.variants.choose import Key, key, shown
from kb.nouns import Access, Document

PDF = Document(id="b", title="T", access=Access.PUBLIC, media_type="application/pdf", passages=3)


def test_a_pdf_is_shown_before_text_unless_a_page_could_not_be_read_or_fewer_may_open_it() -> None:
    text = replace(PDF, id="a", media_type="text/plain")
    assert key(PDF, 0) < key(text, 0) < key(PDF, 1)
    assert key(text, 0) < key(replace(PDF, access=Access.INTERNAL), 0)


def test_the_order_of_pairs_says_nothing() -> None:
    keys: dict[str, Key] = {name: (0, 0, 0, 0, 0, name) for name in "abcd"}
    pairs = [("a", "b"), ("b", "c"), ("c", "d")]
    assert {tuple(sorted(shown(order, keys).items())) for order in permutations(pairs)} == {
        (("b", "a"), ("c", "a"), ("d", "a"))
    }


levels = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 2), min_size=2)


@given(levels, st.sets(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=12))
def test_nothing_hidden_decides_and_nothing_readable_is_lost(held: dict[str, int], drawn: set[tuple[str, str]]) -> None:
    keys: dict[str, Key] = {name: (level, 0, 0, 0, 0, name) for name, level in held.items()}
    pairs = [(a, b) for a, b in drawn if a < b and {a, b} <= set(held)]
    chosen = shown(pairs, keys)
    for document, other in chosen.items():
        assert held[other] <= held[document]  # who may read the one may read the other
        assert other not in chosen
    for level in range(3):  # what a reader of a level sees is what there would be without the levels above
        seen = [(a, b) for a, b in pairs if max(held[a], held[b]) <= level]
        assert {a: b for a, b in chosen.items() if held[a] <= level} == shown(seen, keys)
