"""Walk the blocks in order and put each character into one passage or into the trail of headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.segment.draft import Draft, Slice, Span
from indexer.segment.piece import Piece, leads
from indexer.segment.plan import Plan
from indexer.segment.trail import Heading, Trail
from indexer.segment.words import PROVISIONS

_ITEM = re.compile(r"\s*(?:[-–—•·▪●○*‣]|\([a-zа-ш0-9]{1,4}\)|[a-zа-ш]{1,4}[.)]|\d{1,2}[.)])\s*\S")
_OPENS = re.compile(r"\s*[“„«\"‘'\[(…]|\s*\.\.\.")


class Assembly:
    """``drafts`` in reading order; ``headings`` the spans that became headings and not passages."""

    def __init__(self, pieces: Sequence[Piece], plan: Plan) -> None:
        flow = [piece for piece in pieces if piece.block.kind != "footnote"]  # what the plan counts by
        sizes = {piece.block.size for at, piece in enumerate(flow) if at in plan.headings and not piece.block.level}
        self.drafts: list[Draft] = []
        self.headings: list[Span] = []
        self._plan = plan
        self._trail = Trail(tuple(sorted(sizes - {0.0}, reverse=True)))
        self._open: Draft | None = None
        at = 0
        for piece in pieces:
            if piece.block.kind == "footnote":
                self._footnote(piece)
            else:
                self._read(at, piece)
                at += 1
        self._emptied(self._trail.leave())

    def _read(self, at: int, piece: Piece) -> None:
        if label := self._plan.begins.get(at):
            provision = label.style in PROVISIONS
            if provision:
                self._emptied(self._trail.begin_provision(piece.block.level))
            self._begin(Draft("text", self._trail.use(), label.printed, label.anchor, provision=provision))
            self._take(piece)
        elif item := self._plan.items.get(at):
            self._begin(Draft("text", self._trail.use(), item.printed, item.anchor, item=item))
            self._take(piece)
        elif at in self._plan.titles and self._open:
            self._open.trail = (*self._open.trail, piece.text.strip(" -–—\t"))
            self.headings.append(Slice(piece, 0, len(piece.text)).span(""))
        elif at in self._plan.headings:
            self._open = None
            self._emptied(self._trail.enter(piece))
            self.headings.append(Slice(piece, 0, len(piece.text)).span(""))
        elif piece.block.kind == "table":
            if self._open is None or self._open.form != "table":
                self._begin(Draft("table", self._trail.use()))
            self._take(piece)
        else:
            if not self._belongs(at, piece):
                self._begin(Draft("text", self._trail.use()))
            self._take(piece, " " if piece.block.continues else "\n")

    def _begin(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self._open = draft

    def _take(self, piece: Piece, glue: str = "\n") -> None:
        assert self._open is not None  # noqa: S101 - every caller has begun a draft
        self._open.take(piece, glue)

    def _footnote(self, piece: Piece) -> None:
        draft = Draft("footnote", self._trail.use(), label=piece.block.marker, marker=piece.block.marker)
        draft.take(piece)
        self.drafts.append(draft)

    def _emptied(self, ended: list[tuple[Heading, tuple[str, ...]]]) -> None:
        """A heading with nothing beneath it becomes a passage, at the place where it stood."""
        for heading, trail in ended:
            draft = Draft("heading", trail)
            draft.take(heading.piece)
            self.drafts.append(draft)
            gone = draft.slices[0].span("")
            self.headings = [span for span in self.headings if span != gone]

    def _belongs(self, at: int, piece: Piece) -> bool:
        """Whether unnumbered text is more of the passage before it."""
        draft = self._open
        if draft is None or draft.form != "text":
            return False
        closes = draft.item is not None and draft.item.last and not _ITEM.match(piece.text) and not piece.quoted
        if piece.block.continues or draft.provision or (draft.stem and at in self._plan.inside and not closes):
            return True
        before = draft.slices[-1].piece.text.rstrip()
        if leads(piece.text):  # the lines of a table of contents stay together
            return leads(before)
        unfinished = before.endswith((":", ",", ";"))
        if piece.block.kind == "list" or _ITEM.match(piece.text):
            return (
                bool(draft.stem) or unfinished or draft.slices[-1].piece.block.kind == "list" or len(draft.slices) > 1
            )
        if piece.quoted or (_OPENS.match(piece.text) and before.endswith(":")):
            return True
        return piece.text.lstrip()[:1].islower() and not before.endswith((".", "!", "?"))
