"""The ways in which a phrase with slop may stand in a text: one exact meaning for every engine."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations_with_replacement
from math import comb

from kb.errors import QueryError

MOST = 256  # ways; each one is a phrase query of its own in an engine


def widest(terms: int, slop: int) -> int:
    """The largest slop up to ``slop`` that a phrase of so many terms may have."""
    while slop > 0 and comb(terms - 1 + slop, slop) > MOST:
        slop -= 1
    return slop


@lru_cache(maxsize=256)
def offsets(terms: int, slop: int) -> tuple[tuple[int, ...], ...]:
    """Every row of positions, counted from the first term, with at most ``slop`` others in between; tightest first.

    QueryError where there are more than MOST of them: ``widest`` tells beforehand.
    """
    if terms > 1 and comb(terms - 1 + slop, slop) > MOST:
        raise QueryError(
            f"a phrase of {terms} words cannot be stretched by {slop}",
            advice=f"Ask for at most ~{widest(terms, slop)} or shorten the phrase",
        )
    rows = []
    for moved in combinations_with_replacement(range(slop + 1), max(terms - 1, 0)):
        rows.append((0, *(index + 1 + extra for index, extra in enumerate(moved))))
    return tuple(sorted(rows, key=lambda row: (row[-1], row)))
