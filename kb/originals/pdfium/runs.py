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

import pypdfium2  # type: ignore[import-untyped]  # it ships no stubs
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from kb.originals.pdfium.content import HYPHEN, PageContent, Run
from kb.originals.pdfium.frame import Frame
from kb.originals.pdfium.native import (
    char_index,
    char_matrix,
    count_characters,
    font_name,
    font_of,
    font_size,
    get_text,
    loose_box,
    origin,
    text_index,
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
_UNKNOWN = _Font("?", False, False)  # one that was not looked up yet


def read_text(textpage: int, content: PageContent, frame: Frame) -> None:
    """Fills ``content`` with the runs of the page, in the order of the file."""
    count = count_characters(textpage)
    if count < 0:
        raise pypdfium2.PdfiumError("the characters of the page cannot be counted")
    count = min(count, MAX_CHARACTERS)
    text = _text(textpage, count) if count else ""
    content.characters = len(text)
    if text:
        content.runs = _RunReader(textpage, frame, text, exact=len(text) == count).runs()


def _text(textpage: int, count: int) -> str:
    """The first ``count`` characters; what is no text at the ends must not be asked for (crbug.com/pdfium/2079)."""
    first, last = 0, count - 1
    while first <= last and text_index(textpage, first) < 0:
        first += 1
    while first <= last and text_index(textpage, last) < 0:
        last -= 1
    if first > last:
        return ""
    size = text_index(textpage, last) + 2 - text_index(textpage, first)  # and a NUL
    buffer = (ctypes.c_ushort * size)()
    written = get_text(textpage, first, last + 1 - first, ctypes.addressof(buffer))
    return bytes(buffer)[: 2 * (min(written, size) - 1)].decode("utf-16-le", "ignore")


class _RunReader:
    """Cuts a page's text into runs with as few calls as will do."""

    def __init__(self, handle: int, frame: Frame, text: str, *, exact: bool) -> None:
        self.handle, self.frame, self.text, self.exact = handle, frame, text, exact
        self.fonts: dict[int, _Font | None] = {}
        self.box, self.matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self.box_at, self.matrix_at = ctypes.addressof(self.box), ctypes.addressof(self.matrix)
        self.found: list[Run] = []

    def runs(self) -> list[Run]:
        """The runs in the order of the file. One that ends in U+FFFE ends its line with a hyphen."""
        text, handle, exact, close = self.text, self.handle, self.exact, self._close
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
            stop = end if hyphen and last == end - 1 else last
            owner = text_object(handle, start if exact else char_index(handle, start))
            if owner == text_object(handle, last - 1 if exact else char_index(handle, last - 1)):
                close(owner, start, stop, opening)  # an object's text is in one place: all between has the same
            else:
                cuts = self._cuts(start, last, owner)
                for at, (begin, owner) in enumerate(cuts):
                    until = cuts[at + 1][0] if at + 1 < len(cuts) else stop
                    gap = opening if not at else " " if text[begin - 1] == " " else ""
                    while text[until - 1] == " ":
                        until -= 1
                    close(owner, begin, until, gap)
            opening = "" if hyphen else "\n"
        return self.found

    def _cuts(self, start: int, end: int, first: int | None) -> list[tuple[int, int | None]]:
        """Where the text object changes between ``start`` and ``end``, and the object from there on."""
        places = [piece.start() for piece in _PIECE.finditer(self.text, start, end)]
        marks = places if self.exact else [char_index(self.handle, place) for place in places]
        handle, low, high = self.handle, 0, len(places) - 1
        owners: dict[int, int | None] = {0: first, high: text_object(handle, marks[high])}
        spans = [(low, high)]
        while spans:
            low, high = spans.pop()
            if high - low > 1 and owners[low] != owners[high]:
                middle = (low + high) // 2
                owners[middle] = text_object(handle, marks[middle])
                spans += ((low, middle), (middle, high))
        cuts: list[tuple[int, int | None]] = []
        owner: int | None = -1
        for at in sorted(owners):
            if owners[at] != owner:
                owner = owners[at]
                cuts.append((places[at], owner))
        return cuts

    def _close(self, owner: int | None, start: int, end: int, gap: str) -> None:
        """Adds the run of the characters ``start:end``, which ``owner`` prints."""
        address: int = (owner and font_of(owner)) or 0
        font = self.fonts.get(address, _UNKNOWN)
        if font is _UNKNOWN:
            font = self.fonts[address] = _font(address) if address else _NO_FONT
        if font is None:
            return  # a bar code
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
        text = self.text[start:end]
        if b == 0 and a > 0 and frame.turn == 0:  # nearly all text: its origin stands at the height of its matrix
            x, y = frame.left, frame.top
            run = Run(
                text, left - x, right - x, y - top, y - bottom, y - f, size, font.name, font.bold, gap, 0, font.italic
            )
            self.found.append(run)
            return
        x0, y0, x1, y1 = frame.box(left, bottom, right, top)
        across, up = ctypes.c_double(), ctypes.c_double()
        origin(handle, first, ctypes.addressof(across), ctypes.addressof(up))
        baseline = frame.point(across.value, up.value)
        angle = _quarter(a, b, frame.turn)
        y = baseline[1] if angle % 2 == 0 else baseline[0]
        self.found.append(Run(text, x0, x1, y0, y1, y, size, font.name, font.bold, gap, angle, font.italic))


def _font(address: int) -> _Font | None:
    """The font at an address; None for one that prints bar codes."""
    buffer = ctypes.create_string_buffer(256)
    font_name(address, ctypes.addressof(buffer), 256)
    name = buffer.value.decode("utf-8", "replace").partition("+")
    plain = name[2] or name[0]
    if _BARCODE.search(plain):
        return None
    return _Font(plain, bool(_BOLD.search(plain)), bool(_ITALIC.search(plain)))


def _quarter(a: float, b: float, turn: int) -> int:
    """The direction of text as the page is shown: 0 to the right, 1 down, 2 to the left, 3 up, 4 aslant."""
    if a == 0 and b == 0:
        return 0
    degrees = (-math.degrees(math.atan2(b, a)) + 90 * turn) % 360
    nearest = round(degrees / 90)
    return nearest % 4 if abs(degrees - nearest * 90) < 8 else 4
