"""What the number before an item of a list may count as."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.segment.piece import Piece
from indexer.segment.words import LETTERS

_N = r"\d{1,3}|[ivxl]{1,7}|[a-zа-шѓќјљњћђџ]"
_ITEM = re.compile(rf"\s*(?:\((?P<round>{_N})\)(?=\s*\S)|(?P<half>{_N})\)(?=\s*\S)|(?P<stop>{_N})\.(?=\s+\S))")
_FORMS = ("round", "half", "stop")
_ALPHABETS = (  # the order that lists count in: English and its kin, Serbian, Macedonian, Russian
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдђежзијклљмнњопрстћуфхцчџш",
    "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
    "абвгдежзиклмнопрстуфхцчшщэюя",
)
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_TENS = ("", "x", "xx", "xxx")
_ROMAN = {tens + ones: 10 * ten + one for ten, tens in enumerate(_TENS) for one, ones in enumerate(_ONES) if ten or one}
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed (``(a)``; ``i`` where a full stop follows, which is no part of a label), what an anchor
    calls it, and the ``places`` in a count that it may stand for: "i" is the first Roman one, and the ninth letter."""

    printed: str
    anchor: str
    places: frozenset[Place]


def number_of(piece: Piece) -> Number | None:
    """The item's number that a block begins with; None where it begins otherwise."""
    if piece.block.kind not in ("text", "list", "heading"):
        return None
    found = _ITEM.match(f"{piece.prefix} {piece.text}" if piece.prefix else piece.text)
    if found is None:
        return None
    form = found.lastgroup or ""
    number = found[form]
    if number.isdigit():
        places = {(form, int(number))}
    else:
        places = {(form + alphabet[:3], alphabet.index(number) + 1) for alphabet in _ALPHABETS if number in alphabet}
        if number in _ROMAN:
            places.add((form + "roman", _ROMAN[number]))
    printed = number if form == "stop" else found.group().strip()
    return Number(printed, "".join(LETTERS.get(letter, letter) for letter in number), frozenset(places))
