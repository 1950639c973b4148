"""The languages of the passages of one document."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kb.languages import detect, detect_all

SERBIAN = "Zatvorenici su se žalili da u ćelijama nema tople vode i da lekar dolazi samo ponedeljkom."
ALBANIAN = "Të burgosurit janë ankuar se në qeli nuk ka ujë të ngrohtë dhe se mjeku vjen rrallë."
POLISH = "Więźniowie skarżyli się, że w celach nie ma ciepłej wody i że lekarz przychodzi bardzo rzadko. " * 5


def languages(*texts: str) -> list[str | None]:
    return [found.language for found in detect_all(texts)]


def test_a_short_heading_has_the_language_of_its_neighbours() -> None:
    assert languages(SERBIAN, "Uvod", SERBIAN) == ["sr-Latn"] * 3
    assert languages(ALBANIAN, "Hyrje", ALBANIAN) == ["sq"] * 3


def test_each_half_of_a_document_in_two_languages_decides_for_itself() -> None:
    found = languages(ALBANIAN, ALBANIAN, "Istog", ALBANIAN, SERBIAN, SERBIAN, "Istok", SERBIAN)
    assert found == ["sq"] * 4 + ["sr-Latn"] * 4


def test_a_long_text_in_a_language_we_do_not_know_stays_unknown_among_known_ones() -> None:
    assert languages(SERBIAN, POLISH, SERBIAN)[1] is None


def test_a_neighbour_in_another_script_decides_nothing() -> None:
    assert languages("Затвореници су се жалили да у ћелијама нема топле воде.", "OPCAT") == ["sr-Cyrl", None]


def test_text_without_letters_has_no_language() -> None:
    assert languages(SERBIAN, "12.5", SERBIAN)[1] is None


def test_nothing_known_stays_nothing() -> None:
    assert languages("Istog", "41.", "") == [None, None, None]
    assert detect_all([]) == []


def test_the_document_says_which_south_slavic_language_an_undecided_passage_is_in() -> None:
    croatian = "Tijekom tjedna sudac je izvješće o sustavu uvjeta predao općini, a tko ga je pročitao nije znao."
    plain = "On je bio u zatvoru i to je sve."
    assert detect(plain).language == "sr-Latn"
    assert languages(croatian, plain, croatian) == ["hr"] * 3
    assert languages(SERBIAN, plain, SERBIAN) == ["sr-Latn"] * 3


def test_one_foreign_word_does_not_change_the_label_of_a_passage() -> None:
    assert languages(SERBIAN, "Sudac je bio u zatvoru i to je sve.", SERBIAN, SERBIAN) == ["sr-Latn"] * 4


@given(st.lists(st.sampled_from([SERBIAN, ALBANIAN, POLISH, "Uvod", "41.", "", "\ud800", "мучење"]), max_size=8))
def test_there_is_one_answer_for_each_text_and_it_is_repeatable(texts: list[str]) -> None:
    found = detect_all(texts)
    assert len(found) == len(texts)
    assert found == detect_all(texts)
