"""Which paragraphs are headings, and how deep: by size, weight, capitals and slant, ranked over the document."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from indexer.layout.beginnings import BULLET, PROVISION
from indexer.layout.paragraphs import Paragraph

MAX_CHARACTERS = 220
MAX_LINES = 4
LARGER = 1.12  # of the size of the body
_NUMBERED = re.compile(r"^(?:[IVXLC]+|[A-Z]|\d+(?:\.\d+)*)[.)]?\s")
Style = tuple[float, int, int, int]


@dataclass(slots=True, frozen=True)
class Look:
    """What makes a paragraph a heading: its style, and how deep the document's outline has it (0: it has it not)."""

    style: Style | None = None
    told: int = 0

    @property
    def heads(self) -> bool:
        """Whether it is a heading."""
        return bool(self.told) or self.style is not None


def style_of(paragraph: Paragraph, text: str, body: float) -> Style | None:
    """What a heading looks like, most weighty first (size, capitals, bold, italic); None for what is no heading."""
    lines = paragraph.lines
    if not text or len(text) > MAX_CHARACTERS or len(lines) > MAX_LINES or BULLET.match(text):
        return None
    letters = "".join(filter(str.isalpha, text))
    if len(letters) < 3:
        return None
    larger = min(line.size for line in lines) >= LARGER * body
    bold = all(line.all_bold for line in lines)
    capitals = sum(map(str.isupper, letters)) >= 0.9 * len(letters) and len(letters) >= 4
    italic = all(line.italic for line in lines)
    ends = text[-1] in ".;," and not larger
    numbered = bool(_NUMBERED.match(text))
    if not (larger or bold or capitals or (italic and (numbered or len(lines) == 1))):
        return None
    if ends and text[-1] in ";," and len(text) > 40:
        return None  # an item of a list in bold, as recommendations are
    if ends and not ((numbered or PROVISION.match(text)) and bold and len(text) < 80):
        return None
    if letters and letters[0].islower() and not numbered and not larger:
        return None
    return (round(max(line.size for line in lines) * 2) / 2, int(capitals), int(bold), int(italic))


class Levels:
    """Ranks the heading styles of a document: the weightiest met so far is level 1. Where the document's own outline
    says how deep some of a style stand, the others of that style stand as deep, and lighter ones below them."""

    def __init__(self) -> None:
        self._styles: dict[Style, Counter[int]] = {}

    def learn(self, style: Style, told: int = 0) -> None:
        """Takes note of a heading's style, and of its depth in the outline (0: not in it)."""
        seen = self._styles.setdefault(style, Counter())
        if told:
            seen[told] += 1

    def level(self, style: Style) -> int:
        """From 1; at most 6."""
        above = 0
        for other in sorted({*self._styles, style}, reverse=True):
            told = self._styles.get(other)
            level = told.most_common(1)[0][0] if told else above + 1
            if other == style:
                return min(6, level)
            above = max(above, level)
        return 6
