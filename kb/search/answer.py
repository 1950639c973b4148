"""Searching: from a Query to an Answer."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from kb.engines.constant import restricting
from kb.engines.protocol import IndexReader, Match, Matches, Request
from kb.engines.tree import Alike, AnyOf, Node, Prefer
from kb.nouns import Answer, Document, Passage, Query
from kb.search import merge
from kb.search.advice import for_nothing, spelt
from kb.search.fields import check, unheld
from kb.search.filters import filters, together
from kb.search.folding import WINDOW, Row, fold, page
from kb.search.grouping import grouped
from kb.search.hits import hits_of
from kb.search.others import Others
from kb.search.parse import parse
from kb.search.partly import may_match, partly
from kb.search.terms import Manner
from kb.search.translate import Plan, Translation
from kb.search.weights import ENOUGH, TYPED
from kb.thesaurus import Dictionary, Thesaurus
from kb.wording import counted, worded

FACETS = ("kind", "role", "language", "institution", "mechanism", "state", "year", "theme")
LONGEST_REFERENCE = 300

Texts = Callable[[Sequence[str]], dict[str, tuple[Document, Passage]]]


@dataclass(frozen=True, slots=True)
class _Found:
    """What the indexes gave, the tree that gave it and the one that marks it, and what is to be said of it."""

    tree: Node
    matches: Matches
    more: Mapping[str, int] = field(default_factory=dict)
    advice: tuple[str, ...] = ()
    marks: Node | None = None


def search(
    query: Query,
    *,
    readers: Sequence[IndexReader],
    texts: Texts,
    references: Callable[[str], str | None] = lambda _: None,
    languages: Iterable[str] | None = None,
    facets: Sequence[str] = FACETS,
    thesaurus: Thesaurus | None = None,
    dictionary: Dictionary | None = None,
) -> Answer:
    """The passages that answer, best (or newest) first; QueryError where the query cannot be read.

    ``readers`` are the indexes of the reader's clearance, ``texts`` gives the stored passages for keys (those it does
    not hold are left out of the page; copies are known by them), ``references`` the address that a text names,
    ``languages`` are those held, ``facets`` the fields whose values are counted, ``thesaurus`` and ``dictionary`` know
    other words for those typed.
    ``total`` counts passages; documents where the query is grouped (exactly up to ten thousand). The same query on
    the same indexes gives the same answer.
    """
    started = time.perf_counter()
    text = query.text.strip()
    spoken = _languages(query, languages)
    manner, asked = Manner(spoken, query.exact, readers), parse(query.text)
    check(asked, query.text)
    others = Others(
        None if query.exact else thesaurus, spoken, frozenset(query.without), dictionary, () if query.exact else readers
    )
    plan = Translation(readers, manner, others).plan(asked)
    if others.given and query.sort == "relevance":
        typed = Translation(readers, manner).plan(asked)
        plan = replace(plan, tree=Prefer(plan.tree, (Alike(restricting(typed.tree), TYPED),)))
    narrow = filters(query, readers)
    for name, node in plan.filters.items():
        narrow[name] = node if name not in narrow else together([narrow[name], node]) or node
    folds = query.fold and not query.group and query.limit > 0
    fetched = replace(query, offset=0, limit=WINDOW) if folds else query
    found = _find(fetched, plan, narrow, readers, tuple(facets))
    if not found.matches.total and not query.whole:
        found = replace(found, advice=(*unheld(query, asked, readers), *found.advice))
    rows = [Row(match) for match in found.matches.matches]
    held = dict(texts([row.match.key for row in rows])) if rows else {}
    folded = 0
    if folds:
        every = fold(found.matches.matches, {key: passage for key, (_, passage) in held.items()})
        folded = len(rows) - len(every)
        rest = partial(_rest, query, found.tree, narrow, readers)
        rows = page(every, len(rows), query.offset, query.limit, rest if found.matches.total > len(rows) else None)
        if others_shown := [row.match.key for row in rows if row.match.key not in held]:
            held |= texts(others_shown)
    return Answer(
        query=query.text,
        total=found.matches.total,
        hits=hits_of(found.marks or found.tree, rows, held, found.more),
        folded=folded,
        facets={name: found.matches.facets.get(name, {}) for name in facets},
        expanded=tuple(spoken or ()) if plan.words and not query.exact else (),
        expansions=tuple(others.given.values()),
        advice=(*found.advice, *spelt(others.spelled)) if found.matches.total else found.advice,
        direct=references(text) if text and len(text) <= LONGEST_REFERENCE else None,
        took_ms=(time.perf_counter() - started) * 1000,
    )


def _languages(query: Query, held: Iterable[str] | None) -> list[str] | None:
    """The languages whose word forms are looked for: those filtered for, else those held."""
    known = None if held is None else list(dict.fromkeys(held))
    if not query.language:
        return known
    asked = [code.lower() for code in query.language]
    chosen = [code for code in known or [] if any(f"{code.lower()}-".startswith(f"{one}-") for one in asked)]
    return chosen or list(query.language)


def _find(
    query: Query, plan: Plan, narrow: Mapping[str, Node], readers: Sequence[IndexReader], facets: tuple[str, ...]
) -> _Found:
    """All of what was asked for; where few passages have all of it, then as much as others have; advice where nothing
    is found."""
    # Where the words may have to be looked for one by one, all of them together are only counted at first.
    counted_first = plan.plain and bool(readers) and not query.group and not query.whole

    def whole(found: _Found) -> _Found:
        """What has all of it, with its page."""
        if not counted_first or query.limit <= 0 or not found.matches.total:
            return found
        paged = _ask(query, plan.tree, narrow, readers, (), counts=False).matches.matches
        return replace(found, matches=replace(found.matches, matches=paged))

    if counted_first and not may_match(plan.tree, readers):
        found = _Found(plan.tree, Matches(0, ()))
    else:
        found = _ask(replace(query, limit=0) if counted_first else query, plan.tree, narrow, readers, facets)
    total = found.matches.total
    if total >= ENOUGH or not readers or query.whole:
        return whole(found)
    strict = "AND" in query.text.split()  # who writes it means it
    if plan.plain and (not total or (plan.bare and not strict)):
        tree = partly(plan, readers, apart=not total)
        wider = _ask(query, tree, narrow, readers, facets)
        if wider.matches.total > total:
            advice = counted(
                "%(num)s has all the words, the others some of them",
                "%(num)s have all the words, the others some of them",
                total,
            )
            if not total:
                advice = worded("No passage has all the words: these have some of them")
            return _Found(tree, wider.matches, wider.more, (advice,), AnyOf((plan.tree, tree)))
    if total:
        return whole(found)

    def count(nodes: Sequence[Node]) -> int:
        request = Request(tree=plan.tree, filters=together(list(nodes)), limit=0)
        return merge.search(readers, request).total

    return _Found(plan.tree, found.matches, {}, tuple(for_nothing(plan.words, narrow, readers, count)))


def _ask(
    query: Query,
    tree: Node,
    narrow: Mapping[str, Node],
    readers: Sequence[IndexReader],
    facets: tuple[str, ...],
    *,
    counts: bool = True,
) -> _Found:
    request = Request(
        tree=tree,
        filters=together(list(narrow.values())),
        facets=facets,
        limit=max(query.limit, 0),
        offset=max(query.offset, 0),
        sort=query.sort,
        counts=counts,
    )
    if not readers:
        return _Found(tree, Matches(0, ()))
    if query.group:
        return _Found(tree, *grouped(readers, request))
    return _Found(tree, merge.search(readers, request))


def _rest(
    query: Query, tree: Node, narrow: Mapping[str, Node], readers: Sequence[IndexReader], offset: int, limit: int
) -> tuple[Match, ...]:
    """Matches further down."""
    asked = replace(query, offset=offset, limit=limit)
    return _ask(asked, tree, narrow, readers, (), counts=False).matches.matches
