"""From the file's coordinates to those of the page as it is shown."""

from __future__ import annotations

import ctypes
import struct

import pypdfium2  # type: ignore[import-untyped]  # it ships no stubs
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from kb.originals.pdfium.native import page_box, page_height, page_turn, page_width

_RECTANGLE = struct.Struct("4f").unpack_from  # left, top, right, bottom


class Frame:
    """Turns the file's coordinates (up, before rotation) into those of the page as shown (down, from top left)."""

    def __init__(self, page: int) -> None:
        box = raw.FS_RECTF()
        if not page_box(page, ctypes.addressof(box)):
            raise pypdfium2.PdfiumError("the page has no box")
        self.left, self.top, self.right, self.bottom = _RECTANGLE(box)
        self.turn = page_turn(page) % 4
        self.width, self.height = page_width(page), page_height(page)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the file stands."""
        if self.turn == 0:
            return x - self.left, self.top - y
        if self.turn == 1:
            return y - self.bottom, x - self.left
        if self.turn == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Where a rectangle of the file stands: x0, top, x1, bottom."""
        xa, ya = self.point(left, top)
        xb, yb = self.point(right, bottom)
        return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)
