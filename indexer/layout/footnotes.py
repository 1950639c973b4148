"""Footnotes: small print at the foot of a column that begins with a number or a mark, or stands below a short rule."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.layout.lines import Line

SMALLER = 0.94  # of the size of the body: at most this is small print
_MARK = re.compile(r"^(?:(\d{1,4})(?:[\s.)/]+|(?=[^\W\d]))|([*†‡]{1,4}|[a-z](?=/))/?\s*)(?=\S)")
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
    return list(lines[:start]), notes


def _start(lines: Sequence[Line], body: float, rules: Sequence[Rule], height: float) -> int:
    small = len(lines)
    while small and lines[small - 1].size <= SMALLER * body:
        small -= 1
    for index in range(small, len(lines)):
        if index == 0 and lines[0].y < 0.5 * height:
            continue  # a whole column in small print is no footnote
        if _raised(lines[index]) or (_below_rule(lines, index, rules) and index >= small):
            return index
    for index in range(1, len(lines)):
        if lines[index].y > 0.4 * height and _below_rule(lines, index, rules) and _raised(lines[index]):
            return index
    return len(lines)


def _raised(line: Line) -> bool:
    return bool(line.lead or _MARK.match(line.text))


def _below_rule(lines: Sequence[Line], index: int, rules: Sequence[Rule]) -> bool:
    """Whether a short horizontal rule stands between this line and the one above it."""
    line = lines[index]
    above = lines[index - 1].y if index else line.top - 40
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
    _cut(line, match.end())
    return marker


def _cut(line: Line, length: int) -> None:
    line.text = line.text[length:]
    line.bold = [(max(0, a - length), b - length) for a, b in line.bold if b > length]
