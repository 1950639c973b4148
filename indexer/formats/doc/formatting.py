"""Which modifiers stand at which byte: the pages of formatted runs (2.8.5, 2.8.6, 2.9.33, 2.9.176)."""

from __future__ import annotations

import bisect
import struct
from collections.abc import Iterator

_PAGE = 512


class Formatting:
    """The runs of one kind, of characters or of paragraphs; those that are damaged are left out."""

    def __init__(self, data: bytes, plc: bytes, *, paragraphs: bool) -> None:
        self._found: list[tuple[int, int, bytes]] = []
        count = max(0, (len(plc) - 4) // 8)
        for number in sorted(set(struct.unpack_from(f"<{count}I", plc, 4 * (count + 1)) if count else ())):
            page = data[(number & 0x3FFFFF) * _PAGE :][:_PAGE]
            if len(page) == _PAGE:
                self._found.extend(_paragraphs(page) if paragraphs else _characters(page))
        self._found.sort(key=lambda run: run[0])
        self._starts = [start for start, _, _ in self._found]

    def at(self, byte: int) -> bytes:
        """What is said of the character at ``byte``: for paragraphs the style's number, then modifiers."""
        place = bisect.bisect_right(self._starts, byte) - 1
        return self._found[place][2] if place >= 0 and byte < self._found[place][1] else b""

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, bytes]]:
        """(start, end, modifiers) for the bytes from ``start`` to ``end``, without gaps."""
        at = start
        place = max(0, bisect.bisect_right(self._starts, start) - 1)
        for begins, ends, said in self._found[place:]:
            if begins >= end:
                break
            if ends <= at:
                continue
            if begins > at:
                yield at, begins, b""
                at = begins
            yield at, min(ends, end), said
            at = min(ends, end)
        if at < end:
            yield at, end, b""


def _characters(page: bytes) -> Iterator[tuple[int, int, bytes]]:
    count = min(page[511], 101)
    bounds = struct.unpack_from(f"<{count + 1}I", page)
    for number in range(count):
        at = 2 * page[4 * (count + 1) + number]
        if bounds[number] < bounds[number + 1]:
            yield bounds[number], bounds[number + 1], page[at + 1 : at + 1 + page[at]] if at else b""


def _paragraphs(page: bytes) -> Iterator[tuple[int, int, bytes]]:
    count = min(page[511], 29)
    bounds = struct.unpack_from(f"<{count + 1}I", page)
    for number in range(count):
        at = 2 * page[4 * (count + 1) + 13 * number]
        if bounds[number] >= bounds[number + 1]:
            continue
        if at == 0 or at > 509:
            said = b""
        elif page[at]:
            said = page[at + 1 : at + 2 * page[at]]
        else:
            said = page[at + 2 : at + 2 + 2 * page[at + 1]]
        yield bounds[number], bounds[number + 1], said
