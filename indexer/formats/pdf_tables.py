"""Tables of a page by pdfplumber, which knows ruled tables: asked only where ruled lines are.

Its finder is given the lines as PDFium has them. pdfminer, which makes pdfplumber fifty times slower than PDFium, reads
the page only where a run of text lies over two cells. Where that fails or finds nothing, the page keeps PDFium's text.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from indexer.batch.patience import more
from indexer.formats.pdf_edges import shape_of
from indexer.layout.cleaning import clean
from indexer.layout.hyphens import Words
from indexer.layout.join import join
from indexer.layout.lines import line_of
from indexer.layout.pieces import pieces_of, rows_of
from indexer.layout.sheet import CELLS, Table
from kb.originals.pdfium import Drawn, PageContent, Pdf, Run

MAX_ASKED = 400  # pages of one document
PAGE_SECONDS = 0.5  # that a page of tables may take: four hundred of them take longer than any other document
SPACE = 0.15  # of the letter's size: pdfplumber's fixed default glues the words of small print
OVER = 3.0  # points by which a run may stand out of its cell
TOUCHED = 0.3  # of a run's height within a cell, where it may be the cell's text though its middle is elsewhere

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every odd operator; the page's outcome says enough
Box = tuple[float, float, float, float]


class TableReader:
    """Finds the tables of one PDF, and opens it for pdfplumber at the first page that needs it; a context manager."""

    def __init__(self, path: Path, pdf: Pdf) -> None:
        self._path, self._pdf = path, pdf
        self._plumber: Any = None
        self._page: Any = None  # the one in hand, read once for all its tables
        self._failed = False
        self._asked = 0

    def __enter__(self) -> TableReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._plumber is not None:
            self._plumber.close()

    def read(self, content: PageContent) -> Sequence[Table]:
        """The tables of the page, top down; () where there are none or pdfplumber cannot read it."""
        self._asked += 1
        if any(run.angle for run in content.runs):
            return ()  # sideways: the layout turns the page, pdfplumber does not
        if self._asked > MAX_ASKED:
            return ()
        try:
            from pdfplumber.table import TableFinder  # a seventh of a second, spared where there is no table

            more(PAGE_SECONDS)
            lines: Any = _Lines(self._pdf.paths(content.number))
            tables = TableFinder(lines).tables
            read = (self._read(table, content) for table in tables)
            return sorted((table for table in read if table), key=lambda t: t.top)
        except Exception:  # pdfminer raises whatever it meets on odd files; the page keeps the text it has
            return ()
        finally:
            if self._page is not None:
                self._page.close()  # it holds every letter as an object
                self._page = None

    def _read(self, table: Any, content: PageContent) -> Table | None:
        """The table with its text, None where what was found is a frame around text and no table."""
        rows = [[_cell(box, content.runs) for box in row.cells] for row in table.rows]
        if not _is_table(rows):
            return None
        if any(cell is None for row in rows for cell in row):
            printed = self._printed(table, content.number)
            rows = [
                [_plain(text) if cell is None else cell for cell, text in zip(row, texts, strict=True)]
                for row, texts in zip(rows, printed, strict=True)
            ]
            if not _is_table(rows):
                return None
        kept = [filled for row in rows if (filled := [cell for cell in row if cell])]
        return Table("\n".join(map(CELLS.join, kept)), *table.bbox)

    def _printed(self, table: Any, number: int) -> list[list[str | None]]:
        """The text of the table's cells as pdfplumber has it."""
        if self._failed:
            raise ValueError("pdfplumber cannot open the file")
        if self._plumber is None:
            import pdfplumber

            self._failed = True  # unless it comes back
            self._plumber = pdfplumber.open(self._path)
            self._failed = False
        if self._page is None:
            self._page = self._plumber.pages[number - 1]
        left, top = self._page.cropbox[:2]  # where the page that is shown begins
        cells = [(x0 + left, y0 + top, x1 + left, y1 + top) for x0, y0, x1, y1 in table.cells]
        printed: list[list[str | None]] = type(table)(self._page, cells).extract(x_tolerance_ratio=SPACE)
        return printed


class _Lines:
    """What pdfplumber's table finder asks of a page where it looks for ruled lines."""

    def __init__(self, drawn: Iterable[Drawn]) -> None:
        from pdfplumber.utils.geometry import obj_to_edges

        self.edges = [edge for part in drawn for edge in obj_to_edges(shape_of(part))]


def _is_table(rows: Sequence[Sequence[str | None]]) -> bool:
    """Whether two rows at least have two cells with text, or cells whose text is not known; a frame has not."""
    return sum(sum(cell != "" for cell in row) >= 2 for row in rows) >= 2


def _cell(box: Box | None, runs: Sequence[Run]) -> str | None:
    """A cell's text as PDFium has it, which knows spaces and letters printed twice; None where a run belongs to this
    cell and to another, so that only its letters one by one can tell."""
    if box is None:
        return ""
    x0, y0, x1, y1 = box
    inside = [run for run in runs if x0 <= (run.x0 + run.x1) / 2 <= x1 and y0 <= (run.top + run.bottom) / 2 <= y1]
    if not inside:
        return None if any(_touches(run, box) for run in runs) else ""
    if any(run.x0 < x0 - OVER or run.x1 > x1 + OVER for run in inside):
        return None
    return join([line_of(row) for row in rows_of(pieces_of(inside))], Words()).text


def _touches(run: Run, box: Box) -> bool:
    x0, y0, x1, y1 = box
    within = min(run.bottom, y1) - max(run.top, y0)
    return run.x0 < x1 - 1 and run.x1 > x0 + 1 and within > TOUCHED * (run.bottom - run.top)


def _plain(text: str | None) -> str:
    return clean(" ".join((text or "").split()))
