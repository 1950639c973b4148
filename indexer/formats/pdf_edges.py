"""What a page draws, in the words of pdfplumber: its table finder then needs no second reading of the file."""

from __future__ import annotations

from typing import Any

from kb.originals.pdfium import Drawn
from kb.originals.pdfium.content import Point

Shape = dict[str, Any]


def shape_of(part: Drawn) -> Shape:
    """A part of a path as pdfplumber has it from pdfminer: a line, an upright box, or a curve, which is all else."""
    points = part.points
    if part.straight and (len(points) == 2 or (len(points) == 3 and points[0] == points[2])):
        return _spread("line", points[:2])
    if part.straight and len(points) == 5 and points[0] == points[4] and _upright(points):
        return _spread("rect", points)
    return _spread("curve", points)


def _spread(kind: str, points: tuple[Point, ...]) -> Shape:
    across, down = [x for x, _ in points], [y for _, y in points]
    x0, x1, top, bottom = min(across), max(across), min(down), max(down)
    return {
        "object_type": kind,
        "pts": points,
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "doctop": top,
        "y0": -bottom,
        "y1": -top,
        "width": x1 - x0,
        "height": bottom - top,
    }


def _upright(points: tuple[Point, ...]) -> bool:
    (ax, ay), (bx, by), (cx, cy), (dx, dy), _ = points
    return (ax == bx and by == cy and cx == dx and dy == ay) or (ay == by and bx == cx and cy == dy and dx == ax)
