"""Several indexes as one: each access level has its own, and a reader opens those of its clearance.

Totals and facet counts add up. Scores are made comparable with the statistics of all that the reader may see, and of
nothing else: a term's weight in one index is corrected by how rare it is in all of them together.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from kb.engines.protocol import Counts, IndexReader, Match, Matches, Request
from kb.engines.tree import All, AnyOf, Best, Node, Phrase, Prefer, Term


def search(readers: Sequence[IndexReader], request: Request) -> Matches:
    """The page asked for over all readers: best or newest first, then by document and place in it."""
    if len(readers) == 1:
        return readers[0].search(request)
    wider = replace(request, offset=0, limit=request.offset + request.limit if request.limit else 0)
    corrected = corrections(readers, request.tree)
    found = [reader.search(replace(wider, weights=own)) for reader, own in zip(readers, corrected, strict=True)]

    @cache
    def paging() -> tuple[Match, ...]:
        everything = sorted((match for one in found for match in one.matches), key=order(request.sort))
        return tuple(everything[request.offset : request.offset + request.limit]) if request.limit else ()

    def counting() -> Counts:
        total = sum(one.total for one in found)
        return total, {name: _added([one.facets.get(name, {}) for one in found]) for name in request.facets}

    return Matches(paging, counting)


def order(sort: str) -> Callable[[Match], tuple[float, str, int]]:
    """The key by which matches of several readers are put in order."""
    if sort == "date":
        return lambda match: (-match.date, match.document, match.ordinal)
    return lambda match: (-match.score, match.document, match.ordinal)


def corrections(readers: Sequence[IndexReader], tree: Node) -> list[dict[tuple[str, str], float]]:
    """For each reader: (field, term) → idf in all readers together / idf in this one."""
    sizes = [reader.count() for reader in readers]
    factors: list[dict[tuple[str, str], float]] = [{} for _ in readers]
    for field, term in dict.fromkeys(scored(tree)):
        held = [reader.frequency(field, term) for reader in readers]
        common = idf(sum(sizes), sum(held))
        for own, size, count in zip(factors, sizes, held, strict=True):
            if count:
                own[field, term] = common / idf(size, count)
    return factors


def idf(passages: int, holding: int) -> float:
    """How much a term says, as BM25 has it."""
    return math.log(1 + (passages - holding + 0.5) / (holding + 0.5))


def scored(node: Node) -> Iterator[tuple[str, str]]:
    """The terms of a tree whose rarity counts."""
    match node:
        case Term(field, text):
            yield field, text
        case Phrase(field, terms):
            yield from ((field, term) for term in terms)
        case All(children, _) | AnyOf(children) | Best(children):
            for child in children:
                yield from scored(child)
        case Prefer(required, optional):
            for child in (required, *optional):
                yield from scored(child)
        case _:
            return


def _added(counts: Sequence[dict[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for one in counts:
        total.update(one)
    return dict(sorted(total.items(), key=lambda item: (-item[1], item[0])))
