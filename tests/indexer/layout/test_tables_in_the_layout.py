"""Tables without lines, sideways tables, tables over pages; prose and lists that only look like tables."""

from __future__ import annotations

import pytest

ROWS = (
    ("Establishment", "Dates of visit", "Places"),
    ("North Prison", "1 to 3 May", "120"),
    ("South Home", "4 May", "80"),
    ("East Station", "5 May", "12"),
    ("West Station", "6 May", "9"),
)
TEXT = "\n".join(" | ".join(row) for row in ROWS)


def set_out(sheet, rows, x=60, y=300, widths=(0, 170, 340), step=16):
    for at, row in enumerate(rows):
        for place, cell in zip(widths, row, strict=True):
            sheet.line(x + place, y + step * at, cell)


def ruled(sheet, rows, x=60, y=100, widths=(150, 120, 90), step=22):
    for at, row in enumerate(rows):
        left = x
        for width, cell in zip(widths, row, strict=True):
            sheet.pdf.rect(left, y + step * at, width, step)
            sheet.line(left + 4, y + step * at + 15, cell, size=10)
            left += width


def test_columns_that_stay_apart_are_a_table_without_any_lines(sheet, blocks, words):
    sheet.page()
    sheet.paragraph(60, 100, 450, words(60))
    set_out(sheet, ROWS)
    sheet.paragraph(60, 420, 450, words(60, start=4))
    found = blocks(sheet)
    assert [(b.kind, b.text) for b in found] == [("text", words(60)), ("table", TEXT), ("text", words(60, start=4))]


def test_a_cell_over_two_lines_stays_one_cell(sheet, blocks, words):
    sheet.page()
    set_out(sheet, ROWS[:3])
    sheet.line(230, 300 + 13 * 3 + 6, "and again in June")
    set_out(sheet, ROWS[3:], y=370)
    sheet.paragraph(60, 500, 450, words(60, start=4))
    assert "South Home | 4 May and again in June | 80\nEast Station" in blocks(sheet)[0].text


@pytest.mark.parametrize("lined", [False, True])
def test_a_table_that_stands_sideways_is_read_row_by_row(sheet, blocks, lined):
    sheet.page()
    with sheet.pdf.rotation(90, x=300, y=400):
        (ruled if lined else set_out)(sheet, ROWS, x=120, y=300)
    found = blocks(sheet)
    assert [(b.kind, b.text) for b in found] == [("table", TEXT)]
    assert found[0].marks[0].y1 - found[0].marks[0].y0 > 0.3


def test_a_table_over_three_pages_prints_its_head_once(sheet, blocks):
    for page in range(3):
        sheet.page()
        ruled(sheet, [ROWS[0], *((f"House {page}{at}", f"{at} June", str(at)) for at in range(1, 6))])
    tables = [block.text for block in blocks(sheet) if block.kind == "table"]
    assert len(tables) == 3
    assert "".join(tables).count("Establishment") == 1
    assert sum(text.count("House") for text in tables) == 15


def test_three_columns_of_prose_are_no_table(sheet, blocks, words):
    sheet.page()
    for column, x in enumerate((50, 220, 390)):
        sheet.paragraph(x, 100, 150, words(60, start=column * 3))
    assert not any(block.kind == "table" for block in blocks(sheet))


def test_signatures_side_by_side_are_no_table(sheet, blocks, words):
    sheet.page()
    sheet.paragraph(60, 100, 450, words(60))
    set_out(
        sheet, [("A. One", "B. Two"), ("Judge", "Judge"), ("C. Three", "D. Four"), ("Judge", "Judge")], widths=(0, 250)
    )
    assert not any(block.kind == "table" for block in blocks(sheet))
