"""Days on a line of years, drawn as SVG: what happened when, at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, EDGE, STEP = 640, 64, 18, 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A day: its place, and what it says when it is pointed at."""

    x: float
    y: float
    date: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The years of the line with their places, and the days on it."""

    height: int
    years: tuple[tuple[str, float], ...]
    dots: tuple[Dot, ...]


def timeline(days: Sequence[tuple[str, str]]) -> Timeline | None:
    """The days (ISO dates, as precise as they are known) with their words; days without a year are left out."""
    dated = sorted((date, words) for date, words in days if date[:4].isdigit())
    if not dated:
        return None
    first, last = int(dated[0][0][:4]), int(dated[-1][0][:4]) + 1
    unit = (WIDTH - 2 * EDGE) / (last - first)
    stacked: dict[int, int] = {}
    dots = []
    for date, words in dated:
        x = EDGE + (_year(date) - first) * unit
        level = stacked[round(x / STEP)] = stacked.get(round(x / STEP), -1) + 1
        dots.append(Dot(x=round(x, 1), y=34 - level * STEP, date=date, words=words))
    every = max(1, -(-(last - first) // 14))  # so many years apart that their numbers do not touch
    years = tuple((str(year), round(EDGE + (year - first) * unit, 1)) for year in range(first, last + 1, every))
    lowest = min(dot.y for dot in dots)
    lift = max(0, 10 - round(lowest))
    return Timeline(
        height=HEIGHT + lift,
        years=years,
        dots=tuple(Dot(x=dot.x, y=dot.y + lift, date=dot.date, words=dot.words) for dot in dots),
    )


def _year(date: str) -> float:
    """A date as a year with its fraction; the middle of what is not known more precisely."""
    parts = [int(part) for part in date.split("-")]
    month = parts[1] if len(parts) > 1 else 6
    day = parts[2] if len(parts) > 2 else 15
    return parts[0] + (month - 1) / 12 + (day - 1) / 372
