"""Scans of the project's own texts, held against the born-digital pages they were made from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from fpdf import FPDF
from PIL import Image, ImageDraw, ImageFilter

from indexer import ocr
from indexer.blocks import Page
from indexer.formats.pdf import PdfExtractor
from indexer.limits import limits, use
from indexer.options import ReaderOptions
from kb.errors import UnreadableOriginal
from kb.nouns import PageState
from kb.originals.pdfium import Pdf
from tests.indexer.ocr.scans import Scanner, accuracy, pack, picture, scan

pytestmark = pytest.mark.slow
LANGUAGES = ("sq", "sr-Latn", "sr-Cyrl", "en")


def _read(path: Path, **options: object) -> list[Page]:
    return list(PdfExtractor(ReaderOptions(**options)).extract(path))  # type: ignore[arg-type]


def _words(pages: Sequence[Page]) -> list[str]:
    return [word for page in pages for block in page.blocks for word in block.text.split()]


def _numbers(page: Page) -> list[str]:
    return [found[0] for block in page.blocks if block.kind == "text" and (found := re.match(r"\d+\.", block.text))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_scan_at_300_dpi_reads_as_the_page_it_was_made_from(language, page, tmp_path):
    """97 of 100 words are right with their punctuation, in their order, whether the language was named or not."""
    named = () if language in ("sq", "sr-Cyrl") else (language,)
    printed = _read(page(language))
    read = _read(scan(page(language), tmp_path / "scan.pdf", Scanner(dpi=300)), languages=named)
    assert read[0].state is PageState.OCR
    assert read[0].confidence > 0.9
    assert len(_words(printed)) > 120
    assert accuracy(_words(printed), _words(read)) >= 0.97
    assert _numbers(read[0]) == _numbers(printed[0])


@pytest.mark.parametrize("language", ["sq", "sr-Cyrl"])
def test_a_scan_at_150_dpi_is_read_nearly_as_well(language, page, tmp_path):
    printed = page(language, start=8, parts=4)
    read = _read(scan(printed, tmp_path / "scan.pdf", Scanner(dpi=150, skew=-0.7)), languages=(language,))
    assert accuracy(_words(_read(printed)), _words(read)) >= 0.95


def test_a_scan_in_two_columns_keeps_its_order_numbers_notes_and_headings(page, tmp_path):
    made = page("columns", start=6, parts=11)
    (printed,) = _read(made)
    (read,) = _read(scan(made, tmp_path / "scan.pdf", Scanner(skew=-0.7)), languages=("sr-Latn",))
    assert accuracy(_words([printed]), _words([read])) >= 0.97
    assert _numbers(read) == _numbers(printed) == [f"{number}." for number in range(5, 14)]
    notes = [[block.marker for block in each.blocks if block.kind == "footnote"] for each in (printed, read)]
    assert notes[1] == notes[0] == ["1", "2", "3"]
    headings = [[block.text for block in each.blocks if block.kind == "heading"] for each in (printed, read)]
    assert headings[1] == headings[0]


def test_a_page_in_another_language_than_its_document_is_read_in_its_own(page, tmp_path):
    made = page("sq", parts=3)
    read = _read(scan(made, tmp_path / "scan.pdf", Scanner(dpi=150, skew=0.3)), languages=("sr-Latn",))
    assert accuracy(_words(_read(made)), _words(read)) >= 0.95


def test_nothing_is_carried_from_one_original_to_the_next_of_the_same_name(page, tmp_path):
    """A reader is given one original after another; the language that nobody named is each one's own."""
    path = tmp_path / "scan.pdf"
    for language in ("sr-Cyrl", "en"):
        made = page(language, parts=1)
        scan(made, path, Scanner(dpi=150, skew=0))
        assert accuracy(_words(_read(made)), _words(_read(path))) >= 0.95


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_a_page_that_was_scanned_lying_or_upside_down_is_read(turn, page, tmp_path):
    made = page("en", parts=1)
    (read,) = _read(scan(made, tmp_path / "scan.pdf", Scanner(dpi=200, turn=turn)), languages=("en",))
    printed = _words(_read(made))
    assert len(printed) > 35
    assert accuracy(printed, _words([read])) >= 0.95
    marks = [mark for block in read.blocks for mark in block.marks]
    assert marks
    assert all(0 <= mark.x0 < mark.x1 <= 1 and 0 <= mark.y0 < mark.y1 <= 1 for mark in marks)


def test_a_photograph_gives_no_text_and_a_blank_sheet_is_blank(tmp_path):
    photo = Image.effect_noise((100, 140), 90).filter(ImageFilter.GaussianBlur(1)).resize((500, 700))
    draw = ImageDraw.Draw(photo)
    for at in range(12):
        draw.ellipse([40 * at, 50 * at, 40 * at + 120, 50 * at + 90], outline=20 * at, width=3 + at)
    blank = Image.new("L", (500, 700), 226)
    pages = []
    with pytest.raises(UnreadableOriginal, match="made of pictures") as failure:
        pages.extend(PdfExtractor().extract(pack([photo, blank], 150, tmp_path / "photo.pdf")))
    assert [page.state for page in pages] == [PageState.NEEDS_OCR, PageState.BLANK]
    assert not any(page.blocks for page in pages)
    assert "no text" in pages[0].note
    assert pages[1].note == ""
    assert failure.value.kind == "needs-ocr"


def test_pages_with_text_are_read_by_ocr_only_where_that_is_asked_for(page, tmp_path):
    """And then the marks of a passage lie where the page has its words."""
    made = page("en", parts=3)
    (printed,) = _read(made)
    (seen,) = _read(made, ocr="always", languages=("en",))
    assert (printed.state, seen.state) == (PageState.TEXT, PageState.OCR)
    assert accuracy(_words([printed]), _words([seen])) >= 0.97
    at = {block.text[:30]: block.marks[0] for block in seen.blocks}
    shared = [(block.marks[0], at[block.text[:30]]) for block in printed.blocks if block.text[:30] in at]
    assert len(shared) >= 3
    for one, other in shared:
        assert abs(one.x0 - other.x0) < 0.02
        assert abs(one.y0 - other.y0) < 0.02
    with pytest.raises(UnreadableOriginal, match="made of pictures"):
        _read(scan(made, tmp_path / "scan.pdf", Scanner(dpi=150)), ocr="never")


def test_no_picture_is_larger_than_the_limit_whatever_the_page(page, tmp_path):
    """A poster: it is read at a lower resolution, which its large letters can bear."""
    made = FPDF(unit="pt", format=(595 * 4, 842 * 4))
    made.add_page()
    made.image(picture(page("en", parts=1), 1, Scanner(dpi=150)), 0, 0, 595 * 4, 842 * 4)
    made.output(str(tmp_path / "poster.pdf"))
    with Pdf(tmp_path / "poster.pdf") as pdf:
        drawn, used = pdf.grey(1, dpi=300, max_pixels=limits().pixels)
        assert used < 300
        assert len(drawn) <= limits().pixels + 20
    before = limits()
    use(replace(before, pixels=9_000_000))
    try:
        (read,) = _read(tmp_path / "poster.pdf", languages=("en",))
    finally:
        use(before)
    assert read.state is PageState.OCR
    assert accuracy(_words(_read(page("en", parts=1))), _words([read])) >= 0.95


def test_a_page_too_large_for_any_picture_is_named_and_never_drawn(tmp_path):
    made = FPDF(unit="pt", format=(14_400, 14_400))
    made.add_page()
    made.image(Image.new("L", (40, 40), 20), 0, 0, 14_400, 14_400)
    made.output(str(tmp_path / "field.pdf"))
    with Pdf(tmp_path / "field.pdf") as pdf, pytest.raises(UnreadableOriginal) as failure:
        ocr.Scans(pdf).read(1, languages=("en",))
    assert failure.value.kind == "too-large"


def test_reading_is_available_in_the_languages_that_are_installed(page):  # noqa: ARG001 - skips without Tesseract
    assert ocr.available()
    assert ocr.available(("sq",))
    assert not ocr.available(("xx",))
