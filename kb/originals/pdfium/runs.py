"""A page's text as runs: one call for all of it, and a handful for each run.

A call into the library for every character costs seven times the bare text. A run ends where the text object changes,
which is looked up once for each word.
"""

from __future__ import annotations

import ctypes
import math
import re
import struct
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]  # it ships no stubs

from kb.originals.pdfium.content import HYPHEN, PageContent, Run
from kb.originals.pdfium.frame import Frame
from kb.originals.pdfium.native import (
    char_index,
    char_matrix,
    font_name,
    font_of,
    font_size,
    loose_box,
    origin,
    text_object,
)

MAX_CHARACTERS = 400_000  # of one page; a page of text has some 3,000
_LINE = re.compile("[^\\r\\n\ufffe]+\ufffe?|\ufffe")
# Where a run may begin: at a word, and at each digit, because a footnote's number hangs on its word or on a number.
_PIECE = re.compile(r"[^\s\d]+|\d")
_BOLD = re.compile(r"bold|black|heavy|demi|(?<![a-z])bd(?![a-z])|-b(?![a-z])", re.IGNORECASE)
_BARCODE = re.compile(r"barcode|code.?(?:39|128)|3.?of.?9|^c39|^ean|idautomation", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|slanted", re.IGNORECASE)

_RECTANGLE = struct.Struct("4f").unpack_from  # left, top, right, bottom: half the cost of a structure's fields
_MATRIX = struct.Struct("6f").unpack_from


@dataclass(frozen=True, slots=True)
class _Font:
    name: str
    bold: bool
    italic: bool


_NO_FONT = _Font("", False, False)


def read_text(textpage: Any, content: PageContent, frame: Frame) -> None:
    """Fills ``content`` with the runs of the page, in the order of the file."""
    count = textpage.count_chars()
    if count <= 0:
        return
    count = min(count, MAX_CHARACTERS)
    text = textpage.get_text_range(0, count)
    content.characters = len(text)
    handle = ctypes.cast(textpage.raw, ctypes.c_void_p).value
    reader = _RunReader(handle, frame, text, exact=len(text) == count)
    content.runs = reader.runs()


class _RunReader:
    """Cuts a page's text into runs with as few calls as will do."""

    def __init__(self, handle: int | None, frame: Frame, text: str, *, exact: bool) -> None:
        self.handle, self.frame, self.text, self.exact = handle, frame, text, exact
        self.fonts: dict[int, _Font | None] = {}
        self.box, self.matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self.box_at, self.matrix_at = ctypes.addressof(self.box), ctypes.addressof(self.matrix)
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.x_at, self.y_at = ctypes.addressof(self.x), ctypes.addressof(self.y)

    def runs(self) -> list[Run]:
        """The runs in the order of the file. One that ends in U+FFFE ends its line with a hyphen."""
        found: list[Run] = []
        text = self.text
        opening = "\n"
        for line in _LINE.finditer(text):
            start, end = line.span()
            hyphen = text[end - 1] == HYPHEN
            last = end - hyphen
            while last > start and text[last - 1] == " ":
                last -= 1
            while start < last and text[start] == " ":
                start += 1
            if start == last:
                continue
            cuts = self._cuts(start, last)
            for at, (begin, owner) in enumerate(cuts):
                stop = cuts[at + 1][0] if at + 1 < len(cuts) else end if hyphen and last == end - 1 else last
                gap = opening if not at else " " if text[begin - 1] == " " else ""
                while text[stop - 1] == " ":
                    stop -= 1
                self._close(found, owner, begin, stop, gap)
            opening = "" if hyphen else "\n"
        return found

    def _cuts(self, start: int, end: int) -> list[tuple[int, int | None]]:
        """Where the text object changes between ``start`` and ``end``, and the object from there on.

        An object's text is in one place, so where both ends have the same one, all between them has.
        """
        if self.exact:
            first, last = text_object(self.handle, start), text_object(self.handle, end - 1)
        else:
            first, last = self._owner(start), self._owner(end - 1)
        if first == last:
            return [(start, first)]
        places = [piece.start() for piece in _PIECE.finditer(self.text, start, end)]
        owners: dict[int, int | None] = {0: first, len(places) - 1: self._owner(places[-1])}
        spans = [(0, len(places) - 1)]
        while spans:
            low, high = spans.pop()
            if high - low > 1 and owners[low] != owners[high]:
                middle = (low + high) // 2
                owners[middle] = self._owner(places[middle])
                spans += [(low, middle), (middle, high)]
        cuts: list[tuple[int, int | None]] = []
        for at in sorted(owners):
            if not cuts or owners[at] != cuts[-1][1]:
                cuts.append((places[at], owners[at]))
        return cuts

    def _owner(self, at: int) -> int | None:
        found: int | None = text_object(self.handle, at if self.exact else char_index(self.handle, at))
        return found

    def _close(self, found: list[Run], owner: int | None, start: int, end: int, gap: str) -> None:
        font = self._font(owner)
        if font is None:
            return
        handle, frame = self.handle, self.frame
        first, last = (start, end - 1) if self.exact else (char_index(handle, start), char_index(handle, end - 1))
        if not loose_box(handle, first, self.box_at):
            return
        left, top, right, bottom = _RECTANGLE(self.box)
        if last != first and loose_box(handle, last, self.box_at):
            x0, y1, x1, y0 = _RECTANGLE(self.box)
            left, right = (left if left < x0 else x0), (right if right > x1 else x1)
            bottom, top = (bottom if bottom < y0 else y0), (top if top > y1 else y1)
        char_matrix(handle, first, self.matrix_at)
        a, b, c, d, _, f = _MATRIX(self.matrix)
        size = font_size(handle, first) * (math.hypot(c, d) or 1.0)
        if b == 0 and a > 0 and frame.turn == 0:  # nearly all text: its origin stands at the height of its matrix
            run = (left - frame.left, right - frame.left, frame.top - top, frame.top - bottom, frame.top - f)
            found.append(Run(self.text[start:end], *run, size, font.name, font.bold, gap, 0, font.italic))
            return
        x0, y0, x1, y1 = frame.box(left, bottom, right, top)
        origin(handle, first, self.x_at, self.y_at)
        baseline = frame.point(self.x.value, self.y.value)
        angle = _quarter(a, b, frame.turn)
        y = baseline[1] if angle % 2 == 0 else baseline[0]
        text = self.text[start:end]
        found.append(Run(text, x0, x1, y0, y1, y, size, font.name, font.bold, gap, angle, font.italic))

    def _font(self, owner: int | None) -> _Font | None:
        """The font of a text object; None for one that prints bar codes."""
        font = font_of(owner) if owner else None
        if font is None:
            return _NO_FONT
        if font not in self.fonts:
            buffer = ctypes.create_string_buffer(256)
            font_name(font, ctypes.addressof(buffer), 256)
            name = buffer.value.decode("utf-8", "replace").partition("+")
            plain = name[2] or name[0]
            known = _Font(plain, bool(_BOLD.search(plain)), bool(_ITALIC.search(plain)))
            self.fonts[font] = None if _BARCODE.search(plain) else known
        return self.fonts[font]


def _quarter(a: float, b: float, turn: int) -> int:
    """The direction of text as the page is shown: 0 to the right, 1 down, 2 to the left, 3 up, 4 aslant."""
    if a == 0 and b == 0:
        return 0
    degrees = (-math.degrees(math.atan2(b, a)) + 90 * turn) % 360
    nearest = round(degrees / 90)
    return nearest % 4 if abs(degrees - nearest * 90) < 8 else 4
