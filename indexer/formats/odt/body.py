"""From OpenDocument's paragraphs, lists and tables to blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from indexer.blocks import Block
from indexer.formats.counting import BULLET
from indexer.formats.grid import as_blocks
from indexer.formats.markup import Element, attribute, children, name_of
from indexer.formats.odt.lists import NOWHERE, Lists, Place
from indexer.formats.odt.styles import Style, Styles
from indexer.formats.runs import BREAK, Run, lines_of

# Deletions are kept in "tracked-changes"; the contents are made of the headings, which are read anyway.
_DROPPED = frozenset(
    {"tracked-changes", "annotation", "annotation-end", "forms", "sequence-decls", "variable-decls", "user-field-decls",
     "table-of-content", "ruby-text", "script", "hidden-text", "hidden-paragraph", "event-listeners", "note-citation",
     "object", "image"}
)  # fmt: skip
_DRAWN = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"  # a picture's title and description
_SPACES = {"s": " ", "tab": " ", "line-break": BREAK}


@dataclass(slots=True)
class _Words:
    runs: list[Run] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)  # footnotes
    boxes: list[Element] = field(default_factory=list)


class Body:
    """One document."""

    def __init__(self, styles: Styles) -> None:
        self._styles, self._lists = styles, Lists(styles)

    def blocks(self, root: Element) -> Iterator[Block]:
        """The blocks of office:text, a document title above all headings."""
        found = list(self._flow(root, NOWHERE))
        titled = any(block.level == -1 for block in found)
        for block in found:
            level = 1 if block.level == -1 else block.level + titled if block.level else 0
            yield replace(block, level=level) if level != block.level else block

    def _flow(self, element: Element, place: Place) -> Iterator[Block]:
        for inner in children(element):
            name = name_of(inner)
            if name in ("p", "h"):
                yield from self._paragraph(inner, place, heading=name == "h")
                place = replace(place, numbered=False)
            elif name == "list":
                yield from self._items(inner, self._lists.enter(inner, place))
            elif name == "table":
                yield from self._table(inner)
            elif name == "section" and attribute(inner, "display") == "none":
                continue
            elif name not in _DROPPED and not str(inner.tag).startswith(_DRAWN):
                yield from self._flow(inner, place)

    def _items(self, element: Element, place: Place) -> Iterator[Block]:
        for item in children(element):
            if name_of(item) in ("list-item", "list-header"):
                yield from self._flow(item, self._lists.item(item, place, header=name_of(item) == "list-header"))

    def _paragraph(self, element: Element, place: Place, *, heading: bool) -> Iterator[Block]:
        style = self._styles.of(attribute(element, "style-name"), "paragraph")
        words = _Words()
        if not style.hidden:
            self._words(element, Run("", bool(style.bold), bool(style.italic)), words)
        line, *others = lines_of(words.runs)
        outline = attribute(element, "outline-level")
        level = int(outline) if heading and re.fullmatch(r"[1-9]|10", outline) else style.level or int(heading)
        number = ""
        if place.numbered and (line.text or not words.boxes):
            number = self._lists.number(place, style.listing)
        elif heading and line.text and not place.definition:
            number = self._lists.heading(element, level - 1)
        if line.text or (number and number != BULLET):
            kind = "heading" if style.title or level else "list" if number else "text"
            level = -1 if style.title else level
            yield Block(text=line.text, kind=kind, level=level, bold=line.bold, italic=line.italic, number=number)
        yield from (Block(text=other.text, bold=other.bold, italic=other.italic) for other in others)
        for box in words.boxes:
            yield from self._flow(box, NOWHERE)
        yield from words.after

    def _words(self, element: Element, like: Run, words: _Words) -> None:
        if element.text:
            words.runs.append(like._replace(text=element.text))
        for inner in children(element):
            name = name_of(inner)
            if name in _SPACES:
                words.runs.append(like._replace(text=_SPACES[name]))
            elif name == "note":
                self._note(inner, words)
            elif name == "text-box":
                words.boxes.append(inner)
            elif name == "span":
                style = self._styles.of(attribute(inner, "style-name"), "text")
                if not style.hidden:
                    self._words(inner, _looks(like, style), words)
            elif name not in _DROPPED and not str(inner.tag).startswith(_DRAWN):
                self._words(inner, like, words)
            if inner.tail:
                words.runs.append(like._replace(text=inner.tail))

    def _note(self, element: Element, words: _Words) -> None:
        """A footnote or endnote, with the mark that LibreOffice last counted for it."""
        parts = {name_of(inner): inner for inner in children(element)}
        citation, body = parts.get("note-citation"), parts.get("note-body")
        marker = "" if citation is None else attribute(citation, "label") or (citation.text or "").strip()
        if body is None or not marker:
            return
        words.runs.append(Run(f"[{marker}]"))
        blocks = [block for block in self._flow(body, NOWHERE) if block.kind != "footnote"]
        text = " ".join(f"{block.number} {block.text}".strip() for block in blocks).replace("\n", " ")
        if text:
            whole = blocks[0] if len(blocks) == 1 and not blocks[0].number else Block(text=text)
            words.after.append(replace(whole, text=text, kind="footnote", level=0, marker=marker))

    def _table(self, table: Element) -> Iterator[Block]:
        rows = [
            [list(self._flow(cell, NOWHERE)) for cell in children(row) if name_of(cell) == "table-cell"]
            for row in _rows(table)
        ]
        yield from as_blocks(rows)


def _looks(like: Run, style: Style) -> Run:
    return Run(
        "", like.bold if style.bold is None else style.bold, like.italic if style.italic is None else style.italic
    )


def _rows(table: Element) -> Iterator[Element]:
    for inner in children(table):
        if name_of(inner) == "table-row":
            yield inner
        elif name_of(inner) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(inner)
