"""The best passage of each document, and how many more it has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kb.engines.protocol import IndexReader, Match, Matches, Request
from kb.search import merge

_FIRST = 10  # passages fetched for each document wanted, at first
_MORE = 8  # times as many, when that was not enough


def grouped(readers: Sequence[IndexReader], request: Request) -> tuple[Matches, dict[str, int]]:
    """The page of documents asked for, each by its first match; and document → how many more it has.

    ``total`` counts documents, facets count passages. Passages are fetched until there are documents enough.
    """
    wanted = request.offset + request.limit
    asked = replace(request, facets=(*request.facets, "document"), offset=0, limit=max(wanted * _FIRST, 1))
    found = merge.search(readers, asked)
    counts = found.facets["document"]
    firsts = _firsts(found.matches)
    while len(firsts) < min(wanted, len(counts)) and len(found.matches) == asked.limit:
        asked = replace(asked, facets=(), limit=asked.limit * _MORE)
        again = merge.search(readers, asked)
        found = found.paged(again.matches)
        firsts = _firsts(again.matches)
    page = tuple(firsts.values())[request.offset : wanted]
    facets = {name: values for name, values in found.facets.items() if name in request.facets}
    more = {match.document: counts.get(match.document, 1) - 1 for match in page}
    return Matches.of(page, len(counts), facets), more


def _firsts(matches: Sequence[Match]) -> dict[str, Match]:
    firsts: dict[str, Match] = {}
    for match in matches:
        firsts.setdefault(match.document, match)
    return firsts
