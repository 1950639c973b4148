"""Tables without ruled lines, known by columns that stay apart over many rows: read row by row, cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from indexer.layout.hyphens import Words
from indexer.layout.join import join
from indexer.layout.lines import line_of
from indexer.layout.pieces import Piece
from indexer.layout.sheet import CELLS, Table

MIN_COLUMNS, MIN_ROWS = 3, 4  # fewer are signatures, letterheads, labels beside text
MIN_FULL = 0.6  # of the rows have something in every column
APART = 1.0  # of the letter's size: what parts two columns over all rows
FILLED = 0.7  # of a column's width: where every column is as full as that, it is prose
NARROW = 8.0  # letters: no prose is so narrow
STEP = 3.5  # of the letter's size: a wider gap ends a table
Row = Sequence[Piece]
Span = tuple[float, float]


def take_grids(rows: list[list[Piece]]) -> list[Table]:
    """The tables among the rows, top down; their rows are taken out of ``rows``."""
    tables: list[Table] = []
    if sum(len(row) >= MIN_COLUMNS for row in rows) < MIN_ROWS:
        return tables
    for start, end in reversed(_stretches(rows)):
        columns = _columns(rows[start:end])
        if columns and _full(rows[start:end], columns) and not _prose(rows[start:end], columns):
            start = _head(rows, start, columns)
            tables.insert(0, _table(rows[start:end], columns))
            del rows[start:end]
    return tables


def _stretches(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """From the first to the last row of many pieces, where no more than two rows of fewer come between them."""
    wide = [i for i, row in enumerate(rows) if len(row) >= MIN_COLUMNS]
    found: list[list[int]] = []
    for i in wide:
        last = found[-1][-1] if found else None
        if last is None or i - last > 3 or any(_far(a, b) for a, b in pairwise(rows[last : i + 1])):
            found.append([])
        found[-1].append(i)
    return [(group[0], group[-1] + 1) for group in found if len(group) >= MIN_ROWS]


def _far(a: Row, b: Row) -> bool:
    return b[0].y - a[0].y > STEP * max(a[0].size, b[0].size)


def _columns(rows: Sequence[Row]) -> list[Span]:
    """What the pieces of the widest rows cover, parted where nothing stands in any of them."""
    spans = sorted((p.x0, p.x1) for row in rows if len(row) >= MIN_COLUMNS for p in row)
    size = max(p.size for p in rows[0])
    columns: list[Span] = []
    for x0, x1 in spans:
        if columns and x0 < columns[-1][1] + APART * size:
            columns[-1] = (columns[-1][0], max(columns[-1][1], x1))
        else:
            columns.append((x0, x1))
    return columns if len(columns) >= MIN_COLUMNS else []


def _full(rows: Sequence[Row], columns: Sequence[Span]) -> bool:
    return sum(len({_column(p, columns) for p in row}) == len(columns) for row in rows) >= MIN_FULL * len(rows)


def _prose(rows: Sequence[Row], columns: Sequence[Span]) -> bool:
    for at, (left, right) in enumerate(columns):
        own = [p for row in rows for p in row if _column(p, columns) == at]
        width = right - left
        if width < NARROW * own[0].size or sum(p.x1 - p.x0 for p in own) < FILLED * width * len(own):
            return False
    return True


def _column(piece: Piece, columns: Sequence[Span]) -> int:
    """The column that the piece begins in; the one before it where it begins between two."""
    return max((at for at, (left, _) in enumerate(columns) if left <= piece.x0 + 1), default=0)


def _head(rows: Sequence[Row], start: int, columns: Sequence[Span]) -> int:
    """Where the table begins with the rows of its head above ``start``: several cells, none over two columns."""
    while start and len(rows[start - 1]) > 1 and not _far(rows[start - 1], rows[start]):
        ends = [(_column(p, columns), p.x1) for p in rows[start - 1]]
        if any(at + 1 < len(columns) and x1 > columns[at + 1][0] for at, x1 in ends):
            break
        start -= 1
    return start


def _table(rows: Sequence[Row], columns: Sequence[Span]) -> Table:
    cells: list[list[list[Row]]] = []
    above: Row | None = None
    for row in rows:
        places: list[list[Piece]] = [[] for _ in columns]
        for piece in row:
            places[_column(piece, columns)].append(piece)
        wraps = above is not None and not places[0] and row[0].y - above[0].y < 1.4 * row[0].size
        if not wraps:
            cells.append([[] for _ in columns])
        for at, pieces in enumerate(places):
            if pieces:
                cells[-1][at].append(pieces)
        above = row
    words = Words()
    printed = [[join([line_of(line) for line in cell], words).text for cell in row if cell] for row in cells]
    every = [piece for row in rows for piece in row]
    return Table(
        "\n".join(CELLS.join(cell for cell in row if cell) for row in printed),
        min(p.x0 for p in every),
        min(p.y - p.size for p in every),
        max(p.x1 for p in every),
        max(p.y + 0.3 * p.size for p in every),
    )
