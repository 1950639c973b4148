"""The lists of a DOCX: definitions, overrides, and lists that only point to a list style."""

from __future__ import annotations

import re

from indexer.formats.counting import Count, Level, Listing
from indexer.formats.docx.styles import Styles, child, switch, value
from indexer.formats.markup import Element, attribute, children, name_of


def count_of(root: Element | None, styles: Styles) -> Count:
    """The count of one document's lists, from its numbering part."""
    if root is None:
        return Count({})
    levels: dict[str, dict[int, Level]] = {}
    links: dict[str, str] = {}
    for element in children(root):
        if name_of(element) == "abstractNum":
            identity = attribute(element, "abstractNumId")
            levels[identity] = _levels(element)
            links[identity] = value(element, "numStyleLink")
    numbers = {attribute(each, "numId"): each for each in children(root) if name_of(each) == "num"}
    definitions = {number: value(element, "abstractNumId") for number, element in numbers.items()}
    listings = {}
    for number, element in numbers.items():
        definition = definitions[number]
        if style := links.get(definition):
            definition = definitions.get(styles.of(style).number, definition)
        own, starts = _overrides(element)
        listings[number] = Listing(definition, levels.get(definition, {}) | own, starts)
    return Count(listings)


def _overrides(element: Element) -> tuple[dict[int, Level], dict[int, int]]:
    own: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for change in children(element):
        if name_of(change) == "lvlOverride" and (depth := _whole(attribute(change, "ilvl"))) is not None:
            if (start := _whole(value(change, "startOverride"))) is not None:
                starts[depth] = start
            if (level := child(change, "lvl")) is not None:
                own[depth] = _level(level)
    return own, starts


def _levels(definition: Element) -> dict[int, Level]:
    return {
        depth: _level(level)
        for level in children(definition)
        if name_of(level) == "lvl" and (depth := _whole(attribute(level, "ilvl"))) is not None
    }


def _level(element: Element) -> Level:
    start, restart = _whole(value(element, "start")), _whole(value(element, "lvlRestart"))
    return Level(
        start=0 if start is None else start,
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText"),
        legal=bool(switch(element, "isLgl")),
        restart=-1 if restart is None else restart,
        style=value(element, "pStyle"),
    )


def _whole(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{1,6}", text) else None
