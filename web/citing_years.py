"""A chart of years as numbers for a template: drawn here, told apart by pattern, so that it prints in black."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 720, 120  # of the drawing, in its own units
BOTTOM, TOP = 18, 14  # for the years below and the highest number above
WIDEST = 34  # of one year's bar
MOST_YEARS = 90  # bars; a longer time is shown in fives or tens


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a bar: its group, and its box in the drawing."""

    group: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A year, or several: how many in all, by group, and the pieces from the ground up."""

    label: str
    first: int
    total: int
    groups: Mapping[str, int]
    pieces: tuple[Piece, ...]
    middle: float
    top: float
    labelled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Bars from the first year to the last, years without one among them; empty where nothing is dated."""

    bars: tuple[Bar, ...]
    groups: tuple[str, ...]
    highest: int
    width: int = WIDTH
    height: int = HEIGHT
    ground: int = HEIGHT - BOTTOM

    @property
    def told(self) -> tuple[Bar, ...]:
        """The bars that stand for something: the rows of the table."""
        return tuple(bar for bar in self.bars if bar.total)


def timeline(years: Mapping[int, Mapping[str, int]], groups: Sequence[str]) -> Timeline:
    """The drawing of year → group → count; ``groups`` are stacked in their order."""
    if not years:
        return Timeline(bars=(), groups=(), highest=0)
    first, last = min(years), max(years)
    step = next(size for size in (1, 5, 10, 50, 1000) if (last - first) // size < MOST_YEARS)
    start = first - first % step
    spans = range(start, last + 1, step)
    summed = [{g: sum(years.get(y, {}).get(g, 0) for y in range(at, at + step)) for g in groups} for at in spans]
    highest = max(sum(counts.values()) for counts in summed)
    pitch = WIDTH / max(len(summed), 8)
    wide = min(pitch * 0.8, WIDEST)
    every = max(1, -(-len(summed) // 8))  # so that the years below do not run into one another
    bars = []
    for number, (at, counts) in enumerate(zip(spans, summed, strict=True)):
        x, ground = number * pitch + (pitch - wide) / 2, float(HEIGHT - BOTTOM)
        pieces = []
        for group in groups:
            if counts[group]:
                tall = counts[group] / highest * (HEIGHT - BOTTOM - TOP)
                ground -= tall
                pieces.append(
                    Piece(group=group, x=round(x, 1), y=round(ground, 1), width=round(wide, 1), height=round(tall, 1))
                )
        bars.append(
            Bar(
                label=str(at) if step == 1 else f"{at}–{at + step - 1}",
                first=at,
                total=sum(counts.values()),
                groups=counts,
                pieces=tuple(pieces),
                middle=round(x + wide / 2, 1),
                top=round(ground - 3, 1),
                labelled=number % every == 0,
            )
        )
    present = tuple(group for group in groups if any(counts[group] for counts in summed))
    return Timeline(bars=tuple(bars), groups=present, highest=highest)
