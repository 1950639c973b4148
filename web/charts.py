"""Charts drawn here, as SVG that is read in black and white: a bar's parts differ by their hatching."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

BAR = 16  # how high a bar is, in the drawing's own units, which are pixels where there is room


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
class Form:
    """How a chart is drawn: names beside their bars where there is room, above them on a telephone. ``left`` is where
    bars begin, ``down`` how far below the top of their row, ``right`` what is kept for their figures."""

    name: str
    width: int
    row: int
    left: int
    right: int
    down: int
    longest: int  # characters of a name

    @property
    def label(self) -> tuple[int, int, str]:
        """Where a name stands in its row, and how: x, y and the text's anchor."""
        return (self.left - 8, self.down + 12, "end") if self.left else (0, self.down - 5, "start")


WIDE = Form(name="wide", width=640, row=26, left=224, right=46, down=5, longest=26)
NARROW = Form(name="narrow", width=340, row=44, left=0, right=46, down=20, longest=42)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A chart in one form, with its rows placed."""

    form: Form
    height: int
    bars: tuple[tuple[Bar, int, str, tuple[Piece, ...], float], ...]  # bar, top, short name, pieces, right end


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A chart in the forms of which a screen shows one; the table behind it has the same figures."""

    drawings: tuple[Drawing, ...]
    bars: tuple[Bar, ...]
    parts: tuple[tuple[str, str], ...]


def stacked(bars: Sequence[Bar], parts: Sequence[tuple[str, str]]) -> Drawn:
    """Horizontal bars divided into parts, which are named in order; parts that no bar has are left out."""
    used = tuple((part, name) for part, name in parts if any(bar.counts.get(part) for bar in bars))
    drawings = tuple(_drawn(bars, used, form) for form in (WIDE, NARROW))
    return Drawn(drawings=drawings, bars=tuple(bars), parts=used)


def _drawn(bars: Sequence[Bar], used: Sequence[tuple[str, str]], form: Form) -> Drawing:
    most = max((bar.total for bar in bars), default=0) or 1
    unit = (form.width - form.left - form.right) / most
    rows = []
    for number, bar in enumerate(bars):
        x, pieces = float(form.left), []
        for part, name in used:
            if count := bar.counts.get(part, 0):
                pieces.append(Piece(x=round(x, 2), width=round(count * unit, 2), part=part, words=f"{name}: {count}"))
                x += count * unit
        short = bar.name if len(bar.name) <= form.longest else bar.name[: form.longest - 1] + "…"
        rows.append((bar, number * form.row, short, tuple(pieces), round(x, 2)))
    return Drawing(form=form, height=len(bars) * form.row, bars=tuple(rows))
