"""Walk the blocks in order and put each character into one passage or into the trail of headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.segment.apart import begins_quotation, goes_on
from indexer.segment.draft import Draft, Slice, Span
from indexer.segment.piece import Piece, leads
from indexer.segment.plan import Plan
from indexer.segment.trail import Heading, Trail
from indexer.segment.words import PROVISIONS

_ITEM = re.compile(r"\s*(?:[-–—•·▪●○*‣]|\([a-zа-ш0-9]{1,4}\)|[a-zа-ш]{1,4}[.)]|\d{1,2}[.)])\s*\S")
_HANGING = 6.0  # points
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
        self._note: Draft | None = None
        self._cut = False
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
        elif at in self._plan.headings and self._trail.repeats(piece) and self._open and self._open.form == "text":
            self._cut = self._open.slices[-1].piece.text.rstrip()[-1:].isalnum()
            self.headings.append(Slice(piece, 0, len(piece.text)).span(""))
        elif at in self._plan.headings:
            self._open = None
            self._emptied(self._trail.enter(piece, caption=at in self._plan.captions))
            self.headings.append(Slice(piece, 0, len(piece.text)).span(""))
        elif piece.block.kind == "table":
            if self._open is None or self._open.form != "table":
                self._begin(Draft("table", self._trail.use()))
            self._take(piece)
        else:
            joins = self._cut and piece.text.lstrip()[:1].islower()  # over the heading printed anew above a column
            if not joins:
                self._text(at, piece)
            self._take(piece, " " if piece.block.continues or joins else "\n")
            self._cut = False

    def _begin(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self._open = draft

    def _take(self, piece: Piece, glue: str = "\n") -> None:
        assert self._open is not None  # noqa: S101 - every caller has begun a draft
        self._open.take(piece, glue)

    def _footnote(self, piece: Piece) -> None:
        if self._note and piece.block.continues and not piece.block.marker:  # it goes on at the foot of this page
            self._note.take(piece, " ")
            return
        self._note = Draft("footnote", self._trail.use(), label=piece.block.marker, marker=piece.block.marker)
        self._note.take(piece)
        self.drafts.append(self._note)

    def _emptied(self, ended: list[tuple[Heading, tuple[str, ...]]]) -> None:
        """A heading with nothing beneath it becomes a passage, at the place where it stood."""
        for heading, trail in ended:
            draft = Draft("heading", trail)
            for piece in heading.pieces:
                draft.take(piece, " ")
            self.drafts.append(draft)
            gone = {part.span("") for part in draft.slices}
            self.headings = [span for span in self.headings if span not in gone]

    def _text(self, at: int, piece: Piece) -> None:
        """Begin a passage for unnumbered text, unless it is more of the one before it."""
        draft = self._open
        if draft is None or draft.form != "text":
            self._begin(Draft("text", self._trail.use(), bullet=at in self._plan.bullets))
        elif piece.block.continues or draft.provision:
            return
        elif at in self._plan.bullets:
            self._more(draft, bullet=True)
        elif draft.quotation and draft.parent:
            if not goes_on(piece, draft.quotation, draft.parent):
                self._more(draft)
        elif self._quotes(draft, piece):
            self._more(draft, quotation=piece)
        elif (draft.stem or draft.more) and at in self._plan.inside:
            if _closes(draft, piece):
                self._more(draft)
        elif not _belongs(draft, piece):
            self._begin(Draft("text", self._trail.use()))

    def _quotes(self, draft: Draft, piece: Piece) -> bool:
        if self._plan.whole or not (draft.stem or draft.more):
            return False
        return begins_quotation(piece, draft.parent or draft.slices[0].piece, draft.slices[-1].piece.text)

    def _more(self, draft: Draft, *, bullet: bool = False, quotation: Piece | None = None) -> None:
        """Begin a passage for what stands in the paragraph of ``draft`` by itself."""
        parent = draft.parent or draft.slices[0].piece
        more = bool(draft.stem or draft.more)
        trail = self._trail.use()
        self._begin(Draft("text", trail, more=more, bullet=bullet, quotation=quotation, parent=parent))


def _closes(draft: Draft, piece: Piece) -> bool:
    """Whether a block inside a numbered paragraph is the paragraph's again, and not its last item's or bullet's."""
    if draft.bullet:
        return not _ITEM.match(piece.text) and not _hangs(draft, piece)
    last = draft.item is not None and draft.item.last
    return last and not _ITEM.match(piece.text) and not piece.quoted and not _hangs(draft, piece)


def _hangs(draft: Draft, piece: Piece) -> bool:
    """Whether a block is set in under the number or the bullet that the passage began with."""
    indent = draft.slices[0].piece.block.indent
    return bool(indent) and piece.block.indent > indent + _HANGING


def _belongs(draft: Draft, piece: Piece) -> bool:
    """Whether unnumbered text is more of the passage before it."""
    before = draft.slices[-1].piece.text.rstrip()
    if leads(piece.text):  # the lines of a table of contents stay together
        return leads(before)
    if draft.bullet:
        return _hangs(draft, piece) or piece.text.lstrip()[:1].islower()
    unfinished = before.endswith((":", ",", ";"))
    if piece.block.kind == "list" or _ITEM.match(piece.text):
        return bool(draft.stem) or unfinished or draft.slices[-1].piece.block.kind == "list" or len(draft.slices) > 1
    if piece.quoted or (_OPENS.match(piece.text) and before.endswith(":")):
        return True
    return piece.text.lstrip()[:1].islower() and not before.endswith((".", "!", "?"))
