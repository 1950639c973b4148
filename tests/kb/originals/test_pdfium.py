"""Opening, reading and painting, and every way that ends in a named failure."""

from __future__ import annotations

import struct

import pytest

from kb.errors import UnreadableOriginal
from kb.originals.pdfium import Pdf, render_page


def _size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_runs_tell_text_font_weight_and_place(two_pages):
    with Pdf(two_pages) as pdf:
        page = pdf.page(1)
    assert pdf.pages == 2
    assert [(run.text, run.bold, round(run.size)) for run in page.runs] == [("Alpha", True, 12), ("beta", False, 12)]
    assert [round(run.y) for run in page.runs] == [100, 120]
    assert abs(page.runs[0].x0 - 60) < 1
    assert page.runs[0].top < 100 < page.runs[0].bottom + 1
    assert page.runs[0].font == "Helvetica-Bold"


def test_the_info_dictionary_is_told(two_pages):
    with Pdf(two_pages) as pdf:
        assert pdf.info["Title"] == "A title"


def test_a_page_is_painted_at_the_width_asked_for(two_pages):
    picture = render_page(two_pages, 2, width_px=300)
    assert picture.startswith(b"\x89PNG")
    width, height = _size(picture)
    assert width == 300
    assert 420 <= height <= 430


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"", "empty"), (b"not a PDF at all", "damaged"), (b"%PDF-1.7\n", "damaged"), (b"\x00" * 4096, "damaged")],
)
def test_what_is_no_pdf_is_a_named_failure(tmp_path, content, kind):
    path = tmp_path / "odd.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadableOriginal) as failure:
        Pdf(path)
    assert failure.value.kind == kind
    assert failure.value.advice
    assert str(path) in str(failure.value)


def test_a_truncated_file_is_read_or_refused_by_name(two_pages):
    whole = two_pages.read_bytes()
    kinds = set()
    for length in range(0, len(whole), 97):
        two_pages.write_bytes(whole[:length])
        try:
            with Pdf(two_pages) as pdf:
                for number in range(1, pdf.pages + 1):
                    pdf.page(number)
        except UnreadableOriginal as failure:
            kinds.add(failure.kind)
    assert kinds <= {"damaged", "empty", "encrypted"}


def test_a_locked_file_is_named_encrypted(locked):
    with pytest.raises(UnreadableOriginal) as failure:
        Pdf(locked)
    assert failure.value.kind == "encrypted"


def test_a_missing_file_is_named_missing(tmp_path):
    with pytest.raises(UnreadableOriginal) as failure:
        Pdf(tmp_path / "none.pdf")
    assert failure.value.kind == "missing"


@pytest.mark.parametrize("number", [0, 3, -1])
def test_a_page_that_does_not_exist_cannot_be_painted(two_pages, number):
    with pytest.raises(UnreadableOriginal) as failure:
        render_page(two_pages, number, width_px=100)
    assert failure.value.kind == "no-page"


def test_a_picture_beyond_the_pixel_limit_is_refused(two_pages):
    with Pdf(two_pages) as pdf, pytest.raises(UnreadableOriginal) as failure:
        pdf.paint(1, width_px=1000, max_pixels=10_000)
    assert failure.value.kind == "too-large"
