"""Passages that say the same words are shown once, with where else they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kb.engines.protocol import Match
from kb.nouns import Passage
from kb.search.copies import SHARED, Wording, copies, may_have_copies, runs_of, wording

# So many of the best matches are looked through; those behind them are shown each by itself. Copies score nearly alike,
# so they stand near one another; reading more passages would take longer than the search.
WINDOW = 40

COMPARED = 4  # rows that share most with a passage: of a hundred that differ in a number, not every one


@dataclass(frozen=True, slots=True)
class Row:
    """A match, and the matches after it that say the same."""

    match: Match
    also: tuple[Match, ...] = ()


def fold(matches: Sequence[Match], said: Mapping[str, Passage]) -> list[Row]:
    """The matches in their order, each that says what one before it says put behind that one.

    ``said`` has what they say by their keys; one that is not there (it is not readable, or gone) is a row of its own.
    """
    rows: list[tuple[Match, list[Match]]] = []
    firsts = _Firsts()
    for match in matches:
        passage = said.get(match.key)
        same = firsts.same(passage, len(rows)) if passage is not None and may_have_copies(passage) else None
        if same is None:
            rows.append((match, []))
        else:
            rows[same][1].append(match)
    return [Row(match, tuple(also)) for match, also in rows]


class _Firsts:
    """The passages that begin a row: found again by runs of their words, and by what lists say they repeat."""

    def __init__(self) -> None:
        self._said: dict[int, Passage] = {}
        self._runs: dict[int, int] = {}
        self._holding: dict[str, list[int]] = {}
        self._wordings: dict[int, Wording] = {}
        self._places: dict[tuple[str, str], int] = {}
        self._repeating: dict[tuple[str, str], int] = {}  # items of lists, by what they repeat

    def same(self, passage: Passage, row: int) -> int | None:
        """The first row that says the same as this passage; where there is none, it begins ``row``."""
        runs = runs_of(passage.text)
        shared = Counter(one for run in runs for one in self._holding.get(run, ()))
        best = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:COMPARED]
        near = [one for one, times in best if times >= SHARED * min(len(runs), self._runs[one])]
        if passage.repeats:
            near.append(self._places.get((passage.document, passage.repeats), -1))
        near.append(self._repeating.get((passage.document, passage.anchor), -1))
        near = sorted({one for one in near if one >= 0})
        if near:
            its = wording(passage)
            for one in near:
                first = self._wordings.get(one) or self._wordings.setdefault(one, wording(self._said[one]))
                if copies(first, its):
                    return one
        self._said[row], self._runs[row] = passage, len(runs)
        self._places[passage.document, passage.anchor] = row
        if passage.repeats:
            self._repeating.setdefault((passage.document, passage.repeats), row)
        for run in runs:
            self._holding.setdefault(run, []).append(row)
        return None


def page(
    rows: Sequence[Row], looked: int, offset: int, limit: int, rest: Callable[[int, int], Sequence[Match]] | None
) -> list[Row]:
    """The rows of a page: those made of the ``looked`` best matches, then those that ``rest`` (offset, limit) gives."""
    shown = list(rows[offset : offset + limit])
    if len(shown) < limit and rest is not None:
        behind = looked + max(offset - len(rows), 0)
        shown += [Row(match) for match in rest(behind, limit - len(shown))]
    return shown
