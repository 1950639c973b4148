"""hOCR, as Tesseract prints it: lines of words with their boxes, the line's baseline and the size of its letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

Box = tuple[float, float, float, float]

_KINDS = "line|header|caption|textfloat"
_LINE = re.compile(rf"<span class='ocr_(?:{_KINDS})'[^>]*title=\"([^\"]*)\"[^>]*>(.*?)\n\s*</span>", re.DOTALL)
_WORD = re.compile(r"<span class='ocrx_word'[^>]*title='([^']*)'[^>]*>(.*?)</span>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_BOX = re.compile(r"bbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_BASELINE = re.compile(r"baseline (-?[\d.]+) (-?[\d.]+)")
_SIZE = re.compile(r"x_size ([\d.]+)")
_SURE = re.compile(r"x_wconf (\d+)")


@dataclass(slots=True)
class Seen:
    """A word that was seen: its box in pixels, and how sure Tesseract is of it, 0 to 1."""

    text: str
    box: Box
    sure: float


@dataclass(slots=True)
class Row:
    """A line that was seen, in pixels: its baseline has a ``slope`` and stands at ``base`` at the left of its box."""

    box: Box
    slope: float
    base: float
    size: float
    words: list[Seen] = field(default_factory=list)


def rows(hocr: str) -> Iterator[Row]:
    """The lines in the order of reading, with their words; lines without a word are left out."""
    for match in _LINE.finditer(hocr):
        title, inside = match.groups()
        box = _box(title)
        if box is None:
            continue
        line = _BASELINE.search(title)
        slope, offset = (float(line[1]), float(line[2])) if line else (0.0, 0.0)
        size = _SIZE.search(title)
        row = Row(box, slope, box[3] + offset, float(size[1]) if size else box[3] - box[1])
        for about, content in _WORD.findall(inside):
            place, sure = _box(about), _SURE.search(about)
            text = unescape(_TAG.sub("", content)).strip()
            if place and text:
                row.words.append(Seen(text, place, int(sure[1]) / 100 if sure else 0.0))
        if row.words:
            yield row


def _box(title: str) -> Box | None:
    found = _BOX.search(title)
    if found is None:
        return None
    x0, y0, x1, y1 = (float(value) for value in found.groups())
    return x0, y0, x1, y1
