"""The beginning of a document as lines: what its first page prints, in order, headings included."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from kb.nouns import Passage

_PASSAGES, _CHARACTERS = 60, 6000


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line or paragraph of the beginning; ``heading`` where the layout says that it is one."""

    text: str
    heading: bool


def head(passages: Sequence[Passage]) -> tuple[Line, ...]:
    """The first headings and texts, at most some pages' worth; notes and tables are left out."""
    lines: list[Line] = []
    length = 0
    for line in _lines(islice(passages, _PASSAGES)):
        if length > _CHARACTERS:
            break
        lines.append(line)
        length += len(line.text)
    return tuple(lines)


def _lines(passages: Iterator[Passage]) -> Iterator[Line]:
    above: tuple[str, ...] = ()
    for passage in passages:
        shared = 0
        while shared < min(len(above), len(passage.heading)) and above[shared] == passage.heading[shared]:
            shared += 1
        for one in passage.heading[shared:]:
            yield Line(" ".join(one.split()), True)
        above = passage.heading
        if passage.form in ("text", "heading"):
            for text in passage.text[:2000].splitlines():
                if text.strip():
                    yield Line(" ".join(text.split()), passage.form == "heading")
