"""Edits between two words: what Fuzzy means, the same in every engine."""

from __future__ import annotations


def within(one: str, other: str, limit: int) -> bool:
    """Whether ``limit`` edits or fewer make one word the other.

    An edit is a letter added, lost or changed, or two neighbours swapped.
    The restricted distance (no letter is edited twice), as the automata of search engines have it.
    """
    if abs(len(one) - len(other)) > limit:
        return False
    if one == other:
        return True
    if limit < 1:
        return False
    start = 0
    end = min(len(one), len(other))
    while start < end and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    if limit == 1:
        # What follows the first letter that differs decides; nearly every word of a dictionary ends here.
        if a[1:] == b[1:] or a[1:] == b or a == b[1:]:
            return True
        return len(a) > 1 and len(b) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    return _table(a, b, limit) <= limit


def _table(one: str, other: str, limit: int) -> int:
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, another in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != another))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == another:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > limit and (not before or min(before) > limit):
            return limit + 1  # no later row can be nearer
    return row[-1]
