"""Ruled tables become rows; frames, underlining and charts do not; nothing is said twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pdfplumber.table
import pypdfium2
import pytest
from fpdf import FPDF

from indexer.blocks import Block
from indexer.formats.pdf import PdfExtractor
from indexer.formats.pdf_rules import looks_ruled
from kb.originals.pdfium import Pdf

ROWS = (
    ("Prison", "Capacity", "Persons held"),
    ("Dubrava", "920", "815"),
    ("Lipjan", "144", "131"),
    ("Prizren", "97", "101"),
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_page()
    pdf.set_font("Helvetica", "", 10)
    pdf.text(60, 80, "The delegation visited the following establishments.")
    pdf.set_y(100)
    with pdf.table(width=400, borders_layout="ALL") as rows:
        for row in ROWS:
            rows.row(row)
    pdf.text(60, 400, "It was well received in each of them.")
    path = tmp_path / "table.pdf"
    pdf.output(str(path))
    return path


def _blocks(path: Path) -> list[Block]:
    return [block for page in PdfExtractor().extract(path) for block in page.blocks]


def test_a_ruled_table_is_one_block_of_rows_in_its_place(table):
    blocks = _blocks(table)
    assert [block.kind for block in blocks] == ["text", "table", "text"]
    assert blocks[1].text.split("\n") == [" | ".join(row) for row in ROWS]
    assert blocks[1].marks[0].y0 < blocks[1].marks[0].y1 < blocks[2].marks[0].y0


def test_no_cell_is_read_twice(table):
    assert sum(block.text.count("Dubrava") for block in _blocks(table)) == 1


def test_where_pdfplumber_fails_the_text_of_the_page_stays(table, monkeypatch):
    def broken(*_: object) -> None:
        raise ValueError("no such object")

    monkeypatch.setattr(pdfplumber.table, "TableFinder", broken)
    blocks = _blocks(table)
    assert {"Dubrava", "815"} <= set(" ".join(block.text for block in blocks).split())
    assert [block.kind for block in blocks] == ["text", "table", "text"]  # known by its columns alone


def test_a_table_is_read_without_a_second_reading_of_the_file(table, monkeypatch):
    monkeypatch.setattr(pdfplumber, "open", _never)
    assert _blocks(table)[1].text.split("\n") == [" | ".join(row) for row in ROWS]


@pytest.mark.parametrize("crop", [0, 40])
def test_text_that_lies_over_two_cells_is_parted_letter_by_letter(tmp_path, monkeypatch, crop):
    path = _glued(tmp_path, crop)
    (block,) = (block for block in _blocks(path) if block.kind == "table")
    assert block.text.split("\n") == ["Capacity | Persons held", "Dubrava 920 | 815 Lipjan", "Prizren | none"]
    monkeypatch.setattr(pdfplumber, "open", _never)
    assert not [block for block in _blocks(path) if block.kind == "table"]  # the page keeps its text
    assert "Dubrava" in " ".join(block.text for block in _blocks(path))


def _glued(folder: Path, crop: int) -> Path:
    """A page with a table whose middle row is one run of text over both columns."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_page()
    pdf.set_font("Courier", "", 10)
    for row, texts in enumerate((("Capacity", "Persons held"), ("Dubrava 920    815 Lipjan",), ("Prizren", "none"))):
        for column, text in enumerate(texts):
            pdf.text(65 + 90 * column, 115 + 20 * row, text)
        for column in range(2):
            pdf.rect(60 + 90 * column, 100 + 20 * row, 90, 20)
            pdf.rect(60 + 90 * column, 100 + 20 * row, 90, 20)
    path = folder / "glued.pdf"
    pdf.output(str(path))
    if crop:
        with pypdfium2.PdfDocument(path) as document:
            page = document[0]
            page.set_cropbox(crop, crop, 590, 842 - crop)
            path = folder / "cropped.pdf"
            document.save(path)
    return path


def _never(*_: object) -> None:
    raise ValueError("the file is read once more")


@pytest.mark.parametrize("draw", ["frame", "underlines", "rows only"])
def test_other_lines_are_not_taken_for_a_table(tmp_path, draw):
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_page()
    pdf.set_font("Helvetica", "", 10)
    for row in range(14):
        pdf.text(60, 100 + 20 * row, "A line of text that has something drawn near it")
        if draw == "frame":
            pdf.rect(50, 85 + 20 * row, 300, 20)
        elif draw == "underlines":
            pdf.line(60, 102 + 20 * row, 250, 102 + 20 * row)
        else:
            pdf.line(50, 105 + 20 * row, 500, 105 + 20 * row)
    path = tmp_path / "lines.pdf"
    pdf.output(str(path))
    with Pdf(path) as opened:
        content = opened.page(1)
    assert content.paths >= 12
    assert not looks_ruled(content)


def test_pages_of_text_never_reach_pdfplumber(tmp_path, monkeypatch):
    pdf = FPDF(unit="pt", format="A4")
    for _ in range(3):
        pdf.add_page()
        pdf.set_font("Helvetica", "", 10)
        pdf.text(60, 100, "Only text.")
    path = tmp_path / "text.pdf"
    pdf.output(str(path))
    opened: list[object] = []
    real: Callable[..., object] = pdfplumber.open
    monkeypatch.setattr(pdfplumber, "open", lambda *a: opened.append(a) or real(*a))
    _blocks(path)
    assert not opened


@pytest.mark.parametrize(("corners", "asked"), [(10, True), (80, False)])
def test_a_page_full_of_drawings_never_reaches_pdfplumber(tmp_path, corners, asked):
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_page()
    pdf.set_font("Helvetica", "", 10)
    pdf.text(60, 80, "A map of the yard stands above the table.")
    for shape in range(400):
        x, y = 60 + shape % 40 * 10, 120 + shape // 40 * 10
        pdf.polygon([(x + corner % 7, y + corner % 5) for corner in range(corners)])
    for row in range(4):
        for column in range(3):
            pdf.rect(60 + 100 * column, 400 + 20 * row, 100, 20)
    path = tmp_path / "map.pdf"
    pdf.output(str(path))
    with Pdf(path) as opened:
        content = opened.page(1)
    assert (content.strokes > 20_000) is not asked
    assert looks_ruled(content) is asked
