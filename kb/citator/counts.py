"""What filters leave, facets and years, counted from tallies: five thousand passages are a few hundred of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from kb.citator.answer import Asking
from kb.citator.places import Tally

FACETS = ("role", "kind", "language", "state")
Key = TypeVar("Key", bound=Hashable)


def sums(pairs: Iterable[tuple[Key, int]]) -> Counter[Key]:
    """The sum of each key's counts, the keys in the order in which they come."""
    sums: Counter[Key] = Counter()
    for key, count in pairs:
        sums[key] += count
    return sums


def passing(tallies: Sequence[Tally], asking: Asking, *, but: str = "") -> Sequence[Tally]:
    """Those that the filters leave, without regard to the group; ``but`` is a field whose filter does not count."""
    wanted = {"role": asking.role, "kind": asking.kind, "language": asking.language, "state": asking.state}
    left = tallies
    for field, values in wanted.items():
        if values and field != but:
            left = [tally for tally in left if getattr(tally.cell, field) in values]
    if asking.year_from is not None or asking.year_to is not None:
        low, high = asking.year_from or 0, asking.year_to or 9999
        left = [tally for tally in left if tally.year is not None and low <= tally.year <= high]
    return left


def facets(tallies: Sequence[Tally], asking: Asking) -> dict[str, dict[str, int]]:
    """Value → passages, of each field without its own filter, so that its other values stay to be chosen."""
    found: dict[str, dict[str, int]] = {}
    inside = [tally for tally in tallies if tally.group == asking.group] if asking.group else tallies
    for field in FACETS:
        left = passing(inside, asking, but=field)
        counts = sums((getattr(tally.cell, field), tally.passages) for tally in left)
        found[field] = {value: count for value, count in counts.most_common() if value}
    return found


def years(tallies: Iterable[Tally]) -> dict[int, dict[str, int]]:
    """Year → group → passages."""
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for (year, group), count in sums(((tally.year, tally.group), tally.passages) for tally in tallies).items():
        if year is not None:
            found[year][group] = count
    return {year: found[year] for year in sorted(found)}
