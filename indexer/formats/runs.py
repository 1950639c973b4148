"""Runs of text, bold or not, become one clean line with the spans of its bold words."""

from __future__ import annotations

from collections.abc import Iterable

from indexer.formats.text import clean


def gather(runs: Iterable[tuple[str, bool]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The runs' text, cleaned, and half-open spans of it that are bold (touching spans joined)."""
    letters: list[str] = []
    flags: list[bool] = []
    for text, bold in runs:
        for letter in text:
            letters.append(letter)
            flags.append(bold)
    whole = clean("".join(letters))
    if not any(flags):
        return whole, ()
    # Cleaning drops and composes letters; bold is carried over by walking both texts from one letter to the next.
    spans: list[tuple[int, int]] = []
    at = 0
    for start, end in _bold_runs(flags):
        words = clean("".join(letters[start:end]))
        found = whole.find(words, at) if words else -1
        if found < 0:
            continue
        at = found + len(words)
        joins = spans and not whole[spans[-1][1] : found].strip()
        spans[-1:] = [(spans[-1][0], at)] if joins else [*spans[-1:], (found, at)]
    return whole, tuple(spans)


def _bold_runs(flags: list[bool]) -> Iterable[tuple[int, int]]:
    start = -1
    for at, bold in enumerate([*flags, False]):
        if bold and start < 0:
            start = at
        elif not bold and start >= 0:
            yield start, at
            start = -1
