"""Blocks in, passages out: what people cite, in order, with nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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

Spoken = Callable[[Sequence[str]], Sequence[tuple[str, str | None]]]  # texts with their languages


@dataclass(frozen=True, slots=True)
class Trace:
    """The passages, and for every character of every block that is not blank where it went, in order of blocks."""

    passages: list[Passage]
    spans: list[Span]


def segment(pages: Iterable[Page], *, document: str, spoken: Spoken | None = None) -> list[Passage]:
    """The passages of a document in reading order; a footnote follows the passage at whose page's foot it stands.

    Anchors and labels are final, role OTHER. ``spoken`` gives each text its language, and may mend letters of it;
    without it, language is None. Never raises on any blocks. Every character of the blocks' text is in exactly one
    passage or in the trail of headings; what the format alone knew (Word's automatic numbers) is printed before it.
    """
    return _passages(_drafts(pages)[0], document, spoken)


def trace(pages: Iterable[Page], *, document: str) -> Trace:
    """As ``segment``, with the account of where each character went, which is how the contract is tested."""
    drafts, headings = _drafts(pages)
    spans = [part.span(draft.anchor) for draft in drafts for part in draft.slices]
    spans = sorted([*spans, *headings], key=lambda span: (span.block, span.start))
    return Trace(_passages(drafts, document, None), spans)


def _drafts(pages: Iterable[Page]) -> tuple[list[Draft], list[Span]]:
    """The passages in the making, and what became headings."""
    pieces = apart(pieces_of(pages))
    assembly = Assembly(pieces, plan([piece for piece in pieces if piece.block.kind != "footnote"]))
    drafts = cut(assembly.drafts)
    name(drafts)
    tie(drafts)
    mark(drafts)
    tie_repeats(drafts)
    return drafts, assembly.headings


def _passages(drafts: list[Draft], document: str, spoken: Spoken | None) -> list[Passage]:
    texts = [draft.text for draft in drafts]
    known = spoken(texts) if spoken else [(text, None) for text in texts]
    return [_passage(*each, at, document) for at, each in enumerate(zip(drafts, known, strict=True))]


def _passage(draft: Draft, known: tuple[str, str | None], ordinal: int, document: str) -> Passage:
    text, language = known
    return Passage(
        document=document,
        anchor=draft.anchor,
        label=draft.label,
        text=text,
        ordinal=ordinal,
        language=language,
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
