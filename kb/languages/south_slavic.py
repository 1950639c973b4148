"""Which of Serbian, Bosnian and Croatian: one language for the analysis, three labels for the reader.

Two questions decide: ekavian or ijekavian (``vreme``/``vrijeme``), and which side's words (``uslov``/``uvjet``). Only
Serbian is ekavian; ijekavian with western words is Croatian, with eastern words Bosnian. Written for this program.
"""

from __future__ import annotations

import re

from kb.languages.south_slavic_words import EASTERN, EKAVIAN, IJEKAVIAN, WESTERN
from kb.languages.tokens import letter_words

# Beginnings of words. Only roots that differ; "lice" or "pre" alone prove nothing but are frequent in law.
_REMEMBERED = 50_000  # chunks
_LONGEST = 60  # characters of one that is remembered


def _roots(roots: str) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(roots.split())})")


_SIDES = tuple(_roots(roots) for roots in (EKAVIAN, IJEKAVIAN, WESTERN, EASTERN))
_Hints = tuple[int, int, int, int]  # words that are ekavian, ijekavian, western, eastern


class _Words(dict[str, _Hints | None]):
    """What the words hint at that stood between two blanks; most hint at nothing."""

    def __missing__(self, chunk: str) -> _Hints | None:
        words = letter_words(chunk)
        e, i, west, east = (sum(side.match(word) is not None for word in words) for side in _SIDES)
        made = (e, i, west, east) if e or i or west or east else None
        if len(chunk) <= _LONGEST:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[chunk] = made
        return made


_words = _Words()


def hints(lowered: str) -> _Hints:
    """How many words of a text (Latin letters, lower case) are ekavian, ijekavian, western and eastern."""
    found = list(filter(None, map(_words.__getitem__, lowered.split())))
    return (sum(h[0] for h in found), sum(h[1] for h in found), sum(h[2] for h in found), sum(h[3] for h in found))


def label(counted: _Hints) -> str | None:
    """``sr-Latn``, ``bs`` or ``hr`` by the `hints`; None where nothing in the text tells them apart."""
    e, i, west, east = counted
    if e > i:
        return "sr-Latn" if 2 * e >= west else "hr"
    if i > e:
        return "hr" if west > east else "bs"
    if west > east:
        return "hr"
    return "sr-Latn" if east > west else None
