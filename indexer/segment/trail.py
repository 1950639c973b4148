"""The headings in force. One that ends with nothing beneath it is handed back, so that nothing is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.segment.headings import division_of, is_enumerated, rank_of
from indexer.segment.piece import Piece

_DEEPEST = 8
_DIVISION_RANKS = (1.5, 1.7, 2.5, 3.5)
_TITLE_STEP, _DIVISION_STEP = 0.1, 0.2  # a division's title stands between it and the next smaller division


_CAPTION = 20.0  # deeper than any other heading
_WRAPPED = 35  # characters of the shortest line that is full


@dataclass(slots=True)
class Heading:
    """A heading in force, of one block or of the lines of a long one. ``used``: a passage stands beneath it."""

    pieces: list[Piece]
    text: str
    rank: float
    used: bool = False
    provisions: bool = False


class Trail:
    """A stack of headings, outermost first."""

    def __init__(self, sizes: tuple[float, ...]) -> None:
        self._sizes = sizes
        self._stack: list[Heading] = []

    def enter(self, piece: Piece, *, caption: bool = False) -> list[tuple[Heading, tuple[str, ...]]]:
        """Put a heading in force; back come those that end with nothing beneath them, in order, with their trails.

        ``caption`` says that it is the name of the article below it, which stands deeper than all other headings.
        """
        text = f"{piece.prefix} {piece.text}".strip() if piece.prefix else piece.text.strip()
        if self._stack and _goes_on(self._stack[-1], piece):
            top = self._stack[-1]
            top.pieces.append(piece)
            top.text = f"{top.text} {text}"
            top.rank = _CAPTION if caption else top.rank
            return []
        rank = rank_of(piece.block, self._sizes)
        if caption and division_of(text) is None:
            ended = self._close(
                next((at for at, one in enumerate(self._stack) if one.rank >= _CAPTION), len(self._stack))
            )
            self._stack.append(Heading([piece], text, _CAPTION))
            return ended
        told = (one.rank for one in reversed(self._stack) if one.pieces[0].block.level and one.rank < _CAPTION)
        if not piece.block.level and (above := next(told, 0.0)):
            rank = max(rank, above + 0.5)  # where the format knows headings, a line that looks like one is below them
        rank = self._below(piece, text, rank)
        keep = len(self._stack)
        while keep and (self._stack[keep - 1].rank >= rank or keep >= _DEEPEST):
            keep -= 1
        ended = self._close(keep)
        self._stack.append(Heading([piece], text, rank))
        return ended

    def repeats(self, piece: Piece) -> bool:
        """Whether a heading only says again what is in force, as above the next column."""
        top = self._stack[-1] if self._stack else None
        return top is not None and top.used and top.text.casefold() == piece.text.strip().casefold()

    def leave(self) -> list[tuple[Heading, tuple[str, ...]]]:
        """End all headings."""
        return self._close(0)

    def _below(self, piece: Piece, text: str, rank: float) -> float:
        """The rank corrected by its neighbours: a chapter stands below its part, "II" below nothing but its title."""
        depth = division_of(text)
        if depth is not None:
            for heading in reversed(self._stack):
                other = division_of(heading.text)
                if other is not None and other <= depth:
                    return heading.rank if other == depth else heading.rank + _DIVISION_STEP
            # A page's layout only guesses levels; a chapter stands above whatever an article was called.
            return min(rank, _DIVISION_RANKS[depth]) if piece.block.size else rank
        top = self._stack[-1] if self._stack else None
        if top is None or top.used or top.pieces[-1].index != piece.index - 1:
            return rank
        if division_of(top.text) is not None and not is_enumerated(text):
            return top.rank + _TITLE_STEP
        same = not piece.block.level and rank == top.rank and rank in (1.0, 7.0)
        return top.rank + 0.5 if same else rank

    def begin_provision(self, level: int) -> list[tuple[Heading, tuple[str, ...]]]:
        """End the headings that an article of ``level`` (0: not known) cannot stand beneath: those as deep as it is
        that have had unnumbered text beneath them, like a preamble."""
        keep = len(self._stack)
        while keep and level and self._stack[keep - 1].used and not self._stack[keep - 1].provisions:
            if self._stack[keep - 1].rank < level:
                break
            keep -= 1
        ended = self._close(keep)
        for heading in self._stack:
            heading.provisions = True
        return ended

    def use(self) -> tuple[str, ...]:
        """The trail for a passage that stands here."""
        for heading in self._stack:
            heading.used = True
        return tuple(heading.text for heading in self._stack)

    def _close(self, keep: int) -> list[tuple[Heading, tuple[str, ...]]]:
        empty = [at for at in range(keep, len(self._stack)) if not self._stack[at].used]
        # An unused heading holds only unused ones: the deepest becomes a passage beneath the others.
        ended = []
        if empty:
            deepest = self._stack[-1]
            ended.append((deepest, tuple(heading.text for heading in self._stack[:-1])))
            for heading in self._stack:
                heading.used = True
        del self._stack[keep:]
        return ended


def _goes_on(top: Heading, piece: Piece) -> bool:
    """Whether a heading's block is the next line of the heading above it, which the layout took for two."""
    last = top.pieces[-1]
    if top.used or last.index != piece.index - 1 or last.block.page != piece.block.page or piece.prefix:
        return False
    if last.block.kind != "heading" or not last.block.size or abs(last.block.size - piece.block.size) > 0.6:
        return False
    text, before = piece.text.strip(), last.text.rstrip()
    if division_of(top.text) is not None or before.endswith((".", ":", ";")):
        return False
    hangs = re.search(r"\s[^\W\d_]{1,3}\Z", before) and before.split()[-1].islower()
    return text[:1].islower() or (bool(hangs) and len(before) >= _WRAPPED)
