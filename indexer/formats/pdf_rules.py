"""Which pages have a ruled table: asked of every page, so it counts and measures lines and reads nothing."""

from __future__ import annotations

from collections.abc import Iterable

from kb.originals.pdfium import PageContent

MIN_PATHS = 12  # fewer never made a table on 300 measured pages
MAX_PATHS = 4_000  # drawings and maps: the table reader takes a second for these
MAX_STROKES = 20_000  # segments of drawings, which the table reader reads one by one: a second again
MIN_ACROSS, MIN_DOWN = 30.0, 8.0  # points: shorter lines are letters of a logo, or the ends of others
NEAR = 3.0  # points within which lines are one, or meet
Span = tuple[float, float]


def looks_ruled(content: PageContent) -> bool:
    """Whether lines make a grid of two rows and two columns at least: a frame around text, or underlining, does not."""
    if not MIN_PATHS <= content.paths <= MAX_PATHS or not content.characters or content.strokes > MAX_STROKES:
        return False
    across: dict[int, list[Span]] = {}
    down: dict[int, list[Span]] = {}
    for x0, y0, x1, y1 in content.rules:
        wide, high = x1 - x0, y1 - y0
        if high < NEAR or wide < NEAR:
            if wide >= high and wide > 1:
                across.setdefault(round((y0 + y1) / 2 / NEAR), []).append((x0, x1))
            elif high > 1:
                down.setdefault(round((x0 + x1) / 2 / NEAR), []).append((y0, y1))
        elif wide < 0.9 * content.width and high < 0.9 * content.height:
            for y in (y0, y1):
                across.setdefault(round(y / NEAR), []).append((x0, x1))
            for x in (x0, x1):
                down.setdefault(round(x / NEAR), []).append((y0, y1))
    rows = {y * NEAR: spans for y, found in across.items() if (spans := _joined(found, MIN_ACROSS))}
    if len(rows) < 3:
        return False
    crossing = [x * NEAR for x, found in down.items() if _crosses(x * NEAR, _joined(found, MIN_DOWN), rows) >= 3]
    return _apart(sorted(crossing)) >= 3


def _joined(spans: Iterable[Span], least: float) -> list[Span]:
    """The spans, those that touch as one, short ones left out."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1] + NEAR:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return [span for span in joined if span[1] - span[0] >= least]


def _crosses(x: float, uprights: list[Span], rows: dict[float, list[Span]]) -> int:
    """How many rows meet the uprights that stand at ``x``."""
    reach = 2 * NEAR
    return _apart(
        sorted(
            y
            for y, spans in rows.items()
            if any(a - reach <= y <= b + reach for a, b in uprights)
            and any(a - reach <= x <= b + reach for a, b in spans)
        )
    )


def _apart(values: list[float]) -> int:
    """How many of the sorted values are more than two line widths from the one before."""
    return sum(1 for i, value in enumerate(values) if not i or value - values[i - 1] > 2 * NEAR)
