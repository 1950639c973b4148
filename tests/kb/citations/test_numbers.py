"""The word before a number says which grammars look at it."""

from __future__ import annotations

import pytest

from kb.citations.numbers import AFTER, LOOK, Numbers, numbers_of


def read(text: str) -> Numbers:
    return numbers_of(text, text.lower())


@pytest.mark.parametrize(
    ("text", "provisions"),
    [
        ("Article 3", ["Article 3"]),
        ("in Rule 18.4 and", ["Rule 18"]),
        ("nenin 3 të", ["nenin 3"]),
        ("члан 25.", ["члан 25"]),
        ("section 53", ["section 53"]),
        ("on 12 May 2001", []),
        ("in 2003, 45 of 60", []),
        ("Article 123456", []),
        ("", []),
        ("3", []),
        (" 3", []),
    ],
)
def test_a_number_may_be_a_provision_where_its_word_stands_before_it(text: str, provisions: list[str]) -> None:
    assert [text[one.word_at : one.end] for one in read(text).provisions] == provisions


@pytest.mark.parametrize(
    "text", ["(Article 3", "art. 3", "Article  3", "article no. 3", "§ 3", "Art.3", "Rule\xa0\xa03"]
)
def test_where_more_than_a_space_is_between_a_closer_look_is_taken(text: str) -> None:
    assert [one.word_at for one in read(text).provisions] in ([LOOK], [0])
    assert [text[one.start : one.end] for one in read(text).provisions] == ["3"]


def test_in_turkish_the_word_comes_after_the_number() -> None:
    assert [one.word_at for one in read("Kanunun 3. maddesi").provisions] == [AFTER]


@pytest.mark.parametrize("text", ["paragraph 41", "§41", "§§ 41", "(stav 41.", "став 41", "points 41"])
def test_paragraphs_of_the_document_itself_have_their_words(text: str) -> None:
    assert [text[at : at + 2] for at in read(text).paragraphs] == ["41"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("no. 12", True),
        ("Law No.12", True),
        ("Nr 5", True),
        ("бр. 5", True),
        ("resolution 73/1", True),
        ("of 12", False),
    ],
)
def test_a_number_is_counted_after_no(text: str, counted: bool) -> None:
    assert read(text).counted is counted
