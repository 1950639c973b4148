"""From a PDF's pages to pages that may be laid out: through the gate, and to OCR where the gate sends them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from indexer.options import ReaderOptions
from indexer.quality import GARBLED, Checked, Gate, score
from indexer.quality.gate import text_of
from indexer.quality.score import LINE
from kb.errors import UnreadableOriginal
from kb.languages import detect
from kb.nouns import PageState
from kb.originals.pdfium import PageContent, Pdf

if TYPE_CHECKING:
    from indexer import ocr

DAMAGED = "damaged"
OUTLINES = 40  # paths on a page without text: letters drawn as shapes
COVERED = 0.7  # of a page by one image: a scan, whatever text lies over it
LITTLE = 80  # characters: on a scan, a running head or a stamp and not the text of the page
DOUBTFUL = 0.85  # the score below which the text over a scan is an old OCR's, and worth reading anew
# What OCR is asked for, by the letter model of the pages around.
_SPOKEN = {"hbs": "sr-Latn", "hbs-Cyrl": "sr-Cyrl", "rom": "rmn"}


def read_pages(pdf: Pdf, contents: Iterable[PageContent], options: ReaderOptions) -> Iterator[Checked]:
    """The pages in order, with their state, score and note; those that are not text have no runs."""
    gate, scans = Gate(), _Scans(pdf, options)
    for page in gate.pages(contents):
        wanted = _wanted(page, options)
        if wanted and scans.read(page, gate.language):
            yield page
            continue
        if page.content.damaged:
            page.state, page.score, page.note = PageState.DAMAGED, 0.0, DAMAGED
        elif page.state is PageState.UNREADABLE:
            page.content.runs = []
        elif _needs_ocr(page.content) or _covered(page.content):
            page.needs_ocr()  # what little text stands on a scan stays: a stamp, a running head
        elif not page.content.runs:
            page.state = PageState.BLANK
        if page.note and page.failed:
            page.note = f"{page.note}; {page.failed}"
        yield page


def _needs_ocr(content: PageContent) -> bool:
    """Whether a page has no text and something to see."""
    return not content.runs and (content.images > 0 or content.paths >= OUTLINES)


def _covered(content: PageContent) -> bool:
    """Whether a picture covers the page and next to no text stands on it."""
    return content.pictured >= COVERED and len(text_of(content)) < LITTLE


def _wanted(page: Checked, options: ReaderOptions) -> bool:
    """Whether OCR may know more of the page than its text layer."""
    if options.ocr == "never":
        return False
    content = page.content
    if options.ocr == "always" or page.state is PageState.UNREADABLE or content.damaged or _needs_ocr(content):
        return not content.damaged
    return _covered(content) or (content.pictured >= COVERED and page.score < DOUBTFUL)


class _Scans:
    """The pages of one PDF that OCR reads."""

    def __init__(self, pdf: Pdf, options: ReaderOptions) -> None:
        self._pdf, self._options = pdf, options
        self._scans: ocr.Scans | None = None

    def read(self, page: Checked, language: str) -> bool:
        """Whether OCR read the page, better than its text layer does; ``page`` then holds what was read."""
        from indexer import ocr  # late: few documents need it

        options = self._options
        spoken = _SPOKEN.get(language, language)
        languages = options.languages or ((spoken,) if spoken and spoken != "other" else ())
        if not ocr.available(languages):
            languages = ()
            if not ocr.available(languages):
                return False
        self._scans = self._scans or ocr.Scans(self._pdf)
        try:
            content = self._scans.read(page.content.number, languages=languages)
        except UnreadableOriginal as error:
            page.failed = error.message
            return False
        if not content.runs:
            if not content.images and not page.content.runs:
                page.state, page.note = PageState.BLANK, ""
                return True
            page.failed, page.confidence = "OCR found no text on it", content.confidence
        text = text_of(content)
        found = score(text)
        usable = page.state is not PageState.UNREADABLE and page.content.runs
        if not content.runs or (usable and options.ocr != "always" and found.value < page.score):
            return False
        page.content, page.state, page.score = content, PageState.OCR, round(found.value, 3)
        page.repairs, page.names, page.note = (), (), _advice(ocr.lacking(detect(text).language))
        page.confidence = content.confidence
        if found.value < LINE:
            page.state, page.note = PageState.UNREADABLE, f"{GARBLED}; OCR could not read it either"
            page.content.runs = []
        return True


def _advice(package: str) -> str:
    return f"read without the data of its language: install {package} and index it with --retry" if package else ""
