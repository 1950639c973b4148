"""The cut of a long passage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kb.search.snippet import LENGTH, snippet

FILLER = "so many other words stand before what was asked for "


def test_a_short_passage_is_shown_whole() -> None:
    made = snippet("A short text.", [(2, 7)])
    assert (made.text, made.spans) == ("A short text.", ((2, 7),))


def test_a_long_passage_is_cut_around_what_matched() -> None:
    text = FILLER * 20 + "torture in custody " + FILLER * 20
    at = text.index("torture")
    made = snippet(text, [(at, at + 7), (at + 11, at + 18)])
    assert [made.text[start:end] for start, end in made.spans] == ["torture", "custody"]
    assert made.text.startswith("… ")
    assert made.text.endswith(" …")
    assert len(made.text) < LENGTH * 5 // 4


def test_the_window_with_more_different_words_wins() -> None:
    text = "cell " * 3 + FILLER * 20 + "cell and police " + FILLER * 20
    spans = [(at, at + 4) for at in range(len(text)) if text.startswith("cell", at)]
    at = text.index("police")
    made = snippet(text, sorted([*spans, (at, at + 6)]))
    assert "police" in made.text


def test_where_nothing_matched_the_beginning_is_shown() -> None:
    made = snippet(FILLER * 20, [])
    assert made.text.startswith("so many")
    assert made.spans == ()


@given(st.text(alphabet="ab жš\n", max_size=1500), st.lists(st.tuples(st.integers(0, 1500), st.integers(1, 9))))
def test_spans_of_the_cut_are_the_same_words(text: str, places: list[tuple[int, int]]) -> None:
    spans: list[tuple[int, int]] = []
    for start, length in sorted(places):
        if start + length <= len(text) and (not spans or start >= spans[-1][1]):
            spans.append((start, start + length))
    made = snippet(text, spans)
    found = [made.text[start:end] for start, end in made.spans]
    wanted = [text[start:end] for start, end in spans]
    assert any(wanted[i : i + len(found)] == found for i in range(len(wanted) + 1))
    assert bool(found) == bool(wanted)
