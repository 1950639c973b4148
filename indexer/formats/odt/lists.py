"""Lists of OpenDocument, counted as LibreOffice counts them: by list, continued where it says so."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from indexer.formats.counting import Count, Listing
from indexer.formats.markup import Element, attribute
from indexer.formats.odt.styles import Styles

_OUTLINE = "outline"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the lists a paragraph stands: ``definition`` is the list's count, ``style`` how it is numbered,
    ``depth`` its level from 0. ``numbered`` says that the next paragraph is the item's first and has its number."""

    definition: str = ""
    style: str = ""
    depth: int = -1
    numbered: bool = False
    start: int | None = None


NOWHERE = Place()


class Lists:
    """The lists of one document and how far each has counted."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._listings: dict[str, Listing] = {_OUTLINE: Listing(_OUTLINE, styles.outline)}
        self._count = Count(self._listings)
        self._latest: dict[str, str] = {}  # by style, the definition of the last list
        self._named: dict[str, str] = {}  # by xml:id
        self._made = 0

    def enter(self, element: Element, outer: Place) -> Place:
        """The place inside a text:list that stands at ``outer``."""
        style = attribute(element, "style-name") or outer.style
        if outer.definition:
            return Place(outer.definition, style, outer.depth + 1)
        definition = self._named.get(attribute(element, "continue-list"), "")
        if not definition and attribute(element, "continue-numbering") == "true":
            definition = self._latest.get(style, "")
        if not definition:
            self._made += 1
            definition = f"list {self._made}"
        self._latest[style] = definition
        if identity := attribute(element, "id"):
            self._named[identity] = definition
        return Place(definition, style, 0)

    def item(self, element: Element, place: Place, *, header: bool) -> Place:
        """The place of an item's first paragraph."""
        return replace(place, numbered=not header, start=_whole(attribute(element, "start-value")))

    def number(self, place: Place, fallback: str) -> str:
        """The number of an item's first paragraph; ``fallback`` is the list style of the paragraph's own style."""
        style = place.style or fallback
        key = f"{place.definition}/{style}"
        if key not in self._listings:
            self._listings[key] = Listing(place.definition, self._styles.lists.get(style, {}))
        if place.start is not None:
            self._count.restart(key, place.depth, place.start)
        return self._count.next(key, place.depth)

    def heading(self, element: Element, depth: int) -> str:
        """The number of a heading outside lists."""
        if attribute(element, "is-list-header") == "true":
            return ""
        start = _whole(attribute(element, "start-value"))
        if attribute(element, "restart-numbering") == "true" or start is not None:
            self._count.restart(_OUTLINE, depth, 1 if start is None else start)
        return self._count.next(_OUTLINE, depth)


def _whole(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{1,6}", text) else None
