"""Scans by ``kb index``: through the reader's own process, shut in as it is, into the store and out by the search."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from indexer.batch.report import FileReport, Summary
from indexer.batch.run import Batch, Options
from indexer.formats.pdf import PdfExtractor
from kb.collection import Collection
from kb.home import Home
from tests.indexer.ocr.scans import Scanner, merge, scan

pytestmark = pytest.mark.slow
Run = Callable[..., tuple[dict[str, FileReport], Summary]]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.at(tmp_path / "home")


@pytest.fixture
def run(home: Home) -> Run:
    def index(*paths: Path, **options: object) -> tuple[dict[str, FileReport], Summary]:
        reports: dict[str, FileReport] = {}
        batch = Batch(home, Options(jobs=1, **options), on_report=lambda s: reports.update({Path(s.source).name: s}))  # type: ignore[arg-type]
        return reports, batch.run(paths)

    return index


def _kb_index(home: Home, folder: Path, *options: str, path: str = "") -> dict[str, dict[str, Any]]:
    """What the command says of each file, by its name; ``path`` is where it looks for Tesseract."""
    command = [sys.executable, "-m", "kb.cli", "--home", str(home.path), "index", str(folder), "--jobs", "1", "--json"]
    done = subprocess.run(
        [*command, *options],
        capture_output=True,
        text=True,
        timeout=300,
        env=os.environ | ({"PATH": path} if path else {}),
    )
    said = [json.loads(line) for line in done.stdout.splitlines()]
    return {Path(each["source"]).name: each for each in said if "source" in each}


def _states(home: Home, document: str) -> list[str]:
    return [facts.state.value for facts in Collection(home).pages(document)]


def test_a_scanned_appendix_is_read_and_the_report_before_it_is_left_as_it_is(page, run, home, tmp_path):
    """Only the pages that are pictures go by OCR, in the reader that is shut in, and what they say is found."""
    report, appendix = page("en", start=0, parts=3), page("en", start=5, parts=2)
    made = merge([report, scan(appendix, tmp_path / "s.pdf", Scanner(dpi=200, skew=0.4))], tmp_path / "mixed.pdf")
    reports, _ = run(made)
    assert reports["mixed.pdf"].error is None
    document = reports["mixed.pdf"].document
    assert document
    collection = Collection(home)
    pages = collection.pages(document)
    assert [facts.state.value for facts in pages] == ["text", "ocr"]
    assert pages[0].confidence is None
    assert pages[1].confidence > 0.9
    held = collection.passages(document)
    assert {"1", "2"} <= {passage.label for passage in held if passage.page == 1}
    there = [passage for passage in held if passage.page == 2]
    seen = {word for passage in there for text in (passage.text, *passage.heading) for word in text.split()}
    (printed,) = PdfExtractor().extract(appendix)
    words = [word for block in printed.blocks for word in block.text.split()]
    assert len(words) > 80
    assert sum(word in seen for word in words) >= 0.95 * len(words)


def test_what_was_left_for_want_of_tesseract_is_read_with_retry_once_it_is_there(page, home, tmp_path):
    """A file of pictures fails by name; a report with one scanned page is indexed without it; a retry reads both."""
    folder, nothing = tmp_path / "originals", tmp_path / "nothing"
    folder.mkdir()
    nothing.mkdir()
    scanned = scan(page("en", start=1, parts=2), folder / "scan.pdf", Scanner(dpi=150, skew=0))
    merge([page("en", start=5, parts=2), scanned], folder / "mixed.pdf")
    reports = _kb_index(home, folder, path=str(nothing))
    assert reports["scan.pdf"]["error"]["kind"] == "needs-ocr"
    assert "apt install tesseract-ocr" in reports["scan.pdf"]["error"]["advice"]
    document = reports["mixed.pdf"]["document"]
    assert _states(home, document) == ["text", "needs-ocr"]
    reports = _kb_index(home, folder, "--retry", path=str(nothing))
    assert reports["mixed.pdf"]["outcome"] == "unchanged", "nothing could read it better yet"
    reports = _kb_index(home, folder, "--retry")
    assert {report["outcome"] for report in reports.values()} == {"indexed"}
    assert _states(home, document) == ["text", "ocr"]
    reports = _kb_index(home, folder, "--retry")
    assert {report["outcome"] for report in reports.values()} == {"unchanged"}, "what was read is not read again"
