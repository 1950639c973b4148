"""The one door to PDFium: open a PDF, read its pages as runs of text with font and place, paint a page.

A call into the library for every character costs seven times the bare text, so a page is read with one call for all of
its text, and a handful for each run: a run ends where the font object changes, looked up once for each word.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # it ships no stubs
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from kb.errors import UnreadableOriginal
from kb.originals.png import png

HYPHEN = "\ufffe"  # what PDFium writes for a hyphen that ends a line
THIN = 3.0  # points: a path no thicker is a line
RECTANGLE = 6  # segments: a path of more is a drawing, not a cell
MAX_FORM_DEPTH = 2
MAX_OBJECTS = 20_000
MAX_CHARACTERS = 400_000  # of one page; a page of text has some 3,000


def _native(function: Any, result: Any, *arguments: Any) -> Any:
    """The same C function with plain addresses for handles: half the cost of ctypes' typed pointers."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_P, _I, _F, _U = ctypes.c_void_p, ctypes.c_int, ctypes.c_float, ctypes.c_ulong
_text_object = _native(raw.FPDFText_GetTextObject, _P, _P, _I)
_loose_box = _native(raw.FPDFText_GetLooseCharBox, _I, _P, _I, _P)
_char_matrix = _native(raw.FPDFText_GetMatrix, _I, _P, _I, _P)
_origin = _native(raw.FPDFText_GetCharOrigin, _I, _P, _I, _P, _P)
_font_size = _native(raw.FPDFText_GetFontSize, ctypes.c_double, _P, _I)
_font_of = _native(raw.FPDFTextObj_GetFont, _P, _P)
_font_name = _native(raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, _P, _P, ctypes.c_size_t)
_char_index = _native(raw.FPDFText_GetCharIndexFromTextIndex, _I, _P, _I)
_count_objects = _native(raw.FPDFPage_CountObjects, _I, _P)
_get_object = _native(raw.FPDFPage_GetObject, _P, _P, _I)
_object_type = _native(raw.FPDFPageObj_GetType, _I, _P)
_object_bounds = _native(raw.FPDFPageObj_GetBounds, _I, _P, _P, _P, _P, _P)
_path_segments = _native(raw.FPDFPath_CountSegments, _I, _P)
_form_count = _native(raw.FPDFFormObj_CountObjects, _I, _P)
_form_object = _native(raw.FPDFFormObj_GetObject, _P, _P, _U)

# A word, cut before digits that follow a letter or a mark: a footnote's number hangs on its word.
_PIECE = re.compile(r"[^\s\d\ufffe]+|[\d]+|\ufffe")
_BOLD = re.compile(r"bold|black|heavy|demi|(?<![a-z])bd(?![a-z])|-b(?![a-z])", re.IGNORECASE)
_BARCODE = re.compile(r"barcode|code.?(?:39|128)|3.?of.?9|^c39|^ean|idautomation", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|slanted", re.IGNORECASE)


@dataclass(slots=True)
class Run:
    """Text in one font on one line. Points from the top left of the page as it is shown; ``y`` is the baseline.

    ``gap`` is what PDFium saw before it: "" nothing, " " a space, "\\n" a new line.
    ``angle`` is the direction of the text in quarter turns clockwise, 4 for anything aslant.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    y: float
    size: float
    font: str
    bold: bool
    gap: str
    angle: int = 0
    italic: bool = False


@dataclass(slots=True)
class PageContent:
    """What one page holds: its runs in the order of the file, its ruled lines (x0, top, x1, bottom), images."""

    number: int
    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    paths: int = 0
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    images: int = 0
    characters: int = 0


class Pdf:
    """An open PDF; a context manager. ``pages`` is how many it has, ``info`` its Info dictionary."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            if path.stat().st_size == 0:
                raise _unreadable(path, "empty")
            self._document = pypdfium2.PdfDocument(path)
        except pypdfium2.PdfiumError as error:
            locked = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
            raise _unreadable(path, "encrypted" if locked else "damaged") from error
        except OSError as error:
            raise _unreadable(path, "missing") from error
        self.pages = len(self._document)
        if self.pages <= 0:
            self._document.close()
            raise _unreadable(path, "empty")

    def __enter__(self) -> Pdf:
        return self

    def __exit__(self, *_: object) -> None:
        self._document.close()

    @property
    def info(self) -> dict[str, str]:
        """Title, Author, CreationDate and their kin, as the file says them; {} where it says nothing."""
        try:
            return {key: str(value) for key, value in self._document.get_metadata_dict(skip_empty=True).items()}
        except (pypdfium2.PdfiumError, UnicodeError):
            return {}

    def page(self, number: int) -> PageContent:
        """The content of page ``number`` (from 1). A page that PDFium cannot load raises kind "damaged"."""
        try:
            page = self._document[number - 1]
        except (pypdfium2.PdfiumError, IndexError) as error:
            raise _unreadable(self.path, "damaged", f"page {number} cannot be read") from error
        try:
            return _read(page, number)
        except pypdfium2.PdfiumError as error:
            raise _unreadable(self.path, "damaged", f"the text of page {number} cannot be read") from error
        finally:
            page.close()

    def paint(self, number: int, *, width_px: int, max_pixels: int = 25_000_000) -> bytes:
        """Page ``number`` as a PNG of ``width_px`` pixels; kind "too-large" where it would pass ``max_pixels``."""
        if not 1 <= number <= self.pages:
            raise _unreadable(self.path, "no-page", f"there is no page {number}; it has {self.pages}")
        try:
            page = self._document[number - 1]
            width, height = page.get_size()
            if width <= 0 or height <= 0 or width_px * math.ceil(width_px * height / width) > max_pixels:
                raise _unreadable(self.path, "too-large", f"page {number} is too large to be painted")
            bitmap = page.render(scale=width_px / width, rev_byteorder=True)
        except pypdfium2.PdfiumError as error:
            raise _unreadable(self.path, "damaged", f"page {number} cannot be painted") from error
        return png(memoryview(bitmap.buffer).cast("B"), bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels)


def render_page(path: Path, number: int, *, width_px: int) -> bytes:
    """Page ``number`` (from 1) of the PDF as a PNG. In this process: strangers' files belong in kb.originals.render."""
    with Pdf(path) as pdf:
        return pdf.paint(number, width_px=width_px)


_REASONS = {
    "encrypted": ("it is locked with a password", "Save a copy without the password and index that"),
    "damaged": ("it is damaged, or not a PDF", "Fetch the file again, or open it in a viewer and save it anew"),
    "empty": ("it has no pages", "Fetch the file again; this copy holds nothing"),
    "missing": ("it cannot be opened", "Check that the file exists and may be read"),
    "no-page": ("it has no such page", "Ask for a page that it has"),
    "too-large": ("a page is too large", "Open the original itself"),
}


def _unreadable(path: Path, kind: str, message: str = "") -> UnreadableOriginal:
    plain, advice = _REASONS[kind]
    return UnreadableOriginal(message or plain, where=str(path), advice=advice, kind=kind)


class _Frame:
    """Turns the file's coordinates (up, before rotation) into those of the page as shown (down, from top left)."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.left, self.bottom, self.right, self.top = page.get_bbox()
        self.turn = (page.get_rotation() // 90) % 4
        self.width, self.height = page.get_size()

    def point(self, x: float, y: float) -> tuple[float, float]:
        if self.turn == 0:
            return x - self.left, self.top - y
        if self.turn == 1:
            return y - self.bottom, x - self.left
        if self.turn == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        xa, ya = self.point(left, top)
        xb, yb = self.point(right, bottom)
        return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)


def _read(page: pypdfium2.PdfPage, number: int) -> PageContent:
    frame = _Frame(page)
    content = PageContent(number=number, width=frame.width, height=frame.height)
    _read_drawing(ctypes.cast(page.raw, _P).value, content, frame)
    textpage = page.get_textpage()
    try:
        _read_text(textpage, content, frame)
    finally:
        textpage.close()
    return content


def _read_drawing(handle: int | None, content: PageContent, frame: _Frame) -> None:
    a, b, c, d = _F(), _F(), _F(), _F()
    refs = [ctypes.addressof(value) for value in (a, b, c, d)]
    for kind, item in _objects(handle):
        if kind == raw.FPDF_PAGEOBJ_PATH:
            content.paths += 1
            if not _object_bounds(item, *refs):
                continue
            thin = min(c.value - a.value, d.value - b.value) < THIN
            if thin or _path_segments(item) <= RECTANGLE:
                content.rules.append(frame.box(a.value, b.value, c.value, d.value))
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            content.images += 1


def _objects(handle: int | None) -> Iterator[tuple[int, int]]:
    """Kind and address of each object of the page, those inside form objects too."""
    stack: list[tuple[int | None, int]] = [(handle, 0)]
    seen = 0
    while stack:
        parent, depth = stack.pop()
        count = _form_count(parent) if depth else _count_objects(parent)
        get = _form_object if depth else _get_object
        for index in range(min(count, MAX_OBJECTS - seen)):
            item = get(parent, index)
            kind = _object_type(item)
            if kind == raw.FPDF_PAGEOBJ_FORM and depth < MAX_FORM_DEPTH:
                stack.append((item, depth + 1))
            else:
                yield kind, item
            seen += 1


def _read_text(textpage: Any, content: PageContent, frame: _Frame) -> None:
    count = textpage.count_chars()
    if count <= 0:
        return
    count = min(count, MAX_CHARACTERS)
    text = textpage.get_text_range(0, count)
    content.characters = len(text)
    handle = ctypes.cast(textpage.raw, _P).value
    reader = _RunReader(handle, frame, text, exact=len(text) == count)
    content.runs = reader.runs()


class _RunReader:
    """Cuts a page's text into runs with as few calls as will do."""

    def __init__(self, handle: int | None, frame: _Frame, text: str, *, exact: bool) -> None:
        self.handle, self.frame, self.text, self.exact = handle, frame, text, exact
        self.fonts: dict[int, tuple[str, bool, bool]] = {}
        self.box, self.matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self.box_at, self.matrix_at = ctypes.addressof(self.box), ctypes.addressof(self.matrix)
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.x_at, self.y_at = ctypes.addressof(self.x), ctypes.addressof(self.y)

    def runs(self) -> list[Run]:
        """The runs in the order of the file. One that ends in U+FFFE ends its line with a hyphen."""
        found: list[Run] = []
        text, handle, exact = self.text, self.handle, self.exact
        start = end = -1
        owner: int | None = None
        opening = gap = "\n"
        for piece in _PIECE.finditer(text):
            at = piece.start()
            if at > end >= 0:
                between = text[end:at]
                gap = "\n" if "\n" in between or "\r" in between else " "
            if text[at] == HYPHEN:
                if start >= 0 and gap == "":
                    self._close(found, owner, start, piece.end(), opening)
                    start = -1
                end, gap = piece.end(), ""
                continue
            here = _text_object(handle, at if exact else _char_index(handle, at))
            if start >= 0 and (here != owner or gap == "\n"):
                self._close(found, owner, start, end, opening)
                start = -1
            if start < 0:
                start, owner, opening = at, here, gap
            end, gap = piece.end(), ""
        if start >= 0:
            self._close(found, owner, start, end, opening)
        return found

    def _close(self, found: list[Run], owner: int | None, start: int, end: int, gap: str) -> None:
        handle = self.handle
        first, last = (start, end - 1) if self.exact else (_char_index(handle, start), _char_index(handle, end - 1))
        if not _loose_box(handle, first, self.box_at):
            return
        box = self.box
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        if last != first and _loose_box(handle, last, self.box_at):
            left, bottom = min(left, box.left), min(bottom, box.bottom)
            right, top = max(right, box.right), max(top, box.top)
        _char_matrix(handle, first, self.matrix_at)
        matrix = self.matrix
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        size = _font_size(handle, first) * scale
        x0, y0, x1, y1 = self.frame.box(left, bottom, right, top)
        _origin(handle, first, self.x_at, self.y_at)
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
        font = _font_of(owner) if owner else None
        if font is None:
            return "", False, False
        if font not in self.fonts:
            buffer = ctypes.create_string_buffer(256)
            _font_name(font, ctypes.addressof(buffer), 256)
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
