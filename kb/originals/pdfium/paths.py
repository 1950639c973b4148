"""The lines and boxes that a page draws, point by point: what a table's lines are made of."""

from __future__ import annotations

import ctypes
import struct

import pypdfium2.raw as raw  # type: ignore[import-untyped]  # it ships no stubs

from kb.originals.pdfium.content import Drawn, Point
from kb.originals.pdfium.frame import Frame
from kb.originals.pdfium.native import (
    count_objects,
    form_count,
    form_object,
    get_object,
    get_segment,
    object_matrix,
    object_type,
    path_segments,
    segment_closes,
    segment_point,
    segment_type,
)

MAX_SEGMENTS = 100_000  # of a page: a drawing beyond that is no table
MAX_DEPTH = 8  # of forms within forms
_PATH, _FORM = raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_FORM
_MOVE, _CURVE = raw.FPDF_SEGMENT_MOVETO, raw.FPDF_SEGMENT_BEZIERTO
_MATRIX, _POINT = struct.Struct("6f").unpack_from, struct.Struct("f").unpack_from
Matrix = tuple[float, float, float, float, float, float]


def read_paths(handle: int | None, frame: Frame) -> list[Drawn]:
    """What the page draws, in its order, on the page as it is shown; [] where that is more than ``MAX_SEGMENTS``."""
    return _Reader(frame).read(handle)


class _Reader:
    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._matrix = raw.FS_MATRIX()
        self._x, self._y = ctypes.c_float(), ctypes.c_float()
        self._at = ctypes.addressof(self._x), ctypes.addressof(self._y)
        self._seen = 0

    def read(self, page: int | None) -> list[Drawn]:
        found: list[Drawn] = []
        stack: list[tuple[int | None, int, Matrix]] = [(page, 0, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0))]
        while stack:
            parent, depth, outer = stack.pop()
            get = form_object if depth else get_object
            for index in range(form_count(parent) if depth else count_objects(parent)):
                item = get(parent, index)
                kind = object_type(item)
                if kind == _PATH:
                    self._seen += path_segments(item)
                    if self._seen > MAX_SEGMENTS:
                        return []
                    found += self._path(item, self._placed(item, outer))
                elif kind == _FORM and depth < MAX_DEPTH:
                    stack.append((item, depth + 1, self._placed(item, outer)))
        return found

    def _placed(self, item: int, outer: Matrix) -> Matrix:
        """The matrix of an object with that of what it stands in."""
        object_matrix(item, ctypes.addressof(self._matrix))
        a, b, c, d, e, f = _MATRIX(self._matrix)
        p, q, r, s, t, u = outer
        return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u

    def _path(self, item: int, matrix: Matrix) -> list[Drawn]:
        """The parts of a path, each from where the pen was put down; of a curve the points that it goes through."""
        found: list[Drawn] = []
        points: list[Point] = []
        straight, bend = True, 0
        for index in range(path_segments(item)):
            segment = get_segment(item, index)
            kind = segment_type(segment)
            if kind == _CURVE:
                bend += 1
                if bend % 3:
                    continue  # it is drawn towards these two, and goes through the third
                straight = False
            segment_point(segment, *self._at)
            point = self._shown(self._x.value, self._y.value, matrix)
            if kind == _MOVE:
                found += _drawn(points, straight)
                points, straight, bend = [point], True, 0
                continue
            points.append(point)
            if segment_closes(segment) and points[-1] != points[0]:
                points.append(points[0])
        return found + _drawn(points, straight)

    def _shown(self, x: float, y: float, matrix: Matrix) -> Point:
        a, b, c, d, e, f = matrix
        return self._frame.point(a * x + c * y + e, b * x + d * y + f)


def _drawn(points: list[Point], straight: bool) -> list[Drawn]:
    return [Drawn(tuple(points), straight)] if len(points) > 1 else []
