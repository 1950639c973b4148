"""From a paragraph's characters to runs of words: fields, marks and deleted text go, footnote calls stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from indexer.formats.doc.formatting import Formatting
from indexer.formats.doc.pieces import Pieces, joined
from indexer.formats.doc.sprms import (
    BOLD,
    CHARACTER_STYLE,
    DELETED,
    HIDDEN,
    ITALIC,
    SPECIAL,
    SYMBOL,
    properties,
    switched,
)
from indexer.formats.doc.styles import Style, Styles
from indexer.formats.runs import Run

_MARKS = {"\x1e": "-", "\x0e": " ", "\x0c": " ", "\t": " ", "\r": " ", "\x07": " "}
_NOTHING = frozenset("\x00\x01\x03\x04\x05\x06\x08\x1f")
# \x0b, a typed line break, stays as it is: it is BREAK.
NOTE = "\x02"  # an automatic footnote number, where it is called and where the note begins


@dataclass(slots=True)
class Words:
    """What a paragraph holds: its runs, and the characters at which footnotes are called."""

    runs: list[Run] = field(default_factory=list)
    calls: list[int] = field(default_factory=list)


class Reader:
    """Reads stretches of one file's text. Fields may span paragraphs, so their depth is kept from one to the next."""

    def __init__(self, pieces: Pieces, characters: Formatting, styles: Styles) -> None:
        self._pieces, self._characters, self._styles = pieces, characters, styles
        self._fields: list[bool] = []  # for each open field, whether its code is being passed over
        self._codes = 0  # how many of them are

    def close_fields(self) -> None:
        """Forget fields that never ended; a new part of the file begins."""
        self._fields, self._codes = [], 0

    def read(self, start: int, end: int, style: Style, words: Words, calls: dict[int, str]) -> bool:
        """Add the words from ``start`` to ``end``; ``calls`` are the footnotes' markers by their character.

        Returns whether the last character was deleted: then the paragraph goes on in the next.
        """
        deleted = False
        for begins, ends, modifiers in self._stretches(start, end):
            said = properties(modifiers)
            own = self._styles.of(said[CHARACTER_STYLE]) if CHARACTER_STYLE in said else None
            deleted = switched(said, DELETED, style=False)
            hidden = switched(said, HIDDEN, style=style.hidden or bool(own and own.hidden))
            like = Run(
                "",
                switched(said, BOLD, style=style.bold != bool(own and own.bold)),
                switched(said, ITALIC, style=style.italic != bool(own and own.italic)),
            )
            text = self._passed(begins, ends, words, calls, silent=deleted or hidden, symbol=SYMBOL in said)
            if SPECIAL in said and said[SPECIAL] and "(" in text:
                text = text.replace("(", " ")  # stands for a letter of a symbol font
            if text:
                words.runs.append(like._replace(text=joined(text)))
        return deleted

    def _passed(self, start: int, end: int, words: Words, calls: dict[int, str], *, silent: bool, symbol: bool) -> str:
        """The characters that are seen."""
        shown: list[str] = []
        for at, letter in enumerate(self._pieces.text[start:end], start):
            if letter == "\x13":
                self._fields.append(True)
                self._codes += 1
            elif letter == "\x14":
                if self._fields and self._fields[-1]:
                    self._fields[-1] = False
                    self._codes -= 1
            elif letter == "\x15":
                if self._fields:
                    self._codes -= self._fields.pop()
            elif silent or self._codes:
                continue
            elif at in calls:
                words.calls.append(at)
                shown.append(f"[{calls[at]}]")
            elif letter in _MARKS:
                shown.append(_MARKS[letter])
            elif letter not in _NOTHING and letter != NOTE and not (symbol and letter == "("):
                shown.append(letter)
        return "".join(shown)

    def _stretches(self, start: int, end: int) -> Iterator[tuple[int, int, bytes]]:
        """Stretches of characters with the modifiers of their run and, behind them, of their piece."""
        for piece in self._pieces.within(start, end):
            first, last = max(start, piece.start), min(end, piece.end)
            low = piece.offset + (first - piece.start) * piece.width
            high = piece.offset + (last - piece.start) * piece.width
            for begins, ends, said in self._characters.runs(low, high):
                yield (
                    first + (begins - low) // piece.width,
                    first + (ends - low) // piece.width,
                    said + piece.modifiers,
                )
