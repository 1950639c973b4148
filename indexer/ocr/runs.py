"""Words that were seen, as the runs of text that the layout reads: straightened, in points, sizes made even."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from indexer.ocr.hocr import Row, Seen
from kb.originals.pdfium import Run

FONT = "ocr"
EVEN = 0.17  # lines whose letters differ by less have one size: a line without descenders measures lower
NEARLY = 0.08  # the same where the line's small letters were measured, of which there must be so many
LETTERS, AGREE = 4, 0.25
LOWER = 0.3  # of the small letters, this part of them is measured right: a box is too high where letters touch
STEP = 0.1  # sizes with no greater step between them are one
RAISED = 0.6  # the size of a raised number, of that of its line
STRAIGHT = 0.0005  # a slope below this moves the end of a line by a quarter of a point


def runs_of(found: Sequence[Row], turn: int, width: float, height: float) -> list[Run]:
    """The runs of a page of ``width`` by ``height`` points as it is shown, its text turned by ``turn`` quarters."""
    slope = slope_of(found)
    upright_width, upright_height = (height, width) if turn % 2 else (width, height)
    sizes = _sizes(found)
    runs = []
    for row, size in zip(found, sizes, strict=True):
        gap = "\n"
        for word in row.words:
            tilt = slope * ((word.box[0] + word.box[2]) / 2 - upright_width / 2)
            lean = slope * (word.box[3] - upright_height / 2)
            x0, x1 = word.box[0] + lean, word.box[2] + lean
            base = (word.box[3] if word.raised else row.foot(word.box)) - tilt
            tall = RAISED * size if word.raised else size
            top, bottom = min(word.box[1] - tilt, base - 0.3 * tall), max(word.box[3] - tilt, base)
            gap = "" if word.joined else gap
            runs.append(_run(word, (x0, top, x1, bottom), base, tall, gap, turn, upright_width, upright_height))
            gap = " "
    return runs


def _run(
    word: Seen,
    box: tuple[float, float, float, float],
    base: float,
    size: float,
    gap: str,
    turn: int,
    wide: float,
    high: float,
) -> Run:
    """One run, from the page as it is read to the page as it is shown (see indexer.layout.turning)."""
    x0, top, x1, bottom = box
    if turn == 1:
        x0, top, x1, bottom = high - bottom, x0, high - top, x1
    elif turn == 2:
        x0, top, x1, bottom = wide - x1, high - bottom, wide - x0, high - top
    elif turn == 3:
        x0, top, x1, bottom = top, wide - x1, bottom, wide - x0
    y = base if turn in (0, 3) else high - base
    return Run(
        text=word.text,
        x0=x0,
        x1=x1,
        top=top,
        bottom=bottom,
        y=y,
        size=size,
        font=FONT,
        bold=False,
        gap=gap,
        angle=turn,
    )


def slope_of(found: Sequence[Row]) -> float:
    """How the page lies: the median slope of its long lines."""
    slopes = [row.slope for row in found if len(row.words) >= 4]
    lies = median(slopes) if len(slopes) >= 3 else 0.0
    return lies if abs(lies) > STRAIGHT else 0.0


def _sizes(found: Sequence[Row]) -> list[float]:
    """The size of each line's letters in points: that of most lines where it is nearly that, else to the half point.

    Measured by its small letters, which are as high in every line; Tesseract's own measure is that of a line's highest
    and lowest letters, and stands in where there are few small ones or the two do not agree.
    """
    heights = [
        sorted(row.heights)[int(LOWER * len(row.heights))] if len(row.heights) >= LETTERS else 0 for row in found
    ]
    ratios = [row.size / height for row, height in zip(found, heights, strict=True) if height]
    ratio = median(ratios) if ratios else 0.0
    exact = [abs(height * ratio - row.size) < AGREE * row.size for row, height in zip(found, heights, strict=True)]
    sizes = [h * ratio if good else row.size for row, h, good in zip(found, heights, exact, strict=True)]
    measured = [size for row, size in zip(found, sizes, strict=True) for _ in row.words]
    usual = round(median(measured) * 2) / 2 if measured else 0.0
    others = [
        0.0 if usual and abs(size - usual) <= (NEARLY if good else EVEN) * usual else size
        for size, good in zip(sizes, exact, strict=True)
    ]
    return [_together(size, others) if size else usual for size in others]


def _height(letters: Sequence[float]) -> float:
    return sorted(letters)[int(LOWER * len(letters))] if len(letters) >= LETTERS else 0.0


def _together(size: float, sizes: Sequence[float]) -> float:
    """One size for all lines that are nearly of it: headings of one level are of one size."""
    near = sorted({each for each in sizes if each})
    at = near.index(size)
    first = last = at
    while first and near[first] - near[first - 1] < STEP * size:
        first -= 1
    while last + 1 < len(near) and near[last + 1] - near[last] < STEP * size:
        last += 1
    return round(median(near[first : last + 1]) * 2) / 2
