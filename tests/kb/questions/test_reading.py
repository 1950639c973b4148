"""Checklists as people keep them."""

from __future__ import annotations

import pytest

from kb.errors import KBError
from kb.questions import questions_in, read_checklist
from kb.questions.telling import telling


def test_heads_are_forgiven_and_filters_are_read() -> None:
    text = "Nr.;PITANJE;Тема;Vrsta;Godina;Jezik;Boja\n1.2;Ima li lekara?;Zdravlje;izveštaj;2019 – 2021;sq, sr;plava\n"
    found = read_checklist(text.encode(), "x.csv")
    (one,) = found.questions
    assert (one.id, one.text, one.section, one.line) == ("1.2", "Ima li lekara?", "Zdravlje", 2)
    query = one.query
    assert (query.kind, query.language, query.year_from, query.year_to) == (("report",), ("sq", "sr"), 2019, 2021)
    assert found.unknown == ("Boja",)
    assert found.misread == ()


@pytest.mark.parametrize(
    ("cell", "years"),
    [
        ("2019", (2019, 2019)),
        ("2019-", (2019, None)),
        ("-2021", (None, 2021)),
        ("2019..2021", (2019, 2021)),
        ("", (None, None)),
    ],
)
def test_years_are_read_as_they_are_written(cell: str, years: tuple[int | None, int | None]) -> None:
    query = read_checklist(f"question,year\nx y,{cell}\n".encode(), "x.csv").questions[0].query
    assert (query.year_from, query.year_to) == years


def test_each_bad_line_is_named_and_the_rest_goes_on() -> None:
    text = (
        "question,kind,year,role,language\na,,,,\n,report,,,\nb,poem,,,\nc,,20x9,,\nd,,,boss,\n"
        "e,,,,!!\nf,,2019 2020,,\ng,law,2019,,\n"
    )
    found = read_checklist(text.encode(), "x.csv")
    assert [each.text for each in found.questions] == ["a", "g"]
    assert [each.line for each in found.misread] == [3, 4, 5, 6, 7, 8]
    assert "no question" in found.misread[0].why
    assert "“poem”" in found.misread[1].why
    assert [each.id for each in found.questions] == ["1", "2"]


def test_a_table_without_a_head_is_a_list_if_it_has_one_column() -> None:
    found = read_checklist("Is there a doctor, or a nurse?\n\nAnd at night?\n".encode("utf-16"), "x.csv")
    assert [(each.text, each.line) for each in found.questions] == [
        ("Is there a doctor, or a nurse?", 1),
        ("And at night?", 3),
    ]
    with pytest.raises(KBError, match="question") as caught:
        read_checklist(b"one,two\nthree,four\n", "x.csv")
    assert caught.value.kind == "misuse"
    assert read_checklist(b"", "x.csv").questions == ()


def test_pasted_lines_lose_their_numbers_and_bullets_and_keep_their_headings() -> None:
    found = questions_in(
        "# Health\n1. Is there a doctor?\n  2.1) And at night?\n\n– Are cells heated?\n---\n# Law\n24 hours?"
    )
    assert [(each.id, each.section, each.text) for each in found] == [
        ("1", "Health", "Is there a doctor?"),
        ("2.1", "Health", "And at night?"),
        ("3", "Health", "Are cells heated?"),
        ("4", "Law", "24 hours?"),
    ]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("A kanë të burgosurit qasje te mjeku brenda 24 orëve?", "burgosurit qasje mjeku 24 orëve"),
        ("Da li zatvorenici imaju pristup lekaru u roku od 24 časa?", "zatvorenici pristup lekaru roku 24 časa"),
        ("Да ли затвореници имају приступ лекару у року од 24 часа?", "затвореници приступ лекару року 24 часа"),
        ("Do prisoners have access to a doctor within 24 hours?", "prisoners access doctor 24 hours"),
        ("Les détenus ont-ils accès à un médecin dans les 24 heures ?", "détenus accès médecin 24 heures"),
        ("Tutukluların 24 saat içinde doktora erişimi var mı?", "Tutukluların 24 saat doktora erişimi"),
        ("IS THERE A DOCTOR AND A NURSE?", "doctor nurse"),
        ('"solitary confinement" of the young', '"solitary confinement" of the young'),
        ("of the doctor", "of the doctor"),
        ("is there any of it", "is there any of it"),
    ],
)
def test_the_small_words_of_a_question_are_left_out(question: str, words: str) -> None:
    assert telling(question) == words


def test_what_the_thesaurus_names_stays_whole() -> None:
    assert "te mjeku" in telling("A kanë të burgosurit qasje te mjeku?", lambda _: [(4, 7)])
