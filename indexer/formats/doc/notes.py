"""Footnotes and endnotes: where they are called, and where their texts stand (2.8.18 to 2.8.21)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.formats.numerals import numeral


@dataclass(frozen=True, slots=True)
class Note:
    """``call`` is the character that calls it, ``start`` and ``end`` its text, all counted from the file's begin."""

    call: int
    marker: str
    start: int
    end: int


def read_notes(references: bytes, texts: bytes, *, part: int, roman: bool, text: str) -> Iterator[Note]:
    """The notes in order. ``part`` is where their texts begin; endnotes are counted in Roman numbers, as Word does.

    A note with a mark of its own has that mark, which is the letter that calls it.
    """
    count = max(0, (len(references) - 4) // 6)
    calls = struct.unpack_from(f"<{count}I", references)
    kinds = struct.unpack_from(f"<{count}h", references, 4 * (count + 1)) if count else ()
    bounds = struct.unpack_from(f"<{len(texts) // 4}I", texts)
    counted = 0
    for number, (call, automatic) in enumerate(zip(calls, kinds, strict=True)):
        if number + 1 >= len(bounds):
            return
        counted += automatic != 0
        own = text[call : call + 1].strip()
        marker = numeral(counted, "lowerRoman") if roman else str(counted)
        yield Note(call, marker if automatic or not own.isprintable() or not own else own,
                   part + bounds[number], part + bounds[number + 1])  # fmt: skip
