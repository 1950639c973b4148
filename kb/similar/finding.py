"""From a passage to the passages most like it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kb.engines.constant import restricting
from kb.engines.protocol import IndexReader, Request
from kb.engines.spread import widest
from kb.engines.tree import Alike, AnyOf, Best, Node, Nothing, Phrase, Prefer, Term
from kb.languages import fold
from kb.nouns import Document, Expansion, Hit, Link, Passage, Query
from kb.search import merge, weights
from kb.search.copies import copies, wording
from kb.search.filters import filters, together
from kb.search.folding import Row
from kb.search.folding import fold as folded
from kb.search.hits import hits_of
from kb.search.others import Others
from kb.similar.telling import Telling, telling
from kb.thesaurus import Dictionary, Thesaurus

Texts = Callable[[Sequence[str]], dict[str, tuple[Document, Passage]]]
SPARE = 20  # matches fetched beyond those wanted: the passage itself and copies are among them
MOST = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Likes:
    """The passages most like ``passage``, best first; ``words`` are those of it that were looked for, the most telling
    first, ``expansions`` what they were looked for as in other words."""

    passage: Passage
    words: tuple[str, ...]
    expansions: tuple[Expansion, ...]
    hits: tuple[Hit, ...]
    took_ms: float


def likes(
    passage: Passage,
    links: Sequence[Link],
    query: Query,
    *,
    readers: Sequence[IndexReader],
    texts: Texts,
    languages: Sequence[str],
    thesaurus: Thesaurus | None = None,
    dictionary: Dictionary | None = None,
    signed: bool = False,
) -> Likes:
    """What is most like the passage among what the readers hold; the passage and its copies are left out.

    ``links`` are what it cites. Of ``query`` the filters, ``exact`` (no other words), ``without``, ``limit`` and
    ``offset`` count. ``languages`` are those held. The cost is bounded however long the passage is.
    """
    started = time.perf_counter()
    told = telling(passage.text, passage.language, readers, languages, None if query.exact else thesaurus)
    others = Others(
        None if query.exact else thesaurus,
        query.language or languages,
        frozenset(query.without),
        None if query.exact else dictionary,
        () if query.exact else readers,
        most=weights.TELLING_NODES,
        signed=signed,
    )
    tree = _tree(told, passage.language, others, links)
    request = Request(tree=tree, filters=together(list(filters(query, readers).values())))
    rows, held = _others_than(passage, request, readers, texts, query.offset + query.limit)
    return Likes(
        passage=passage,
        words=tuple(one.text for one in told),
        expansions=tuple(others.given.values()),
        hits=hits_of(tree, rows[query.offset :], held, meant=others.meant),
        took_ms=(time.perf_counter() - started) * 1000,
    )


def _tree(told: Sequence[Telling], language: str | None, others: Others, links: Sequence[Link]) -> Node:
    """Passages with any of the words: each counts by how rare it is where it stands, and by how much it tells here.

    A translation may be rare where the word itself is not; so what the word tells here scales all its other words.
    """
    most = max((one.weight for one in told), default=1.0)
    found = _units(told, language, others)
    units = [(one, _weighed(unit, (one.weight / most) ** weights.RARITY)) for one, unit in found]
    cited = dict.fromkeys(link.citation.address.replace(" ", "-") for link in links)
    shared = [Term("refs", f"cites:{address}", weights.SHARED) for address in list(cited)[: weights.TELLING_LINKS]]
    if not units and not shared:
        return Nothing()
    covered = tuple(Alike(restricting(unit), weights.COVERED * one.weight) for one, unit in units)
    return Prefer(AnyOf((*(unit for _, unit in units), *shared)), covered)


def _weighed(node: Node, factor: float) -> Node:
    """The node with every term counting ``factor`` of what it did."""
    match node:
        case Term() | Phrase():
            return replace(node, boost=node.boost * factor)
        case Best(children, tie):
            return Best(tuple(_weighed(child, factor) for child in children), tie)
        case _:
            return node


def _units(told: Sequence[Telling], language: str | None, others: Others) -> list[tuple[Telling, Node]]:
    foreign = others.of_words([one.tokens[0] if len(one.tokens) == 1 else None for one in told], language)
    units: list[tuple[Telling, Node]] = []
    for one, other in zip(told, foreign, strict=True):
        also = [node for concept in one.concepts for node in others.of_concept(concept, one.text)]
        units.append((one, Best((*_own(one), *dict.fromkeys((*also, *other))))))
    return units


def _own(one: Telling) -> tuple[Node, ...]:
    """What finds the words themselves, in their forms."""
    stems = tuple(token.stem for token in one.tokens)
    if len(stems) > 1:
        return (Phrase("stem", stems, widest(len(stems), 1), weights.STEM),)
    return (Term("folded", one.tokens[0].folded, weights.FOLDED), Term("stem", stems[0], weights.STEM))


def _others_than(
    passage: Passage, request: Request, readers: Sequence[IndexReader], texts: Texts, wanted: int
) -> tuple[list[Row], dict[str, tuple[Document, Passage]]]:
    """The best matches that are not the passage nor say the same words, those that say the same as one another in one
    row, as many rows as wanted, with their texts."""
    same, its = fold(passage.text), wording(passage)
    limit = min(wanted + SPARE, MOST)
    while True:
        found = merge.search(readers, _limited(request, limit)).matches if readers else ()
        held = texts([match.key for match in found]) if found else {}
        said = {key: one for key, (_, one) in held.items()}
        kept = [
            match
            for match in found
            if match.key != passage.key
            and match.key in said
            and fold(said[match.key].text) != same
            and not copies(its, wording(said[match.key]))
        ]
        rows = folded(kept, said)
        if len(rows) >= wanted or len(found) < limit or limit >= MOST:
            return rows[:wanted], held
        limit = min(limit * 4, MOST)


def _limited(request: Request, limit: int) -> Request:
    return Request(tree=request.tree, filters=request.filters, limit=limit)
