"""Which of Serbian, Bosnian and Croatian: one language for the analysis, three labels for the reader.

Two questions decide: ekavian or ijekavian (``vreme``/``vrijeme``), and which side's words (``uslov``/``uvjet``). Only
Serbian is ekavian; ijekavian with western words is Croatian, with eastern words Bosnian. Written for this program.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.languages.south_slavic_words import EASTERN, EKAVIAN, IJEKAVIAN, WESTERN

# Beginnings of words. Only roots that differ; "lice" or "pre" alone prove nothing but are frequent in law.
_REMEMBERED = 50_000  # words


def _roots(roots: str) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(roots.split())})")


_SIDES = tuple(_roots(roots) for roots in (EKAVIAN, IJEKAVIAN, WESTERN, EASTERN))
_Hints = tuple[int, int, int, int]  # words that are ekavian, ijekavian, western, eastern


class _Words(dict[str, _Hints | None]):
    """What each word seen so far hints at; most at nothing."""

    def __missing__(self, word: str) -> _Hints | None:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = tuple(int(side.match(word) is not None) for side in _SIDES)
        self[word] = made = (found[0], found[1], found[2], found[3]) if any(found) else None
        return made


_words = _Words()


def hints(words: Iterable[str]) -> _Hints:
    """How many of ``words`` (Latin letters, lower case) are ekavian, ijekavian, western and eastern."""
    found = [hint for word in words if (hint := _words[word]) is not None]
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
