"""How far one word is from another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.engines.distance import within


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("police", "police", 0),
        ("police", "polic", 1),
        ("police", "policee", 1),
        ("police", "polise", 1),
        ("police", "ploice", 1),
        ("police", "opli", 3),
        ("ab", "ba", 1),
        ("", "a", 1),
        ("", "ab", 2),
        ("ca", "abc", 3),  # no letter is edited twice
        ("abcd", "badc", 2),
    ],
)
def test_edits_between_words(one: str, other: str, edits: int) -> None:
    for limit in range(4):
        assert within(one, other, limit) == (edits <= limit)
        assert within(other, one, limit) == (edits <= limit)


words = st.text(alphabet="abc", max_size=7)


def edited(word: str) -> set[str]:
    found = {word}
    for at in range(len(word) + 1):
        found |= {word[:at] + letter + word[at:] for letter in "abc"}
        if at < len(word):
            found |= {word[:at] + word[at + 1 :]} | {word[:at] + letter + word[at + 1 :] for letter in "abc"}
        if at + 1 < len(word):
            found.add(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
    return found


@given(words, words)
def test_one_edit_is_what_one_edit_makes(one: str, other: str) -> None:
    assert within(one, other, 1) == (other in edited(one))
