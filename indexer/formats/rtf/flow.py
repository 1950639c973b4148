"""Paragraphs, cells and rows as they are finished, to blocks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from indexer.blocks import Block
from indexer.formats.counting import BULLET
from indexer.formats.grid import as_blocks
from indexer.formats.numerals import numeral
from indexer.formats.runs import Line, Run, gather, lines_of


@dataclass(slots=True)
class Paragraph:
    """One that is being read: its runs, its printed number, and the notes and boxes that follow it."""

    runs: list[Run] = field(default_factory=list)
    number: str = ""
    after: list[Block] = field(default_factory=list)


class Flow:
    """The document's text, or that of a note or box in it."""

    def __init__(self) -> None:
        self.open = Paragraph()
        self._found: list[Block] = []
        self._rows: list[list[list[Block]]] = []
        self._row: list[list[Block]] = []
        self._cell: list[Block] = []

    def end(self, *, level: int, inside: bool, contents: bool = False) -> None:
        """A paragraph ends; ``level`` is a heading's (-1: the document's title), ``inside`` says it is in a table,
        ``contents`` that it is a line of the table of contents."""
        line, *others = [Line("")] if contents else lines_of(self.open.runs)
        number = gather([Run(self.open.number)]).text
        number = BULLET if number in ("o", "·") else number  # the bullets of Courier New and of Symbol
        blocks = self.open.after
        if line.text:
            kind = "heading" if level else "list" if number else "text"
            block = Block(text=line.text, kind=kind, level=level, bold=line.bold, italic=line.italic, number=number)
            more = (Block(text=other.text, bold=other.bold, italic=other.italic) for other in others)
            blocks = [block, *more, *blocks]
        self.open = Paragraph()
        if inside:
            self._cell.extend(blocks)
        else:
            self._table()
            self._found.extend(blocks)

    def cell(self) -> None:
        """A cell ends, its last paragraph having ended."""
        self._row.append(self._cell)
        self._cell = []

    def row(self) -> None:
        """A row ends."""
        if self._row or self._cell:
            self._rows.append([*self._row, self._cell] if self._cell else self._row)
        self._row, self._cell = [], []

    def blocks(self) -> list[Block]:
        """All of it, a document title above all headings."""
        self._table()
        titled = any(block.level == -1 for block in self._found)
        levels = (1 if block.level == -1 else block.level + titled if block.level else 0 for block in self._found)
        return [replace(block, level=level) for block, level in zip(self._found, levels, strict=True)]

    def _table(self) -> None:
        self.row()
        if self._rows:
            self._found.extend(as_blocks(self._rows))
            self._rows = []


@dataclass(slots=True)
class Notes:
    """How far footnotes and endnotes have counted."""

    counts: dict[bool, int] = field(default_factory=lambda: {False: 0, True: 0})

    def close(self, note: Flow, *, end: bool, automatic: bool) -> tuple[str, list[Block]]:
        """(what is printed where the note is called, the note's block). A mark of its own is printed already."""
        text = " ".join(f"{block.number} {block.text}".strip() for block in note.blocks()).replace("\n", " ")
        if not text:
            return "", []
        marker = text[:1] if not text[:1].isalnum() else ""
        if automatic or not marker:
            self.counts[end] += 1
            marker = numeral(self.counts[end], "lowerRoman") if end else str(self.counts[end])
        blocks = note.blocks()
        whole = blocks[0] if len(blocks) == 1 and not blocks[0].number else Block(text=text)
        return f"[{marker}]" if automatic else "", [replace(whole, kind="footnote", level=0, marker=marker)]
