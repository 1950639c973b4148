"""Columns are read to their foot before the next begins, whatever order the file draws them in."""

from __future__ import annotations

from indexer.formats.pdf import PdfExtractor

NUMBERS = ("one", "two", "three", "four", "five", "six")


def test_two_columns_are_read_one_after_the_other(sheet, blocks, words):
    sheet.page()
    left, right = words(60), words(60, start=7)
    sheet.paragraph(60, 100, 220, left)
    sheet.paragraph(310, 100, 220, right)
    assert [block.text for block in blocks(sheet)] == [left, right]


def test_columns_drawn_line_by_line_across_the_page_are_still_read_one_after_the_other(sheet, blocks):
    sheet.page()
    left = [f"left line number {word} goes on and on here" for word in NUMBERS]
    right = [f"right line number {word} goes on and on here" for word in NUMBERS]
    for row, (a, b) in enumerate(zip(left, right, strict=True)):
        sheet.line(60, 100 + 14 * row, a)
        sheet.line(310, 100 + 14 * row, b)
    text = " ".join(block.text for block in blocks(sheet))
    assert text.index(right[0]) > text.index(left[-1])


def test_a_title_across_both_columns_comes_before_them(sheet, blocks, words):
    sheet.page()
    sheet.line(100, 80, "A title that runs across the gutter of both columns", size=18)
    sheet.paragraph(60, 120, 220, words(60))
    sheet.paragraph(310, 120, 220, words(60, start=9))
    found = blocks(sheet)
    assert found[0].kind == "heading"
    assert len(found) == 3


def test_numbers_of_paragraphs_do_not_make_a_column(sheet, blocks, words):
    sheet.page()
    y = 100.0
    for number in range(1, 7):
        sheet.line(60, y, f"{number}.")
        y = sheet.paragraph(90, y, 400, words(30, start=number)) + 8
    assert [block.text.split()[0] for block in blocks(sheet)] == [f"{n}." for n in range(1, 7)]


def test_three_columns_are_read_in_order(sheet, blocks, words):
    sheet.page()
    for column, x in enumerate((50, 220, 390)):
        sheet.paragraph(x, 100, 150, words(50, start=column * 3))
    assert [block.text for block in blocks(sheet)] == [words(50, start=start) for start in (0, 3, 6)]


def test_a_page_turned_by_its_rotation_reads_as_it_is_shown(sheet, words, tmp_path):
    sheet.page()
    sheet.paragraph(60, 100, 400, words(60))
    path = tmp_path / "turned.pdf"
    sheet.pdf.output(str(path))
    path.write_bytes(path.read_bytes().replace(b"/Type /Page\n", b"/Rotate 90 /Type /Page\n", 1))
    page = next(iter(PdfExtractor().extract(path)))
    assert page.width > page.height
    assert [block.text for block in page.blocks] == [words(60)]


def test_text_that_runs_up_the_page_is_read_and_marked_where_it_stands(sheet, read, words):
    sheet.page()
    with sheet.pdf.rotation(90, x=300, y=400):
        sheet.paragraph(100, 300, 400, words(60))
    page = read(sheet)[0]
    assert [block.text for block in page.blocks] == [words(60)]
    mark = page.blocks[0].marks[0]
    assert mark.y1 - mark.y0 > mark.x1 - mark.x0  # a narrow upright strip


def test_numbers_may_hang_beside_the_text_of_two_columns(sheet, blocks, words):
    sheet.page()
    for column, x in enumerate((60, 310)):
        y = 100.0 + 5 * column  # rows of the two columns do not meet
        for number in range(1, 6):
            sheet.line(x, y, f"{5 * column + number}.")
            y = sheet.paragraph(x + 22, y, 195, words(30, start=5 * column + number)) + 6
    found = [block.text for block in blocks(sheet)]
    assert [text.split()[0] for text in found] == [f"{n}." for n in range(1, 11)]
    assert found[6] == f"7. {words(30, start=7)}"
