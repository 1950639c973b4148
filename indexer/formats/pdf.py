"""PDF: PDFium's text laid out into blocks; pages with ruled tables are read a second time, for the tables alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from indexer.blocks import Facts, Page
from indexer.formats.pdf_rules import looks_ruled
from indexer.formats.pdf_tables import TableReader
from indexer.layout.pages import DAMAGED, NEEDS_OCR, Layout, Table
from indexer.options import DEFAULT, ReaderOptions
from kb.errors import UnreadableOriginal
from kb.originals.pdfium import PageContent, Pdf

MAX_PAGES = 5_000
MAX_CHARACTERS = 40_000_000  # of text in one document
_DATE = re.compile(r"^(?:D:)?(\d{4})(\d{2})?(\d{2})?")


class PdfExtractor:
    """Reads a PDF's text layer. A PDF in which no page has text raises kind "needs-ocr"; it is never read as empty."""

    media_types = ("application/pdf",)

    def __init__(self, options: ReaderOptions = DEFAULT) -> None:
        self._options = options

    def extract(self, path: Path) -> Iterator[Page]:
        """Pages in order. Kinds raised: encrypted, damaged, empty, missing, too-large, needs-ocr."""
        text = scanned = damaged = 0
        with Pdf(path, password=self._options.password) as pdf:
            if pdf.pages > MAX_PAGES:
                raise _too_large(path, f"it has {pdf.pages} pages, more than {MAX_PAGES}")
            with TableReader(path) as tables:
                for page in Layout(pdf.outline).blocks(self._contents(pdf, tables)):
                    text += bool(page.blocks)
                    scanned += page.note == NEEDS_OCR
                    damaged += page.note == DAMAGED
                    yield page
        if not text:
            raise _without_text(path, scanned=scanned, damaged=damaged)

    def facts(self, path: Path) -> Facts:
        """What the Info dictionary says; "" for what it does not."""
        with Pdf(path, password=self._options.password) as pdf:
            info = pdf.info
        date = _DATE.match(info.get("CreationDate", ""))
        return Facts(
            title=" ".join(info.get("Title", "").split()),
            date="-".join(filter(None, date.groups())) if date else "",
            author=" ".join(info.get("Author", "").split()),
        )

    @staticmethod
    def _contents(pdf: Pdf, tables: TableReader) -> Iterator[tuple[PageContent, Sequence[Table]]]:
        characters = 0
        for number in range(1, pdf.pages + 1):
            try:
                content = pdf.page(number)
            except UnreadableOriginal:  # one broken page does not cost the others
                content = PageContent(number=number, width=0.0, height=0.0, damaged=True)
            characters += content.characters
            if characters > MAX_CHARACTERS:
                raise _too_large(pdf.path, f"it holds more than {MAX_CHARACTERS} characters by page {number}")
            yield content, tables.read(content) if looks_ruled(content) else ()


def _too_large(path: Path, message: str) -> UnreadableOriginal:
    return UnreadableOriginal(message, where=str(path), kind="too-large", advice="Split it and index the parts")


def _without_text(path: Path, *, scanned: int, damaged: int) -> UnreadableOriginal:
    if scanned:
        return UnreadableOriginal(
            "no page has text: it is made of pictures",
            where=str(path),
            kind="needs-ocr",
            advice="Run it through OCR (for instance ocrmypdf) and index the result",
        )
    if damaged:
        return UnreadableOriginal(
            "no page can be read",
            where=str(path),
            kind="damaged",
            advice="Fetch the file again, or save it anew in a viewer",
        )
    return UnreadableOriginal(
        "no page has text or pictures",
        where=str(path),
        kind="empty",
        advice="Fetch the file again, or look at it in a viewer",
    )
