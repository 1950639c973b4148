"""Numbers that hang in the margin, which Tesseract takes for specks: read again, moved beside their line.

A single digit far from any text is noise to a reader of lines; beside the words it belongs to, it is read as it is
printed. So what stands alone left of a line is cut out, set before the line's first words, and all such lines are
read once more as one small picture.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from indexer.ocr.hocr import Row, Seen, rows

NUMBER = re.compile(r"[(\[]?(?:\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?|[a-z]|[ivxl]{1,5})[.)\]]{0,2}")
DIGIT = re.compile(r"\d|[.)]$")
DARK = bytes(1 if value < 128 else 0 for value in range(256))
REACH, APART, WIDEST = 6.0, 0.5, 3.2  # of a line's height: how far left, how far apart, how wide a number is
BESIDE, WORDS = 0.45, 12.0  # of a line's height: the gap it is set at, and how much of the line goes along
CERTAIN, HANGS = 0.9, 0.8  # a number that was seen no surer is read again; the gap behind it, of a line's height
STRAY, UNSURE, LONGEST = 3, 0.6, 6  # letters of a line that may be a number misread (`il,` is `1.`), more if unsure
PAPER = b"\xf4"

Read = Callable[[bytes], str]


@dataclass(slots=True)
class _Lone:
    """Something that stands alone before a line: its box in pixels, and the strip that is read again."""

    row: Row
    box: tuple[int, int, int, int]
    strip: list[bytes]


def add_numbers(picture: bytes, found: list[Row], read: Read) -> None:
    """Put the numbers that hang before lines, and were not seen or not surely, at the head of these lines.

    Boxes are in pixels.
    """
    head, pixels = picture.split(b"255\n", 1)
    width, height = (int(value) for value in head.split()[1:3])
    strays = [row for row in found if len(row.words) == 1 and _is_stray(row.words[0])]
    unsure = {id(row): row.words.pop(0) for row in found if _hangs(row)}
    words = [word.box for row in found if row not in strays for word in row.words]
    lone = [one for row in found if len(row.words) >= 2 and (one := _before(row, words, pixels, width, height))]
    if lone:
        _read_again(found, strays, lone, read)
    for row in found:
        if (word := unsure.get(id(row))) and row.words[0].box[0] > word.box[2]:
            row.words.insert(0, word)


def _read_again(found: list[Row], strays: Sequence[Row], lone: Sequence[_Lone], read: Read) -> None:
    tall = max(len(one.strip) for one in lone) * 2
    wide = max(len(one.strip[0]) for one in lone) + 40
    lines: list[bytes] = []
    for one in lone:
        above = (tall - len(one.strip)) // 2
        below = tall - len(one.strip) - above
        lines += [PAPER * wide] * above
        lines += [(PAPER * 20 + line).ljust(wide, PAPER) for line in one.strip]
        lines += [PAPER * wide] * below
    again = b"P5\n%d %d\n255\n" % (wide, len(lines)) + b"".join(lines)
    for again_row in rows(read(again)):
        place = int((again_row.box[1] + again_row.box[3]) / 2 // tall)
        first = min(again_row.words, key=lambda word: word.box[0])
        if place < len(lone) and NUMBER.fullmatch(first.text) and DIGIT.search(first.text):
            target = lone[place]
            x0, y0, x1, y1 = target.box
            if target.row.words[0].box[0] > x1:
                found[:] = [row for row in found if row not in strays or not _within(row.box, target.box)]
                target.row.words.insert(0, Seen(first.text, (float(x0), float(y0), float(x1), float(y1)), first.sure))


def _hangs(row: Row) -> bool:
    """Whether an unsure short word stands apart before the line."""
    if len(row.words) < 3:
        return False
    first, second = row.words[:2]
    apart = second.box[0] - first.box[2] >= HANGS * row.size and first.box[2] - first.box[0] <= WIDEST * row.size
    return apart and first.sure <= CERTAIN and len(first.text) <= LONGEST


def _is_stray(word: Seen) -> bool:
    return len(word.text) <= (LONGEST if word.sure < UNSURE else STRAY)


def _before(
    row: Row, words: Sequence[tuple[float, float, float, float]], pixels: bytes, width: int, height: int
) -> _Lone | None:
    """What stands alone left of a line, if something does and no word was seen there."""
    tall = row.size or row.box[3] - row.box[1]
    left = int(row.words[0].box[0])
    top, bottom = max(0, int(row.words[0].box[1] - 0.25 * tall)), min(height, int(row.words[0].box[3] + 0.25 * tall))
    start, end = max(0, int(left - REACH * tall)), int(left - APART * tall)
    if end - start < tall / 2 or bottom - top < 8:
        return None
    if any(x1 > start and x0 < end and y1 > top and y0 < bottom for x0, y0, x1, y1 in words):
        return None
    strips = [pixels[y * width + start : y * width + left].translate(DARK) for y in range(top, bottom)]
    inked = [at for at, strip in enumerate(strips) if 1 in strip]
    if len(inked) < 0.3 * tall:
        return None
    x0 = min(strips[at].find(1) for at in inked)
    x1 = max(strips[at].rfind(1) for at in inked) + 1
    if (x0 == 0 and start > 0) or start + x1 > end or x1 - x0 > WIDEST * tall:
        return None  # it goes on to the left, touches the line, or is as long as a word
    gap = PAPER * int(BESIDE * tall)
    reach = int(WORDS * tall)
    strip = [
        pixels[y * width + start + x0 - 2 : y * width + start + x1 + 2]
        + gap
        + pixels[y * width + left - 2 : min(y * width + left + reach, (y + 1) * width)]
        for y in range(top, bottom)
    ]
    longest = max(map(len, strip))
    return _Lone(
        row,
        (start + x0, top + inked[0], start + x1, top + inked[-1] + 1),
        [line.ljust(longest, PAPER) for line in strip],
    )


def _within(inner: tuple[float, float, float, float], outer: tuple[int, int, int, int]) -> bool:
    """Whether the middle of one box is in the other."""
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]
