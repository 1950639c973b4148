"""What OpenDocument's styles say: headings, looks, and how each level of a list is numbered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from indexer.formats.counting import Level
from indexer.formats.markup import Element, attribute, children, name_of

_LEVELS = frozenset({"list-level-style-number", "list-level-style-bullet", "list-level-style-image",
                     "outline-level-style"})  # fmt: skip
_PLACE = re.compile(r"%(\d+)%")


@dataclass(frozen=True, slots=True)
class Style:
    """``level`` is a heading's default depth from 1 (0: none), ``listing`` the list style it belongs to. None where
    a look is not said."""

    level: int = 0
    title: bool = False
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    listing: str = ""


class Styles:
    """The styles of one document by name, from the trees that hold any; later trees win."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self.lists: dict[str, dict[int, Level]] = {}
        self.outline: dict[int, Level] = {}
        self._known: dict[tuple[str, str], Style] = {}
        for root in roots:
            for element in _holders(root):
                self._take(element)

    def of(self, name: str, family: str) -> Style:
        """The style with what it inherits; a plain one where there is none of that name."""
        key = (family, name)
        if key not in self._known:
            self._known[key] = self._read(key, 0)
        return self._known[key]

    def _take(self, element: Element) -> None:
        name = attribute(element, "name")
        match name_of(element):
            case "style":
                self._elements[attribute(element, "family"), name] = element
            case "list-style":
                self.lists[name] = _levels(element)
            case "outline-style":
                self.outline = _levels(element)

    def _read(self, key: tuple[str, str], deep: int) -> Style:
        element = self._elements.get(key)
        family, name = key
        if element is None or deep > 30:
            return Style(title=name == "Title")
        base = self._read((family, attribute(element, "parent-style-name")), deep + 1)
        looks = next((inner for inner in children(element) if name_of(inner) == "text-properties"), None)
        weight, slant, shown = (_said(looks, each) for each in ("font-weight", "font-style", "display"))
        outline = attribute(element, "default-outline-level")
        return Style(
            level=int(outline) if re.fullmatch(r"\d", outline) else base.level,
            title=name == "Title" or base.title,
            bold=base.bold if not weight else weight == "bold" or weight >= "600",
            italic=base.italic if not slant else slant in ("italic", "oblique"),
            hidden=base.hidden if not shown else shown == "none",
            listing=attribute(element, "list-style-name") or base.listing,
        )


def _said(looks: Element | None, name: str) -> str:
    return attribute(looks, name) if looks is not None else ""


def _holders(root: Element) -> Iterator[Element]:
    for element in root.iter():
        if name_of(element) in ("styles", "automatic-styles"):
            yield from children(element)


def _levels(style: Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for element in children(style):
        depth = attribute(element, "level")
        if name_of(element) in _LEVELS and re.fullmatch(r"[1-9]|10", depth):
            found[int(depth) - 1] = _level(element, int(depth))
    return found


def _level(element: Element, depth: int) -> Level:
    if name_of(element) in ("list-level-style-bullet", "list-level-style-image"):
        return Level(form="bullet")
    form = attribute(element, "num-format")
    start = attribute(element, "start-value")
    shown = attribute(element, "display-levels")
    first = depth - (int(shown) if re.fullmatch(r"[1-9]|10", shown) else 1) + 1
    places = ".".join(f"%{number}" for number in range(max(first, 1), depth + 1))
    text = f"{attribute(element, 'num-prefix')}{places}{attribute(element, 'num-suffix')}"
    if (whole := attribute(element, "num-list-format")) and form:  # of ODF 1.4, where prefix and suffix are not enough
        text = _PLACE.sub(r"%\1", whole)
    return Level(int(start) if re.fullmatch(r"\d{1,6}", start) else 1, _form(form), text if form else "")


def _form(form: str) -> str:
    """The format as numerals know it; OpenDocument names alphabets by their first letters."""
    if form[:1] in ("а", "А"):
        alphabet = "serbian" if "sr" in form else "russian"
        return f"{alphabet}{'Lower' if form[0] == 'а' else 'Upper'}"
    return form or "none"
