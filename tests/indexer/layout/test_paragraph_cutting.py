"""Where paragraphs begin and end, and what joins them over columns and pages."""

from __future__ import annotations

import pytest

from indexer.layout.beginnings import LABEL
from indexer.layout.cleaning import clean


def test_paragraphs_are_told_apart_by_spacing(sheet, blocks, words):
    sheet.page()
    y = sheet.paragraph(60, 100, 400, words(50))
    sheet.paragraph(60, y + 10, 400, words(50, start=5))
    assert [block.text for block in blocks(sheet)] == [words(50), words(50, start=5)]


def test_paragraphs_are_told_apart_by_the_indent_of_their_first_line(sheet, blocks, words):
    sheet.page()
    y = 100.0
    for start in (0, 5, 11):
        y = sheet.paragraph(60, y, 400, words(55, start=start), indent=25)
    assert [block.text for block in blocks(sheet)] == [words(55, start=start) for start in (0, 5, 11)]


def test_numbered_paragraphs_are_told_apart_without_any_spacing(sheet, blocks, words):
    sheet.page()
    y = 100.0
    for number in (41, 42, 43):
        y = sheet.paragraph(60, y, 400, f"{number}. {words(45, start=number)}")
    assert [block.text[:3] for block in blocks(sheet)] == ["41.", "42.", "43."]


def test_a_year_at_the_beginning_of_a_line_does_not_begin_a_paragraph(sheet, blocks):
    sheet.page()
    lines = [
        "The delegation returned to the same establishment in the spring of the year",
        "2016. It found that little had changed since.",
    ]
    for row, line in enumerate(lines):
        sheet.line(60, 100 + 14 * row, line)
    assert [block.text for block in blocks(sheet)] == [" ".join(lines)]


def test_a_list_within_a_sentence_stays_in_its_paragraph(sheet, blocks):
    sheet.page()
    lines = [
        "The authorities should take steps to (i) repair the roof of the building at once;",
        "(ii) give every person held there a mattress and clean bedding without delay; and",
        "(iii) report on what was done.",
    ]
    for row, line in enumerate(lines):
        sheet.line(60, 100 + 14 * row, line)
    assert len(blocks(sheet)) == 1


def test_a_list_set_out_line_by_line_is_told_apart(sheet, blocks):
    sheet.page()
    for row, line in enumerate(
        ["The delegation visited:", "(a) the central prison;", "(b) the remand wing;", "(c) the police station."]
    ):
        sheet.line(60 if not row else 80, 100 + 14 * row, line)
    assert [block.text[:3] for block in blocks(sheet)] == ["The", "(a)", "(b)", "(c)"]


def test_a_paragraph_that_goes_on_over_the_page_says_so(sheet, blocks, words):
    sheet.page()
    sheet.paragraph(60, 700, 400, "12. " + " ".join([*words(58).rstrip(".").split(), "and", "that"]))
    sheet.page()
    sheet.paragraph(60, 100, 400, words(30, start=3).lower())
    first, second = blocks(sheet)
    assert not first.continues
    assert second.continues


def test_a_new_numbered_paragraph_on_a_new_page_is_no_rest_of_the_last(sheet, blocks, words):
    sheet.page()
    sheet.paragraph(60, 100, 400, "1. " + words(50))
    sheet.page()
    sheet.paragraph(60, 100, 400, "2. " + words(50, start=4))
    assert [block.continues for block in blocks(sheet)] == [False, False]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the persons were held in con-", "ditions that were poor", "conditions"),
        ("a report by a non-", "Serbian member of staff", "non-Serbian"),
        ("the period 2014-", "2015 was worse for everybody there", "2014-2015"),
    ],
)
def test_hyphens_at_the_end_of_a_line_are_mended(sheet, blocks, first, second, joined):
    sheet.page()
    sheet.line(60, 100, first)
    sheet.line(60, 114, second)
    assert joined in blocks(sheet)[0].text


def test_a_hyphen_stays_where_the_document_writes_the_word_with_one(sheet, blocks):
    sheet.page()
    sheet.line(60, 100, "Every non-governmental body was heard, and each non-")
    sheet.line(60, 114, "governmental body agreed with it in the end.")
    assert blocks(sheet)[0].text.count("non-governmental") == 2


def test_soft_hyphens_ligatures_and_control_characters_are_cleaned():
    assert clean("ac\xadcom\xadmo\xadda\xadtion") == "accommodation"
    assert clean("o\ufb03cer\x02 \ufb01ne\xa0day") == "officer fine day"
    assert clean("c\u030c") == "\u010d"


def test_no_block_holds_a_line_break_or_two_spaces(sheet, blocks, words):
    sheet.page()
    y = sheet.paragraph(60, 100, 400, words(50))
    sheet.line(60, y + 20, "A line  with   gaps in it")
    assert all("\n" not in block.text and "  " not in block.text for block in blocks(sheet))


def test_an_item_at_the_head_of_a_page_is_no_rest_of_the_item_before(sheet, blocks, words):
    sheet.page()
    sheet.paragraph(60, 700, 400, "12. " + words(40))
    sheet.line(90, 780, "i. a roof for the yard; and")
    sheet.page()
    sheet.line(90, 100, "ii. a stove for the kitchen.")
    sheet.paragraph(60, 130, 400, "13. " + words(40))
    assert not any(block.continues for block in blocks(sheet))


@pytest.mark.parametrize("label", ["^lan 8.", "~lan 8.", "^lanak 8.", "Član 8."])
def test_the_number_of_an_article_is_a_line_of_its_own_in_texts_from_before_unicode_too(label):
    assert LABEL.match(label)


def test_an_article_whose_letters_are_of_two_alphabets_is_a_line_of_its_own():
    assert LABEL.match("Č" + "l\u0430n 144.")
    assert not LABEL.match("\u010dlana 18. ovog zakona")
