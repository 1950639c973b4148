"""Matches as hits: the stored passage with what was looked for marked in it, and where else it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kb.engines.protocol import Match
from kb.engines.tree import Node
from kb.nouns import Copy, Document, Hit, Passage
from kb.search.folding import Row
from kb.search.highlight import Highlighter, Meant
from kb.search.snippet import snippet


def hits_of(
    tree: Node,
    rows: Sequence[Row],
    held: Mapping[str, tuple[Document, Passage]],
    more: Mapping[str, int] = MappingProxyType({}),
    meant: Meant = MappingProxyType({}),
) -> tuple[Hit, ...]:
    """The rows as hits, with what the tree looked for, and what signs of concepts in it stand for (``meant``), marked
    in the stored text; what is not ``held`` is left out."""
    marks = Highlighter(tree, meant)
    hits = []
    for row in rows:
        if row.match.key in held:
            also = tuple(_copy(*held[match.key]) for match in row.also if match.key in held)
            hits.append(_hit(row.match, *held[row.match.key], marks, more.get(row.match.document, 0), also))
    return tuple(hits)


def _copy(document: Document, passage: Passage) -> Copy:
    return Copy(
        document=document.id,
        title=document.title,
        anchor=passage.anchor,
        label=passage.label,
        page=passage.page,
        date=document.date,
        language=passage.language,
        url=passage.url,
    )


def _hit(
    match: Match, document: Document, passage: Passage, marks: Highlighter, more: int, also: tuple[Copy, ...]
) -> Hit:
    return Hit(
        document=document.id,
        title=document.title,
        anchor=passage.anchor,
        label=passage.label,
        page=passage.page,
        language=passage.language,
        role=passage.role,
        kind=document.kind.value,
        date=document.date,
        heading=passage.heading,
        score=match.score,
        snippet=snippet(passage.text, marks.spans(passage.text, passage.language)),
        url=passage.url,
        more=more,
        also=also,
    )
