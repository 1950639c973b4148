"""The known ways in which text goes wrong, one file for each; `candidates` offers those that may be it."""

from __future__ import annotations

from collections.abc import Iterator

from indexer.quality.repairs import (
    accents,
    codepages,
    diacritics,
    mojibake,
    private_use,
    scripts,
    seven_bit,
    shift,
    substitutes,
)
from indexer.quality.repairs.repair import Repair

__all__ = ["Repair", "candidates"]


def candidates(text: str, *, language: str, odd: frozenset[str], garbled: bool) -> Iterator[Repair]:
    """The repairs worth trying on ``text``; ``garbled`` says that its words are of no language, so that all of it may
    have been moved."""
    yield from scripts.candidates(text)
    yield from seven_bit.candidates(text)
    yield from mojibake.candidates(text)
    yield from codepages.candidates(text)
    yield from diacritics.candidates(text)
    yield from accents.candidates(text)
    yield from private_use.candidates(text)
    yield from substitutes.candidates(text, language, odd)
    if garbled:
        yield from shift.candidates(text)
