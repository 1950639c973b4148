"""Tables of a page by pdfplumber, which knows ruled tables and is fifty times slower than PDFium: asked only where
ruled lines are. Where it fails or finds nothing, the page keeps PDFium's text."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import pdfplumber

from indexer.layout.lines import clean
from indexer.layout.pages import Table
from kb.originals.pdfium import PageContent

MAX_ASKED = 400  # pages of one document
_SETTINGS = {"text_x_tolerance_ratio": 0.15}
_CELLS = " | "

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
        if self._failed or self._asked > MAX_ASKED:
            return ()
        try:
            if self._pdf is None:
                self._pdf = pdfplumber.open(self._path)
            page = self._pdf.pages[content.number - 1]
            try:
                return _tables(page)
            finally:
                page.close()
        except Exception:  # pdfminer raises whatever it meets on odd files; the page keeps the text it has
            self._failed = self._pdf is None
            return ()


def _tables(page: Any) -> list[Table]:
    found = []
    for table in page.find_tables(table_settings=_SETTINGS):
        rows = [[_cell(cell) for cell in row] for row in table.extract(x_tolerance_ratio=0.15)]
        rows = [row for row in rows if any(row)]
        if len(rows) < 2 or sum(len([cell for cell in row if cell]) >= 2 for row in rows) < 2:
            continue  # a frame around text is no table
        x0, top, x1, bottom = table.bbox
        text = "\n".join(_CELLS.join(filter(None, row)) for row in rows)
        found.append(Table(text, x0 - page.bbox[0], top - page.bbox[1], x1 - page.bbox[0], bottom - page.bbox[1]))
    return sorted(found, key=lambda t: t.top)


def _cell(text: str | None) -> str:
    return clean(" ".join((text or "").split()))
