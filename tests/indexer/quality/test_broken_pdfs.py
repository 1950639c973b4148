"""PDFs whose text layer is wrong, through the extractor that the indexer calls."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fpdf import FPDF

from indexer import ocr
from indexer.blocks import Page
from indexer.formats.pdf import PdfExtractor
from indexer.options import ReaderOptions
from indexer.segment import segment
from kb.errors import UnreadableOriginal
from kb.nouns import PageState
from kb.originals.pdfium import Pdf
from tests.indexer.quality.breaking import code_page, glyph_shift, sample, yu_ascii

NO_OCR = ReaderOptions(ocr="never")
Made = Callable[..., Path]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """A PDF of one page for each text, in a core font: what is in the file is Latin-1, as broken texts mostly are."""

    def make(*texts: str) -> Path:
        pdf = FPDF(unit="pt", format="A4")
        for text in texts:
            pdf.add_page()
            for paragraph in text.split("\n"):
                pdf.set_font("Times", "", 11)
                if paragraph:
                    pdf.multi_cell(470, 14, paragraph.encode("latin-1", "ignore").decode("latin-1"))
                    pdf.ln(8)
        path = tmp_path / "made.pdf"
        pdf.output(str(path))
        return path

    return make


def read(path: Path) -> list[Page]:
    return list(PdfExtractor(NO_OCR).extract(path))


def text_of(pages: list[Page]) -> str:
    return " ".join(block.text for page in pages for block in page.blocks)


def test_articles_in_yu_ascii_are_cut_as_articles(made: Made) -> None:
    law = "Član 4.\nOsuđeni ima pravo na boravak na čistom vazduhu.\nČlan 5.\nUprava vodi računa o zaštiti života."
    pages = read(made(yu_ascii(law + "\n" + sample("sr-Latn", length=1_500))))
    anchors = [passage.anchor for passage in segment(pages, document="d")]
    assert {"article-4", "article-5"} <= set(anchors)
    assert "pravo na boravak na čistom vazduhu" in text_of(pages)
    assert {(page.state, page.repairs) for page in pages} == {(PageState.REPAIRED, ("yu-ascii",))}


@pytest.mark.parametrize(
    ("language", "way", "name", "word"),
    [
        ("tr", code_page("cp1254", "cp1252"), "cp1254-as-cp1252", "İşkence"),
        ("en", lambda text: glyph_shift(text).replace("\n", " "), "glyph-shift", "treated"),
        ("sr-Cyrl", code_page("cp1251", "latin-1"), "cp1251-as-cp1252", "лица"),
        ("fr", code_page("utf-8", "latin-1"), "utf-8-as-cp1252", "entretiens"),
    ],
)
def test_pages_are_read_as_they_look(
    made: Made, language: str, way: Callable[[str], str], name: str, word: str
) -> None:
    pages = read(made(way(" ".join(sample(language).split()))))
    assert word in text_of(pages)
    assert name in pages[0].repairs
    assert pages[0].score > 0.9


def test_what_stays_garbled_has_no_blocks_and_says_so(made: Made) -> None:
    english = sample("en", length=1_500)
    garbled = "".join(chr((ord(c) - 97 + 13) % 26 + 97) if "a" <= c <= "z" else c for c in english)
    garbled = garbled.translate(str.maketrans("nrvbhgaeiou", "xkqzwjtpmcd"))
    good, bad = read(made(english, garbled))
    assert (good.state, good.note) == (PageState.TEXT, "")
    assert (bad.state, bad.blocks, bool(bad.note)) == (PageState.UNREADABLE, (), True)
    assert bad.score < 0.5


def test_a_document_that_is_garbled_on_every_page_fails_by_name_and_says_what_to_do(made: Made) -> None:
    garbled = sample("en").lower().translate(str.maketrans("abcdefghijklmnopqrstuvwxyz", "qhzvkxwjtbgpcdfmlnrsyuaeio"))
    with pytest.raises(UnreadableOriginal) as failure:
        read(made(garbled))
    assert failure.value.kind == "unreadable-text"
    assert failure.value.advice


@pytest.mark.skipif(not ocr.available(("en",)), reason="needs Tesseract with English")
def test_a_scan_is_read_and_so_is_one_with_a_stamp_for_text_from_its_picture(made: Made, tmp_path: Path) -> None:
    text = sample("en", length=500)
    with Pdf(made(text)) as pdf:
        picture = pdf.paint(1, width_px=1_700)
    scan = FPDF(unit="pt", format="A4")
    for layer in ("", "12/2009"):
        scan.add_page()
        scan.set_font("Times", "", 11)
        scan.text(60, 100, layer)
        scan.image(picture, x=0, y=0, w=595)
    scan.output(str(tmp_path / "scan.pdf"))
    pages = list(PdfExtractor(ReaderOptions(languages=("en",))).extract(tmp_path / "scan.pdf"))
    assert [page.state for page in pages] == [PageState.OCR, PageState.OCR]
    assert all("respect for human dignity" in text_of([page]) for page in pages)
    assert all(page.confidence is not None and page.confidence > 0.8 for page in pages)
    assert [page.state for page in read(tmp_path / "scan.pdf")] == [PageState.NEEDS_OCR, PageState.NEEDS_OCR]


def test_a_blank_page_is_blank(made: Made) -> None:
    assert [page.state for page in read(made("One page of text.", ""))] == [PageState.TEXT, PageState.BLANK]
