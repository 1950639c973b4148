"""The raised numbers that call footnotes, read once more at the size of a letter.

A reader of lines takes a raised `1` for an apostrophe and a raised `4` for a quotation mark. Enlarged and alone on a
line it is read as the number that it is; so all that a page has raised is set out in one small picture.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from indexer.ocr.hocr import Row, Seen, rows

MARK = re.compile(r"\d{1,3}|[*†‡]")
TALL = 0.72  # of the size of the line's letters: as high as its capitals
AROUND, LEFT, ABOVE, BETWEEN = 3, 30, 30, 2.0  # pixels of paper; lines of the small picture, in sizes
AT_MOST = 60  # of one page
PAPER = 244
_FIGURES = str.maketrans("iIl|!", "11111")

Read = Callable[[bytes], str]


def read_marks(picture: bytes, found: list[Row], read: Read) -> None:
    """Gives what is raised the number that ``read`` (English) sees in it; what is no number goes back to its word."""
    raised = [(row, word) for row in found for word in row.words if word.raised]
    head, pixels = picture.split(b"255\n", 1)
    width, height = (int(value) for value in head.split()[1:3])
    drawn = [_enlarged(pixels, width, height, word, TALL * row.size) for row, word in raised[:AT_MOST]]
    if any(drawn):
        wide = max(len(lines[0]) for lines in drawn if lines) + 2 * LEFT
        page, places = [bytes([PAPER]) * wide] * ABOVE, []
        for (row, _), lines in zip(raised, drawn, strict=False):
            places.append(len(page))
            page += [(bytes([PAPER]) * LEFT + line).ljust(wide, bytes([PAPER])) for line in lines]
            page += [bytes([PAPER]) * wide] * max(1, int(BETWEEN * row.size) - len(lines))
        places.append(len(page))
        seen = list(rows(read(b"P5\n%d %d\n255\n" % (wide, len(page)) + b"".join(page))))
        for (_, word), (top, bottom) in zip(raised, pairwise(places), strict=False):
            here = [row for row in seen if top <= (row.box[1] + row.box[3]) / 2 < bottom]
            text = "".join(each.text for row in here for each in row.words).translate(_FIGURES)
            if MARK.fullmatch(text):
                word.text = text
    for row in found:
        row.words = list(_settled(row.words))
    found[:] = [row for row in found if row.words]


def _settled(words: Sequence[Seen]) -> list[Seen]:
    """The words of a line, with what was raised and is no number a part of the word that it stood at."""
    kept: list[Seen] = []
    for word in words:
        if not word.raised or MARK.fullmatch(word.text):
            kept.append(word)
        elif word.joined and kept:
            kept[-1].text += word.text
        else:
            word.raised = False
            kept.append(word)
    return kept


def _enlarged(pixels: bytes, width: int, height: int, word: Seen, tall: float) -> list[bytes]:
    """The word's part of a picture, drawn ``tall`` pixels high between its neighbours' greys; [] where it is none."""
    x0, y0 = max(0, int(word.box[0]) - AROUND), max(0, int(word.box[1]) - AROUND)
    x1, y1 = min(width - 1, int(word.box[2]) + AROUND), min(height - 1, int(word.box[3]) + AROUND)
    high = word.box[3] - word.box[1]
    if x1 - x0 < 4 or y1 - y0 < 4 or high < 4:
        return []
    step = min(1.0, high / tall)
    lines = []
    for row in range(int((y1 - y0) / step)):
        y, below = divmod(row * step, 1)
        above = (y0 + int(y)) * width + x0
        line = bytearray()
        for column in range(int((x1 - x0) / step)):
            x, right = divmod(column * step, 1)
            at = above + int(x)
            top = pixels[at] * (1 - right) + pixels[at + 1] * right
            bottom = pixels[at + width] * (1 - right) + pixels[at + width + 1] * right
            line.append(int(top * (1 - below) + bottom * below))
        lines.append(bytes(line))
    return lines
