"""Ruled lines that Tesseract saw on a page, straightened, and the tables that they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from indexer.layout.hyphens import Words
from indexer.layout.join import join
from indexer.layout.lines import line_of
from indexer.layout.pieces import pieces_of, rows_of
from indexer.layout.sheet import CELLS, Table
from indexer.ocr.hocr import Box
from kb.originals.pdfium import PageContent, Run

THIN = 0.5  # points: half the breadth of a line when it is straightened
NEAR = 4.0  # points: lines that are nearer meet, or are one
SHORTEST = 10.0  # points


def straightened(lines: Iterable[Box], slope: float, width: float, height: float) -> list[Box]:
    """Lines seen on a page of ``width`` by ``height`` points that lies aslant, as thin boxes as they were ruled."""
    found = []
    for x0, y0, x1, y1 in lines:
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        if x1 - x0 >= y1 - y0 and x1 - x0 >= SHORTEST:
            y -= slope * (x - width / 2)
            found.append((x0, y - THIN, x1, y + THIN))
        elif y1 - y0 >= SHORTEST:
            x += slope * (y - height / 2)
            found.append((x - THIN, y0, x + THIN, y1))
    return found


def tables(content: PageContent) -> list[Table]:
    """The tables that the ruled lines of a page read by OCR make, top down; of an upright page only."""
    if any(run.angle for run in content.runs):
        return []
    made = (_table(lines, content.runs) for lines in _meeting(content.rules))
    return sorted((table for table in made if table), key=lambda table: table.top)


def _meeting(lines: Sequence[Box]) -> Iterator[list[Box]]:
    """The lines in groups: those of one group touch one another."""
    waiting = list(lines)
    while waiting:
        group = [waiting.pop()]
        for line in group:
            touching = [other for other in waiting if _touch(line, other)]
            waiting = [other for other in waiting if other not in touching]
            group += touching
        yield group


def _touch(a: Box, b: Box) -> bool:
    across = a[0] <= b[2] + NEAR and b[0] <= a[2] + NEAR
    return across and a[1] <= b[3] + NEAR and b[1] <= a[3] + NEAR


def _table(lines: Sequence[Box], runs: Sequence[Run]) -> Table | None:
    """The rows and cells between the lines; None where they frame no table."""
    upright = [line for line in lines if line[3] - line[1] > line[2] - line[0]]
    level = [line for line in lines if line not in upright]
    if len(level) < 2 or len(upright) < 2:
        return None
    xs = _places((line[0] + line[2]) / 2 for line in upright)
    ys = _places([*((line[1] + line[3]) / 2 for line in level), *_ends(upright, level)])
    rows = []
    for top, bottom in pairwise(ys):
        cells = [_cell(left, top, right, bottom, runs) for left, right in pairwise(xs)]
        rows.append([cell for cell in cells if cell])
    rows = [row for row in rows if row]
    if sum(len(row) >= 2 for row in rows) < 2:
        return None
    return Table("\n".join(CELLS.join(row) for row in rows), xs[0], ys[0], xs[-1], ys[-1])


def _ends(upright: Sequence[Box], level: Sequence[Box]) -> list[float]:
    """Where upright lines end well beyond the last level one: the edge of a shaded row is often not seen as a line."""
    tops, bottoms = sorted(line[1] for line in upright), sorted(line[3] for line in upright)
    first, last = min(line[1] for line in level), max(line[3] for line in level)
    top, bottom = tops[len(tops) // 2], bottoms[len(bottoms) // 2]
    return [*([top] if top < first - 2 * NEAR else []), *([bottom] if bottom > last + 2 * NEAR else [])]


def _places(values: Iterable[float]) -> list[float]:
    """The values in order, those that are near one another as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


def _cell(left: float, top: float, right: float, bottom: float, runs: Sequence[Run]) -> str:
    inside = [run for run in runs if left <= (run.x0 + run.x1) / 2 < right and top <= run.y - 0.3 * run.size < bottom]
    return join([line_of(row) for row in rows_of(pieces_of(inside))], Words()).text if inside else ""
