"""Is the document itself a text of rules? Then what it numbers is a provision, which stays whole with all its items."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.describe.head import Line
from indexer.describe.kinds import LAW
from indexer.describe.works import title_line
from indexer.segment.piece import Piece

_LINES = 15
_LONGEST = 200


def is_normative(pieces: Sequence[Piece]) -> bool:
    """Whether one of the first lines is the name of an instrument that is known, or begins as a law's title does."""
    lines = [
        Line(" ".join(piece.text.split()), piece.block.kind == "heading")
        for piece in pieces[:_LINES]
        if piece.block.kind in ("text", "heading") and len(piece.text) <= _LONGEST
    ]
    return any(LAW.match(line.text) for line in lines) or title_line(lines) is not None
