"""What becomes of a scan where Tesseract is missing, hangs, crashes or talks nonsense."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from indexer.formats.pdf import PdfExtractor
from indexer.ocr import tesseract
from indexer.options import ReaderOptions
from kb.errors import UnreadableOriginal
from tests.indexer.ocr.scans import pack


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    drawn = Image.new("L", (300, 400), 240)
    ImageDraw.Draw(drawn).text((40, 60), "The cells had no call bell.", fill=10)
    return pack([drawn], 100, tmp_path / "sheet.pdf")


def _failure(path: Path) -> tuple[UnreadableOriginal, list[str]]:
    notes: list[str] = []
    with pytest.raises(UnreadableOriginal) as failure:
        notes.extend(page.note for page in PdfExtractor(ReaderOptions(languages=("en",))).extract(path))
    return failure.value, notes


def test_without_tesseract_a_scan_is_named_with_the_command_that_installs_it(fake, sheet):
    fake()
    failure, _ = _failure(sheet)
    assert failure.kind == "needs-ocr"
    assert "apt install tesseract-ocr" in failure.advice
    assert "--retry" in failure.advice


def test_a_tesseract_that_hangs_is_ended_and_the_page_says_so(fake, sheet, monkeypatch):
    fake("exec /bin/sleep 60")
    monkeypatch.setattr(tesseract, "SECONDS", 1.0)
    began = time.monotonic()
    failure, notes = _failure(sheet)
    assert time.monotonic() - began < 20
    assert failure.kind == "needs-ocr"
    assert "more than 1 seconds" in notes[0]


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo 'no memory left' >&2; exit 1", "no memory left"),
        ("kill -SEGV $$", "exit code -11"),
        ("exit 0", "no text"),
        ('echo \'<span class="ocr_line" title="bbox x y">\'', "no text"),
        ("/bin/head -c 100000 /dev/urandom", "no text"),
    ],
)
def test_a_tesseract_that_crashes_or_prints_nonsense_leaves_the_page_unread(script, said, fake, sheet):
    fake(script)
    failure, notes = _failure(sheet)
    assert failure.kind == "needs-ocr"
    assert said in notes[0]


def test_a_tesseract_that_cannot_list_its_languages_is_none(fake, sheet):
    fake("exit 0", data=())
    assert tesseract.installed() == frozenset()
    assert _failure(sheet)[0].kind == "needs-ocr"
