"""Reading order: finds the gutters between columns and reads each column to its foot before the next.

A gutter is a place where many pieces begin at the same distance from the left and nothing crosses, with text of some
width on both sides: the numbers of paragraphs and the page numbers of a contents list are too narrow to make a column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from indexer.layout.pieces import Piece, rows_of

MIN_ROWS = 4
MIN_SHARE = 0.2  # of the width of the text: narrower is a column of labels, not of prose
MIN_FILL = 0.4  # of a column's width: how wide its rows are on average
MAX_DEPTH = 3
HANGING = 6  # letters: how far before its column's text a number may hang


def reading_order(
    pieces: Sequence[Piece], rows: list[list[Piece]] | None = None, *, depth: int = 0
) -> list[list[list[Piece]]]:
    """Columns in reading order, each a list of rows from the top down. A page without gutters is one column, of
    ``rows`` where they are known."""
    gutter = _gutter(pieces) if depth < MAX_DEPTH and len(pieces) >= 2 * MIN_ROWS else None
    if gutter is None:
        return [rows_of(pieces) if rows is None else rows]
    columns: list[list[list[Piece]]] = []
    plain: list[Piece] = []
    for band in _bands(pieces, gutter):
        left, right = _sides(band, gutter)
        if len(left) + len(right) == len(band) and _balanced(left, right, gutter, least=2):
            if plain:
                columns.append(rows_of(plain))
                plain = []
            columns += reading_order(left, depth=depth + 1)
            columns += reading_order(right, depth=depth + 1)
        else:
            plain += band
    if plain:
        columns.append(rows_of(plain))
    return columns


def _gutter(pieces: Sequence[Piece]) -> float | None:
    left, right = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    low, high = left + MIN_SHARE * (right - left), right - MIN_SHARE * (right - left)
    starts = Counter(round(p.x0 / 3) for p in pieces if low < p.x0 < high)
    near = {at: starts[at - 1] + count + starts[at + 1] for at, count in starts.items()}
    for at, count in sorted(near.items(), key=lambda item: (-item[1], item[0]))[:4]:
        if count < MIN_ROWS:
            return None
        x = min(p.x0 for p in pieces if abs(round(p.x0 / 3) - at) <= 1)
        if count := _parted(pieces, x):
            return _before_labels(pieces, x, count)
    return None


def _parted(pieces: Sequence[Piece], x: float) -> int:
    """How many pieces stand in stretches that a gutter at ``x`` parts into two columns of prose."""
    return sum(len(band) for band in _bands(pieces, x) if _balanced(*_sides(band, x), x, least=MIN_ROWS))


def _before_labels(pieces: Sequence[Piece], x: float, parted: int) -> float:
    """The gutter moved before the numbers that hang beside the right column's text, where it parts no less there."""
    reach = HANGING * max((p.size for p in pieces if abs(p.x0 - x) < 3), default=0.0)
    hanging = [p for p in pieces if x - reach <= p.x0 < x - 3 and p.x1 <= x]
    starts = Counter(round(p.x0 / 3) for p in hanging)
    for at, count in sorted(starts.items()):
        if count + starts[at + 1] < 2:
            continue
        before = min(p.x0 for p in hanging if round(p.x0 / 3) == at)
        if _parted(pieces, before) >= parted:
            return before
    return x


def _bands(pieces: Sequence[Piece], x: float) -> list[list[Piece]]:
    """The pieces from the top down, cut into stretches that nothing crosses and those that cross, in turn."""
    bands: list[list[Piece]] = []
    crossing: bool | None = None
    for piece in sorted(pieces, key=lambda p: p.y):
        crosses = piece.x0 < x - 2 < piece.x1 - 2
        if crosses != crossing:
            bands.append([])
            crossing = crosses
        bands[-1].append(piece)
    return bands


def _sides(band: Sequence[Piece], x: float) -> tuple[list[Piece], list[Piece]]:
    return [p for p in band if p.x1 <= x], [p for p in band if p.x0 >= x - 2]


def _balanced(left: Sequence[Piece], right: Sequence[Piece], x: float, *, least: int) -> bool:
    if not left or not right:
        return False
    whole = max(p.x1 for p in right) - min(p.x0 for p in left)
    pitches = []
    for side, width in ((left, x - min(p.x0 for p in left)), (right, max(p.x1 for p in right) - x)):
        rows = rows_of(side)
        if len(rows) < least or width < MIN_SHARE * whole:
            return False
        if sum(row[-1].x1 - row[0].x0 for row in rows) / len(rows) < MIN_FILL * width:
            return False
        gaps = sorted(b[0].y - a[0].y for a, b in pairwise(rows))
        pitches.append(gaps[len(gaps) // 2])
    return max(pitches) <= 2 * min(pitches)
