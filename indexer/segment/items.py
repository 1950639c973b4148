"""The items of a list within a numbered paragraph: "i." "ii.", "a." "b.", "1." "2.", each on lines of its own.

They are cited by their own numbers, so they become passages. Items in parentheses stay in their paragraph, and so
does everything inside an article or a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from indexer.segment.labels import Label
from indexer.segment.piece import Piece
from indexer.segment.quotation import Quotation
from indexer.segment.words import LETTERS, PROVISIONS

_ITEM = re.compile(r"\s*(?P<n>\d{1,3}|[ivxl]{1,7}|[a-zа-шѓќјљњћђџ])\.(?=\s+\S)")
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
class Item:
    """An item's number as printed without its full stop, what its paragraph's anchor goes on with, and whether it is
    the last of its list: text after the last one is the paragraph's again."""

    printed: str
    anchor: str
    last: bool = False


def items_of(pieces: Sequence[Piece], begins: Mapping[int, Label], headings: Set[int]) -> dict[int, Item]:
    """By position, the items of the numbered paragraphs that ``begins`` knows. A list has two items at least, counts
    from one without a gap, and begins before the next heading unless its paragraph ends with a colon. Before the first
    number only a list right beneath a heading is one."""
    starts = [-1, *sorted(begins), len(pieces)]
    found: dict[int, Item] = {}
    for start, end in pairwise(starts):
        if start >= 0 and (begins[start].style in PROVISIONS or begins[start].style == "sign"):
            continue
        for run in _lists(pieces, start, end, headings):
            for at in run:
                printed = _number(pieces[at])
                found[at] = Item(printed, "".join(LETTERS.get(letter, letter) for letter in printed), at == run[-1])
    return found


def _lists(pieces: Sequence[Piece], start: int, end: int, headings: Set[int]) -> list[list[int]]:
    """The lists of the paragraph at ``start``, one after the other; what is numbered otherwise inside an item is part
    of the item."""
    runs: list[list[int]] = []
    open_places: set[Place] = set()
    announced = start >= 0 and pieces[start].text.rstrip().endswith(":")
    headed = False
    quotation = Quotation()  # begun anew: the paragraph's own number says that none is open
    if start >= 0:
        quotation.read(pieces[start].text)

    def may_open(at: int, style: set[Place]) -> bool:
        if start < 0:  # in unnumbered text only the list that a heading introduces
            return at - 1 in headings and ("number", 1) not in style
        return announced or not headed

    for at in range(start + 1, end):
        if at in headings:
            headed = True
            continue
        places = set() if quotation.is_open else _places(pieces[at])
        quotation.read(pieces[at].text)
        follows = {(style, value) for style, value in places if (style, value - 1) in open_places}
        opens = {(style, 1) for style, value in places if value == 1}
        if follows:
            runs[-1].append(at)
            open_places = follows
        elif opens and may_open(at, opens) and (not runs or {s for s, _ in opens} & {s for s, _ in open_places}):
            runs.append([at])
            open_places = opens
    return [run for run in runs if len(run) > 1]


def _number(piece: Piece) -> str:
    shown = f"{piece.prefix} {piece.text}" if piece.prefix else piece.text
    found = _ITEM.match(shown)
    return found["n"] if found and piece.block.kind in ("text", "list", "heading") else ""


def _places(piece: Piece) -> set[Place]:
    """What the number may count as: "i" is the first Roman one, and the ninth letter."""
    number = _number(piece)
    if number.isdigit():
        return {("number", int(number))}
    found = {(alphabet, alphabet.index(number) + 1) for alphabet in _ALPHABETS if number and number in alphabet}
    if number in _ROMAN:
        found.add(("roman", _ROMAN[number]))
    return found
