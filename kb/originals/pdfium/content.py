"""What a page holds, as plain values: runs of text with font and place, ruled lines, how many images."""

from __future__ import annotations

from dataclasses import dataclass, field

Point = tuple[float, float]  # from the top left of the page as it is shown
HYPHEN = "\ufffe"  # what PDFium writes for a hyphen that ends a line


@dataclass(slots=True)
class Run:
    """Text in one font on one line. Points from the top left of the page as it is shown; ``y`` is the baseline.

    ``gap`` is what PDFium saw before it: "" nothing, " " a space, "\\n" a new line.
    ``angle`` is the direction of the text in quarter turns clockwise, 4 for anything aslant.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    y: float
    size: float
    font: str
    bold: bool
    gap: str
    angle: int = 0
    italic: bool = False


@dataclass(slots=True)
class PageContent:
    """What one page holds: its runs in the order of the file, its ruled lines (x0, top, x1, bottom), images.

    ``strokes`` are the segments of the paths that are drawings and not lines or boxes. ``pictured`` is the share of the
    page that its largest image covers. ``confidence`` is OCR's, 0 to 1, None for a text layer.
    """

    number: int
    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    paths: int = 0
    strokes: int = 0
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    images: int = 0
    pictured: float = 0.0
    characters: int = 0
    damaged: bool = False
    confidence: float | None = None


@dataclass(slots=True, frozen=True)
class Drawn:
    """A part of a path that the page draws: the points it goes through, first and last the same where it is closed.

    ``straight`` says that only straight lines lead from one to the next.
    """

    points: tuple[Point, ...]
    straight: bool


@dataclass(slots=True, frozen=True)
class Bookmark:
    """A line of the file's own outline: ``level`` from 1; ``page`` from 1, None where it leads to no page."""

    title: str
    level: int
    page: int | None
