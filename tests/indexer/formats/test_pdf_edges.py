"""The lines of a page as PDFium has them are those that pdfplumber reads from the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2
import pytest
from fpdf import FPDF
from pdfplumber.utils.geometry import obj_to_edges

from indexer.formats.pdf_edges import shape_of
from kb.originals.pdfium import Pdf

TOLD = ("orientation", "x0", "top", "x1", "bottom", "width", "height")


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_page()
    pdf.rect(60, 80, 200, 40, style="D")
    pdf.rect(60, 140, 200, 1, style="F")
    pdf.line(60, 200, 260, 200)
    pdf.line(60, 200, 60, 260)
    pdf.line(60, 300, 260, 340)
    pdf.ellipse(300, 80, 90, 60)
    pdf.polygon([(300, 200), (400, 200), (400, 260), (330, 280)], style="DF")
    pdf.polyline([(300, 300), (380, 300), (380, 360)])
    with pdf.rotation(30, 200, 500):
        pdf.rect(150, 480, 100, 40)
    path = tmp_path / "drawing.pdf"
    pdf.output(str(path))
    return path


def _sorted(edges: list[dict[str, Any]]) -> list[tuple[object, ...]]:
    return sorted(
        tuple(round(value, 1) + 0.0 if isinstance(value := edge[key], float | int) else str(value) for key in TOLD)
        for edge in edges
    )


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_lines_boxes_and_curves_are_those_of_pdfplumber(drawing, tmp_path, turn):
    with pypdfium2.PdfDocument(drawing) as document:
        document[0].set_rotation(turn)
        path = tmp_path / "turned.pdf"
        document.save(path)
    with pdfplumber.open(path) as opened:
        expected = _sorted(opened.pages[0].edges)
    with Pdf(path) as pdf:
        found = _sorted([edge for part in pdf.paths(1) for edge in obj_to_edges(shape_of(part))])
    assert len(expected) > 20
    assert found == expected


@pytest.mark.real
def test_the_lines_of_a_printed_gazette_are_those_of_pdfplumber(real_data):
    """Its lines stand in forms within the page."""
    path = real_data / "serbian-laws" / "gazette-two-columns-soft-hyphens.pdf"
    with pdfplumber.open(path) as opened:
        expected = _sorted([e for e in opened.pages[6].edges if e["orientation"] and max(e["width"], e["height"]) > 3])
    with Pdf(path) as pdf:
        edges = [edge for part in pdf.paths(7) for edge in obj_to_edges(shape_of(part))]
    found = _sorted([e for e in edges if e["orientation"] and max(e["width"], e["height"]) > 3])
    assert len(found) == len(expected) > 20
    for ours, theirs in zip(found, expected, strict=True):
        assert ours[0] == theirs[0]
        assert all(abs(a - b) < 0.25 for a, b in zip(ours[1:], theirs[1:], strict=True))
