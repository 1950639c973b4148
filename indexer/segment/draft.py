"""A passage in the making, and the record of which characters went where."""

from __future__ import annotations

from dataclasses import dataclass, field

from indexer.segment.items import Item
from indexer.segment.piece import Piece
from kb.nouns import Mark


@dataclass(frozen=True, slots=True)
class Slice:
    """Half-open characters of one block; ``glue`` joins them to what came before in the same passage."""

    piece: Piece
    start: int
    end: int
    glue: str = "\n"

    def span(self, anchor: str) -> Span:
        """The account of these characters."""
        offset = self.piece.offset
        return Span(self.piece.index, offset + self.start, offset + self.end, anchor)

    @property
    def text(self) -> str:
        """The characters, with the number the format knows before them where they begin the block."""
        cut = self.piece.text[self.start : self.end]
        prefix = self.piece.prefix if self.start == 0 else ""
        return f"{prefix} {cut}".rstrip() if prefix else cut


@dataclass(slots=True)
class Draft:
    """``stem`` is the anchor a labelled passage asks for, "" for unnumbered text; ``marker`` a footnote's number.
    ``item`` is set for an item of a numbered paragraph, whose ``stem`` goes behind the paragraph's anchor."""

    form: str
    trail: tuple[str, ...]
    label: str = ""
    stem: str = ""
    marker: str = ""
    slices: list[Slice] = field(default_factory=list)
    provision: bool = False
    item: Item | None = None
    anchor: str = ""
    notes: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text as a reader sees it."""
        parts = [(piece.glue if at else "") + piece.text for at, piece in enumerate(self.slices)]
        return "".join(parts).strip()

    @property
    def size(self) -> int:
        """How many characters of blocks it holds."""
        return sum(piece.end - piece.start for piece in self.slices)

    @property
    def page(self) -> int | None:
        """The page it begins on."""
        return next((piece.piece.block.page for piece in self.slices if piece.piece.block.page is not None), None)

    @property
    def pages(self) -> set[int | None]:
        """The pages it is printed on."""
        return {piece.piece.block.page for piece in self.slices}

    @property
    def calls(self) -> set[str]:
        """The footnotes that its blocks call by marks raised in print and not in the text."""
        return {marker for piece in self.slices for marker in piece.piece.block.notes}

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Where it is printed, each block once."""
        seen: dict[int, tuple[Mark, ...]] = {piece.piece.index: piece.piece.block.marks for piece in self.slices}
        return tuple(mark for marks in seen.values() for mark in marks)

    def take(self, piece: Piece, glue: str = "\n") -> None:
        """Add a whole block."""
        self.slices.append(Slice(piece, 0, len(piece.text), glue))


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start:end`` of block ``block`` (counting all blocks of the document) went to the passage
    ``anchor``, or into the trail of headings where ``anchor`` is ""."""

    block: int
    start: int
    end: int
    anchor: str
