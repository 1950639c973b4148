"""Word's automatic numbers, counted as Word counts them: by list, level, restart and format."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.formats.docx.styles import Styles, child, switch, value
from indexer.formats.markup import Element, attribute, children, name_of
from indexer.formats.numerals import numeral

_PLACE = re.compile(r"%([1-9])")
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. ``restart`` is the level (from 1) whose advance restarts it; 0 never, -1 any higher one."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int = -1


class Numbering:
    """The lists of one document and how far each has counted. Lists of one definition share a count, as in Word."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._definition: dict[str, str] = {}
        self._overrides: dict[str, dict[int, Level]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root, styles)

    def next(self, number: str, depth: int) -> str:
        """The number that the next paragraph of list ``number`` at ``depth`` (from 0) prints; "" where it has none."""
        definition = self._definition.get(number)
        level = self._level(number, depth)
        if definition is None or level is None:
            return ""
        counts = self._counts.setdefault(definition, {})
        start = self._starts.get(number, {}).get(depth)
        if start is not None and (number, depth) not in self._begun:
            counts.pop(depth, None)
        self._begun.add((number, depth))
        begins = level.start if start is None else start
        counts[depth] = counts[depth] + 1 if depth in counts else begins
        for deeper in [known for known in counts if known > depth]:
            below = self._level(number, deeper)
            if below is None or below.restart < 0 or (below.restart and depth < below.restart):
                del counts[deeper]
        if level.form in ("bullet", "none"):
            return _BULLET if level.form == "bullet" else ""
        return _PLACE.sub(lambda place: self._count(number, int(place[1]) - 1, counts, level), level.text).strip()

    def _count(self, number: str, depth: int, counts: dict[int, int], printing: Level) -> str:
        level = self._level(number, depth)
        if level is None:
            return ""
        return numeral(counts.setdefault(depth, level.start), "decimal" if printing.legal else level.form)

    def _level(self, number: str, depth: int) -> Level | None:
        own = self._overrides.get(number, {}).get(depth)
        return own or self._levels.get(self._definition.get(number, ""), {}).get(depth)

    def _read(self, root: Element, styles: Styles) -> None:
        links: dict[str, str] = {}
        for element in children(root):
            identity = attribute(element, "abstractNumId")
            if name_of(element) == "abstractNum":
                self._levels[identity] = _levels(element)
                links[identity] = value(element, "numStyleLink")
        for element in children(root):
            if name_of(element) != "num":
                continue
            number = attribute(element, "numId")
            self._definition[number] = value(element, "abstractNumId")
            for change in children(element):
                if name_of(change) == "lvlOverride" and attribute(change, "ilvl").isdigit():
                    depth = int(attribute(change, "ilvl"))
                    if (start := _whole(value(change, "startOverride"))) is not None:
                        self._starts.setdefault(number, {})[depth] = start
                    if (level := child(change, "lvl")) is not None:
                        self._overrides.setdefault(number, {})[depth] = _level(level)
        for number, definition in list(self._definition.items()):
            if style := links.get(definition):  # a list that only points to a list style
                self._definition[number] = self._definition.get(styles.of(style).number, definition)


def _levels(definition: Element) -> dict[int, Level]:
    return {
        int(attribute(level, "ilvl")): _level(level)
        for level in children(definition)
        if name_of(level) == "lvl" and attribute(level, "ilvl").isdigit()
    }


def _level(element: Element) -> Level:
    start, restart = _whole(value(element, "start")), _whole(value(element, "lvlRestart"))
    return Level(
        start=1 if start is None else start,
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText"),
        legal=bool(switch(element, "isLgl")),
        restart=-1 if restart is None else restart,
    )


def _whole(text: str) -> int | None:
    return int(text) if re.fullmatch(r"\d{1,6}", text) else None
