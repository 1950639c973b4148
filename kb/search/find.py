"""From a plan to matches: what has all that was asked for and, where few passages do, what has some of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from kb.engines.protocol import IndexReader, Match, Matches, Request
from kb.engines.tree import AnyOf, Node
from kb.nouns import Query
from kb.search import merge
from kb.search.advice import for_nothing
from kb.search.filters import together
from kb.search.grouping import grouped
from kb.search.partly import expected, may_match, may_meet, partly
from kb.search.translate import Plan
from kb.search.weights import ENOUGH, WHOLE
from kb.wording import counted, worded

Pages = Callable[[int, int], tuple[Match, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """What the indexes gave, the tree that marks it, what is to be said of it, how many more each document has where
    documents were asked for; ``pages`` gives the matches further down, by offset and limit."""

    tree: Node
    matches: Matches
    pages: Pages
    advice: tuple[str, ...] = ()
    more: Mapping[str, int] = field(default_factory=dict)


class _Wider(NamedTuple):
    tree: Node
    matches: Matches


@dataclass(frozen=True, slots=True)
class Finding:
    """One query asked of the indexes. ``narrow`` are its filters by name, ``facets`` the fields to count."""

    query: Query
    plan: Plan
    narrow: Mapping[str, Node]
    readers: Sequence[IndexReader]
    facets: tuple[str, ...]

    def found(self) -> Found:
        """All of what was asked for; where few passages have all of it, then as much as others have; advice where
        nothing is found. The counts may still be taken when this returns."""
        if not self.readers:
            return Found(self.plan.tree, Matches.of((), 0), lambda _offset, _limit: ())
        partial = self.plan.plain and not self.query.whole
        if self.query.group:
            return self._of_documents(partial)
        if partial and not (may_match(self.plan.tree, self.readers) and may_meet(self.plan.units, self.readers)):
            return self._some(())
        if partial and len(self.plan.units) > 1:
            return self._by_words()
        found = self._ask(self.plan.tree, self.query.offset, self.query.limit)
        if self.query.whole or found.matches or found.total:
            return Found(self.plan.tree, found, self._pages(self.plan.tree))
        return self._some(()) if partial else self._nothing()

    def _by_words(self) -> Found:
        """A page of what has all the words says how many these are, unless they are enough: so that nothing has to be
        counted before more is looked for. Where few are to be expected, more is looked for at the same time."""
        whole = self._ask(self.plan.tree, 0, ENOUGH if self.query.offset > 0 else max(self._end, ENOUGH), counts=False)
        likely = expected(self.plan.units, self.readers)
        ahead = None
        if self._may_be_some and likely < ENOUGH:
            ahead = self._wider(apart=likely < 1, least=ENOUGH)
        found = whole.matches
        if len(found) >= ENOUGH or (found and not self._may_be_some):
            return self._whole(found)
        return self._some(found, ahead if not self.plan.apart or bool(found) == (likely >= 1) else None)

    def _wider(self, *, apart: bool, least: int = 0) -> _Wider:
        """Passages with some of the words, being looked for: enough for the page behind those with all of them."""
        tree = partly(self.plan, self.readers, apart=apart)
        return _Wider(tree, self._ask(tree, 0, self._end + least if self.query.limit > 0 else 0))

    def _some(self, whole: tuple[Match, ...], ahead: _Wider | None = None) -> Found:
        """The few that have all the words, then those with some."""
        tree, wider = ahead or self._wider(apart=not whole, least=len(whole))
        if len(wider.matches) <= len(whole) >= wider.total:
            return self._whole(whole) if whole else self._nothing()
        first = tuple(replace(match, score=match.score + WHOLE) for match in whole)
        leading = first if self.query.sort == "relevance" else ()
        pages = self._pages(tree)

        def after(offset: int, limit: int) -> tuple[Match, ...]:
            return _joined(leading, pages(0, offset + limit))[offset : offset + limit]

        page = _joined(leading, wider.matches)[self.query.offset : self._end]
        return Found(AnyOf((self.plan.tree, tree)), wider.paged(page), after, (_said(len(whole)),))

    def _whole(self, whole: tuple[Match, ...]) -> Found:
        counts = self._ask(self.plan.tree, 0, 0)
        pages = self._pages(self.plan.tree)
        page = pages(self.query.offset, self.query.limit) if self.query.offset > 0 else whole[: self._end]
        return Found(self.plan.tree, counts.paged(page), pages)

    def _of_documents(self, partial: bool) -> Found:
        """The best passage of each document."""
        tree = self.plan.tree
        found, more = grouped(self.readers, self._request(tree, self.query.offset, self.query.limit))
        total = found.total
        advice: tuple[str, ...] = ()
        if partial and total < ENOUGH and (not total or self._may_be_some):
            wider = partly(self.plan, self.readers, apart=not total, whole=bool(total))
            others = grouped(self.readers, self._request(wider, self.query.offset, self.query.limit))
            if others[0].total > total:
                (found, more), tree, advice = others, AnyOf((tree, wider)), (_said(total),)
        if not found.total and not self.query.whole:
            return self._nothing()
        return Found(tree, found, self._pages(tree), advice, more)

    def _nothing(self) -> Found:
        def count(nodes: Sequence[Node]) -> int:
            return self._asked(Request(tree=self.plan.tree, filters=together(list(nodes)), limit=0)).total

        advice = tuple(for_nothing(self.plan.words, self.narrow, self.readers, count))
        return Found(self.plan.tree, Matches.of((), 0), lambda _offset, _limit: (), advice)

    @property
    def _may_be_some(self) -> bool:
        """Whether passages with some of the words may follow those with all: who writes AND means it."""
        return self.plan.bare and "AND" not in self.query.text.split()

    @property
    def _end(self) -> int:
        return max(self.query.offset, 0) + max(self.query.limit, 0)

    def _pages(self, tree: Node) -> Pages:
        return lambda offset, limit: self._ask(tree, offset, limit, counts=False).matches

    def _ask(self, tree: Node, offset: int, limit: int, *, counts: bool = True) -> Matches:
        return self._asked(self._request(tree, offset, limit, counts=counts))

    def _asked(self, request: Request) -> Matches:
        return merge.search(self.readers, request)

    def _request(self, tree: Node, offset: int, limit: int, *, counts: bool = True) -> Request:
        return Request(
            tree=tree,
            filters=together(list(self.narrow.values())),
            facets=self.facets if counts else (),
            limit=max(limit, 0),
            offset=max(offset, 0),
            sort=self.query.sort,
            counts=counts,
        )


def _joined(whole: tuple[Match, ...], others: tuple[Match, ...]) -> tuple[Match, ...]:
    keys = {match.key for match in whole}
    return (*whole, *(match for match in others if match.key not in keys))


def _said(whole: int) -> str:
    if not whole:
        return worded("No passage has all the words: these have some of them")
    return counted(
        "%(num)s has all the words, the others some of them",
        "%(num)s have all the words, the others some of them",
        whole,
    )
