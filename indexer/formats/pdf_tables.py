"""Tables of a page by pdfplumber, which knows ruled tables and is fifty times slower than PDFium: asked only where
ruled lines are. Where it fails or finds nothing, the page keeps PDFium's text."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from indexer.batch.patience import more
from indexer.layout.cleaning import clean
from indexer.layout.hyphens import Words
from indexer.layout.join import join
from indexer.layout.lines import line_of
from indexer.layout.pieces import pieces_of, rows_of
from indexer.layout.sheet import CELLS, Table
from kb.originals.pdfium import PageContent, Run

MAX_ASKED = 400  # pages of one document
PAGE_SECONDS = 0.5  # that a page of tables may take: four hundred of them take longer than any other document
SPACE = 0.15  # of the letter's size: pdfplumber's fixed default glues the words of small print

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every odd operator; the page's outcome says enough


class TableReader:
    """Opens the file for pdfplumber at the first page that asks; a context manager."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pdf: Any = None
        self._failed = False
        self._asked = 0

    def __enter__(self) -> TableReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pdf is not None:
            self._pdf.close()

    def read(self, content: PageContent) -> Sequence[Table]:
        """The tables of the page, top down; () where there are none or pdfplumber cannot read it."""
        self._asked += 1
        if any(run.angle for run in content.runs):
            return ()  # sideways: the layout turns the page, pdfplumber does not
        if self._failed or self._asked > MAX_ASKED:
            return ()
        try:
            if self._pdf is None:
                import pdfplumber  # a seventh of a second, which a document without tables is spared

                self._pdf = pdfplumber.open(self._path)
            more(PAGE_SECONDS)
            page = self._pdf.pages[content.number - 1]
            try:
                return _tables(page, content.runs)
            finally:
                page.close()
        except Exception:  # pdfminer raises whatever it meets on odd files; the page keeps the text it has
            self._failed = self._pdf is None
            return ()


def _tables(page: Any, runs: Sequence[Run]) -> list[Table]:
    found = []
    left, top = page.bbox[:2]
    for table in page.find_tables():
        printed = table.extract(x_tolerance_ratio=SPACE)
        rows = []
        for row, texts in zip(table.rows, printed, strict=True):
            cells = [_cell(box, text, runs, left, top) for box, text in zip(row.cells, texts, strict=True)]
            rows.append([cell for cell in cells if cell])
        rows = [row for row in rows if row]
        if len(rows) < 2 or sum(len(row) >= 2 for row in rows) < 2:
            continue  # a frame around text is no table
        x0, y0, x1, y1 = table.bbox
        text = "\n".join(CELLS.join(row) for row in rows)
        found.append(Table(text, x0 - left, y0 - top, x1 - left, y1 - top))
    return sorted(found, key=lambda t: t.top)


def _cell(box: tuple[float, ...] | None, text: str | None, runs: Sequence[Run], left: float, top: float) -> str:
    """A cell's text as PDFium has it, which knows spaces and letters printed twice; else as pdfplumber has it."""
    if box is None:
        return ""
    x0, y0, x1, y1 = box[0] - left, box[1] - top, box[2] - left, box[3] - top
    inside = [run for run in runs if x0 <= (run.x0 + run.x1) / 2 <= x1 and y0 <= (run.top + run.bottom) / 2 <= y1]
    if not inside or any(run.x0 < x0 - 3 or run.x1 > x1 + 3 for run in inside):
        return clean(" ".join((text or "").split()))
    return join([line_of(row) for row in rows_of(pieces_of(inside))], Words()).text
