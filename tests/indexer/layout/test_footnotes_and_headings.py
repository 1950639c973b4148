"""Small print at the foot of a page, raised numbers, headings, bold."""

from __future__ import annotations


def _with_note(sheet, words, *, rule=True):
    sheet.page()
    sheet.paragraph(60, 100, 400, words(40))
    sheet.line(60, 300, "The yard was closed")
    width = sheet.pdf.get_string_width("The yard was closed")
    sheet.line(60 + width + 0.5, 296, "7", size=6.5)
    sheet.line(60 + width + 4.5, 300, " at the time of the visit.")
    if rule:
        sheet.pdf.line(60, 740, 200, 740)
    sheet.line(60, 752, "7", size=6)
    sheet.line(66, 755, "See the report on the earlier visit, paragraph 12.", size=9)
    sheet.line(60, 766, "It was published with the response of the authorities.", size=9)


def test_a_footnote_is_taken_out_of_the_flow_with_its_number(sheet, blocks, words):
    _with_note(sheet, words)
    notes = [block for block in blocks(sheet) if block.kind == "footnote"]
    assert [(note.marker, note.text) for note in notes] == [
        (
            "7",
            "See the report on the earlier visit, paragraph 12. It was published with the response of the authorities.",
        )
    ]


def test_the_number_that_calls_a_footnote_is_not_in_the_text_but_told(sheet, blocks, words):
    _with_note(sheet, words, rule=False)
    calling = next(block for block in blocks(sheet) if "yard" in block.text and block.notes)
    assert calling.text == "The yard was closed at the time of the visit."
    assert calling.notes == ("7",)


def test_a_number_raised_behind_a_number_is_a_call_where_the_page_has_that_footnote(sheet, blocks, words):
    sheet.page()
    sheet.line(270, 100, "Article 87", style="B")
    sheet.line(270 + sheet.pdf.get_string_width("Article 87"), 96, "9", size=6.5, style="B")
    sheet.paragraph(60, 140, 400, words(40))
    sheet.line(60, 752, "9", size=6)
    sheet.line(66, 755, "Amended by the law of 2008.", size=9)
    found = blocks(sheet)
    assert (found[0].text, found[0].notes) == ("Article 87", ("9",))
    assert [found[0].text[start:end] for start, end in found[0].bold] == ["Article 87"]


def test_square_metres_keep_their_exponent(sheet, blocks):
    sheet.page()
    sheet.line(60, 100, "Each cell measured 6 m")
    width = sheet.pdf.get_string_width("Each cell measured 6 m")
    sheet.line(60 + width, 96, "2", size=6.5)
    sheet.line(60 + width + 5, 100, " and held two persons.")
    assert blocks(sheet)[0].text == "Each cell measured 6 m² and held two persons."


def test_a_quotation_in_smaller_print_at_the_foot_is_no_footnote(sheet, blocks, words):
    sheet.page()
    sheet.paragraph(60, 100, 400, words(120))
    sheet.paragraph(100, 700, 360, words(40, start=3), size=10)
    assert all(block.kind == "text" for block in blocks(sheet))


def test_headings_are_ranked_by_weight(sheet, blocks, words):
    sheet.page()
    sheet.line(60, 80, "Findings of the visit", size=18, style="B")
    sheet.line(60, 120, "Conditions of detention", size=13, style="B")
    y = sheet.paragraph(60, 150, 400, words(60))
    sheet.line(60, y + 12, "Health care", size=13, style="B")
    sheet.paragraph(60, y + 40, 400, words(60, start=3))
    found = blocks(sheet)
    assert [(b.text, b.level) for b in found if b.kind == "heading"] == [
        ("Findings of the visit", 1),
        ("Conditions of detention", 2),
        ("Health care", 2),
    ]


def test_a_recommendation_in_bold_is_no_heading_but_keeps_its_span(sheet, blocks):
    sheet.page()
    sheet.line(60, 100, "14. The committee saw the cells. ")
    width = sheet.pdf.get_string_width("14. The committee saw the cells. ")
    sheet.line(60 + width, 100, "It recommends that they be repaired.", style="B")
    block = blocks(sheet)[0]
    assert block.kind == "text"
    assert [block.text[start:end] for start, end in block.bold] == ["It recommends that they be repaired."]


def test_marks_are_fractions_of_the_page_from_its_top_left(sheet, blocks):
    sheet.page()
    sheet.line(59.5, 421, "A line halfway down the page, at a tenth of its width.")
    mark = blocks(sheet)[0].marks[0]
    assert mark.page == 1
    assert abs(mark.x0 - 0.1) < 0.01
    assert 0.48 < mark.y0 < mark.y1 < 0.51


def test_a_contents_list_keeps_its_lines_apart(sheet, blocks):
    sheet.page()
    for row, (title, page) in enumerate((("Introduction", 3), ("Findings", 14), ("Recommendations", 120))):
        sheet.line(60, 100 + 16 * row, f"{title} {'.' * 60} {page}")
    assert [block.text for block in blocks(sheet)] == ["Introduction … 3", "Findings … 14", "Recommendations … 120"]
