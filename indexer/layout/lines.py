"""A row of pieces to a Line with its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from indexer.layout.cleaning import clean, is_set_apart, leader_in
from indexer.layout.pieces import Piece
from kb.originals.pdfium import HYPHEN, Run

_RAISED = ("⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹")
_SUPERSCRIPT = str.maketrans("0123456789", "".join(_RAISED))
_NOTE = re.compile(r"^[\[(]?(\d{1,4}|[*†‡§]{1,4})[\])]?$")
_UNIT = re.compile(r"(?:^|[\s\d(/])(?:[kcdm]?m|м|км|см)$")  # square and cubic metres are the subject matter
_HYPHENS = (HYPHEN, "-", "‐")


@dataclass(slots=True)
class Line:
    """One line as a reader sees it. ``bold`` and ``slant`` (italic) are spans of ``text``; ``notes`` the footnote
    numbers that hang on it.

    ``lead`` is a raised number at the line's beginning (a footnote's own), taken out of the text. ``hyphen`` says
    that the line ended in a hyphen, which ``text`` does not hold. ``first`` is the width of the first word.
    """

    x0: float
    x1: float
    top: float
    bottom: float
    y: float
    size: float
    text: str = ""
    bold: list[tuple[int, int]] = field(default_factory=list)
    slant: list[tuple[int, int]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lead: str = ""
    hyphen: bool = False
    leader: bool = False  # dots lead to a page number, as in a contents list
    label_gap: bool = False  # a gap follows the first word, as after the number of a paragraph
    first: float = 0.0
    column: int = 0

    @property
    def all_bold(self) -> bool:
        """Whether every letter of it is bold."""
        return _covered(self.text, self.bold)

    @property
    def italic(self) -> bool:
        """Whether every letter of it is slanted."""
        return _covered(self.text, self.slant)

    def cut(self, start: int, end: int) -> None:
        """Takes ``text[start:end]`` out, and moves the spans with it."""
        gone = end - start
        self.text = self.text[:start] + self.text[end:]
        self.bold, self.slant = (
            [
                (a - max(0, min(gone, a - start)), b - max(0, min(gone, b - start)))
                for a, b in spans
                if a < start or b > end
            ]
            for spans in (self.bold, self.slant)
        )


def _covered(text: str, spans: list[tuple[int, int]]) -> bool:
    if not spans:
        return len(text) == 1
    return bool(text) and sum([end - start for start, end in spans]) >= len(text) - 1


def line_of(row: Sequence[Piece]) -> Line:
    """A row as a Line: its runs from left to right, raised numbers taken out, spaces where there is space."""
    if len(row) == 1 and len(row[0].runs) == 1:
        return _plain_line(row[0].runs[0])
    runs = [run for piece in row for run in piece.runs]
    if any(later.x0 < earlier.x0 for earlier, later in pairwise(runs)):
        runs.sort(key=lambda r: r.x0)
    if len(runs) > 1:
        runs = _once(runs)
    main = max(runs, key=lambda r: (len(r.text), r.size))
    size, y = main.size, main.y
    line = Line(
        min(r.x0 for r in runs), max(r.x1 for r in runs), min(r.top for r in runs), max(r.bottom for r in runs), y, size
    )
    parts: list[str] = []
    length = 0
    previous: Run | None = None
    for run in runs:
        text = clean(run.text)
        if run.size < 0.86 * size and run.y < y - 0.1 * size and (note := _NOTE.match(text)):
            if not length:
                line.lead = line.lead + note[1]
                previous = run
                continue
            told = "".join(parts[-2:])
            if not (_UNIT.search(told) and text in "23") and not (told[-1:].isdigit() and not _open_note(line, text)):
                line.notes.append(note[1])
                previous = run
                continue
            text = text.translate(_SUPERSCRIPT)
        if previous is not None and length and _space(previous, run, size):
            parts.append(" ")
            length += 1
        if run.bold:
            _span(line.bold, length, length + len(text))
        if run.italic:
            _span(line.slant, length, length + len(text))
        if not length:
            line.first = (run.x1 - run.x0) * min(1.0, len(text.split(" ", 1)[0]) / max(1, len(text)))
        parts.append(text)
        length += len(text)
        previous = run
    _finish(line, "".join(parts))
    line.label_gap = len(row) > 1 and row[0].x1 - row[0].x0 < 5 * size
    return line


def _plain_line(run: Run) -> Line:
    """A line in one font, as nearly all are."""
    text = clean(run.text)
    line = Line(run.x0, run.x1, run.top, run.bottom, run.y, run.size)
    if run.bold:
        line.bold.append((0, len(text)))
    if run.italic:
        line.slant.append((0, len(text)))
    if text:
        word = text.find(" ")
        line.first = (run.x1 - run.x0) * (1.0 if word < 0 else word / len(text))
    _finish(line, text)
    return line


def call(line: Line, markers: Sequence[str]) -> None:
    """Takes raised numbers that stand behind a digit out of the text where the page has footnotes of those numbers."""
    for marker in markers:
        raised = marker.translate(_SUPERSCRIPT)
        at = line.text.find(raised)
        after = line.text[at + len(raised) : at + len(raised) + 1]
        if at < 1 or not marker.isdigit() or after in _RAISED or line.text[at - 1] in _RAISED:
            continue
        line.cut(at, at + len(raised))
        line.notes.append(marker)


def _once(runs: list[Run]) -> list[Run]:
    """Without what is printed again in the same place, as some programs do for bold."""
    kept = runs[:1]
    for run in runs[1:]:
        last = kept[-1]
        if run.x0 - last.x0 < 0.35 * run.size and (last.text.startswith(run.text) or run.text.startswith(last.text)):
            kept[-1] = max(last, run, key=lambda r: len(r.text))
        else:
            kept.append(run)
    return kept


def _open_note(line: Line, text: str) -> bool:
    """A number raised after a digit is a footnote's only where the line's last footnote was the one before it."""
    return bool(line.notes) and line.notes[-1].isdigit() and text.isdigit() and int(text) == int(line.notes[-1]) + 1


def _space(before: Run, after: Run, size: float) -> bool:
    gap = after.x0 - before.x1
    return after.gap == " " or gap > 0.22 * size or (after.gap == "\n" and gap > 0.05 * size)


def _span(spans: list[tuple[int, int]], start: int, end: int) -> None:
    if spans and start - spans[-1][1] <= 1:
        spans[-1] = (spans[-1][0], end)
    else:
        spans.append((start, end))


def _finish(line: Line, text: str) -> None:
    if text[-1:] in _HYPHENS and (text[-1] == HYPHEN or (len(text) > 2 and text[-2].isalnum())):
        line.hyphen, text = True, text[:-1]
    if HYPHEN in text:
        text = text.replace(HYPHEN, "-")
    if (leader := leader_in(text)) and leader.start():
        text = f"{text[: leader.start()]} … {text[leader.end() :]}".rstrip()
        line.leader = True
    elif len(text) > 6 and text[1] == text[3] == " " and is_set_apart(text):
        text = text[::2]
        for spans in (line.bold, line.slant):
            spans[:] = [(start // 2, (end + 1) // 2) for start, end in spans]
    line.text = text
    for spans in (line.bold, line.slant):
        if spans:
            spans[:] = [(start, min(end, len(text))) for start, end in spans if start < len(text)]
