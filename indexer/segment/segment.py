"""Blocks in, passages out: what people cite, in order, with nothing lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from indexer.blocks import Page
from indexer.segment.anchors import name
from indexer.segment.assemble import Assembly
from indexer.segment.cut import cut
from indexer.segment.draft import Draft, Span
from indexer.segment.glued import apart
from indexer.segment.notes import tie
from indexer.segment.parts import mark
from indexer.segment.piece import pieces_of
from indexer.segment.plan import plan
from indexer.segment.repeats import tie_repeats
from kb.nouns import Passage


@dataclass(frozen=True, slots=True)
class Trace:
    """The passages, and for every character of every block that is not blank where it went, in order of blocks."""

    passages: list[Passage]
    spans: list[Span]


def segment(pages: Iterable[Page], *, document: str) -> list[Passage]:
    """The passages of a document in reading order; a footnote follows the passage at whose page's foot it stands.

    Anchors and labels are final, language None, role OTHER. Never raises on any blocks. Every character of the
    blocks' text is in exactly one passage or in the trail of headings; what the format alone knew (Word's automatic
    numbers) is printed before it.
    """
    return trace(pages, document=document).passages


def trace(pages: Iterable[Page], *, document: str) -> Trace:
    """As ``segment``, with the account of where each character went, which is how the contract is tested."""
    pieces = apart(pieces_of(pages))
    assembly = Assembly(pieces, plan([piece for piece in pieces if piece.block.kind != "footnote"]))
    drafts = cut(assembly.drafts)
    name(drafts)
    tie(drafts)
    mark(drafts)
    tie_repeats(drafts)
    spans = [part.span(draft.anchor) for draft in drafts for part in draft.slices]
    spans = sorted([*spans, *assembly.headings], key=lambda span: (span.block, span.start))
    return Trace([_passage(draft, at, document) for at, draft in enumerate(drafts)], spans)


def _passage(draft: Draft, ordinal: int, document: str) -> Passage:
    return Passage(
        document=document,
        anchor=draft.anchor,
        label=draft.label,
        text=draft.text,
        ordinal=ordinal,
        heading=draft.trail,
        page=draft.page,
        form=draft.form,
        notes=tuple(draft.notes),
        marks=draft.marks,
        bold=draft.spans("bold"),
        italic=draft.spans("italic"),
        part=draft.part,
        repeats=draft.repeats,
    )
