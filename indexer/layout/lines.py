"""Runs to pieces (what stands close together on one baseline), pieces to rows, a row to a Line with its text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kb.originals.pdfium import HYPHEN, Run

PIECE_GAP = 0.8  # of the font size: a wider gap may be a gutter between columns, or only justified text
_RAISED = ("⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹")
_SUPERSCRIPT = str.maketrans("0123456789", "".join(_RAISED))
_NOTE = re.compile(r"^[\[(]?(\d{1,4}|[*†‡§]{1,4})[\])]?$")
LEADER = re.compile(r"\s*(?:[.…·_–—-]\s?){6,}(?=\s*(?:\d{1,4}(?:[–-]\d{1,4})?\s*|[ivxlc]{1,7}){0,2}$)")
_LEADERS = ("...", ". . .", "___", "---", "–––", "– –", "- - ", "…", "···")
_UNIT = re.compile(r"(?:^|[\s\d(/])(?:[kcdm]?m|м|км|см)$")  # square and cubic metres are the subject matter
_DROP = dict.fromkeys((*range(32), 0x7F, 0xAD, 0x200B, 0xFEFF, 0xFFFD, 0xFFFF))
_LIGATURES = str.maketrans(
    dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf06e\uf02d", "•")  # bullets of the symbol fonts
    | {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\xa0": " ", "\t": " "}
)


@dataclass(slots=True)
class Piece:
    """Runs that follow each other closely on one baseline."""

    runs: list[Run]
    x0: float
    x1: float
    y: float
    size: float
    weight: int  # characters in the run that gives y and size


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
        return bool(self.text) and sum(end - start for start, end in self.bold) >= len(self.text) - 1

    @property
    def italic(self) -> bool:
        """Whether every letter of it is slanted."""
        return bool(self.text) and sum(end - start for start, end in self.slant) >= len(self.text) - 1

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


def pieces_of(runs: Sequence[Run]) -> list[Piece]:
    """The runs of one direction, joined while they stand close together on one baseline in the file's own order."""
    pieces: list[Piece] = []
    piece: Piece | None = None
    for run in runs:
        if piece is not None and _belongs(piece, run):
            piece.runs.append(run)
            piece.x0, piece.x1 = min(piece.x0, run.x0), max(piece.x1, run.x1)
            if len(run.text) > piece.weight or run.size > piece.size * 1.25:
                piece.y, piece.size, piece.weight = run.y, run.size, len(run.text)
        else:
            piece = Piece([run], run.x0, run.x1, run.y, run.size, len(run.text))
            pieces.append(piece)
    return pieces


def _belongs(piece: Piece, run: Run) -> bool:
    if piece.runs[-1].text.endswith(HYPHEN) and run.x0 < piece.x1:
        return False
    size = max(piece.size, run.size)
    gap = run.x0 - piece.x1
    return abs(run.y - piece.y) <= 0.45 * size and -0.6 * size <= gap <= PIECE_GAP * size


def rows_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces on one baseline make a row; rows from the top down, pieces from left to right."""
    rows: list[list[Piece]] = []
    main: Piece | None = None
    for piece in sorted(pieces, key=lambda p: (p.y, p.x0)):
        if main is not None and _level(main, piece):
            rows[-1].append(piece)
            if piece.size > main.size * 1.15 or (piece.weight > 4 >= main.weight):
                main = piece
        else:
            rows.append([piece])
            main = piece
    for row in rows:
        row.sort(key=lambda p: p.x0)
    return rows


def _level(a: Piece, b: Piece) -> bool:
    raised = min(a.weight, b.weight) <= 4
    return abs(a.y - b.y) <= (0.42 * max(a.size, b.size) if raised else 0.35 * min(a.size, b.size))


def line_of(row: Sequence[Piece]) -> Line:
    """A row as a Line: its runs from left to right, raised numbers taken out, spaces where there is space."""
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
    if text.endswith(HYPHEN) or (len(text) > 2 and text[-1] in "-‐" and text[-2].isalnum()):
        line.hyphen, text = True, text[:-1]
    if HYPHEN in text:
        text = text.replace(HYPHEN, "-")
    if any(dots in text for dots in _LEADERS) and (leader := LEADER.search(text)) and leader.start():
        text = f"{text[: leader.start()]} … {text[leader.end() :]}".rstrip()
        line.leader = True
    elif len(text) > 6 and not text[1::2].strip(" ") and " " not in text[::2] and text[::2].isalpha():
        text = text[::2]  # letters set apart
        for spans in (line.bold, line.slant):
            spans[:] = [(start // 2, (end + 1) // 2) for start, end in spans]
    line.text = text
    for spans in (line.bold, line.slant):
        spans[:] = [(start, min(end, len(text))) for start, end in spans if start < len(text)]


def clean(text: str) -> str:
    """NFC without control characters and soft hyphens; ligatures spelt out; every blank a space."""
    if text.isascii():
        return text if text.isprintable() else text.translate(_LIGATURES).translate(_DROP)
    return unicodedata.normalize("NFC", text.translate(_LIGATURES).translate(_DROP))
