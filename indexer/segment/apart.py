"""Quotations set apart from the paragraph that introduces them: a line of their own in print, a passage here."""

from __future__ import annotations

from indexer.segment.piece import Piece

_MARKS = ("“", "„", "«", '"', "‘", "[")
_IN, _SHORT = 0.03, 0.015  # of the page's width, on the left and on the right
_SMALLER = 0.7  # points


def begins_quotation(piece: Piece, parent: Piece, before: str) -> bool:
    """Whether a block quotes what the paragraph ending with ``before`` announces: in quotation marks, in smaller type,
    or set in on both sides of ``parent``, the first block of that paragraph."""
    if not before.rstrip().endswith((":", ",", ": –", ":-")) or piece.block.kind not in ("text", "list"):
        return False
    return piece.text.lstrip().startswith(_MARKS[:4]) or is_set_in(piece, parent)


def is_set_in(piece: Piece, parent: Piece) -> bool:
    """Whether a block is printed narrower on both sides, or smaller, than ``parent``."""
    inner, outer = piece.block, parent.block
    if outer.size and inner.size and inner.size < outer.size - _SMALLER:
        return True
    if not inner.marks or not outer.marks or len(piece.text) < 80:
        return False
    return inner.marks[0].x0 > outer.marks[0].x0 + _IN and inner.marks[0].x1 < outer.marks[0].x1 - _SHORT


def goes_on(piece: Piece, quotation: Piece, parent: Piece) -> bool:
    """Whether a block is more of the quotation that began with ``quotation``."""
    if piece.quoted or piece.text.lstrip().startswith(_MARKS):
        return True
    alike = abs(piece.block.indent - quotation.block.indent) < 4.0 and bool(quotation.block.indent)
    return alike and is_set_in(quotation, parent) and is_set_in(piece, parent)
