"""Words that were seen, as the runs of text that the layout reads: straightened, in points, sizes made even."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from indexer.ocr.hocr import Row, Seen
from kb.originals.pdfium import Run

FONT = "ocr"
EVEN = 0.17  # lines whose letters differ by less have one size: a line without descenders measures lower
STRAIGHT = 0.0005  # a slope below this moves the end of a line by a quarter of a point


def runs_of(found: Sequence[Row], turn: int, width: float, height: float) -> list[Run]:
    """The runs of a page of ``width`` by ``height`` points as it is shown, its text turned by ``turn`` quarters."""
    slope = _slope(found)
    upright_width, upright_height = (height, width) if turn % 2 else (width, height)
    sizes = _sizes(found)
    runs = []
    for row, size in zip(found, sizes, strict=True):
        gap = "\n"
        for word in row.words:
            x0, x1 = word.box[0], word.box[2]
            tilt = slope * ((x0 + x1) / 2 - upright_width / 2)
            base = row.base + row.slope * ((x0 + x1) / 2 - row.box[0]) - tilt
            top, bottom = min(word.box[1] - tilt, base - 0.3 * size), max(word.box[3] - tilt, base)
            runs.append(_run(word, (x0, top, x1, bottom), base, size, gap, turn, upright_width, upright_height))
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


def _slope(found: Sequence[Row]) -> float:
    """How the page lies: the median slope of its long lines."""
    slopes = [row.slope for row in found if len(row.words) >= 4]
    lies = median(slopes) if len(slopes) >= 3 else 0.0
    return lies if abs(lies) > STRAIGHT else 0.0


def _sizes(found: Sequence[Row]) -> list[float]:
    """The size of each line's letters in points: that of most lines where it is nearly that, else to the half point."""
    measured = [size for row in found for size in [row.size] * len(row.words)]
    usual = round(median(measured) * 2) / 2 if measured else 0.0
    return [usual if usual and abs(row.size - usual) <= EVEN * usual else round(row.size * 2) / 2 for row in found]
