"""hOCR, as Tesseract prints it: lines of words with their boxes, the line's baseline and the size of its letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape

Box = tuple[float, float, float, float]

_LINES = ("ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat")
_SPAN = re.compile(
    r"<span class='(ocrx?_\w+)'[^>]*?title=(?:\"([^\"]*)\"|'([^']*)')[^>]*>((?:[^<]|</?(?:strong|em)>)*)"
)
_RULE = re.compile(r"<div class='ocr_separator'[^>]*?title=\"([^\"]*)\"")
_TAG = re.compile(r"<[^>]*>")
_BOX = re.compile(r"bbox(?:es)? (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_BASELINE = re.compile(r"baseline (-?[\d.]+) (-?[\d.]+)")
_SIZE = re.compile(r"x_size ([\d.]+)")
_SURE = re.compile(r"x_wconf (\d+)")
# A call of a footnote: its foot stands so far above the line, its height is between these; in sizes of the letters.
ABOVE, LOW, HIGH = 0.22, 0.3, 0.72
_FIGURES = frozenset("0123456789*†‡il|!I")
# What raised figures are taken for. As high as a figure is no quotation mark, colon or degree sign.
_LIKE = frozenset("'\"‘’“”„`´:?°®©")
LIKE_ABOVE, LIKE_LOW, LIKE_HIGH, LIKE_WIDE = 0.28, 0.38, 0.62, 0.45
MARK_LETTERS = 3
STEEPEST, STANDS = 0.3, 3.0  # a slope, and the height of a box in sizes of its letters
# A number that stands at a full stop is raised, however the boxes of its letters came out; so high is its upper part.
_CALL, CALL_TALL = re.compile(r"[^\W\d_]{2,}(?:[.,;:!?»”)\]]+(?=[0-9*])|[.,]+(?=[!?]))([0-9*!?]{1,2})"), 0.5
_SMALL = frozenset("acemnorsuvwxzавгежзиклмнопстчшя")


@dataclass(slots=True)
class Seen:
    """A word that was seen: its box in pixels, and how sure Tesseract is of it, 0 to 1.

    ``raised`` says that it stands above the line as a number or star does (indexer.ocr.marks reads it again);
    ``joined`` that no space stands before it.
    """

    text: str
    box: Box
    sure: float
    raised: bool = False
    joined: bool = False


@dataclass(slots=True)
class Row:
    """A line that was seen, in pixels: its baseline has a ``slope`` and stands at ``base`` at the left of its box."""

    box: Box
    slope: float
    base: float
    size: float
    words: list[Seen] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)  # of its letters without ascender and descender, in pixels

    def foot(self, box: Box) -> float:
        """The height of the baseline in the middle of a box."""
        return self.base + self.slope * ((box[0] + box[2]) / 2 - self.box[0])


_Letter = tuple[str, Box]


def rows(hocr: str) -> Iterator[Row]:
    """The lines in the order of reading, with their words; lines without a word, and lines that run up or down the
    picture, are left out: these are read when the page is turned."""
    row: Row | None = None
    letters: list[_Letter] = []
    for match in _SPAN.finditer(hocr):
        kind, title, content = match[1], match[2] or match[3] or "", match[4]
        box = _box(title)
        if box is None:
            continue
        if kind == "ocrx_cinfo":
            letters.append((unescape(_TAG.sub("", content)), box))
            continue
        _split(row, letters)
        letters = []
        if kind in _LINES:
            if row and row.words:
                yield row
            row = _row(title, box)
            if _runs_sideways(row):
                row = None
        elif kind == "ocrx_word" and row:
            sure = _SURE.search(title)
            row.words.append(Seen(unescape(_TAG.sub("", content)).strip(), box, int(sure[1]) / 100 if sure else 0.0))
    _split(row, letters)
    if row and row.words:
        yield row


def separators(hocr: str) -> list[Box]:
    """The boxes of ruled lines, in pixels; a line that lies aslant has the box of its slope."""
    return [box for title in _RULE.findall(hocr) if (box := _box(title))]


def _row(title: str, box: Box) -> Row:
    line, size = _BASELINE.search(title), _SIZE.search(title)
    slope, offset = (float(line[1]), float(line[2])) if line else (0.0, 0.0)
    return Row(box, slope, box[3] + offset, float(size[1]) if size else box[3] - box[1])


def _runs_sideways(row: Row) -> bool:
    """Tesseract reads lines that run up or down too, and says so by a slope that is none and a box that stands."""
    wide, high = row.box[2] - row.box[0], row.box[3] - row.box[1]
    return abs(row.slope) > STEEPEST or (high > wide and high > STANDS * row.size)


def _split(row: Row | None, letters: Sequence[_Letter]) -> None:
    """Gives the row's last word its letters, and what is raised at its end to a word of its own."""
    if row is None or not row.words:
        return
    word = row.words[-1]
    row.heights += [box[3] - box[1] for text, box in letters if text in _SMALL]
    word.text = "".join(text for text, _ in letters).strip() or word.text
    if not word.text:
        row.words.pop()
        return
    at = len(letters)
    while at and len(letters) - at < MARK_LETTERS and _is_raised(row, letters[at - 1]):
        at -= 1
    called = _CALL.fullmatch(word.text) if at == len(letters) else None
    if called and all(len(text) == 1 for text, _ in letters):
        at -= len(called[1])
        lifted = [(text, (x0, y0, x1, min(y1, y0 + CALL_TALL * row.size))) for text, (x0, y0, x1, y1) in letters[at:]]
        letters = [*letters[:at], *lifted]
    mark = "".join(text for text, _ in letters[at:])
    if not at:
        word.raised = bool(mark)
    elif mark:
        word.text = "".join(text for text, _ in letters[:at])
        x0 = letters[at][1][0]
        box = (x0, min(box[1] for _, box in letters[at:]), word.box[2], max(box[3] for _, box in letters[at:]))
        row.words.append(Seen(mark, box, max(word.sure, 0.5), raised=True, joined=True))
        word.sure = max(word.sure, 0.5)  # the mark made it look like no word
        word.box = (word.box[0], min(box[1] for _, box in letters[:at]), x0, max(box[3] for _, box in letters[:at]))


def _is_raised(row: Row, letter: _Letter) -> bool:
    text, box = letter
    height, above = box[3] - box[1], row.foot(box) - box[3]
    if text in _FIGURES:
        return above >= ABOVE * row.size and LOW * row.size <= height <= HIGH * row.size
    return (
        text in _LIKE
        and above >= LIKE_ABOVE * row.size
        and LIKE_LOW * row.size <= height <= LIKE_HIGH * row.size
        and box[2] - box[0] <= LIKE_WIDE * row.size
    )


def _box(title: str) -> Box | None:
    found = _BOX.search(title)
    if found is None:
        return None
    x0, y0, x1, y1 = (float(value) for value in found.groups())
    return x0, y0, x1, y1
