"""Runs to pieces (what stands close together on one baseline), pieces to rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.originals.pdfium import HYPHEN, Run

PIECE_GAP = 0.8  # of the font size: a wider gap may be a gutter between columns, or only justified text


@dataclass(slots=True)
class Piece:
    """Runs that follow each other closely on one baseline."""

    runs: list[Run]
    x0: float
    x1: float
    y: float
    size: float
    weight: int  # characters in the run that gives y and size


def pieces_of(runs: Sequence[Run]) -> list[Piece]:
    """The runs of one direction, joined while they stand close together on one baseline in the file's own order."""
    pieces: list[Piece] = []
    piece: Piece | None = None
    for run in runs:
        if piece is not None and _belongs(piece, run):
            piece.runs.append(run)
            if run.x0 < piece.x0:
                piece.x0 = run.x0
            if run.x1 > piece.x1:
                piece.x1 = run.x1
            if len(run.text) > piece.weight or run.size > piece.size * 1.25:
                piece.y, piece.size, piece.weight = run.y, run.size, len(run.text)
        else:
            piece = Piece([run], run.x0, run.x1, run.y, run.size, len(run.text))
            pieces.append(piece)
    return pieces


def _belongs(piece: Piece, run: Run) -> bool:
    if piece.runs[-1].text.endswith(HYPHEN) and run.x0 < piece.x1:
        return False
    size = piece.size if piece.size > run.size else run.size
    if abs(run.y - piece.y) > 0.45 * size:
        return False
    gap = run.x0 - piece.x1
    return -0.6 * size <= gap <= PIECE_GAP * size


def rows_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces on one baseline make a row; rows from the top down, pieces from left to right."""
    rows: list[list[Piece]] = []
    main: Piece | None = None
    for piece in sorted(pieces, key=lambda p: (p.y, p.x0)):
        if main is not None and _level(main, piece):
            rows[-1].append(piece)
            if piece.size > main.size * 1.15 or (piece.weight > 4 >= main.weight):
                main = piece
        else:
            rows.append([piece])
            main = piece
    for row in rows:
        row.sort(key=lambda p: p.x0)
    return rows


def _level(a: Piece, b: Piece) -> bool:
    raised = min(a.weight, b.weight) <= 4
    return abs(a.y - b.y) <= (0.42 * max(a.size, b.size) if raised else 0.35 * min(a.size, b.size))
