"""The items of a list within a numbered paragraph: "(a)" "(b)", "i." "ii.", "1)" "2)", each on lines of its own.

They are cited by their own numbers, so they become passages; a list within an item likewise ("41 (a) (i)"). Everything
inside an article or a quotation stays there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

from indexer.segment.labels import Label
from indexer.segment.numbering import Number, Place, number_of
from indexer.segment.piece import Piece
from indexer.segment.quotation import Quotation
from indexer.segment.words import PROVISIONS

_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Item:
    """An item's number as printed, what its paragraph's anchor goes on with (``a``, ``a.i``), and whether it is the
    last of its list: text after the last one is the paragraph's again."""

    printed: str
    anchor: str
    last: bool = False


@dataclass(slots=True)
class _Member:
    at: int
    number: Number
    lists: list[_List] = field(default_factory=list)


@dataclass(slots=True)
class _List:
    """A list being read. ``places`` are what its last number may count as."""

    members: list[_Member]
    places: set[Place]


def items_of(pieces: Sequence[Piece], begins: Mapping[int, Label], headings: Set[int]) -> dict[int, Item]:
    """By position, the items of the numbered paragraphs that ``begins`` knows. A list has two items at least, counts
    from one, and begins before the next heading unless its paragraph ends with a colon. Before the first
    number only a list right beneath a heading is one."""
    numbers = {at: number for at, piece in enumerate(pieces) if at not in begins and (number := number_of(piece))}
    if len(numbers) < 2:
        return {}
    starts = [-1, *sorted(begins), len(pieces)]
    places = sorted(numbers)
    found: dict[int, Item] = {}
    for start, end in pairwise(starts):
        if bisect_left(places, end) - bisect_left(places, start) < 2:
            continue
        if start >= 0 and (begins[start].style in PROVISIONS or begins[start].style == "sign"):
            continue
        for each in _lists(pieces, numbers, start, end, headings):
            found |= dict(_named(each, ""))
    return found


def _named(one: _List, above: str) -> Iterator[tuple[int, Item]]:
    if len(one.members) < 2:
        return
    for member in one.members:
        anchor = f"{above}.{member.number.anchor}" if above else member.number.anchor
        nested = [dict(_named(each, anchor)) for each in member.lists]
        last = member is one.members[-1]
        yield member.at, Item(member.number.printed, anchor, last and not any(nested))
        for each in nested:
            for at, item in each.items():
                yield at, item if last or not item.last else Item(item.printed, item.anchor)


def _lists(
    pieces: Sequence[Piece], numbers: Mapping[int, Number], start: int, end: int, headings: Set[int]
) -> list[_List]:
    """The lists of the paragraph at ``start``, one after the other, each with the lists inside its items."""
    tops: list[_List] = []
    stack: list[_List] = []
    announced = start >= 0 and pieces[start].text.rstrip().endswith(":")
    headed = False
    quotation = Quotation()  # begun anew: the paragraph's own number says that none is open
    if start >= 0:
        quotation.read(pieces[start].text)
    for at in range(start + 1, end):
        if at in headings:
            headed = True
            continue
        number = None if quotation.is_open else numbers.get(at)
        quotation.read(pieces[at].text)
        if number is None or _goes_on(stack, at, number):
            continue
        opens = {(style, 1) for style, value in number.places if value == 1}
        if not opens:
            _reread(stack, at, number)
        elif stack and not {style for style, _ in opens} & {style for style, _ in stack[0].places}:
            if len(stack) < _DEEPEST:
                stack.append(_List([_Member(at, number)], opens))
                stack[-2].members[-1].lists.append(stack[-1])
        elif announced or not headed if start >= 0 else _is_headed(at, opens, headings):
            stack = [_List([_Member(at, number)], opens)]
            tops += stack
    return tops


def _is_headed(at: int, opens: Set[Place], headings: Set[int]) -> bool:
    """Whether a list in unnumbered text is one that a heading introduces."""
    return at - 1 in headings and ("stop", 1) not in opens


def _goes_on(stack: list[_List], at: int, number: Number) -> bool:
    """Whether the number counts on in one of the open lists, the innermost that it can. In parentheses, a number
    printed twice or one that was passed over is a slip of the pen; in other forms it is another text's number."""
    for step, depth in ((step, depth) for step in (1, 0, 2) for depth in range(len(stack) - 1, -1, -1)):
        follows = {(style, value) for style, value in number.places if (style, value - step) in stack[depth].places}
        if follows and (step == 1 or (number.printed[0] == "(" and not any(value == 1 for _, value in number.places))):
            del stack[depth + 1 :]
            stack[depth].members.append(_Member(at, number))
            stack[depth].places = follows
            return True
    return False


def _reread(stack: list[_List], at: int, number: Number) -> None:
    """ "(ii)" after an "(i)" that was taken for the letter after "(h)": the "(i)" began a list within the "(h)"."""
    if not stack or not len(stack[-1].members) >= 2 or len(stack) >= _DEEPEST:
        return
    last = stack[-1].members[-1]
    follows = {(style, 2) for style, value in number.places if value == 2 and (style, 1) in last.number.places}
    if follows:
        stack[-1].members.pop()
        before = stack[-1].members[-1]
        stack[-1].places = set(before.number.places) & {(s, v - 1) for s, v in stack[-1].places}
        stack.append(_List([last, _Member(at, number)], follows))
        before.lists.append(stack[-1])
