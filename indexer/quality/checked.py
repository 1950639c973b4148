"""What the gate says of one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.quality.repairs import Repair
from kb.nouns import PageState
from kb.originals.pdfium import PageContent

GARBLED = "the text is garbled: it is of no language, or of letters that no text has"


@dataclass(slots=True)
class Checked:
    """One page behind the gate: ``content`` with its text as it should be, none where it is unreadable.

    ``language`` is the letter model that the text follows, "" where that is not known; ``repairs`` are what was
    done, ``names`` what that is called, and ``confidence`` is OCR's. ``lines`` says that its blocks need `respace`.
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

    def mended(self, text: str) -> str:
        """Text of the same page that was read in another way (a table), with the page's repairs done on it."""
        for repair in self.repairs:
            text = repair.apply(text)
        return text
