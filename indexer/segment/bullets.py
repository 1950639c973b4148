"""Bullets that are paragraphs: each a passage of its own. Those of a few words stay lines of what they belong to."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence, Set

from indexer.segment.piece import Piece

_BULLET = re.compile(r"\s*[-–—•·▪■●○◦*‣➢►\uf0b7\uf0a7]\s+\S|\s*[•▪■●○◦‣➢►\uf0b7\uf0a7]\S|o\s+[A-ZА-Ш]")
_SENTENCE = 110  # characters of the middle bullet of a list whose bullets are sentences
_STOPPED = 60  # the same where most of them end in a full stop; people and their offices end in semicolons
_WORDS = 40  # a shorter one among them belongs to the one before it


def is_bullet(piece: Piece) -> bool:
    """Whether the block begins with a bullet or a dash, printed or known to the format alone."""
    if piece.block.kind not in ("text", "list") or piece.quoted:
        return False
    return bool(_BULLET.match(f"{piece.prefix} {piece.text}" if piece.prefix else piece.text))


def bullets_of(pieces: Sequence[Piece], taken: Set[int]) -> frozenset[int]:
    """The positions of the bullets that are passages. ``taken`` are those that begin something else."""
    found: set[int] = set()
    run: list[int] = []
    for at, piece in enumerate(pieces):
        if at in taken:
            found |= _long(run, pieces)
            run = []
        elif is_bullet(piece):
            run.append(at)
        elif not piece.block.continues and run and not _hangs(piece, pieces[run[-1]]):
            found |= _long(run, pieces)
            run = []
    return frozenset(found | _long(run, pieces))


def _long(run: Sequence[int], pieces: Sequence[Piece]) -> set[int]:
    sizes = {at: len(pieces[at].text) for at in run}
    stopped = sum(pieces[at].text.rstrip().endswith((".", "!", "?")) for at in run) > len(run) / 2
    if len(run) < 2 or statistics.median(sizes.values()) < (_STOPPED if stopped else _SENTENCE):
        return set()
    return {at for at, size in sizes.items() if size >= _WORDS}


def _hangs(piece: Piece, bullet: Piece) -> bool:
    """Whether a block without a bullet is set in under the bullet before it."""
    return bool(bullet.block.indent) and piece.block.indent > bullet.block.indent + 6.0
