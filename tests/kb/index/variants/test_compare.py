"""What a format does to a text is forgiven; what an author changes is not."""

from __future__ import annotations

import pytest

from kb.index.variants.compare import same_words
from kb.index.variants.difference import differences

# Words that no two sentences share, so that every place can be told from every other.
BODY = [
    f"{stem}{end}" for stem in ("prison", "doctor", "window", "visit", "police") for end in "abcdefghijklmnopqrstuvw"
]


def put(at: int, *words: str, over: int = 0) -> list[str]:
    return [*BODY[:at], *words, *BODY[at + over :]]


def test_differences_are_found_where_they_are_and_cut_words_are_none() -> None:
    assert list(differences(BODY, put(50, "new"))) == [([], ["new"])]
    assert list(differences(BODY, put(50, "other", over=1))) == [([BODY[50]], ["other"])]
    assert list(differences(BODY, put(50, BODY[50][:3], BODY[50][3:], over=1))) == []
    assert list(differences([], [])) == []


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("a word more", put(60, "not")),
        ("a word less", put(60, over=1)),
        ("another word", put(60, "shall", over=1)),
        ("a number", put(60, "30")),
        ("a period", put(60, "within", "30", "days")),
        ("a sentence", put(60, *["the", "authorities", "shall", "ensure", "access", "to", "a", "lawyer"])),
        ("a sentence less", put(60, over=12)),
    ],
)
def test_a_later_edition_is_another_text(name: str, other: list[str]) -> None:
    assert not same_words(BODY, other), name
    assert not same_words(other, BODY), name


def test_a_changed_number_is_another_text_even_among_page_numbers() -> None:
    dated = put(40, "2019")
    assert not same_words(dated, put(40, "2020"))
    paged = [word for n, word in enumerate(BODY) for word in ((str(n // 10), word) if n and n % 10 == 0 else (word,))]
    assert same_words(BODY, paged)
    assert not same_words(dated, [*paged[:42], "2020", *paged[42:]])


def test_page_numbers_running_heads_and_signs_of_footnotes_are_forgiven() -> None:
    noisy = list(BODY)
    for page, at in enumerate((90, 60, 30)):
        noisy[at] += str(3 - page)  # a sign run into the word before it
        noisy[at + 5 : at + 5] = ["report", "cpt", str(4 - page)]
    assert same_words(BODY, noisy)
    assert same_words(noisy, BODY)


def test_a_footnote_or_table_that_was_moved_is_forgiven_and_a_contents_page_too() -> None:
    assert same_words(BODY, [*BODY[:40], *BODY[50:], *BODY[40:50]])
    listed = [*BODY[20:24], "1", *BODY[44:48], "2", *BODY[64:68], "3"]
    assert same_words(BODY, [*listed, *BODY])
