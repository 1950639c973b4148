"""Breaks styled text into lines and fills columns: what a PDF needs and fpdf2 does not do (footnotes, columns)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from fpdf import FPDF

from samples.source import Run


@dataclass(frozen=True, slots=True)
class Style:
    """A face and its measures: size in points, the rest in millimetres."""

    family: str
    size: float
    leading: float
    bold: bool = False
    before: float = 0.0
    after: float = 0.0
    colour: tuple[int, int, int] = (20, 20, 20)
    centred: bool = False


@dataclass(slots=True)
class Line:
    """Pieces set side by side from ``x`` on, with the footnotes they call."""

    x: float
    pieces: list[tuple[str, bool, bool]] = field(default_factory=list)  # text, bold, raised
    notes: list[str] = field(default_factory=list)
    width: float = 0.0


class Measure:
    """Widths by fpdf2, with the face set only when it changes."""

    def __init__(self, pdf: FPDF) -> None:
        self.pdf = pdf

    def __call__(self, text: str, style: Style, *, bold: bool, raised: bool = False) -> float:
        self.face(style, bold=bold, raised=raised)
        return float(self.pdf.get_string_width(text))

    def face(self, style: Style, *, bold: bool, raised: bool = False) -> None:
        self.pdf.set_font(style.family, "B" if bold or style.bold else "", style.size * (0.62 if raised else 1))


Word = list[tuple[str, bool, bool]]


def words(runs: Iterable[Run]) -> Iterator[Word]:
    """Words as pieces that may not be parted: a footnote mark stays with the word before it."""
    word: Word = []
    for run in runs:
        if run.note:
            word.append((run.note, False, True))
            continue
        cuts = run.text.split(" ")
        for place, cut in enumerate(cuts):
            if place and word:
                yield word
                word = []
            if cut:
                word.append((cut, run.bold, False))
    if word:
        yield word


def lines(
    runs: Iterable[Run], style: Style, measure: Measure, *, width: float, first: float = 0.0, rest: float = 0.0
) -> list[Line]:
    """The lines of a paragraph ``width`` wide; ``first`` and ``rest`` are the indents of its first and other lines."""
    made = [Line(first)]
    space = measure(" ", style, bold=False)
    for word in words(runs):
        wide = sum(measure(text, style, bold=bold, raised=raised) for text, bold, raised in word)
        line = made[-1]
        if line.pieces and line.x + line.width + space + wide > width:
            line = Line(rest)
            made.append(line)
        if line.pieces:
            line.pieces.append((" ", word[0][1], False))
            line.width += space
        line.pieces += word
        line.notes += [text for text, _, raised in word if raised]
        line.width += wide
    return made


def draw(pdf: FPDF, line: Line, style: Style, measure: Measure, *, x: float, y: float, width: float) -> None:
    """Sets one line with its baseline at ``y``; neighbours of one style are one string."""
    pdf.set_text_color(*style.colour)
    at = x + ((width - line.width) / 2 if style.centred else line.x)
    joined: Word = []
    for text, bold, raised in line.pieces:
        if joined and joined[-1][1:] == (bold, raised):
            joined[-1] = (joined[-1][0] + text, bold, raised)
        else:
            joined.append((text, bold, raised))
    for text, bold, raised in joined:
        measure.face(style, bold=bold, raised=raised)
        pdf.text(at, y - (style.size * 0.12 if raised else 0), text)
        at += pdf.get_string_width(text)
