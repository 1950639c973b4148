"""Fonts and styles: the tables at an RTF file's head that say how its bytes and paragraphs are to be read."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

from indexer.formats.rtf.words import CHARSETS

_HEADING = re.compile(r"heading\s*([1-9])\b", re.IGNORECASE)
_SYMBOL = 2


@dataclass(slots=True)
class Style:
    """``level`` is a heading's depth from 1 (0: none)."""

    name: str = ""
    level: int = 0

    @property
    def title(self) -> bool:
        """Whether it is that of the document's title."""
        return self.name.strip(" ;").casefold() == "title"

    @property
    def contents(self) -> bool:
        """Whether it is that of a line of the table of contents."""
        return re.match(r"toc \d", self.name, re.IGNORECASE) is not None

    @property
    def heading(self) -> int:
        """The heading level that its outline level or its name gives."""
        named = _HEADING.match(self.name)
        return self.level or (int(named[1]) if named else 0)


@dataclass(slots=True)
class Fonts:
    """The code page of each font; ``page`` is the file's own."""

    page: str = "cp1252"
    charsets: dict[int, int] = field(default_factory=dict)

    def decode(self, raw: bytes, font: int) -> str:
        """The bytes as the font shows them. A symbol font's letters are bullets and spaces, not letters."""
        charset = self.charsets.get(font, 1)
        if charset == _SYMBOL:
            return "".join("•" if byte in (0xB7, 0xA7) else " " if byte > 0x7F else chr(byte) for byte in raw)
        name = CHARSETS.get(charset, self.page)
        if charset == 0 and self.page not in ("cp1252", "mac_roman"):
            # Programs that do not know charsets write 0 for every font; then what the file says of itself counts.
            own = self.page in {CHARSETS.get(known) for known in self.charsets.values()}
            name = "cp1252" if own else self.page
        try:
            return codecs.decode(raw, name, "replace")
        except LookupError:
            return raw.decode("cp1252", "replace")
