"""Single property modifiers: how Word writes that something is bold, deleted, in a list or in a table (2.2.5)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

DELETED, INSERTED, BOLD, ITALIC, HIDDEN = 0x0800, 0x0801, 0x0835, 0x0836, 0x083C
CHARACTER_STYLE, SPECIAL, SYMBOL = 0x4A30, 0x0855, 0x6A09
PARAGRAPH_STYLE, IN_TABLE, ROW_END, OUTLINE = 0x4600, 0x2416, 0x2417, 0x2640
DEPTH, INNER_CELL, INNER_ROW_END, LIST, LIST_LEVEL = 0x6649, 0x244B, 0x244C, 0x460B, 0x260A
_TABLE_DEFINITION, _TABS = 0xD608, 0xC615
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
# 2.9.209: the modifiers that a piece may carry itself, by their short numbers.
_SHORT = {0x41: DELETED, 0x42: INSERTED, 0x55: BOLD, 0x56: ITALIC, 0x5C: HIDDEN, 0x18: IN_TABLE, 0x19: ROW_END}


def sprms(data: bytes) -> Iterator[tuple[int, int]]:
    """(modifier, operand) in order; operands longer than four bytes come as 0. Ends at the first that is cut off."""
    at = 0
    while at + 2 < len(data):
        (sprm,) = struct.unpack_from("<H", data, at)
        at += 2
        size = _SIZES.get(sprm >> 13)
        if size is None:
            if sprm == _TABLE_DEFINITION:
                size = 1 + int.from_bytes(data[at : at + 2], "little")
            elif sprm == _TABS and data[at] == 255:
                return  # its length can only be told by reading it, and nothing of use comes behind it
            else:
                size = 1 + data[at]
            yield sprm, 0
        else:
            if at + size > len(data):
                return
            yield sprm, int.from_bytes(data[at : at + size], "little")
        at += size


def properties(*parts: bytes) -> dict[int, int]:
    """What the modifiers of ``parts`` say, the last one winning."""
    found: dict[int, int] = {}
    for part in parts:
        found.update(sprms(part))
    return found


def short(prm: int) -> bytes:
    """A piece's own modifier (Prm0) in the long form, b"" where it is none of use here."""
    sprm = _SHORT.get((prm >> 1) & 0x7F)
    return b"" if sprm is None or prm & 1 else struct.pack("<HB", sprm, prm >> 8)


def switched(found: dict[int, int], sprm: int, *, style: bool) -> bool:
    """An on/off modifier: 0x80 is as the style has it, 0x81 the reverse (2.9.327)."""
    value = found.get(sprm)
    if value is None:
        return style
    return value == 1 if value in (0, 1) else style if value == 0x80 else not style
