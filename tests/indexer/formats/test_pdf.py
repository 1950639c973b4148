"""PDF files whole and broken, through the extractor that the indexer calls."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from fpdf import FPDF

from indexer import limits
from indexer.formats.pdf import PdfExtractor
from kb.errors import UnreadableOriginal
from kb.originals.png import png


@pytest.fixture
def made(tmp_path: Path):
    def make(*pages: str, **meta: str) -> Path:
        pdf = FPDF(unit="pt", format="A4")
        if meta:
            pdf.set_title(meta["title"])
            pdf.set_author(meta["author"])
        for text in pages:
            pdf.add_page()
            pdf.set_font("Times", "", 11)
            if text == "IMAGE":
                pdf.image(png(memoryview(bytes(range(256)) * 3), 16, 16, 48, 3), x=50, y=50, w=300)
            elif text:
                pdf.text(60, 100, text)
        path = tmp_path / "made.pdf"
        pdf.output(str(path))
        return path

    return make


def _kind(path: Path) -> str:
    with pytest.raises(UnreadableOriginal) as failure:
        list(PdfExtractor().extract(path))
    assert failure.value.advice
    return failure.value.kind


def test_pages_come_in_order_with_their_size_and_text(made):
    pages = list(PdfExtractor().extract(made("One page of text.", "Another page of text.")))
    assert [page.number for page in pages] == [1, 2]
    assert [page.blocks[0].text for page in pages] == ["One page of text.", "Another page of text."]
    assert round(pages[0].width) == 595
    assert round(pages[0].height) == 842
    assert all(block.page == page.number for page in pages for block in page.blocks)


def test_a_page_that_is_a_picture_needs_ocr_and_the_others_are_read(made):
    pages = list(PdfExtractor().extract(made("Text here.", "IMAGE", "")))
    assert [page.note.partition(";")[0] for page in pages] == ["", "needs OCR", ""]


def test_a_file_of_pictures_needs_ocr_and_is_never_empty(made):
    assert _kind(made("IMAGE", "IMAGE")) == "needs-ocr"


def test_a_file_of_blank_pages_is_empty(made):
    assert _kind(made("", "")) == "empty"


def test_one_damaged_page_does_not_cost_the_others(made):
    path = made("First page.", "Second page.", "Third page.")
    raw = path.read_bytes()
    pages = [at for at in range(len(raw)) if raw.startswith(b"/Type /Page\n", at)]
    assert len(pages) == 3
    path.write_bytes(raw[: pages[1]] + b"/Typo /Rage\n" + raw[pages[1] + 12 :])
    read = list(PdfExtractor().extract(path))
    assert [page.number for page in read] == [1, 2, 3]
    assert read[0].blocks[0].text == "First page."
    assert read[2].blocks[0].text == "Third page."
    assert read[1].blocks or read[1].note == "damaged"


def test_too_many_pages_are_refused(made, monkeypatch):
    monkeypatch.setattr(limits, "_in_force", limits.Limits(pages=2))
    assert _kind(made("a", "b", "c")) == "too-large"


def test_too_much_text_is_refused(made, monkeypatch):
    monkeypatch.setattr(limits, "_in_force", limits.Limits(characters=20))
    assert _kind(made("Ten and more characters", "and ten and more again")) == "too-large"


def test_zero_bytes_and_rubbish_are_refused_by_name(tmp_path):
    path = tmp_path / "x.pdf"
    path.write_bytes(b"")
    assert _kind(path) == "empty"
    path.write_bytes(b"%PDF-1.4 and then nothing of use")
    assert _kind(path) == "damaged"


def test_facts_are_those_of_the_info_dictionary(made):
    facts = PdfExtractor().facts(made("Text.", title="Report  on a visit", author="A monitor"))
    assert (facts.title, facts.author) == ("Report on a visit", "A monitor")
    assert len(facts.date) == 10
    assert facts.date[4] == facts.date[7] == "-"


def test_a_long_document_is_read_in_stretches_without_losing_a_page(made):
    pages = list(PdfExtractor().extract(made(*(f"Page of words number {n} here." for n in range(120)))))
    assert [page.blocks[0].text for page in pages] == [f"Page of words number {n} here." for n in range(120)]


def test_a_stream_that_swells_when_unpacked_ends_by_name_or_as_text(tmp_path):
    body = zlib.compress(b"BT /F1 9 Tf 10 10 Td (x) Tj ET\n" * 20_000, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(body), body),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    raw = b"%PDF-1.4\n" + b"".join(b"%d 0 obj%s endobj\n" % (n, o) for n, o in enumerate(objects, 1))
    path = tmp_path / "swollen.pdf"
    path.write_bytes(raw + b"trailer<</Root 1 0 R>>\n")
    pages = list(PdfExtractor().extract(path))
    assert len(pages) == 1
