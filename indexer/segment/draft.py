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
    def lead(self) -> int:
        """How many characters the number that the format knows adds before them."""
        return len(self.piece.prefix) + 1 if self.start == 0 and self.piece.prefix else 0

    @property
    def text(self) -> str:
        """The characters, with the number the format knows before them where they begin the block."""
        cut = self.piece.text[self.start : self.end]
        prefix = self.piece.prefix if self.start == 0 else ""
        return f"{prefix} {cut}".rstrip() if prefix else cut


@dataclass(slots=True)
class Draft:
    """``stem`` is the anchor a labelled passage asks for, "" for unnumbered text; ``marker`` a footnote's number.
    ``item`` is set for an item of a numbered paragraph, whose ``stem`` goes behind the paragraph's anchor. ``more``
    says that it is more of a numbered paragraph, behind its items or a quotation; ``quotation`` is the first block of
    a quotation set apart, ``parent`` of the paragraph that it stands in; ``bullet`` says that it began with one."""

    form: str
    trail: tuple[str, ...]
    label: str = ""
    stem: str = ""
    marker: str = ""
    slices: list[Slice] = field(default_factory=list)
    provision: bool = False
    item: Item | None = None
    more: bool = False
    bullet: bool = False
    quotation: Piece | None = None
    parent: Piece | None = None
    anchor: str = ""
    part: str = ""
    repeats: str = ""
    notes: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text as a reader sees it."""
        parts = [(piece.glue if at else "") + piece.text for at, piece in enumerate(self.slices)]
        return "".join(parts).strip()

    def spans(self, style: str) -> tuple[tuple[int, int], ...]:
        """The half-open spans of ``text`` that are printed ``bold`` or ``italic``, those with only a blank between
        them as one."""
        if not any(getattr(piece.piece.block, style) for piece in self.slices):
            return ()
        found: list[tuple[int, int]] = []
        whole = ""
        for piece in self.slices:
            whole += piece.glue if whole or piece is not self.slices[0] else ""
            offset = len(whole) + piece.lead - piece.start
            for start, end in getattr(piece.piece.block, style):
                if max(start, piece.start) < min(end, piece.end):
                    found.append((max(start, piece.start) + offset, min(end, piece.end) + offset))
            whole += piece.text
        return _tidy(found, whole)

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


def _tidy(spans: list[tuple[int, int]], whole: str) -> tuple[tuple[int, int], ...]:
    """Spans of a text as spans of the same without the blanks at its ends, in order and joined over blanks."""
    lead, size = len(whole) - len(whole.lstrip()), len(whole.strip())
    tidy: list[tuple[int, int]] = []
    for start, end in spans:
        start, end = max(0, start - lead), min(size, end - lead)
        if tidy and not whole[tidy[-1][1] + lead : start + lead].strip():
            tidy[-1] = (tidy[-1][0], max(end, tidy[-1][1]))
        elif start < end:
            tidy.append((start, end))
    return tuple(tidy)


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start:end`` of block ``block`` (counting all blocks of the document) went to the passage
    ``anchor``, or into the trail of headings where ``anchor`` is ""."""

    block: int
    start: int
    end: int
    anchor: str
