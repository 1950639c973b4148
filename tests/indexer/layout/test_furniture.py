"""What comes back on page after page is not text; what only looks like it is."""

from __future__ import annotations

from pathlib import Path

import pytest

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


def _report(sheet, words, pages, head=True):
    for number in range(1, pages + 1):
        sheet.page()
        if head:
            sheet.line(60, 40, "Report on the visit")
            sheet.line(480, 40, f"CPT/Inf {number}")
        sheet.paragraph(60, 100, 450, words(80, start=number * 5))
        sheet.line(290, 810, f"{number}")


def test_running_heads_and_page_numbers_are_gone(sheet, blocks, words):
    _report(sheet, words, 5)
    text = " ".join(block.text for block in blocks(sheet))
    assert "Report on the visit" not in text
    assert "CPT/Inf" not in text
    assert not any(block.text.strip().isdigit() for block in blocks(sheet))


def test_a_page_number_is_gone_from_a_document_of_one_page(sheet, blocks, words):
    _report(sheet, words, 1, head=False)
    assert [block.text for block in blocks(sheet)] == [words(80, start=5)]


def test_a_first_line_that_never_comes_back_stays(sheet, blocks, words):
    _report(sheet, words, 3, head=False)
    assert len(blocks(sheet)) == 3


def test_the_first_numbered_paragraph_of_each_page_is_not_a_page_number(sheet, blocks, words):
    for number in range(1, 6):
        sheet.page()
        sheet.line(60, 60, f"{number}.")
        sheet.paragraph(90, 60, 420, words(70, start=number))
    assert [block.text.split()[0] for block in blocks(sheet)] == [f"{n}." for n in range(1, 6)]


def test_a_sentence_repeated_in_the_middle_of_pages_stays(sheet, blocks, words):
    for number in range(1, 6):
        sheet.page()
        sheet.paragraph(60, 100, 450, words(40, start=number))
        sheet.line(60, 400, "This concerns all establishments visited.")
    assert sum(block.text == "This concerns all establishments visited." for block in blocks(sheet)) == 5


def test_the_number_of_an_article_at_the_head_of_each_page_stays(sheet, blocks, words):
    articles = (1, 4, 6, 11, 12, 19)
    for article in articles:
        sheet.page()
        sheet.line(270, 60, f"Article {article}.")
        sheet.paragraph(60, 90, 450, words(60, start=article))
    found = [block.text for block in blocks(sheet) if block.text.startswith("Article")]
    assert found == [f"Article {article}." for article in articles]


def test_pages_that_hold_nothing_but_a_line_at_the_top_keep_it(sheet, blocks):
    for number in range(1, 6):
        sheet.page()
        sheet.line(60, 60, f"Certificate {number}")
    assert [block.text for block in blocks(sheet)] == [f"Certificate {n}" for n in range(1, 6)]


def test_page_numbers_written_with_dashes_or_words_are_gone(sheet, blocks, words):
    for number in range(1, 5):
        sheet.page()
        sheet.paragraph(60, 100, 450, words(60, start=number))
        sheet.line(280, 810, f"- {number} -" if number % 2 else f"Faqe {number} nga 4")
    assert not any("Faqe" in block.text or block.text.startswith("-") for block in blocks(sheet))


def _letter(sheet, words, last, head="Ministry of Works"):
    sheet.page()
    sheet.line(60, 60, "MINISTRY OF WORKS", style="B")
    sheet.line(60, 76, "MW-114/2031, 30 August 2031", size=9)
    sheet.paragraph(60, 140, 450, words(320), size=11)
    sheet.line(290, 810, "1", size=8)
    sheet.page()
    sheet.line(60, 40, head, size=8)
    sheet.line(460, 40, "MW-114/2031", size=8)
    sheet.paragraph(60, 95, 450, words(last, start=3), size=11)
    sheet.line(290, 810, "2", size=8)


def test_the_only_running_head_of_a_letter_of_two_pages_is_gone(sheet, blocks, words):
    _letter(sheet, words, 120)
    text = " ".join(block.text for block in blocks(sheet))
    assert "Ministry of Works" not in text
    assert "MINISTRY OF WORKS" in text


def test_page_numbers_are_gone_where_the_last_page_has_two_lines(sheet, blocks, words):
    _letter(sheet, words, 20)
    assert not any(block.text.strip() in ("1", "2") for block in blocks(sheet))


def test_a_small_first_line_that_no_other_page_knows_stays(sheet, blocks, words):
    sheet.page()
    sheet.paragraph(60, 60, 450, words(320), size=11)
    sheet.page()
    sheet.line(60, 40, "What was said of the yard in 2031", size=8)
    sheet.paragraph(60, 95, 450, words(120, start=3), size=11)
    assert "What was said of the yard in 2031" in [block.text for block in blocks(sheet)]


STYLES = (
    *("{n}/9", "Page {n} of 9", "- {n} -", "– {n} –", "[{n}]", "{r}", "Faqe {n}/9", "Strana {n} od 9", "Sayfa {n}"),
    *("Страна {n} од 9", "{n} | 9", "Page | {n}", "p. {n}", "{n} of 9", "Page {n} sur 9", "Стр. {n}", "...{n}", "/..."),
)


@pytest.mark.parametrize("number", STYLES)
def test_page_numbers_of_every_style_are_gone(sheet, blocks, words, number):
    roman = ["i", "ii", "iii", "iv", "v", "vi"]
    if not number.isascii() and "–" not in number:
        sheet.pdf.add_font("Other", "", FONT)
    for n in range(1, 7):
        sheet.page()
        sheet.paragraph(60, 100, 450, words(80 + 31 * n, start=n))
        if not number.isascii() and "–" not in number:
            sheet.pdf.set_font("Other", "", 9)
            sheet.pdf.text(285, 810, number.format(n=n, r=roman[n - 1]))
        else:
            sheet.pdf.set_font("Helvetica", "", 9)
            sheet.pdf.text(285, 810, number.format(n=n, r=roman[n - 1]).replace("–", "\x96"))
    found = blocks(sheet)
    assert [block.text for block in found if len(block.text) < 40] == []
    assert len(found) == 6


def test_heads_that_name_the_chapter_and_change_with_it_are_gone(sheet, blocks, words):
    chapters = ["Police", "Police", "Prisons", "Prisons", "Prisons", "Health", "Health", "Health"]
    for n, chapter in enumerate(chapters, 1):
        sheet.page()
        if n % 2:
            sheet.line(60, 40, str(n), size=9)
            sheet.line(300, 40, f"Visit to Elsewhere: {chapter}", size=9, style="I")
        else:
            sheet.line(60, 40, "Council of the Rivers", size=9, style="I")
            sheet.line(520, 40, str(n), size=9)
        sheet.paragraph(60, 90, 450, words(90 + 17 * n, start=n))
    text = " ".join(block.text for block in blocks(sheet))
    assert "Elsewhere" not in text
    assert "Council" not in text
    assert len(blocks(sheet)) == 8


def test_the_heads_of_two_pages_are_gone(sheet, blocks, words):
    for n in (1, 2):
        sheet.page()
        sheet.line(60, 40, "Centre for the Rivers", size=9)
        sheet.line(440, 40, "CR/INF (2031) 4", size=9)
        sheet.paragraph(60, 90, 450, words(300, start=n))
    assert len(blocks(sheet)) == 2


def test_the_numbers_of_lines_in_the_margin_are_gone(sheet, blocks, words):
    for n in range(1, 4):
        sheet.page()
        sheet.paragraph(90, 80, 420, words(420, start=n))
        for row in range(1, 46):
            if row % 5 == 0:
                sheet.line(55, 80 + 13.2 * (row - 1), str(row), size=8)
    found = blocks(sheet)
    assert [block.text for block in found] == [words(420, start=n) for n in range(1, 4)]


def test_a_stamp_that_runs_up_the_margin_is_gone(sheet, blocks, words):
    for n in range(1, 5):
        sheet.page()
        sheet.paragraph(90, 80, 420, words(300, start=n))
        with sheet.pdf.rotation(90, x=30, y=600):
            sheet.line(30, 600, "Downloaded from the archive of the rivers", size=7)
    assert len(blocks(sheet)) == 4


def test_articles_at_the_head_of_most_pages_stay_whatever_their_numbers(sheet, blocks, words):
    for n in range(1, 9):
        sheet.page()
        sheet.line(280, 70, f"Neni {n * 3 + n % 3}", style="B")
        sheet.paragraph(60, 96, 450, words(300, start=n))
    assert sum(block.text.startswith("Neni") for block in blocks(sheet)) == 8


def test_rules_and_stars_drawn_with_letters_are_no_text(sheet, blocks, words):
    sheet.page()
    y = sheet.paragraph(60, 100, 450, words(80))
    sheet.line(290, y + 10, "* * *")
    y = sheet.paragraph(60, y + 40, 450, words(80, start=3))
    sheet.line(290, y + 10, "-----")
    assert [block.text for block in blocks(sheet)] == [words(80), words(80, start=3)]
