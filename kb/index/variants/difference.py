"""What one text says that another does not: the runs of words between what they share, in linear time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from difflib import SequenceMatcher

_RUN = 4  # words that stand together once in each text tie the two together there
_LARGEST = 400  # words of a gap that are compared word by word; a larger one is a change as a whole

Change = tuple[list[str], list[str]]


def differences(first: list[str], second: list[str]) -> Iterator[Change]:
    """The words of each text at every place where they differ, in order; one side may be empty.

    Words that are the same letters cut otherwise ("de tention") are no difference.
    """
    at = there = 0
    for one, other in (*_ties(first, second), (len(first), len(second))):
        if one >= at and other >= there:
            yield from _within(first[at:one], second[there:other])
            at, there = one, other
            while at < len(first) and there < len(second) and first[at] == second[there]:
                at, there = at + 1, there + 1


def _ties(first: list[str], second: list[str]) -> list[tuple[int, int]]:
    """Places of runs that stand once in each text, in the longest order that both agree on."""
    here, there = _once(first), _once(second)
    places = [(at, there[run]) for run, at in here.items() if run in there]
    # The longest increasing subsequence of the second places, by patience.
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(places):
        pile = bisect_left(ends, place)
        before.append(last[pile - 1] if pile else -1)
        if pile == len(ends):
            ends.append(place)
            last.append(number)
        else:
            ends[pile], last[pile] = place, number
    line, number = [], last[-1] if last else -1
    while number >= 0:
        line.append(places[number])
        number = before[number]
    return line[::-1]


def _once(words: list[str]) -> dict[tuple[str, ...], int]:
    """The runs that stand in a text once, in order, with their places."""
    seen: dict[tuple[str, ...], int] = {}
    for at, run in enumerate(zip(*(words[n:] for n in range(_RUN)), strict=False)):
        seen[run] = -1 if run in seen else at
    return {run: at for run, at in seen.items() if at >= 0}


def _within(first: list[str], second: list[str]) -> Iterator[Change]:
    if "".join(first) == "".join(second):
        return
    if not first or not second or max(len(first), len(second)) > _LARGEST:
        yield first, second
        return
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal" and "".join(first[a:b]) != "".join(second[c:d]):
            yield first[a:b], second[c:d]
