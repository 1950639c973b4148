"""The head of a Word file: what it is, and where its tables are. Section numbers are those of [MS-DOC]."""

from __future__ import annotations

import struct
from dataclasses import dataclass

WORD = (0xA5EC, 0xA5DC)  # wIdent of Word 97 and later, and of Word 6 and 95
_WORD_97 = 0x00C1  # nFib; lower ones are Word 6 and 95

# 2.5.6: pairs of offset and length in the table stream, by their place in FibRgFcLcb97.
_TABLES = {
    "styles": 1,
    "footnote references": 2,
    "footnote texts": 3,
    "character runs": 12,
    "paragraph runs": 13,
    "pieces": 33,
    "endnote references": 46,
    "endnote texts": 47,
    "lists": 73,
    "list overrides": 74,
}


@dataclass(frozen=True, slots=True)
class Fib:
    """``lengths`` count the characters of the parts, in the order in which they stand: body, footnotes, headers,
    macros, comments, endnotes, text boxes. ``tables`` are offset and length in the stream ``table``."""

    version: int
    language: int
    encrypted: bool
    complex: bool
    table: str
    first: int
    last: int
    lengths: tuple[int, ...]
    tables: dict[str, tuple[int, int]]

    @property
    def old(self) -> bool:
        """Whether Word 6 or 95 wrote it."""
        return self.version < _WORD_97

    def start(self, part: int) -> int:
        """The character at which a part begins (1 footnotes, 5 endnotes, 6 text boxes)."""
        return sum(self.lengths[:part])


def read_fib(data: bytes) -> Fib:
    """The head of the stream WordDocument. Raises ValueError or struct.error where it is none."""
    identity, version = struct.unpack_from("<HH", data)
    if identity not in WORD:
        raise ValueError("its first part is not Word's")
    (language,) = struct.unpack_from("<H", data, 6)
    (flags,) = struct.unpack_from("<H", data, 10)
    first, last = struct.unpack_from("<II", data, 24)
    old = version < _WORD_97
    tables: dict[str, tuple[int, int]] = {}
    if old:
        lengths = struct.unpack_from("<7I", data, 0x34)
        tables["pieces"] = struct.unpack_from("<II", data, 0x160)
    else:
        (words,) = struct.unpack_from("<H", data, 32)
        longs_at = 34 + 2 * words
        (longs,) = struct.unpack_from("<H", data, longs_at)
        counts = struct.unpack_from("<8I", data, longs_at + 2 + 12)
        lengths = (*counts[:3], *counts[3:7])
        pairs_at = longs_at + 2 + 4 * longs + 2
        (pairs,) = struct.unpack_from("<H", data, pairs_at - 2)
        tables = {
            name: struct.unpack_from("<II", data, pairs_at + 8 * place)
            for name, place in _TABLES.items()
            if place < pairs
        }
    return Fib(
        version=version,
        language=language,
        encrypted=bool(flags & 0x0100),
        complex=bool(flags & 0x0004),
        table="1Table" if flags & 0x0200 else "0Table",
        first=first,
        last=last,
        lengths=tuple(lengths),
        tables=tables,
    )
