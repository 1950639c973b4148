"""What a paragraph inherits from its style: heading level, boldness, list numbering."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.formats.markup import Element, attribute, children, name_of

_CONTENTS = re.compile(r"toc \d", re.I)
_HEADING = re.compile(r"(?:heading|naslov|titulli|überschrift|titre|başlık|заголовок|заглавие|наслов)\s*(\d)", re.I)


@dataclass(frozen=True, slots=True)
class Style:
    """``level`` is a heading's depth from 1 (0: none), ``title`` that it is the document's title,
    ``contents`` that it is a line of the table of contents, which Word makes of the headings. ``number`` and
    ``depth`` are the list it belongs to ("" none, "0" explicitly none) and its level there (-1: not said)."""

    level: int = 0
    title: bool = False
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    contents: bool = False
    number: str = ""
    depth: int = -1


PLAIN = Style()


class Styles:
    """The styles of one document, by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._elements = (
            {attribute(e, "styleId"): e for e in children(root) if name_of(e) == "style"} if root is not None else {}
        )
        self._known: dict[str, Style] = {}
        self.usual = next(
            (name for name, e in self._elements.items()
             if attribute(e, "type") == "paragraph" and attribute(e, "default") in ("1", "true", "on")),
            "Normal",
        )  # fmt: skip

    def of(self, style: str) -> Style:
        """The style with what it inherits; a plain one where there is none of that id."""
        if style not in self._known:
            self._known[style] = self._read(style, frozenset())
        return self._known[style]

    def _read(self, style: str, seen: frozenset[str]) -> Style:
        element = self._elements.get(style)
        if element is None or style in seen or len(seen) > 30:
            return PLAIN
        base = self._read(value(element, "basedOn"), seen | {style})
        name = value(element, "name").strip()
        properties, run = child(element, "pPr"), child(element, "rPr")
        said = outline(properties)
        found = _HEADING.fullmatch(name)
        level = int(found[1]) if found else said if said is not None else base.level
        number, depth = numbering(properties)
        bold, italic = switch(run, "b"), switch(run, "i")
        hidden = switch(run, "vanish")
        return Style(
            level=level,
            title=name.casefold() == "title" or (base.title and not found),
            bold=base.bold if bold is None else bold,
            italic=base.italic if italic is None else italic,
            contents=_CONTENTS.fullmatch(name) is not None or base.contents,
            hidden=base.hidden if hidden is None else hidden,
            number=number or base.number,
            depth=depth if depth >= 0 else base.depth,
        )


def child(element: Element | None, name: str) -> Element | None:
    """The first child of that local name."""
    if element is None:
        return None
    return next((inner for inner in children(element) if name_of(inner) == name), None)


def value(element: Element | None, name: str) -> str:
    """The ``val`` of the first child of that name, "" where there is none."""
    inner = child(element, name)
    return attribute(inner, "val") if inner is not None else ""


def switch(element: Element | None, name: str) -> bool | None:
    """An on/off property: None where it is not said."""
    inner = child(element, name)
    return None if inner is None else attribute(inner, "val").casefold() not in ("0", "false", "off", "none")


def outline(properties: Element | None) -> int | None:
    """The heading level that an outline level means: 1 to 9, 0 for body text, None where it is not said."""
    level = value(properties, "outlineLvl")
    if not level.isdigit():
        return None
    return int(level) + 1 if int(level) < 9 else 0


def numbering(properties: Element | None) -> tuple[str, int]:
    """The list's id and the level in it, ("", -1) where they are not said."""
    number = child(properties, "numPr")
    depth = value(number, "ilvl")
    return value(number, "numId"), int(depth) if depth.isdigit() else -1
