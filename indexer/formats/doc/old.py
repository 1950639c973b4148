"""Word 6 and 95: the text in its paragraphs and table rows; styles, lists and footnotes' ties are not read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.blocks import Block
from indexer.formats.doc.fib import Fib
from indexer.formats.doc.pieces import Piece, Pieces, read_pieces
from indexer.formats.encoding import code_page
from indexer.formats.text import clean

# Word's language numbers (LCID, without the sublanguage where it does not matter) to the code page it wrote.
_PAGES = {0x1C: "cp1250", 0x24: "cp1250", 0x05: "cp1250", 0x0E: "cp1250", 0x15: "cp1250", 0x18: "cp1250",
          0x1B: "cp1250", 0x02: "cp1251", 0x19: "cp1251", 0x22: "cp1251", 0x2F: "cp1251", 0x1F: "cp1254",
          0x08: "cp1253"}  # fmt: skip
_FIELD = re.compile(r"\x13[^\x13\x14\x15]*\x14([^\x13\x14\x15]*)\x15|\x13[^\x13\x14\x15]*\x15")


def old_blocks(data: bytes, fib: Fib) -> Iterator[Block]:
    """A block for each paragraph and table row of the body, then of the footnotes. Raises ValueError, IndexError or
    struct.error where the text cannot be found."""
    size = max(0, fib.last - fib.first)
    pieces = read_pieces(data, data, fib) if fib.complex else [Piece(0, size, fib.first, 1)]
    raw = b"".join(data[piece.offset : piece.offset + piece.end - piece.start] for piece in pieces)
    if not raw or fib.first >= len(data):
        raise ValueError("its text is not where it should be")
    text = Pieces(data, pieces, codepage=code_page(raw, likely=_page(fib.language))).text
    body, notes = fib.lengths[0], fib.lengths[1]
    yield from _paragraphs(text[: body or len(text)])
    yield from _paragraphs(text[body : body + notes])


def _paragraphs(text: str) -> Iterator[Block]:
    for _ in range(20):  # fields in fields, from the inside
        text, changed = _FIELD.subn(lambda found: found[1] or "", text)
        if not changed:
            break
    for part in re.split(r"[\r\x0c]", text):
        for row in part.split("\x07\x07"):
            cells = [clean(cell) for cell in row.split("\x07")]
            if line := " | ".join(cells).rstrip(" |"):
                yield Block(text=line, kind="table" if len(cells) > 1 else "text")


def _page(language: int) -> str:
    if language in (0x0C1A, 0x1C1A, 0x201A, 0x281A, 0x301A):  # Serbian and Bosnian in Cyrillic
        return "cp1251"
    return "cp1250" if language & 0x3FF == 0x1A else _PAGES.get(language & 0x3FF, "cp1252")
