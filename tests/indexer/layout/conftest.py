"""PDFs made for these tests: text set line by line, so that each test says what stands where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fpdf import FPDF

from indexer.blocks import Block, Page
from indexer.formats.pdf import PdfExtractor

MATTER = (
    "the delegation found that persons held in the cells had no access to fresh air and were given one meal a day "
    "while staff explained that the yard was closed for repairs and that an order for blankets had been placed"
)


class Sheet:
    """An FPDF in points, with words set in lines of a given width."""

    def __init__(self) -> None:
        self.pdf = FPDF(unit="pt", format="A4")
        self.pdf.set_auto_page_break(False)

    def page(self, **options: object) -> None:
        """Begins a page."""
        self.pdf.add_page(**options)

    def line(self, x: float, y: float, text: str, *, size: float = 11, style: str = "") -> None:
        """One line, its baseline at ``y`` from the top."""
        self.pdf.set_font("Times", style, size)
        self.pdf.text(x, y, text)

    def paragraph(
        self, x: float, y: float, width: float, text: str, *, size: float = 11, style: str = "", indent: float = 0
    ) -> float:
        """Words broken into lines of ``width``; returns the baseline after the last."""
        self.pdf.set_font("Times", style, size)
        line: list[str] = []
        left = x + indent
        for word in text.split():
            if line and self.pdf.get_string_width(" ".join([*line, word])) > width - (left - x):
                self.pdf.text(left, y, " ".join(line))
                line, left, y = [], x, y + size * 1.2
            line.append(word)
        self.pdf.text(left, y, " ".join(line))
        return y + size * 1.2


def prose(words: int, start: int = 0) -> str:
    """That many words, in sentences of no meaning."""
    stock = MATTER.split()
    picked = [stock[(start + i) % len(stock)] for i in range(words)]
    return " ".join(picked).capitalize() + "."


@pytest.fixture
def words() -> Callable[..., str]:
    return prose


@pytest.fixture
def sheet() -> Sheet:
    return Sheet()


@pytest.fixture
def read(tmp_path: Path) -> Iterator[Callable[[Sheet], list[Page]]]:
    def reading(sheet: Sheet) -> list[Page]:
        path = tmp_path / "made.pdf"
        sheet.pdf.output(str(path))
        return list(PdfExtractor().extract(path))

    return reading


@pytest.fixture
def blocks(read: Callable[[Sheet], list[Page]]) -> Callable[[Sheet], list[Block]]:
    return lambda sheet: [block for page in read(sheet) for block in page.blocks]
