"""The lines of a paragraph as one text: hyphens mended, bold and italic runs kept as spans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from indexer.layout.hyphens import Words
from indexer.layout.lines import Line

Spans = tuple[tuple[int, int], ...]


class Joined(NamedTuple):
    """One text with single spaces, and the spans of it that are bold and italic."""

    text: str
    bold: Spans = ()
    italic: Spans = ()


def join(lines: Sequence[Line], words: Words) -> Joined:
    """The lines as one text; a hyphen at a line's end is kept or mended as ``words`` knows."""
    parts: list[str] = []
    bold: list[tuple[int, int]] = []
    italic: list[tuple[int, int]] = []
    length = 0
    hyphen = False
    for line in lines:
        text, place = _single_spaced(line.text)
        if not text:
            continue
        if parts:
            glue = ("-" if words.keeps_hyphen(parts[-1], text) else "") if hyphen else " "
            parts.append(glue)
            length += len(glue)
        if line.bold:
            _add(bold, line.bold, length, place)
        if line.slant:
            _add(italic, line.slant, length, place)
        parts.append(text)
        length += len(text)
        hyphen = line.hyphen
    if hyphen:
        parts.append("-")
    return Joined("".join(parts), tuple(bold), tuple(italic))


def _add(spans: list[tuple[int, int]], more: Sequence[tuple[int, int]], at: int, place: dict[int, int] | None) -> None:
    """The spans of a line that begins at ``at``; those that nothing but a space or a hyphen parts become one."""
    for start, end in more:
        if place is not None:
            inside = [place[i] for i in range(start, end) if i in place]
            if not inside:
                continue
            start, end = inside[0], inside[-1] + 1
        if spans and at + start - spans[-1][1] <= 1:
            spans[-1] = (spans[-1][0], at + end)
        else:
            spans.append((at + start, at + end))


def _single_spaced(text: str) -> tuple[str, dict[int, int] | None]:
    """The text with single spaces, and where each of its characters is now; None where nothing has moved."""
    if "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text, None
    kept = [i for i, char in enumerate(text) if char != " " or (i and text[i - 1] != " ")]
    while kept and text[kept[-1]] == " ":
        kept.pop()
    if kept and text[kept[0]] == " ":
        kept = kept[1:]
    return "".join(text[i] for i in kept), {old: new for new, old in enumerate(kept)}
