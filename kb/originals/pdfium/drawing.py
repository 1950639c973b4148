"""The lines, boxes and images of a page: enough to tell a table or a scan, without painting it."""

from __future__ import annotations

import ctypes

import pypdfium2.raw as raw  # type: ignore[import-untyped]  # it ships no stubs

from kb.originals.pdfium.content import PageContent
from kb.originals.pdfium.frame import Frame
from kb.originals.pdfium.native import (
    count_objects,
    form_count,
    form_object,
    get_object,
    object_bounds,
    object_type,
    path_segments,
)

THIN = 3.0  # points: a path no thicker is a line
RECTANGLE = 6  # segments: a path of more is a drawing, not a cell
MAX_FORM_DEPTH = 2
MAX_OBJECTS = 20_000
_TEXT, _FORM = raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_FORM
_DRAWN = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE)


def read_drawing(handle: int | None, content: PageContent, frame: Frame) -> None:
    """Counts paths and images into ``content`` and keeps the rectangles of what may be a table's lines."""
    a, b, c, d = ctypes.c_float(), ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
    refs = [ctypes.addressof(value) for value in (a, b, c, d)]
    for kind, item in _objects(handle):
        if kind == raw.FPDF_PAGEOBJ_PATH:
            content.paths += 1
            if not object_bounds(item, *refs):
                continue
            thin = min(c.value - a.value, d.value - b.value) < THIN
            segments = 0 if thin else path_segments(item)
            if segments <= RECTANGLE:
                content.rules.append(frame.box(a.value, b.value, c.value, d.value))
            else:
                content.strokes += segments
        else:
            content.images += 1
            if object_bounds(item, *refs):
                x0, top, x1, bottom = frame.box(a.value, b.value, c.value, d.value)
                wide, high = min(x1, frame.width) - max(x0, 0.0), min(bottom, frame.height) - max(top, 0.0)
                share = max(0.0, wide) * max(0.0, high) / (frame.width * frame.height or 1.0)
                content.pictured = max(content.pictured, share)


def _objects(handle: int | None) -> list[tuple[int, int]]:
    """Kind and address of each path and image of the page, those inside form objects too."""
    found: list[tuple[int, int]] = []
    stack: list[tuple[int | None, int]] = [(handle, 0)]
    seen = 0
    while stack:
        parent, depth = stack.pop()
        count = min(form_count(parent) if depth else count_objects(parent), MAX_OBJECTS - seen)
        get = form_object if depth else get_object
        for index in range(count):
            item = get(parent, index)
            kind = object_type(item)
            if kind == _TEXT:  # nearly all
                continue
            if kind == _FORM and depth < MAX_FORM_DEPTH:
                stack.append((item, depth + 1))
            elif kind in _DRAWN:
                found.append((kind, item))
        seen += max(0, count)
    return found
