"""Which of the numbers at the beginnings of blocks are this document's own: those that count 1, 2, 3 … N.

A year, a date, an amount or the list inside a quotation stands alone among them; a paragraph's number has neighbours.
The heaviest chain is taken first; what lies between two of its neighbours is inside a paragraph; before its first and
after its last member the same question is asked again (annexes, operative parts, separate opinions, a second language).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from indexer.segment.labels import Label
from indexer.segment.words import PROVISIONS

_WIDEST_GAP = 12  # numbers that a bad scan or a missed line may hide between two neighbours
_MOST_CHAINS = 300  # a text of nothing but short lists would otherwise take quadratic time
_TRIES = 40  # for the same reason
_NEARER = 0.8  # a nearer predecessor is preferred unless it carries less than this share of the farther one's weight


@dataclass(frozen=True, slots=True)
class Candidate:
    """A label at ``position`` (its piece's place) with the weight it lends to a chain."""

    position: int
    label: Label
    weight: float


@dataclass(frozen=True, slots=True)
class Chain:
    """Candidates that count on from one another, in order."""

    members: tuple[Candidate, ...]
    weight: float

    @property
    def first(self) -> int:
        """The position of its first member."""
        return self.members[0].position

    @property
    def last(self) -> int:
        """The position of its last member."""
        return self.members[-1].position

    @property
    def provisions(self) -> bool:
        """Whether its members are articles, rules and the like, whose numbered paragraphs are their own affair."""
        return self.members[0].label.style in PROVISIONS or self.members[0].label.style == "sign"


def chains_of(candidates: Sequence[Candidate], breaks: Sequence[int], credible: Callable[[Chain], bool]) -> list[Chain]:
    """The document's own chains in order. ``breaks`` are the positions of headings, sorted; ``credible`` is asked of
    each chain before it is taken."""
    found: list[Chain] = []
    regions: list[Sequence[Candidate]] = [candidates]
    while regions and len(found) < _MOST_CHAINS:
        region = regions.pop()
        best = _best(region, credible)
        if best is None:
            continue
        found.append(best)
        # A provision's own paragraphs follow its last number; a paragraph's do not.
        resume = next((at for at in breaks if at > best.last), None) if best.provisions else best.last
        regions.append([candidate for candidate in region if candidate.position < best.first])
        if resume is not None:
            regions.append([candidate for candidate in region if candidate.position > resume])
    return sorted(found, key=lambda chain: chain.first)


def _best(region: Sequence[Candidate], credible: Callable[[Chain], bool]) -> Chain | None:
    """The heaviest credible chain of one style in a region, the earliest of equals."""
    best: Chain | None = None
    for style in sorted({candidate.label.style for candidate in region}):
        group = [candidate for candidate in region if candidate.label.style == style]
        for _ in range(_TRIES):
            chain = _heaviest(group)
            if chain is None or chain.weight < 0.9:
                break
            if _plausible(chain) and credible(chain):
                if best is None or chain.weight > best.weight:
                    best = chain
                break
            taken = {member.position for member in chain.members}
            group = [candidate for candidate in group if candidate.position not in taken]
    return best


def _plausible(chain: Chain) -> bool:
    """Two neighbours beginning at one are a chain; elsewhere in the count it takes more to be believed."""
    start = chain.members[0].label.value[0]
    if chain.provisions:
        return chain.weight >= (0.9 if start == 1 or len(chain.members) > 1 else 0.95)
    return len(chain.members) >= 2 and chain.weight >= (1.0 if start <= 1 else 2.0)


def _heaviest(candidates: Sequence[Candidate]) -> Chain | None:
    scores: list[float] = []
    previous: list[int] = []
    latest: dict[tuple[int, ...], int] = {}  # the best chain so far whose last number begins so
    for here, candidate in enumerate(candidates):
        value = candidate.label.value
        score, best = candidate.weight - _start_cost(candidate.label), -1
        for key, cost in _steps(value, candidate.label.style in PROVISIONS):
            there = latest.get(key)
            if there is None or candidates[there].position == candidate.position:
                continue
            total = scores[there] + candidate.weight - cost
            if total > score:
                score, best = total, there
        scores.append(score)
        previous.append(best)
        for depth in range(1, len(value) + 1):
            key = value[:depth]
            known = latest.get(key)
            if known is None or score >= scores[known] * _NEARER:
                latest[key] = here
    if not scores:
        return None
    last = max(range(len(scores)), key=lambda i: (scores[i], -i))
    total, members = scores[last], []
    while last >= 0:
        members.append(candidates[last])
        last = previous[last]
    return Chain(tuple(reversed(members)), total)


def _start_cost(label: Label) -> float:
    """What it costs a chain to begin elsewhere than at one."""
    beyond = label.value[0] - 1 + sum(max(0, part - 1) for part in label.value[1:])
    return min(0.05 * beyond, 0.5) if label.style in PROVISIONS else min(0.3 * beyond, 1.5)


@lru_cache(maxsize=4096)  # the same numbers begin every document
def _steps(value: tuple[int, ...], provision: bool) -> list[tuple[tuple[int, ...], float]]:
    """The beginnings of numbers that ``value`` may follow, with what the step costs."""
    steps: list[tuple[tuple[int, ...], float]] = []
    for depth in range(len(value), 0, -1):
        head, part = value[: depth - 1], value[depth - 1]
        deeper = 0.0 if all(rest == 1 for rest in value[depth:]) else 0.6
        for gap in range(1, (40 if provision else _WIDEST_GAP) + 1):
            if part - gap < (0 if depth == 1 else 1):
                break
            steps.append(((*head, part - gap), deeper + (min(0.05 * (gap - 1), 0.6) if provision else 0.6 * (gap - 1))))
        if depth > 1:
            steps.append((head, 0.0 if part == 1 and not deeper else 0.4 + deeper))
    return steps
