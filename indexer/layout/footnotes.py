"""Footnotes: small print at the foot of a column that begins with a number or a mark, or stands below a short rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from indexer.layout.lines import Line

SMALLER = 0.94  # of the size of the body: at most this is small print
TINY = 0.86  # small print with a number is a footnote even where nothing in the text calls it
_MARK = re.compile(r"^(?:(\d{1,4})(?:[.)/]?\s+|(?=[^\W\dºª]))|([*†‡]{1,4}|[a-z](?=/))/?\s*)(?=\S)")
_RAISED = re.compile(r"^(?:\d{1,3}|[*†‡]{1,4})$")
MOST_REST = 12  # lines of a note that goes on from the page before
SEPARATOR = re.compile(r"^[_―─—]{4,}$")
Rule = tuple[float, float, float, float]


def split(
    lines: Sequence[Line], body: float, rules: Sequence[Rule], height: float, *, unfinished: bool = False
) -> tuple[list[Line], list[tuple[str, list[Line]]]]:
    """The lines of the body, and each footnote's marker with its lines. "" marks what goes on from the page before,
    which is likelier where the last note there was ``unfinished``."""
    start = _start(lines, body, rules, height, unfinished)
    text = list(lines[:start])
    if start == len(lines):
        return text, []
    notes: list[tuple[str, list[Line]]] = []
    for line in lines[start:]:
        marker = _marker(line, notes[-1][0] if notes else None)
        if marker or not notes:
            notes.append((marker, [line]))
        else:
            notes[-1][1].append(line)
    while text and SEPARATOR.match(text[-1].text):
        text.pop()
    return text, notes


def is_ornament(line: Line) -> bool:
    """Whether the line is a rule or stars, drawn with letters."""
    return not line.lead and len(line.text) > 2 and not line.text.strip("_―─—–-=~*·• ")


def led(lines: Sequence[Line]) -> list[Line]:
    """The lines with each raised mark that stands a little above its line, as a line of its own, led by that mark."""
    found: list[Line] = []
    for line in lines:
        mark = found[-1] if found else None
        if mark and _RAISED.match(mark.text) and _stands_before(mark, line):
            line.lead, line.x0 = mark.text, mark.x0
            found.pop()
        found.append(line)
    return found


def _stands_before(mark: Line, line: Line) -> bool:
    small = mark.size < 0.85 * line.size
    return small and mark.x1 <= line.x0 + 2 and 0 <= line.y - mark.y < 0.7 * line.size


def give_back(lines: Sequence[Line]) -> None:
    """Puts a raised number back that leads a line of the body: printed where a paragraph begins, else a call."""
    for at, line in enumerate(lines):
        if not line.lead:
            continue
        if at:
            line.notes.insert(0, line.lead)
            continue
        gap = len(line.lead) + 1
        line.text = f"{line.lead} {line.text}"
        line.bold, line.slant = ([(a + gap, b + gap) for a, b in spans] for spans in (line.bold, line.slant))


def is_unfinished(notes: Sequence[tuple[str, list[Line]]]) -> bool:
    """Whether the last note goes on elsewhere: its last line ends no sentence."""
    last = notes[-1][1][-1] if notes else None
    return last is not None and (last.hyphen or last.text.rstrip("\"'”’»)]")[-1:] not in ".!?;")


def _start(lines: Sequence[Line], body: float, rules: Sequence[Rule], height: float, unfinished: bool) -> int:
    small = len(lines)
    while small and lines[small - 1].size <= SMALLER * body:
        small -= 1
    left = min((line.x0 for line in lines), default=0.0)
    called = {note for line in lines[:small] for note in line.notes}
    first = 0 if small == 0 and _counts(lines) else 1  # a whole column in small print may be endnotes
    for index in range(small, len(lines)):
        line = lines[index]
        if index < first and line.y < 0.5 * height:
            continue
        if _below_rule(lines, index, rules):
            return index
        if line.x0 < left + 4 * line.size and _called(line, called, body):
            goes_on = unfinished and 0 < small < index and index - small < MOST_REST
            return small if goes_on else index
    if unfinished and 0 < small < len(lines) and lines[small].y > 0.5 * height and lines[small].text[:1].islower():
        return small
    for index in range(1, len(lines)):
        if lines[index].y > 0.4 * height and _MARK.match(_printed(lines[index])) and _below_rule(lines, index, rules):
            return index
    return len(lines)


def _counts(lines: Sequence[Line]) -> bool:
    """Whether the lines begin with the numbers of notes, one after the other."""
    numbers = [int(found[1]) for line in lines if (found := _MARK.match(_printed(line))) and found[1]]
    steps = sum(b == a + 1 for a, b in pairwise(numbers))
    return steps >= 3 and steps >= 0.6 * (len(numbers) - 1)


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
