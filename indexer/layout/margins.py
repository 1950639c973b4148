"""What stands in the margins and is no text: numbers that count the lines of a page, stamps that run up its edge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from indexer.layout.lines import Line
from indexer.layout.pieces import Piece

STEPS = (1, 2, 5, 10)
MIN_LINES = 4  # numbers in the margin: fewer are labels
EVEN = 0.08  # how far the distance from number to number may be from the usual one


def line_numbers(rows: Sequence[Sequence[Piece]]) -> set[int]:
    """The ``id`` of each piece that counts the page's lines: bare numbers beside the text, by ones, fives or tens,
    with as many lines between them as they say. Numbers of paragraphs stand where their paragraphs begin."""
    bare = [p for row in rows for p in row if p.weight <= 3 and len(p.runs) == 1 and p.runs[0].text.isdigit()]
    if len(bare) < MIN_LINES:
        return set()
    others = {id(p) for p in bare}
    text = [p for row in rows for p in row if id(p) not in others and p.weight > 3]
    if not text:
        return set()
    left, right = min(p.x0 for p in text), max(p.x1 for p in text)
    found: set[int] = set()
    for side in ([p for p in bare if p.x1 < left], [p for p in bare if p.x0 > right]):
        if len(side) >= MIN_LINES and _counts(side):
            found.update(id(p) for p in side)
    return found


def _counts(side: Sequence[Piece]) -> bool:
    numbers = [int(p.runs[0].text) for p in side]
    steps = {b - a for a, b in pairwise(numbers)}
    gaps = sorted(b.y - a.y for a, b in pairwise(side))
    usual = gaps[len(gaps) // 2]
    even = sum(abs(gap - usual) <= EVEN * usual for gap in gaps)
    return len(steps) == 1 and steps <= set(STEPS) and even >= 0.8 * len(gaps)


class Stamps:
    """Learns what runs along the edges of pages, and knows it again."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def learn(self, lines: Sequence[Line]) -> None:
        """Takes note of one page's lines that run another way than its text."""
        self._seen.update({_plain(line.text) for line in lines})

    def strip(self, lines: Sequence[Line]) -> list[Line]:
        """The lines that no other page has."""
        return [line for line in lines if line.text and self._seen[_plain(line.text)] < 2]


def _plain(text: str) -> str:
    return "".join("#" if char.isdigit() else char for char in text.casefold() if not char.isspace())
