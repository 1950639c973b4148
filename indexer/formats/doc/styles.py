"""Word's style sheet: what a paragraph or a run inherits (2.9.271)."""

from __future__ import annotations

import struct
from contextlib import suppress
from dataclasses import dataclass

from indexer.formats.doc.sprms import BOLD, HIDDEN, ITALIC, LIST, LIST_LEVEL, OUTLINE, properties, switched

_TITLE = 62  # sti of the built-in style
_CONTENTS = range(19, 28)  # and those of the lines of a table of contents
_NONE = 0xFFF


@dataclass(frozen=True, slots=True)
class Style:
    """``level`` is a heading's depth from 1 (0: none); ``number`` and ``depth`` the list it belongs to.
    ``contents`` is a line of the table of contents, which Word makes of the headings."""

    level: int = 0
    title: bool = False
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    contents: bool = False
    number: int = 0
    depth: int = 0


PLAIN = Style()


@dataclass(frozen=True, slots=True)
class _Raw:
    built_in: int
    base: int
    paragraph: bytes
    character: bytes


class Styles:
    """The styles by their number; a sheet that is damaged has those that come before the damage."""

    def __init__(self, sheet: bytes) -> None:
        self._raw: dict[int, _Raw] = {}
        self._known: dict[int, Style] = {}
        with suppress(struct.error, IndexError):
            self._read(sheet)

    def of(self, number: int) -> Style:
        """The style with what it inherits; a plain one where there is none of that number."""
        if number not in self._known:
            self._known[number] = self._resolved(number, 0)
        return self._known[number]

    def _resolved(self, number: int, deep: int) -> Style:
        raw = self._raw.get(number)
        if raw is None or deep > 30:
            return PLAIN
        base = self._resolved(raw.base, deep + 1) if raw.base != _NONE else PLAIN
        said, looks = properties(raw.paragraph), properties(raw.character)
        level = said[OUTLINE] + 1 if OUTLINE in said else base.level
        if 1 <= raw.built_in <= 9:
            level = raw.built_in
        listed = said.get(LIST, base.number)
        return Style(
            level=level if level <= 9 else 0,
            title=raw.built_in == _TITLE,
            bold=switched(looks, BOLD, style=base.bold),
            italic=switched(looks, ITALIC, style=base.italic),
            contents=raw.built_in in _CONTENTS or base.contents,
            hidden=switched(looks, HIDDEN, style=base.hidden),
            number=listed,
            depth=said.get(LIST_LEVEL, base.depth),
        )

    def _read(self, sheet: bytes) -> None:
        (head,) = struct.unpack_from("<H", sheet)
        count, fixed = struct.unpack_from("<HH", sheet, 2)
        at = 2 + head
        for number in range(count):
            (size,) = struct.unpack_from("<H", sheet, at)
            if size:
                self._raw[number] = _raw(sheet[at + 2 : at + 2 + size], fixed)
            at += 2 + size + size % 2


def _raw(std: bytes, fixed: int) -> _Raw:
    first, second, third = struct.unpack_from("<HHH", std)
    kind, base, parts = second & 0xF, second >> 4, third & 0xF
    (name,) = struct.unpack_from("<H", std, fixed)
    at = fixed + 2 + 2 * name + 2
    found = []
    for _ in range(min(parts, 3)):
        at += at % 2
        if at + 2 > len(std):
            break
        (size,) = struct.unpack_from("<H", std, at)
        found.append(std[at + 2 : at + 2 + size])
        at += 2 + size
    paragraph = found[0][2:] if kind == 1 and found else b""
    character = found[1] if kind == 1 and len(found) > 1 else found[0] if kind == 2 and found else b""
    return _Raw(first & 0xFFF, base, paragraph, character)
