"""Automatic numbers, counted as Word counts them: by list, level, restart and format."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from indexer.formats.numerals import numeral

_PLACE = re.compile(r"%([1-9])")
BULLET = "•"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. ``text`` is what is printed, %1 to %9 standing for the counts of the levels.

    ``restart`` is the level (from 1) whose advance restarts it; 0 never, -1 any higher one. ``legal`` prints the counts
    of all levels in decimal. ``style`` is the paragraph style that puts paragraphs at this level.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int = -1
    style: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """One list. Lists with the same ``definition`` count on together, as in Word; ``starts`` are the levels that begin
    anew at a number of their own when this list is first used."""

    definition: str
    levels: Mapping[int, Level] = field(default_factory=dict)
    starts: Mapping[int, int] = field(default_factory=dict)


class Count:
    """How far each list of one document has counted."""

    def __init__(self, listings: Mapping[str, Listing]) -> None:
        self._listings = listings
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def depth_of(self, number: str, style: str) -> int:
        """The level (from 0) of list ``number`` that a paragraph style is linked to, -1 where there is none."""
        listing = self._listings.get(number)
        levels = listing.levels.items() if listing and style else ()
        return next((depth for depth, level in levels if level.style == style), -1)

    def restart(self, number: str, depth: int, value: int) -> None:
        """Let the next paragraph of list ``number`` at ``depth`` be number ``value``."""
        if listing := self._listings.get(number):
            self._counts.setdefault(listing.definition, {})[depth] = value - 1

    def next(self, number: str, depth: int) -> str:
        """The number that the next paragraph of list ``number`` at ``depth`` (from 0) prints; "" where it has none."""
        listing = self._listings.get(number)
        level = listing.levels.get(depth) if listing else None
        if listing is None or level is None:
            return ""
        counts = self._counts.setdefault(listing.definition, {})
        start = listing.starts.get(depth)
        if start is not None and (number, depth) not in self._begun:
            counts.pop(depth, None)
        self._begun.add((number, depth))
        begins = level.start if start is None else start
        counts[depth] = counts[depth] + 1 if depth in counts else begins
        for skipped in range(depth):  # a list that begins at a deeper level has counted those above it, as in Writer
            if above := listing.levels.get(skipped):
                counts.setdefault(skipped, above.start)
        for deeper in [known for known in counts if known > depth]:
            below = listing.levels.get(deeper)
            if below is None or below.restart < 0 or (below.restart and depth < below.restart):
                del counts[deeper]
        if level.form in ("bullet", "none") and not _PLACE.search(level.text):
            return BULLET if level.form == "bullet" else level.text.strip()
        return _PLACE.sub(lambda place: _count(listing, int(place[1]) - 1, counts, level), level.text).strip()


def _count(listing: Listing, depth: int, counts: dict[int, int], printing: Level) -> str:
    level = listing.levels.get(depth)
    if level is None or level.form in ("none", "bullet"):
        return ""
    return numeral(counts.setdefault(depth, level.start), "decimal" if printing.legal else level.form)
