"""From Word's paragraphs, cells and rows to blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from indexer.blocks import Block
from indexer.formats.counting import Count
from indexer.formats.doc.formatting import Formatting
from indexer.formats.doc.pieces import Pieces
from indexer.formats.doc.sprms import (
    DEPTH,
    IN_TABLE,
    INNER_CELL,
    INNER_ROW_END,
    LIST,
    LIST_LEVEL,
    OUTLINE,
    PARAGRAPH_STYLE,
    ROW_END,
    properties,
)
from indexer.formats.doc.styles import Style, Styles
from indexer.formats.doc.text import Reader, Words
from indexer.formats.grid import as_blocks
from indexer.formats.runs import Line, lines_of

_END = re.compile(r"[\r\x07\x0c]")
_NO_LIST = 0xF802  # and above: the paragraph was taken out of its list


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    end: int  # behind its mark
    mark: str
    style: Style
    said: Mapping[int, int]


class Body:
    """One part of a file. ``notes`` are the blocks of each footnote by the character that calls it, ``calls`` the
    markers that are printed there."""

    def __init__(
        self,
        pieces: Pieces,
        reader: Reader,
        paragraphs: Formatting,
        styles: Styles,
        count: Count,
        *,
        calls: dict[int, str] | None = None,
        notes: Mapping[int, Block] | None = None,
    ) -> None:
        self._pieces, self._reader, self._formatting = pieces, reader, paragraphs
        self._styles, self._count = styles, count
        self._calls, self._notes = calls or {}, notes or {}
        self._held = Words()

    def blocks(self, start: int, end: int) -> Iterator[Block]:
        """The blocks of the characters from ``start`` to ``end``; a document title above all headings."""
        self._reader.close_fields()
        found = list(self._flow(start, end))
        titled = any(block.level == -1 for block in found)
        for block in found:
            level = 1 if block.level == -1 else block.level + titled if block.level else 0
            yield replace(block, level=level) if level != block.level else block

    def _flow(self, start: int, end: int) -> Iterator[Block]:
        rows: list[list[list[Block]]] = []
        row: list[list[Block]] = []
        cell: list[Block] = []
        for paragraph in self._paragraphs(start, end):
            said = paragraph.said
            inside = bool(said.get(IN_TABLE)) or said.get(DEPTH, 0) > 0 or paragraph.mark == "\x07"
            if not inside:
                if rows or row or cell:
                    yield from as_blocks([*rows, [*row, cell]])
                    rows, row, cell = [], [], []
                yield from self._read(paragraph)
            elif said.get(ROW_END):
                rows.append([*row, cell] if cell else row)
                row, cell = [], []
            elif said.get(INNER_ROW_END) or said.get(INNER_CELL):
                cell.extend(self._read(paragraph))
            else:
                cell.extend(self._read(paragraph))
                if paragraph.mark == "\x07":
                    row.append(cell)
                    cell = []
        if rows or row or cell:
            yield from as_blocks([*rows, [*row, cell]])

    def _paragraphs(self, start: int, end: int) -> Iterator[_Paragraph]:
        at = start
        while at < end:
            found = _END.search(self._pieces.text, at, end)
            stop = found.end() if found else end
            said = self._said(stop - 1)
            style = self._styles.of(said.get(PARAGRAPH_STYLE, 0))
            yield _Paragraph(at, stop, found.group() if found else "\r", style, said)
            at = stop

    def _said(self, mark: int) -> Mapping[int, int]:
        piece = self._pieces.at(mark)
        found = self._formatting.at(piece.offset + (mark - piece.start) * piece.width)
        style = {PARAGRAPH_STYLE: int.from_bytes(found[:2], "little")} if len(found) >= 2 else {}
        return style | properties(found[2:], piece.modifiers)

    def _read(self, paragraph: _Paragraph) -> Iterator[Block]:
        style, said = paragraph.style, paragraph.said
        words = self._held
        deleted = self._reader.read(paragraph.start, paragraph.end, style, words, self._calls)
        if deleted and paragraph.mark == "\r":
            return
        self._held = Words()
        line, *others = [Line("")] if style.contents else lines_of(words.runs)
        number = self._number(paragraph) if line.text else ""
        level = style.level if OUTLINE not in said else said[OUTLINE] + 1 if said[OUTLINE] < 9 else 0
        if line.text:
            kind = "heading" if style.title or level else "list" if number else "text"
            level = -1 if style.title else level
            yield Block(text=line.text, kind=kind, level=level, bold=line.bold, italic=line.italic, number=number)
        yield from (Block(text=other.text, bold=other.bold, italic=other.italic) for other in others)
        for call in words.calls:
            if call in self._notes:
                yield self._notes[call]

    def _number(self, paragraph: _Paragraph) -> str:
        listed = paragraph.said.get(LIST, paragraph.style.number)
        if not 0 < listed < _NO_LIST - 1:
            return ""
        return self._count.next(str(listed), paragraph.said.get(LIST_LEVEL, paragraph.style.depth)) or ""
