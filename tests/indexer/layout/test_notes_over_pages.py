"""Footnotes that go on over the page, endnotes, notes set off by a line of underscores."""

from __future__ import annotations


def _note(sheet, y, marker, text, size=8):
    sheet.line(60, y - 3, marker, size=5)
    sheet.line(65, y, text, size=size)


def test_a_note_that_goes_on_over_the_page_is_no_part_of_the_text_there(sheet, blocks, words):
    sheet.page()
    sheet.line(60, 100, "The delegation saw the yard")
    end = 60 + sheet.pdf.get_string_width("The delegation saw the yard")
    sheet.line(end, 96, "7", size=6.5)
    sheet.paragraph(60, 128, 450, words(320))
    _note(sheet, 780, "7", "This was said again by the governor and by those who had held that office before him, and")
    sheet.page()
    sheet.paragraph(60, 100, 450, words(150, start=4))
    sheet.line(60, 720, "by the staff who were on duty at the time of the visit.", size=8)
    _note(sheet, 732, "8", "See the earlier report.")
    found = blocks(sheet)
    notes = [(b.marker, b.text.split()[0], b.continues) for b in found if b.kind == "footnote"]
    assert notes == [("7", "This", False), ("", "by", True), ("8", "See", False)]
    assert not any("governor" in b.text for b in found if b.kind != "footnote")


def test_a_page_of_endnotes_is_a_page_of_notes(sheet, blocks, words):
    sheet.page()
    sheet.paragraph(60, 100, 450, words(300))
    sheet.page()
    for number in range(1, 30):
        _note(sheet, 80 + 11 * number, str(number), f"Joint submission, page {number + 3}.", size=9)
    notes = [block for block in blocks(sheet) if block.kind == "footnote"]
    assert [note.marker for note in notes] == [str(number) for number in range(1, 30)]


def test_notes_as_large_as_the_text_are_known_by_the_line_above_them(sheet, blocks, words):
    sheet.page()
    sheet.paragraph(60, 100, 450, words(300))
    sheet.line(60, 600, "______________")
    sheet.line(90, 622, "1/ Document of the fifth committee.")
    sheet.line(90, 644, "2/ Record of its last meeting.")
    found = blocks(sheet)
    assert [(b.marker, b.text) for b in found[1:]] == [
        ("1", "Document of the fifth committee."),
        ("2", "Record of its last meeting."),
    ]


def test_a_star_raised_above_its_note_belongs_to_it(sheet, blocks, words):
    sheet.page()
    sheet.line(60, 80, "Report on the visit*", size=14, style="B")
    sheet.paragraph(60, 110, 450, words(250))
    sheet.line(60, 735, "*", size=6)
    sheet.line(68, 740, "The annex is circulated as it was received.", size=9)
    notes = [block for block in blocks(sheet) if block.kind == "footnote"]
    assert [(note.marker, note.text) for note in notes] == [("*", "The annex is circulated as it was received.")]


def test_a_raised_number_that_begins_a_paragraph_of_the_text_is_printed(sheet, blocks, words):
    sheet.page()
    sheet.line(60, 96, "1", size=6.5)
    sheet.line(66, 100, "The bodies that are listed below have written to us.")
    sheet.paragraph(60, 128, 450, words(200))
    assert blocks(sheet)[0].text == "1 The bodies that are listed below have written to us."
