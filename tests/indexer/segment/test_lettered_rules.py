"""Rules with a letter behind their sub-number, as the European Prison Rules print them: 60.6.a."""

from __future__ import annotations

import pytest

from indexer.segment.labels import read_label


@pytest.mark.parametrize(
    ("text", "anchor", "value"),
    [
        ("60.6.a Solitary confinement is a last resort.", "60.6.a", (60, 6, 1)),
        ("60.6.b The decision takes account of health.", "60.6.b", (60, 6, 2)),
        ("21a The second of them.", "21a", (21, 1)),
    ],
)
def test_the_letter_belongs_to_the_number(text: str, anchor: str, value: tuple[int, ...]) -> None:
    label = read_label(text)
    assert label is not None
    assert (label.anchor, label.value, label.printed) == (anchor, value, anchor)


@pytest.mark.parametrize("text", ["60.6.al Something is said", "3.1.a.b Something", "60.6.1945 was the year"])
def test_what_only_looks_like_it_has_no_letter(text: str) -> None:
    label = read_label(text)
    assert label is None or not label.anchor.endswith((".a", ".b"))
