"""PDF: PDFium's text laid out into blocks; pages with ruled tables are read a second time, for the tables alone."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from indexer.blocks import Facts, Page
from indexer.formats.pdf_reading import read_pages
from indexer.formats.pdf_rules import looks_ruled
from indexer.formats.pdf_tables import TableReader
from indexer.layout.pages import Layout
from indexer.layout.sheet import Table
from indexer.limits import limits
from indexer.options import DEFAULT, ReaderOptions
from indexer.quality import Checked, respace
from indexer.quality.checked import NEEDS_OCR
from kb.errors import UnreadableOriginal
from kb.nouns import PageState
from kb.originals.pdfium import PageContent, Pdf

_DATE = re.compile(r"^(?:D:)?(\d{4})(\d{2})?(\d{2})?")


class PdfExtractor:
    """Reads a PDF's text layer. A PDF in which no page has text raises kind "needs-ocr"; it is never read as empty."""

    media_types = ("application/pdf",)

    def __init__(self, options: ReaderOptions = DEFAULT) -> None:
        self._options = options

    def extract(self, path: Path) -> Iterator[Page]:
        """Pages in order. Kinds raised: encrypted, damaged, empty, missing, too-large, needs-ocr, unreadable-text."""
        text = 0
        states: Counter[PageState] = Counter()
        with Pdf(path, password=self._options.password) as pdf:
            if pdf.pages > limits().pages:
                raise _too_large(path, f"it has {pdf.pages} pages, more than {limits().pages}")
            waiting: deque[Checked] = deque()
            with TableReader(path, pdf) as tables:
                for page in Layout(pdf.outline).blocks(self._contents(pdf, tables, waiting)):
                    checked = waiting.popleft()
                    if page.note == NEEDS_OCR and checked.state in (PageState.TEXT, PageState.REPAIRED):
                        checked.needs_ocr()  # nothing but running heads over a picture
                    text += bool(page.blocks)
                    states[checked.state] += 1
                    page = replace(
                        page,
                        note=checked.note,
                        state=checked.state,
                        score=checked.score,
                        repairs=checked.names,
                        confidence=checked.confidence,
                    )
                    yield respace(page, checked.language) if checked.lines else page
        if not text:
            raise _without_text(path, states, self._options)

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

    def _contents(
        self, pdf: Pdf, tables: TableReader, waiting: deque[Checked]
    ) -> Iterator[tuple[PageContent, Sequence[Table]]]:
        for page in read_pages(pdf, _pages_of(pdf), self._options):
            waiting.append(page)
            content = page.content
            if page.state is PageState.OCR:
                from indexer import ocr

                yield content, ocr.tables(content)
                continue
            ruled = content.runs and looks_ruled(content)
            yield content, [replace(t, text=page.mended(t.text)) for t in tables.read(content)] if ruled else ()


def _pages_of(pdf: Pdf) -> Iterator[PageContent]:
    characters, most = 0, limits().characters
    for number in range(1, pdf.pages + 1):
        try:
            content = pdf.page(number)
        except UnreadableOriginal:  # one broken page does not cost the others
            content = PageContent(number=number, width=0.0, height=0.0, damaged=True)
        characters += content.characters
        if characters > most:
            raise _too_large(pdf.path, f"it holds more than {most} characters by page {number}")
        yield content


def _too_large(path: Path, message: str) -> UnreadableOriginal:
    return UnreadableOriginal(message, where=str(path), kind="too-large", advice="Split it and index the parts")


def _without_text(path: Path, states: Counter[PageState], options: ReaderOptions) -> UnreadableOriginal:
    from indexer import ocr  # late: few documents need it

    tried = options.ocr != "never" and ocr.available()
    advice_now = "OCR found no text in it: see whether it is the right file, or scan it anew" if tried else ocr.ADVICE
    for state, (message, kind, advice) in _REASONS.items():
        if states[state]:
            return UnreadableOriginal(message, where=str(path), kind=kind, advice=advice or advice_now)
    message, kind, advice = _NOTHING
    return UnreadableOriginal(message, where=str(path), kind=kind, advice=advice)


# Why a document has no text, by what its pages are; the first that applies is said.
_REASONS = {
    PageState.NEEDS_OCR: (
        "no page has text: it is made of pictures",
        "needs-ocr",
        "",  # as for what is garbled: the command that installs OCR
    ),
    PageState.UNREADABLE: (
        "its text is garbled on every page and could not be repaired",
        "unreadable-text",
        "",
    ),
    PageState.DAMAGED: ("no page can be read", "damaged", "Fetch the file again, or save it anew in a viewer"),
}
_NOTHING = ("no page has text or pictures", "empty", "Fetch the file again, or look at it in a viewer")
