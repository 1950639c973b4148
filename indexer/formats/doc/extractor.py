"""A Word file's streams to one page of blocks."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from indexer.blocks import Block, Facts, Page
from indexer.formats.doc.body import Body
from indexer.formats.doc.fib import Fib, read_fib
from indexer.formats.doc.formatting import Formatting
from indexer.formats.doc.lists import count_of
from indexer.formats.doc.notes import Note, read_notes
from indexer.formats.doc.old import old_blocks
from indexer.formats.doc.pieces import Pieces, read_pieces
from indexer.formats.doc.styles import Styles
from indexer.formats.doc.text import Reader
from indexer.formats.ole import Compound
from indexer.formats.reading import damaged, empty, encrypted

_FOOTNOTES, _ENDNOTES, _BOXES = 1, 5, 6  # places among the parts of a file
_BROKEN = (struct.error, ValueError, IndexError, KeyError, OverflowError)


class DocExtractor:
    """One Page without number: where Word breaks pages is not in the file."""

    media_types: tuple[str, ...] = ("application/msword",)

    def extract(self, path: Path) -> Iterator[Page]:
        """The blocks, tracked deletions dropped. Raises UnreadableOriginal: ``damaged``, ``encrypted``, ``empty``,
        ``too-large``."""
        with Compound(path) as compound:
            data = compound.stream("WordDocument")
            if data is None:
                raise damaged(path, "it has no part WordDocument")
            try:
                fib = read_fib(data)
                if fib.encrypted:
                    raise encrypted(path)
                table = b"" if fib.old else compound.stream(fib.table) or compound.stream(_other(fib.table)) or b""
                blocks = tuple(old_blocks(data, fib) if fib.old else _blocks(data, table, fib))
            except _BROKEN as error:
                raise damaged(path, f"its text cannot be found ({error})") from error
        if not blocks:
            raise empty(path)
        yield Page(number=None, blocks=blocks)

    def facts(self, path: Path) -> Facts:
        """Title, author and last change as the file's summary has them."""
        with Compound(path) as compound:
            return compound.facts()


def _other(table: str) -> str:
    return "0Table" if table == "1Table" else "1Table"


def _blocks(data: bytes, table: bytes, fib: Fib) -> Iterator[Block]:
    """The body with its notes, then text boxes, whose places in the text are not known."""
    pieces = Pieces(data, read_pieces(data, table, fib))
    styles = Styles(_part(table, fib, "styles"))
    characters = Formatting(data, _part(table, fib, "character runs"), paragraphs=False)
    paragraphs = Formatting(data, _part(table, fib, "paragraph runs"), paragraphs=True)
    offset, size = fib.tables.get("lists", (0, 0))
    count = count_of(table[offset:] if size else b"", _part(table, fib, "list overrides"))
    reader = Reader(pieces, characters, styles)

    def body(calls: dict[int, str] | None = None, notes: dict[int, Block] | None = None) -> Body:
        return Body(pieces, reader, paragraphs, styles, count, calls=calls, notes=notes)

    found = list(_notes(table, fib, pieces.text))
    notes = {note.call: block for note in found if (block := _note(note, body()))}
    calls = {note.call: note.marker for note in found}
    yield from body(calls, notes).blocks(0, min(fib.lengths[0], len(pieces.text)))
    boxes = fib.start(_BOXES)
    yield from body().blocks(boxes, min(boxes + fib.lengths[_BOXES], len(pieces.text)))


def _part(table: bytes, fib: Fib, name: str) -> bytes:
    offset, size = fib.tables.get(name, (0, 0))
    return table[offset : offset + size]


def _notes(table: bytes, fib: Fib, text: str) -> Iterator[Note]:
    for kind, part, roman in (("footnote", _FOOTNOTES, False), ("endnote", _ENDNOTES, True)):
        references, texts = _part(table, fib, f"{kind} references"), _part(table, fib, f"{kind} texts")
        yield from read_notes(references, texts, part=fib.start(part), roman=roman, text=text)


def _note(note: Note, body: Body) -> Block | None:
    """A note's paragraphs as one block."""
    blocks = list(body.blocks(note.start, note.end))
    if not blocks:
        return None
    text = " ".join(f"{block.number} {block.text}".strip() for block in blocks)
    first = blocks[0] if len(blocks) == 1 and not blocks[0].number else Block(text=text)
    return replace(first, text=text.replace("\n", " "), kind="footnote", level=0, marker=note.marker)
