"""Whether the paragraph at the head of a column or page is the rest of the one at the foot of the last."""

from __future__ import annotations

import re

from indexer.layout.beginnings import BULLET, DECIMAL, NUMBER, PROVISION, may_begin
from indexer.layout.paragraphs import Paragraph, ended

MOSTLY = 0.7  # of the paragraphs: then a document numbers its paragraphs, and one without a number is a rest
ENOUGH = 8
_ITEM_ENDS = re.compile(r"[.;:](?:\s*(?:and|or|dhe|ose|i|ili|и|или|et|ou|y|o|e))?$")
LONG = 80  # characters: shorter paragraphs are headings, signatures, dates


class Continuity:
    """Learns how the document begins its paragraphs from those that begin within a column."""

    def __init__(self) -> None:
        self._numbered = self._plain = 0

    def learn(self, paragraph: Paragraph) -> None:
        """Takes note of a paragraph that began within a column."""
        if sum(len(line.text) for line in paragraph.lines) < LONG or paragraph.kind != "text":
            return
        if _labelled(paragraph):
            self._numbered += 1
        else:
            self._plain += 1

    def goes_on(self, before: Paragraph, after: Paragraph, edge: float) -> bool:
        """``edge`` is the right edge of the column in which ``before`` ends."""
        last, first = before.lines[-1], after.first
        if abs(last.size - first.size) > 0.09 * max(last.size, first.size):
            return False
        if last.hyphen:
            return True
        if BULLET.match(first.text) or first.all_bold != last.all_bold or PROVISION.match(first.text) or last.leader:
            return False
        if NUMBER.match(first.text) and _ITEM_ENDS.search(last.text[-12:]):
            return False
        if first.text[:1].islower():
            return True
        full = last.x1 + first.first + 0.6 * last.size >= edge
        if first.all_bold and len(before.lines) > 1 and _labelled(before):
            return full and not ended(last) and not _labelled(after)  # a recommendation in bold
        if first.all_bold or (first.text.isupper() and not last.text.isupper()):
            return False
        if len(after.lines) > 1 and first.x0 - after.lines[1].x0 > 0.8 * first.size:
            return False  # set in: a new one
        if not ended(last):
            return full
        return full and not _labelled(after) and (self._numbers() or _set_in(before, after))

    def _numbers(self) -> bool:
        total = self._numbered + self._plain
        return total >= ENOUGH and self._numbered >= MOSTLY * total


def _labelled(paragraph: Paragraph) -> bool:
    text = paragraph.first.text
    if not may_begin(text):
        return False
    return bool(NUMBER.match(text) or DECIMAL.match(text) or BULLET.match(text) or PROVISION.match(text))


def _set_in(before: Paragraph, after: Paragraph) -> bool:
    """Whether the document sets its first lines in, and this one is not."""
    if len(before.lines) < 2 or before.first.x0 - before.lines[1].x0 < 0.8 * before.first.size:
        return False
    offset = before.lines[1].x0 - min(line.x0 for line in before.lines)
    return offset < 1 and len(after.lines) > 1 and abs(after.first.x0 - after.lines[1].x0) < 0.5 * after.first.size
