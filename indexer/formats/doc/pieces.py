"""The text, put together from the pieces in which Word keeps it (2.8.35)."""

from __future__ import annotations

import bisect
import struct
from dataclasses import dataclass

from indexer.formats.doc.fib import Fib
from indexer.formats.doc.sprms import short

_SPECIAL = 0x40000000


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters ``start`` to ``end`` of the text stand at byte ``offset`` of the main stream, ``width`` bytes each.

    ``modifiers`` are the piece's own."""

    start: int
    end: int
    offset: int
    width: int
    modifiers: bytes = b""


class Pieces:
    """All the text of a file as UTF-16 units, so that its characters count as Word counts them."""

    def __init__(self, data: bytes, pieces: list[Piece], *, codepage: str = "cp1252") -> None:
        self.pieces = pieces
        self._starts = [piece.start for piece in pieces]
        if sum((piece.end - piece.start) * piece.width for piece in pieces) > 2 * len(data) + 1024:
            raise OverflowError("its pieces hold more text than the file has")
        texts = []
        at = 0
        for piece in pieces:
            if piece.start != at:
                raise ValueError("its pieces are not in order")
            raw = data[piece.offset : piece.offset + (piece.end - piece.start) * piece.width]
            text = _units(raw) if piece.width == 2 else raw.decode(codepage, "replace")
            texts.append(text.ljust(piece.end - piece.start, "\0"))
            at = piece.end
        self.text = "".join(texts)

    def at(self, character: int) -> Piece:
        """The piece that holds a character."""
        return self.pieces[max(0, bisect.bisect_right(self._starts, character) - 1)]

    def within(self, start: int, end: int) -> list[Piece]:
        """The pieces that hold characters ``start`` to ``end``."""
        first = max(0, bisect.bisect_right(self._starts, start) - 1)
        return self.pieces[first : bisect.bisect_left(self._starts, end)]


def read_pieces(data: bytes, table: bytes, fib: Fib) -> list[Piece]:
    """The piece table. Raises ValueError, IndexError or struct.error where it is damaged."""
    offset, size = fib.tables["pieces"]
    clx = table[offset : offset + size]
    lists: list[bytes] = []
    at = 0
    while clx[at] == 1:  # Prc: modifiers that pieces refer to
        (length,) = struct.unpack_from("<H", clx, at + 1)
        lists.append(clx[at + 3 : at + 3 + length])
        at += 3 + length
    if clx[at] != 2:
        raise ValueError("its piece table cannot be found")
    (length,) = struct.unpack_from("<I", clx, at + 1)
    plc = clx[at + 5 : at + 5 + length]
    count = (len(plc) - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", plc)
    pieces = []
    for number in range(count):
        where, prm = struct.unpack_from("<xxIH", plc, 4 * (count + 1) + 8 * number)
        narrow = fib.old or bool(where & _SPECIAL)
        place = where if fib.old else (where & ~_SPECIAL & 0x3FFFFFFF) // (2 if narrow else 1)
        own = lists[prm >> 1] if prm & 1 and prm >> 1 < len(lists) else short(prm)
        if bounds[number + 1] > bounds[number]:
            pieces.append(Piece(bounds[number], bounds[number + 1], place, 1 if narrow else 2, own))
    if not pieces or pieces[0].offset >= len(data):
        raise ValueError("its piece table points nowhere")
    return pieces


def _units(raw: bytes) -> str:
    if len(raw) % 2:
        raw += b"\0"
    return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw)))


def joined(units: str) -> str:
    """UTF-16 units as text: surrogates meet, single ones go."""
    if not any("\ud800" <= unit <= "\udfff" for unit in units):
        return units
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
