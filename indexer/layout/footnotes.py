"""Footnotes: small print at the foot of a column that begins with a number or a mark, or stands below a short rule."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.layout.lines import Line

SMALLER = 0.94  # of the size of the body: at most this is small print
TINY = 0.86  # small print with a number is a footnote even where nothing in the text calls it
_MARK = re.compile(r"^(?:(\d{1,4})(?:[.)/]?\s+|(?=[^\W\dºª]))|([*†‡]{1,4}|[a-z](?=/))/?\s*)(?=\S)")
SEPARATOR = re.compile(r"^[_―─—]{4,}$")
Rule = tuple[float, float, float, float]


def split(
    lines: Sequence[Line], body: float, rules: Sequence[Rule], height: float
) -> tuple[list[Line], list[tuple[str, list[Line]]]]:
    """The lines of the body, and each footnote's marker with its lines. "" marks what goes on from the page before."""
    start = _start(lines, body, rules, height)
    if start == len(lines):
        return list(lines), []
    notes: list[tuple[str, list[Line]]] = []
    for line in lines[start:]:
        marker = _marker(line, notes[-1][0] if notes else None)
        if marker or not notes:
            notes.append((marker, [line]))
        else:
            notes[-1][1].append(line)
    if start and SEPARATOR.match(lines[start - 1].text):
        start -= 1
    return list(lines[:start]), notes


def _start(lines: Sequence[Line], body: float, rules: Sequence[Rule], height: float) -> int:
    small = len(lines)
    while small and lines[small - 1].size <= SMALLER * body:
        small -= 1
    left = min((line.x0 for line in lines), default=0.0)
    called = {note for line in lines[:small] for note in line.notes}
    for index in range(small, len(lines)):
        line = lines[index]
        if index == 0 and line.y < 0.5 * height:
            continue  # a whole column in small print is no footnote
        if _below_rule(lines, index, rules):
            return index
        if line.x0 < left + 4 * line.size and _called(line, called, body):
            return index
    for index in range(1, len(lines)):
        if lines[index].y > 0.4 * height and _MARK.match(_printed(lines[index])) and _below_rule(lines, index, rules):
            return index
    return len(lines)


def _called(line: Line, called: set[str], body: float) -> bool:
    """Whether the line begins with a number that the text calls, one that is raised, or one in very small print."""
    mark = _MARK.match(line.text)
    return (
        bool(line.lead)
        or (mark is not None and (mark[1] or mark[2]) in called)
        or bool(mark and line.size <= TINY * body)
    )


def _printed(line: Line) -> str:
    return f"{line.lead} {line.text}" if line.lead else line.text


def _below_rule(lines: Sequence[Line], index: int, rules: Sequence[Rule]) -> bool:
    """Whether a short horizontal rule stands between this line and the one above it."""
    line = lines[index]
    if index and SEPARATOR.match(lines[index - 1].text):
        return True
    above = lines[index - 1].y + 0.45 * lines[index - 1].size if index else line.top - 40  # an underline is nearer
    return any(
        y1 - y0 < 2 and 30 < x1 - x0 < 260 and above <= y0 <= line.top + 2 and x0 < line.x0 + 60
        for x0, y0, x1, y1 in rules
    )


def _marker(line: Line, last: str | None) -> str:
    if line.lead:
        return line.lead
    match = _MARK.match(line.text)
    if match is None:
        return ""
    marker = match[1] or match[2]
    if marker.isdigit() and last and last.isdigit() and int(marker) != int(last) + 1:
        return ""
    line.cut(0, match.end())
    return marker
