"""A document's contents from the heading trails of its passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.nouns import Passage

DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading where it first stands: its depth from 1, and the first passage beneath it."""

    title: str
    depth: int
    anchor: str
    ordinal: int


def contents_of(passages: Sequence[Passage]) -> tuple[Entry, ...]:
    """The headings in the order of the text; a heading that returns after another is listed again."""
    entries: list[Entry] = []
    trail: tuple[str, ...] = ()
    for passage in passages:
        entries += new_headings(trail, passage)
        trail = trail if is_aside(passage) else passage.heading
    return tuple(entries)


def new_headings(trail: tuple[str, ...], passage: Passage) -> list[Entry]:
    """The headings that stand before this passage when ``trail`` was that of the passage before it."""
    if is_aside(passage):
        return []
    same = 0
    for old, new in zip(trail, passage.heading, strict=False):
        if old != new:
            break
        same += 1
    return [
        Entry(title, min(depth, DEEPEST), passage.anchor, passage.ordinal)
        for depth, title in enumerate(passage.heading[same:], start=same + 1)
    ]


def is_aside(passage: Passage) -> bool:
    """Footnotes stand outside the order of the text: they open and close no heading."""
    return passage.form == "footnote"
