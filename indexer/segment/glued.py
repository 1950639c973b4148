"""Labels that the original prints at the end of another line ("-brisanČlan 189."): told apart where the count of the
articles around them misses just that one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer.segment.labels import Label, read_label
from indexer.segment.piece import Piece
from indexer.segment.words import PROVISIONS

_LONGEST = 30  # characters of a label
_ENDS_IN_NUMBER = re.compile(r"\d[a-zа-ш]?\s*\.?\s*\Z")


def apart(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, those with a missing article's label at their end in two. A sentence that ends in "Article 3." is
    left alone, because article 3 stands elsewhere."""
    found: list[Piece] = []
    held: list[Piece] = []  # since the last label that stands alone
    before: Label | None = None
    for piece in pieces:
        label = piece.label if piece.label and piece.label.style in PROVISIONS and piece.label.alone else None
        if label is None:
            held.append(piece)
            continue
        missing = before and before.style == label.style and label.value == (before.value[0] + 2,)
        found += _cut(held, label, label.value[0] - 1) if missing else held
        found.append(piece)
        held, before = [], label
    return found + held


def _cut(pieces: Sequence[Piece], following: Label, number: int) -> list[Piece]:
    for at, piece in enumerate(pieces):
        start = _start(piece, following, number)
        if start:
            text, rest = piece.text[:start], piece.text[start:]
            bold, italic = _part(piece.block.bold, start), _part(piece.block.italic, start)
            block = replace(piece.block, text=text, bold=bold[0], italic=italic[0])
            second = replace(piece.block, text=rest, number="", notes=(), kind="text", continues=False)
            second = replace(second, bold=bold[1], italic=italic[1])
            parts = [
                replace(piece, block=block),
                replace(piece, block=second, label=read_label(rest), offset=piece.offset + start),
            ]
            return [*pieces[:at], *parts, *pieces[at + 1 :]]
    return list(pieces)


def _part(spans: Sequence[tuple[int, int]], at: int) -> tuple[tuple[tuple[int, int], ...], ...]:
    """The spans before and behind the place where a text is cut."""
    before = tuple((start, min(end, at)) for start, end in spans if start < at)
    return before, tuple((max(start - at, 0), end - at) for start, end in spans if end > at)


def _start(piece: Piece, following: Label, number: int) -> int:
    """Where the label begins, 0 where there is none."""
    text = piece.text
    if piece.block.kind in ("table", "footnote") or not _ENDS_IN_NUMBER.search(text, max(0, len(text) - _LONGEST)):
        return 0
    for at in range(max(1, len(text) - _LONGEST), len(text)):
        if not (text[at].isupper() or text[at] in "~^") or not text[:at].strip():
            continue
        label = read_label(text[at:])
        if label and label.alone and label.style == following.style and label.value == (number,):
            return at
    return 0
