"""Searching: from a Query to an Answer."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from kb.engines.constant import restricting
from kb.engines.protocol import IndexReader
from kb.engines.tree import Alike, Prefer
from kb.nouns import Answer, Document, Passage, Query
from kb.search.advice import spelt
from kb.search.fields import check, unheld
from kb.search.filters import filters, together
from kb.search.find import Finding
from kb.search.folding import WINDOW, Row, fold, page
from kb.search.hits import hits_of
from kb.search.others import Others
from kb.search.parse import parse
from kb.search.terms import Manner
from kb.search.translate import Translation
from kb.search.weights import TYPED
from kb.thesaurus import Dictionary, Thesaurus

FACETS = ("kind", "role", "language", "institution", "mechanism", "state", "year", "theme")
LONGEST_REFERENCE = 300

Texts = Callable[[Sequence[str]], dict[str, tuple[Document, Passage]]]


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
    signed: bool = False,
) -> Answer:
    """The passages that answer, best (or newest) first; QueryError where the query cannot be read.

    ``readers`` are the indexes of the reader's clearance, ``texts`` gives the stored passages for keys (those it does
    not hold are left out of the page; copies are known by them), ``references`` the address that a text names,
    ``languages`` are those held, ``facets`` the fields whose values are counted, ``thesaurus`` and ``dictionary`` know
    other words for those typed; ``signed`` says that every entry has the signs of the thesaurus.
    ``total`` counts passages; documents where the query is grouped (exactly up to ten thousand). The same query on
    the same indexes gives the same answer.
    """
    started = time.perf_counter()
    text = query.text.strip()
    spoken = _languages(query, languages)
    manner, asked = Manner(spoken, query.exact, readers), parse(query.text)
    check(asked, query.text)
    others = Others(
        None if query.exact else thesaurus,
        spoken,
        frozenset(query.without),
        dictionary,
        () if query.exact else readers,
        signed=signed,
    )
    translation = Translation(readers, manner, others)
    plan = translation.plan(asked)
    if others.given and query.sort == "relevance":
        typed = restricting(translation.typed(asked))
        plan = replace(plan, tree=Prefer(plan.tree, (Alike(typed, TYPED),)))
    narrow = filters(query, readers)
    for name, node in plan.filters.items():
        narrow[name] = node if name not in narrow else together([narrow[name], node]) or node
    folds = query.fold and not query.group and query.limit > 0
    fetched = replace(query, offset=0, limit=WINDOW) if folds else query
    found = Finding(fetched, plan, narrow, readers, tuple(facets)).found()
    if not query.whole and not found.matches.matches and not found.matches.total:
        found = replace(found, advice=(*unheld(query, asked, readers), *found.advice))
    rows = [Row(match) for match in found.matches.matches]
    held = dict(texts([row.match.key for row in rows])) if rows else {}
    folded = 0
    if folds:
        every = fold(found.matches.matches, {key: passage for key, (_, passage) in held.items()})
        folded = len(rows) - len(every)
        rows = page(every, len(rows), query.offset, query.limit, found.pages if len(rows) == fetched.limit else None)
        if others_shown := [row.match.key for row in rows if row.match.key not in held]:
            held |= texts(others_shown)
    return Answer(
        query=query.text,
        total=found.matches.total,
        hits=hits_of(found.tree, rows, held, found.more, others.meant),
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
