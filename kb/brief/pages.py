"""On which page each heading will stand: a brief's lines are set as a word processor sets them, roughly but in order.

The table of contents of a Word document holds what was last worked out, and Word asks its reader before it works it out
anew. So it is worked out here. The widths are those of Arial, which Liberation Sans shares (Adobe's AFM of Helvetica).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Points. A4 with margins of 20 mm.
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 595.3, 841.9, 56.7
LINE = 1.15  # of the size of the letters, from one line to the next
NOTE = 8.5  # the size of notes
SEPARATOR = 8.0  # above the notes of a page
_WIDTHS = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 "
    "278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 "
    "667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 "
    "556 333 500 278 556 500 722 500 500 500 334 260 334 584 "
)
_WIDTH = {chr(32 + at): int(width) for at, width in enumerate(_WIDTHS.split())} | {
    "·": 278,
    "–": 556,
    "—": 1000,
    "☐": 604,
}
_OTHER = 560  # of a thousand: letters of other alphabets
_BOLD = 1.06


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph as it is set. Sizes in points; ``notes`` are the texts of its footnotes; ``heading`` is its level, 0
    for what is none; ``new_page`` where a page ends before it."""

    text: str
    size: float
    indent: float = 0.0
    before: float = 0.0
    after: float = 0.0
    bold: bool = False
    notes: tuple[str, ...] = ()
    heading: int = 0
    new_page: bool = False


@lru_cache(maxsize=20_000)
def _units(word: str) -> int:
    """How wide a word is, in thousandths of the size of the letters; marks on letters add nothing."""
    plain = word if word.isascii() else unicodedata.normalize("NFD", word)
    return sum(_WIDTH.get(c, 0 if unicodedata.combining(c) else _OTHER) for c in plain)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is, in points."""
    return _units(text) * size / 1000 * (_BOLD if bold else 1)


def lines_of(text: str, size: float, room: float, *, bold: bool = False) -> int:
    """How many lines a text takes in a column."""
    count, used, blank = 1, 0.0, width(" ", size)
    for word in text.split():
        wide = width(word, size, bold=bold)
        if used and used + blank + wide > room:
            count, used = count + 1, wide
        else:
            used += wide + (blank if used else 0)
        if used > room:  # an address that is longer than a line
            count, used = count + int(used // room), used % room
    return count


def pages_of(blocks: list[Block]) -> list[int]:
    """The page of each heading, in order, from 1."""
    room, height = PAGE_WIDTH - 2 * MARGIN, PAGE_HEIGHT - 2 * MARGIN
    page, left, noted, found = 1, height, False, []
    for at, block in enumerate(blocks):
        lines = lines_of(block.text, block.size, room - block.indent, bold=block.bold)
        step = block.size * LINE
        notes = sum(lines_of(note, NOTE, room) * NOTE * LINE for note in block.notes)
        need = block.before + min(lines, 2) * step
        if block.heading:  # it stays with two lines of what follows
            ahead = 0.0
            for other in blocks[at + 1 : at + 3]:
                ahead += (
                    other.before + min(2, lines_of(other.text, other.size, room - other.indent)) * other.size * LINE
                )
                if not other.heading:
                    break
            need = block.before + lines * step + block.after + ahead
        if block.new_page or (need > left and left < height):
            page, left, noted = page + 1, height, False
        if block.heading:
            found.append(page)
        if left < height:
            left -= block.before
        chunks = [lines] if lines <= 3 else [2, *[1] * (lines - 4), 2]  # no line stays alone on a page
        for number, chunk in enumerate(chunks):
            last = number == len(chunks) - 1
            below = notes + (0 if noted else SEPARATOR) if last and notes else 0.0
            if chunk * step + below > left and left < height:
                page, left, noted = page + 1, height, False
                below = notes + SEPARATOR if last and notes else 0.0
            left -= chunk * step + below
            noted = noted or bool(last and notes)
        left -= block.after
    return found
