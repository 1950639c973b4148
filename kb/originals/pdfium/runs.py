"""A page's text as runs: one call for all of it, and a handful for each run.

A call into the library for every character costs seven times the bare text. A run ends where the text object changes,
which is looked up once for each word.
"""

from __future__ import annotations

import ctypes
import math
import re
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
        self.fonts: dict[int, tuple[str, bool, bool]] = {}
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
        first, last = self._owner(start), self._owner(end - 1)
        if first == last:
            return [(start, first)]
        places = [piece.start() for piece in _PIECE.finditer(self.text, start, end)]
        owners = {0: first, len(places) - 1: self._owner(places[-1])}
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
        handle = self.handle
        first, last = (start, end - 1) if self.exact else (char_index(handle, start), char_index(handle, end - 1))
        if not loose_box(handle, first, self.box_at):
            return
        box = self.box
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        if last != first and loose_box(handle, last, self.box_at):
            left, bottom = min(left, box.left), min(bottom, box.bottom)
            right, top = max(right, box.right), max(top, box.top)
        char_matrix(handle, first, self.matrix_at)
        matrix = self.matrix
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        size = font_size(handle, first) * scale
        x0, y0, x1, y1 = self.frame.box(left, bottom, right, top)
        origin(handle, first, self.x_at, self.y_at)
        baseline = self.frame.point(self.x.value, self.y.value)
        angle = _quarter(matrix.a, matrix.b, self.frame.turn)
        name, bold, italic = self._font(owner)
        if _BARCODE.search(name):
            return
        found.append(
            Run(
                text=self.text[start:end],
                x0=x0,
                x1=x1,
                top=y0,
                bottom=y1,
                y=baseline[1] if angle % 2 == 0 else baseline[0],
                size=size,
                font=name,
                bold=bold,
                gap=gap,
                angle=angle,
                italic=italic,
            )
        )

    def _font(self, owner: int | None) -> tuple[str, bool, bool]:
        font = font_of(owner) if owner else None
        if font is None:
            return "", False, False
        if font not in self.fonts:
            buffer = ctypes.create_string_buffer(256)
            font_name(font, ctypes.addressof(buffer), 256)
            name = buffer.value.decode("utf-8", "replace").partition("+")
            plain = name[2] or name[0]
            self.fonts[font] = plain, bool(_BOLD.search(plain)), bool(_ITALIC.search(plain))
        return self.fonts[font]


def _quarter(a: float, b: float, turn: int) -> int:
    """The direction of text as the page is shown: 0 to the right, 1 down, 2 to the left, 3 up, 4 aslant."""
    if a == 0 and b == 0:
        return 0
    degrees = (-math.degrees(math.atan2(b, a)) + 90 * turn) % 360
    nearest = round(degrees / 90)
    return nearest % 4 if abs(degrees - nearest * 90) < 8 else 4
