"""Is a quotation open? A number inside one is the quoted text's, not this document's."""

from __future__ import annotations

import re

_MARKS = re.compile(r"[“”„«»\"]")
_LONGEST = 12_000  # characters; a quotation left open by a misprint must not swallow the document
_CLOSERS = "”»"
_TRAILING = ".,;:)] …!?’'"


class Quotation:
    """Reads blocks in order. English repeats the opening mark at each quoted paragraph and closes the last one."""

    def __init__(self) -> None:
        self._closers = ""
        self._length = 0

    @property
    def is_open(self) -> bool:
        """Whether the next block begins inside a quotation."""
        return bool(self._closers)

    def read(self, text: str) -> None:
        """Take the next block into account."""
        self._length += len(text)
        if self._length > _LONGEST:
            self._closers = ""
        if text.isascii() and '"' not in text:
            return
        for found in _MARKS.finditer(text):
            letter = found.group()
            if letter in self._closers:
                self._closers = ""
            elif letter == "“" and not self._closers:
                self._open(_CLOSERS[0])
            elif letter == "„":
                self._open('“”"')
            elif letter == "«" and not self._closers:
                self._open("»")
            elif letter == '"' and found.start() == 0 and not self._closers and text.count('"') % 2:
                self._open('"')
        last = text.rstrip(_TRAILING)
        if last.endswith(("”", "»")) or (last.endswith('"') and text.count('"') % 2 and self._closers != '"'):
            self._closers = ""

    def _open(self, closers: str) -> None:
        self._closers, self._length = closers, 0
