"""The unit that segmentation reasons about: one block with what can be seen of it alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from indexer.blocks import Block, Page
from indexer.segment.labels import Label, read_label
from indexer.segment.quotation import Quotation

_BARE = re.compile(r"\s*\d{1,3}\s*")  # "### 4" heads paragraph 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A block that is not blank: ``index`` counts all blocks of the document; ``quoted`` says a quotation is open.

    ``offset`` is where it begins in its block, for the rest of a block that was cut in two.
    """

    index: int
    block: Block
    label: Label | None
    quoted: bool
    offset: int = 0

    @property
    def prefix(self) -> str:
        """The number that the format knows and the text does not print, as a reader sees it; "" where there is none."""
        number = self.block.number.strip()
        return "" if not number or (self.label and self.label.end) else number

    @property
    def text(self) -> str:
        """The block's text, unchanged."""
        return self.block.text


def pieces_of(pages: Iterable[Page]) -> list[Piece]:
    """The document's blocks in order without the blank ones; their index counts the blank ones too."""
    found: list[Piece] = []
    quotation = Quotation()
    index = -1
    for page in pages:
        for block in page.blocks:
            index += 1
            if not block.text.strip() and not block.number.strip():
                continue
            if block.page is None and page.number is not None:
                block = _placed(block, page.number)
            label = None
            if block.kind in ("text", "heading", "list") and not leads(block.text):
                label = read_label(block.text, block.number)
                if label is None and block.kind == "heading" and _BARE.fullmatch(block.text):
                    label = read_label(f"{block.text.strip()}.")
            quoted = quotation.is_open
            if block.kind != "footnote":
                quotation.read(block.text)
            found.append(Piece(index, block, label, quoted))
    return found


def leads(text: str) -> bool:
    """Whether dots or a line lead from one thing to another, as in a table of contents or a form."""
    return "...." in text or ". . . . " in text or "……" in text or "_____" in text


def _placed(block: Block, page: int) -> Block:
    return replace(block, page=page)
