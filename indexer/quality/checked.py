"""What the gate says of one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.quality.repairs import Repair
from kb.nouns import PageState
from kb.originals.pdfium import PageContent

NEEDS_OCR = "needs OCR"
GARBLED = "the text is garbled: it is of no language, or of letters that no text has"


@dataclass(slots=True)
class Checked:
    """One page behind the gate: ``content`` with its text as it should be, none where it is unreadable.

    ``language`` is the letter model that the text follows, "" where that is not known; ``repairs`` are what was
    done, ``names`` what that is called, and ``confidence`` is OCR's. ``lines`` says that its blocks
    need `respace`, ``failed`` why OCR did not come to an end.
    """

    content: PageContent
    state: PageState = PageState.TEXT
    score: float = 1.0
    repairs: Sequence[Repair] = ()
    note: str = ""
    language: str = ""
    names: tuple[str, ...] = ()
    confidence: float | None = None
    lines: bool = False
    failed: str = ""

    def needs_ocr(self) -> None:
        """Says that the page is a picture, and that nothing was there to read it."""
        self.state, self.score, self.note = PageState.NEEDS_OCR, 0.0, NEEDS_OCR

    def mended(self, text: str) -> str:
        """Text of the same page that was read in another way (a table), with the page's repairs done on it."""
        for repair in self.repairs:
            text = repair.apply(text)
        return text
