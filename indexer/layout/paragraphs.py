"""Lines of one column to paragraphs: by spacing, indent, numbering, size, and whether a word would have fitted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from indexer.layout.beginnings import BRACKETED, BULLET, DASH, DECIMAL, LABEL, NUMBER, PROVISION, may_begin
from indexer.layout.lines import Line

LOOSE = 0.15  # of the column's width: room left over that no ragged margin leaves
_ENDS = frozenset(".:;!?…")
_WEAK = re.compile(r"[,;:](?:\s*(?:and|or|dhe|ose|i|ili|и|или|et|ou|y|o|e))?$")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together. ``open`` says that nothing showed its end; ``column`` counts on the page from 0."""

    lines: list[Line] = field(default_factory=list)
    column: int = 0
    page: int = 0
    kind: str = "text"
    marker: str = ""
    continues: bool = False
    table: str = ""

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]


@dataclass(slots=True, frozen=True)
class Measure:
    """The edges of a column and the usual distance between its lines."""

    left: float
    right: float
    pitch: float


def measure(lines: Sequence[Line], right: float = 0.0) -> Measure:
    """The column's edges as most of its lines have them; ``right`` where the column has too few lines to tell."""
    lefts = Counter(round(line.x0 / 2) for line in lines)
    often = max(1, max(lefts.values(), default=0) // 3)
    left = min((line.x0 for line in lines if lefts[round(line.x0 / 2)] >= often), default=0.0)
    rights = sorted(line.x1 for line in lines)
    edge = rights[int(len(rights) * 0.95)] if len(rights) > 20 else rights[-1] if rights else 0.0
    return Measure(left, max(edge, right) if len(lines) < 6 else edge, _pitch(lines))


def _pitch(lines: Sequence[Line]) -> float:
    """The smallest distance from line to line that a fifth of the lines have: spacing between paragraphs is wider."""
    steps = sorted(b.y - a.y for a, b in pairwise(lines) if 0.8 * b.size < b.y - a.y < 3 * max(a.size, b.size))
    for index, step in enumerate(steps):
        if bisect_right(steps, step + 1) - index >= 0.2 * len(steps):
            return step + 0.5
    return 0.0


def paragraphs_of(lines: Sequence[Line], page: int, column: int, size: Measure) -> list[Paragraph]:
    """Cuts the lines of one column. Never loses a line."""
    found: list[Paragraph] = []
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        if not found or _begins(found[-1], line, after, size):
            found.append(Paragraph([], column, page))
        found[-1].lines.append(line)
    return found


def _begins(paragraph: Paragraph, line: Line, after: Line | None, size: Measure) -> bool:
    last = paragraph.lines[-1]
    step = line.y - last.y
    usual = size.pitch or 1.2 * line.size
    if len(paragraph.lines) > 1:
        usual = min(usual, paragraph.lines[1].y - paragraph.lines[0].y) if step > 0 else usual
    if step <= 0 or step > max(usual, line.size) * 1.32 + 0.5:
        return True
    if abs(line.size - last.size) > 0.09 * max(line.size, last.size) and min(len(line.text), len(last.text)) > 3:
        return True
    if last.leader:
        return True
    text = line.text
    full = not fits(line, last, size)
    if _labelled(paragraph, line, full=full):
        return True
    if last.hyphen:
        return False
    if not full and line.all_bold != last.all_bold:
        return not (text[:1].islower() and not _is_weak(last))
    if len(paragraph.lines) == 1 and may_begin(last.text) and LABEL.match(last.text):
        return True
    if _centred(line, size) and _centred(last, size) and line.all_bold == last.all_bold:
        return False
    if _indented(paragraph, line, after):
        return not full or _is_weak(last)
    if full:
        return False
    if _is_weak(last):
        return True
    if text[:1].islower() or text[:1].isdigit():
        return False
    return last.x1 + line.first + LOOSE * (size.right - size.left) < size.right


def _labelled(paragraph: Paragraph, line: Line, *, full: bool) -> bool:
    """Whether the line begins with a number, letter, bullet or article that makes it a paragraph of its own."""
    text, first, last = line.text, paragraph.first, paragraph.lines[-1]
    if line.lead:
        return not full or _is_weak(last)
    if not may_begin(text):
        return False
    if PROVISION.match(text):
        return not full or ended(last)
    moved = line.label_gap or abs(line.x0 - last.x0) > 0.8 * line.size
    for pattern in (BRACKETED, DASH):  # inside a sentence too: "(i) one; (ii) two", "word - word"
        if pattern.match(text):
            return (not full or moved or bool(pattern.match(first.text))) and _is_weak(last)
    if BULLET.match(text):
        return True
    if NUMBER.match(text) or DECIMAL.match(text):
        firm = ended(last) if text[:1].isdigit() else _is_weak(last)
        return firm or line.label_gap or not full or first.x0 - line.x0 > 0.5 * line.size
    return False


def fits(line: Line, last: Line, size: Measure) -> bool:
    """Whether the first word of ``line`` would have fitted at the end of ``last``: then something else broke it."""
    return last.x1 + line.first + 0.6 * line.size < size.right


def ended(line: Line) -> bool:
    """Whether the line ends as a sentence or a clause of a list does."""
    return line.text.rstrip("\"'”’»)]")[-1:] in _ENDS


def _is_weak(line: Line) -> bool:
    """Whether the line ends so, or as a part of a sentence that a list may follow."""
    if ended(line):
        return True
    tail = line.text[-12:]
    return ("," in tail or ";" in tail or ":" in tail) and _WEAK.search(tail) is not None


def _indented(paragraph: Paragraph, line: Line, after: Line | None) -> bool:
    """A first line set in from the lines around it, or back out from those of a hanging paragraph."""
    last = paragraph.lines[-1]
    shift = line.x0 - last.x0
    if shift > 0.8 * line.size:
        hanging = len(paragraph.lines) == 1
        return not hanging and (after is None or after.x0 < line.x0 - 0.5 * line.size)
    return shift < -0.8 * line.size and len(paragraph.lines) > 1


def _centred(line: Line, size: Measure) -> bool:
    left, right = line.x0 - size.left, size.right - line.x1
    return left > 2 * line.size and right > 2 * line.size and abs(left - right) < 1.5 * line.size
