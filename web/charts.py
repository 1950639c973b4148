"""Charts drawn here, as SVG that is read in black and white: a bar's parts differ by their hatching."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WIDTH, ROW, BAR, LEFT, RIGHT = 640, 26, 16, 200, 46  # in the drawing's own units
LONGEST_NAME = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A row of a chart: its name, how many of each part, and where it leads ("" for nowhere)."""

    name: str
    counts: Mapping[str, int]
    address: str = ""

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a bar: its place, its hatching, and what it says when it is pointed at."""

    x: float
    width: float
    part: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A chart with its rows placed; the table behind it has the same figures."""

    height: int
    bars: tuple[tuple[Bar, int, str, tuple[Piece, ...], float], ...]  # bar, top, short name, pieces, right end
    parts: tuple[tuple[str, str], ...]


def stacked(bars: Sequence[Bar], parts: Sequence[tuple[str, str]]) -> Drawn:
    """Horizontal bars divided into parts, which are named in order; parts that no bar has are left out."""
    used = tuple((part, name) for part, name in parts if any(bar.counts.get(part) for bar in bars))
    most = max((bar.total for bar in bars), default=0) or 1
    unit = (WIDTH - LEFT - RIGHT) / most
    rows = []
    for number, bar in enumerate(bars):
        x, pieces = float(LEFT), []
        for part, name in used:
            if count := bar.counts.get(part, 0):
                pieces.append(Piece(x=round(x, 2), width=round(count * unit, 2), part=part, words=f"{name}: {count}"))
                x += count * unit
        short = bar.name if len(bar.name) <= LONGEST_NAME else bar.name[: LONGEST_NAME - 1] + "…"
        rows.append((bar, number * ROW, short, tuple(pieces), round(x, 2)))
    return Drawn(height=len(bars) * ROW, bars=tuple(rows), parts=used)
