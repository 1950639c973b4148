"""Contents pages become the outline of the document; a masthead is no heading."""

from __future__ import annotations

import pytest

CHAPTERS = (
    ("I. Introduction", 60, 2),
    ("II. What was found", 60, 3),
    ("A. Police stations", 90, 3),
    ("B. Prisons and remand homes", 90, 4),
    ("III. What is recommended", 60, 5),
)


def dotted(sheet, text, page, x, y, size=11):
    """A line of a contents page, dots up to the right edge."""
    sheet.pdf.set_font("Times", "", size)
    room = 480 - x - sheet.pdf.get_string_width(text + " ")
    sheet.line(x, y, text + " " + "." * int(room / sheet.pdf.get_string_width(".")) + f" {page}", size=size)


def chapters(sheet, words, style=""):
    for number, (title, _, page) in enumerate(CHAPTERS):
        if page > sheet.pdf.page:
            sheet.page()
            y = 80.0
        sheet.line(60, y, title, style=style)
        y = sheet.paragraph(60, y + 26, 450, words(70, start=number)) + 20


def contents(sheet, title="Contents"):
    sheet.page()
    if title:
        sheet.line(60, 80, title, size=14, style="B")
    for row, (text, x, page) in enumerate(CHAPTERS):
        dotted(sheet, text, page, x, 120 + 18 * row)


@pytest.mark.parametrize("title", ["Contents", "PËRMBAJTJA", "Table des matières", "C O N T E N T S", ""])
def test_a_contents_page_is_the_outline_and_no_text(sheet, read, words, title):
    contents(sheet, title)
    chapters(sheet, words)
    pages = read(sheet)
    assert pages[0].blocks == ()
    assert pages[0].note == ""
    headings = [(b.text, b.level) for page in pages for b in page.blocks if b.kind == "heading"]
    assert headings == [(text, 1 + (x > 60)) for text, x, _ in CHAPTERS]  # though they are printed as the text is


def test_numbers_far_off_at_the_right_need_no_dots(sheet, read, words):
    sheet.page()
    sheet.line(60, 80, "Contents", style="B")
    for row, (text, x, page) in enumerate(CHAPTERS):
        sheet.line(x, 120 + 18 * row, text)
        sheet.line(470, 120 + 18 * row, str(page))
    chapters(sheet, words)
    assert read(sheet)[0].blocks == ()


def test_an_entry_over_two_lines_is_the_heading_over_two_lines(sheet, read, words):
    first, second = (
        "The treatment of persons deprived of their liberty in the",
        "establishments that were visited in that year",
    )
    sheet.page()
    sheet.line(60, 80, "Contents", style="B")
    dotted(sheet, "Opening words", 2, 60, 110)
    sheet.line(60, 128, first)
    dotted(sheet, second, 2, 60, 142)
    sheet.page()
    sheet.line(60, 80, "Opening words")
    y = sheet.paragraph(60, 106, 450, words(50))
    sheet.line(60, y + 20, first)
    sheet.line(60, y + 34, second)
    sheet.paragraph(60, y + 70, 450, words(50, start=4))
    pages = read(sheet)
    assert pages[0].blocks == ()
    assert [b.text for b in pages[1].blocks if b.kind == "heading"] == ["Opening words", f"{first} {second}"]


def test_a_list_whose_headings_are_nowhere_in_the_document_stays(sheet, read, words):
    contents(sheet)
    sheet.page()
    sheet.paragraph(60, 80, 450, words(70))
    assert "I. Introduction … 2" in [block.text for block in read(sheet)[0].blocks]


def test_a_table_of_figures_that_rise_stays(sheet, blocks, words):
    sheet.page()
    for row, (name, count) in enumerate((("North", 3), ("South", 14), ("East", 15), ("West", 92), ("Centre", 95))):
        sheet.line(60, 100 + 18 * row, f"Persons held in the wing called {name}")
        sheet.line(470, 100 + 18 * row, str(count))
    sheet.page()
    sheet.paragraph(60, 80, 450, words(70))
    text = " ".join(block.text for block in blocks(sheet))
    assert all(f"{name}" in text for name in ("North", "South", "East", "West", "Centre"))


def test_bookmarks_say_what_is_a_heading(sheet, read, words):
    titles = ["Opening words", "What was seen", "What was heard", "Closing words"]
    sheet.page()
    y = 80.0
    for at, title in enumerate(titles):
        sheet.pdf.set_font("Times", "", 11)
        sheet.pdf.set_y(y)
        sheet.pdf.start_section(title, level=at % 2)
        sheet.line(60, y, title)
        y = sheet.paragraph(60, y + 26, 450, words(50, start=at)) + 20
    found = [(b.text, b.level) for b in read(sheet)[0].blocks if b.kind == "heading"]
    assert found == [(title, 1 + at % 2) for at, title in enumerate(titles)]


def test_a_masthead_is_no_heading_and_is_kept(sheet, blocks, words):
    sheet.page()
    sheet.line(60, 60, "United Nations", size=14)
    sheet.line(450, 60, "A/XYZ/27/4", size=14)
    sheet.line(60, 90, "General Assembly", size=20, style="B")
    sheet.line(450, 90, "Distr.: General", size=9)
    sheet.line(450, 102, "Original: English", size=9)
    sheet.line(60, 150, "Report on what was seen", size=14, style="B")
    sheet.paragraph(60, 180, 450, words(70))
    found = blocks(sheet)
    assert [b.text for b in found if b.kind == "heading"] == ["Report on what was seen"]
    assert "A/XYZ/27/4" in " ".join(b.text for b in found)


def test_a_recommendation_in_bold_that_ends_in_a_semicolon_is_no_heading(sheet, blocks, words):
    sheet.page()
    y = sheet.paragraph(60, 100, 400, words(60))
    sheet.line(60, y + 16, "25. To open the yard to all who are held there (Elsewhere);", style="B")
    sheet.paragraph(60, y + 40, 400, words(60, start=3))
    assert [b.kind for b in blocks(sheet)] == ["text", "text", "text"]


def test_a_title_in_capitals_over_several_lines_is_one_heading(sheet, blocks, words):
    sheet.page()
    for row, text in enumerate(("THE RIGHTS OF PERSONS", "WHO ARE HELD", "IN THE PRISONS OF ELSEWHERE")):
        sheet.pdf.set_font("Times", "B", 15)
        sheet.line(298 - sheet.pdf.get_string_width(text) / 2, 200 + 29 * row, text, size=15, style="B")
    sheet.paragraph(60, 420, 450, words(60))
    found = [b.text for b in blocks(sheet) if b.kind == "heading"]
    assert found == ["THE RIGHTS OF PERSONS WHO ARE HELD IN THE PRISONS OF ELSEWHERE"]


def test_the_number_of_a_chapter_stays_apart_from_its_name(sheet, blocks, words):
    sheet.page()
    for row, text in enumerate(("GLAVA PRVA", "OSNOVNE ODREDBE")):
        sheet.pdf.set_font("Times", "B", 13)
        sheet.line(298 - sheet.pdf.get_string_width(text) / 2, 100 + 24 * row, text, size=13, style="B")
    sheet.paragraph(60, 160, 450, words(60))
    assert [b.text for b in blocks(sheet) if b.kind == "heading"] == ["GLAVA PRVA", "OSNOVNE ODREDBE"]


def test_a_recommendation_in_bold_that_goes_on_over_the_page_is_no_heading(sheet, blocks, words):
    sheet.page()
    sheet.paragraph(60, 100, 420, words(400))
    sheet.line(60, 770, "61. To increase what is done against overcrowding in the prisons of the country by", style="B")
    sheet.line(60, 783, "measures that were agreed with the courts that remand people in custody and the", style="B")
    sheet.page()
    y = sheet.paragraph(60, 100, 450, "Governmental supervision, within two years at most (Elsewhere);", style="B")
    sheet.paragraph(60, y + 20, 450, words(300, start=3))
    found = blocks(sheet)
    assert not any(b.kind == "heading" for b in found)
    assert [b.text[:11] for b in found if b.continues] == ["Governmenta"]
