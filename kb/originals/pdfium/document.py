"""Opens a PDF, hands out its pages, paints them; every failure is named."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it ships no stubs
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from kb.errors import UnreadableOriginal
from kb.originals.pdfium.content import Bookmark, Drawn, PageContent
from kb.originals.pdfium.drawing import read_drawing
from kb.originals.pdfium.frame import Frame
from kb.originals.pdfium.native import close_page, close_text, load_page, load_text
from kb.originals.pdfium.paths import read_paths
from kb.originals.pdfium.runs import read_text
from kb.originals.png import png

MAX_BOOKMARKS, MAX_DEPTH = 5_000, 6  # of the outline: one that never ends is a trap


class Pdf:
    """An open PDF; a context manager. ``pages`` is how many it has, ``info`` its Info dictionary."""

    def __init__(self, path: Path, *, password: str = "") -> None:
        self.path = path
        try:
            if path.stat().st_size == 0:
                raise _unreadable(path, "empty")
            self._document = pypdfium2.PdfDocument(path, password=password or None)
        except pypdfium2.PdfiumError as error:
            locked = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
            raise _unreadable(path, "encrypted" if locked else "damaged") from error
        except OSError as error:
            raise _unreadable(path, "missing") from error
        self._address = ctypes.cast(self._document.raw, ctypes.c_void_p).value
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

    @property
    def outline(self) -> tuple[Bookmark, ...]:
        """The file's bookmarks, at most 5,000; () where it has none or they cannot be read."""
        found: list[Bookmark] = []
        try:
            for mark in islice(self._document.get_toc(max_depth=MAX_DEPTH), MAX_BOOKMARKS):
                target = mark.get_dest()
                page = target.get_index() if target is not None else None
                title = " ".join(mark.get_title().split())
                found.append(Bookmark(title, mark.level + 1, None if page is None else page + 1))
        except (pypdfium2.PdfiumError, UnicodeError, ValueError):
            return tuple(found)
        return tuple(found)

    def page(self, number: int) -> PageContent:
        """The content of page ``number`` (from 1). A page that PDFium cannot load raises kind "damaged"."""
        with self._open(number) as page:
            try:
                return _read(page, number)
            except pypdfium2.PdfiumError as error:
                raise _unreadable(self.path, "damaged", f"the text of page {number} cannot be read") from error

    def paths(self, number: int) -> list[Drawn]:
        """What page ``number`` (from 1) draws with lines; kind "damaged" where it cannot be loaded."""
        with self._open(number) as page:
            return read_paths(page, Frame(page))

    @contextmanager
    def _open(self, number: int) -> Iterator[int]:
        """The page by its address: pypdfium2's own objects cost a tenth of the bare text, for pages and texts alike."""
        page = load_page(self._address, number - 1)
        if not page:
            raise _unreadable(self.path, "damaged", f"page {number} cannot be read")
        try:
            yield page
        finally:
            close_page(page)

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

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of page ``number`` in points, as it is shown; kind "damaged"."""
        try:
            width, height = self._document[number - 1].get_size()
        except (pypdfium2.PdfiumError, IndexError) as error:
            raise _unreadable(self.path, "damaged", f"page {number} cannot be read") from error
        return float(width), float(height)

    def grey(self, number: int, *, dpi: int, turn: int = 0, max_pixels: int = 25_000_000) -> tuple[bytes, int]:
        """Page ``number`` as a picture in greys (PGM), turned by quarters clockwise, and the resolution it has.

        That is ``dpi``, or less where the page would have more than ``max_pixels``; kind "too-large" below 72.
        """
        width, height = self.size(number)
        if width <= 0 or height <= 0:
            raise _unreadable(self.path, "damaged", f"page {number} has no area")
        used = min(dpi, int(72 * math.sqrt(max_pixels / (width * height))))
        if used < 72:
            raise _unreadable(self.path, "too-large", f"page {number} is too large to be painted")
        try:
            bitmap = self._document[number - 1].render(scale=used / 72, rotation=90 * turn, grayscale=True)
        except pypdfium2.PdfiumError as error:
            raise _unreadable(self.path, "damaged", f"page {number} cannot be painted") from error
        rows = memoryview(bitmap.buffer).cast("B")
        across, stride, channels = bitmap.width, bitmap.stride, bitmap.n_channels
        lines = (bytes(rows[at : at + across * channels : channels]) for at in range(0, stride * bitmap.height, stride))
        return b"P5\n%d %d\n255\n" % (across, bitmap.height) + b"".join(lines), used


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


def _read(page: int, number: int) -> PageContent:
    frame = Frame(page)
    content = PageContent(number=number, width=frame.width, height=frame.height)
    read_drawing(page, content, frame)
    text = load_text(page)
    if not text:
        raise pypdfium2.PdfiumError("the page has no text")
    try:
        read_text(text, content, frame)
    finally:
        close_text(text)
    return content
