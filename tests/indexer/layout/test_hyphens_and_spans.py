"""Hyphens at the ends of lines are mended as the language writes the word; bold and italic runs keep their places."""

from __future__ import annotations

import pytest

from indexer.layout.hyphens import Words
from indexer.layout.join import join
from indexer.layout.lines import Line


def lines(*texts: str) -> list[Line]:
    return [
        Line(0, 100, 0, 10, 10.0 * at, 10, text.removesuffix("-"), hyphen=text.endswith("-"))
        for at, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the right of all peoples to self-", "determination was recalled by them", "self-determination"),
        ("a plan against trafficking and other anti-", "trafficking measures that were taken", "anti-trafficking"),
        ("they had a part in the decision-", "making of the establishment that was", "decision-making"),
        ("the persons were held in con-", "ditions that were of the poorest", "conditions"),
        ("all of the authorities were recom-", "mended to repair the roof of the house", "recommended"),
        ("les personnes sont dans des établis-", "sements qui ne sont pas chauffés", "établissements"),
        ("il a été placé sous la res-", "ponsabilité du directeur de la prison", "responsabilité"),
        ("les organes dont il est question ci-", "dessous ont été entendus par le comité", "ci-dessous"),
        ("osoba koja je lišena slobode u kazneno-", "popravnom zavodu ima pravo da se žali", "kazneno-popravnom"),
        ("osoba koja je lišena slobode može zat-", "voreniku da se obrati i da ga sasluša", "zatvoreniku"),
        ("лице које је лишено слободе у казнено-", "поправном заводу има право да се жали", "казнено-поправном"),
        ("personat që janë të burgo-", "surit kanë të drejtë të ankohen për këtë", "burgosurit"),
        ("hükümlülerin ve tutuklu-", "ların hakları ile ilgili olarak bu karar", "tutukluların"),
    ],
)
def test_a_hyphen_goes_or_stays_as_the_language_writes_the_word(first, second, joined):
    assert joined in join(lines(first, second), Words()).text.split()


def test_what_the_document_writes_in_its_lines_comes_before_any_list():
    words = Words()
    words.learn(["the decisionmaking of the board"])
    assert "decisionmaking" in join(lines("a part in the decision-", "making of all"), words).text


def test_spans_stay_on_their_words_when_a_hyphen_is_mended(sheet, blocks):
    sheet.page()
    sheet.line(60, 100, "The delegation saw the cells, which held ")
    at = 60 + sheet.pdf.get_string_width("The delegation saw the cells, which held ")
    sheet.line(at, 100, "per-", style="B")
    sheet.line(60, 114, "sons", style="B")
    at = 60 + sheet.pdf.get_string_width("sons ")
    sheet.line(at, 114, "without air.")
    block = blocks(sheet)[0]
    assert block.text == "The delegation saw the cells, which held persons without air."
    assert [block.text[start:end] for start, end in block.bold] == ["persons"]


def test_a_run_in_italics_keeps_its_span(sheet, blocks):
    sheet.page()
    sheet.line(60, 100, "The rule was repeated in ")
    at = 60 + sheet.pdf.get_string_width("The rule was repeated in ")
    sheet.line(at, 100, "One v. Other", style="I")
    at += sheet.pdf.get_string_width("One v. Other")
    sheet.line(at, 100, " and was kept.")
    block = blocks(sheet)[0]
    assert [block.text[start:end] for start, end in block.italic] == ["One v. Other"]
    assert block.bold == ()


def test_spans_move_with_a_footnote_number_that_is_taken_out():
    line = Line(0, 100, 0, 10, 10, 10, "held² in cells", bold=[(5, 14)], slant=[(0, 5)])
    line.cut(4, 5)
    assert (line.text, line.bold, line.slant) == ("held in cells", [(4, 13)], [(0, 4)])
