"""Paragraphs after a reference: ``§ 92``, ``§§ 59 and 62``, ``paragraph 41 (a)``, ``stav 41``, ``at [92]``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kb.citations.grammar import Draft, holds
from kb.citations.words import PARAGRAPH, number_of
from kb.nouns.citation import LONGEST_RANGE

RANGE = r"(?:(?:\s?[-–‑]\s?|\s(?:to|deri|do|à|bis)\s)\d{1,4}(?:\.\d{1,3})?)?"
ITEM = r"(?:\s?\((?:[a-z]|[ivx]{1,5})\)){0,2}"  # of a list in the paragraph, as its anchor has it: 41.a.i
_NUMBER = rf"\d{{1,4}}(?:\.\d{{1,3}})?{RANGE}(?![\d/])(?-i:{ITEM})"
_LEAD = re.compile(rf"(?:\s?[,;(#]|\s?\bat)?\s?(?:(?:{PARAGRAPH})(?![^\W\d_])\s?|(?<=#)(?=\d))", re.IGNORECASE)
_FIRST = re.compile(_NUMBER)
# A number of days would be read as a paragraph in "§ 59, 3 July 2008": what follows must not be a month's name.
_NEXT = re.compile(
    rf"(?:\s?,\s?|;\s(?=\d+\.\d)|\s?,?\s(?:and|et|dhe|i|и|ve|und|y|e)\s)(?:§§?\s?)?(?={_NUMBER})"
    r"(?!\d{1,4}\.?\s[^\W\d_]{3,}\s(?:19|20)\d\d)(?!\d{1,3}\sothers\b)"
)
_THROUGH = re.compile(r"(\d(?<![\w/.-]\d)\d{0,3})(?:\s?[-–‑]\s?|\s(?:to|deri|do|à|bis)\s)(\d{1,4})(?![\w/.]\w)")
_RANGE_SIGNS = ("-", "–", "‑", "to", "deri", "do", "à", "bis")
_RANGE_OR_WORD = re.compile(r"\s?[-–‑]|\s[^\W\d]")
_BRACKET = re.compile(r"\s?\((\w+)\)")


class Number(NamedTuple):
    """A paragraph's number in the text, with where it stands; a range is its first."""

    start: int
    end: int
    pinpoint: str


def number_at(text: str, position: int) -> Number | None:
    """The number, range or item that begins at ``position``."""
    match = _FIRST.match(text, position)
    return Number(position, match.end(), first_of(match[0])) if match else None


def further(text: str, position: int) -> list[Number]:
    """The numbers listed on from ``position``: ``, 95 and 97``."""
    found: list[Number] = []
    for _ in range(40):
        following = _NEXT.match(text, position)
        number = number_at(text, following.end()) if following else None
        if number is None:
            break
        found.append(number)
        position = number.end
    return found


def pinpoints(text: str, start: int, end: int, target: str) -> Iterator[Draft]:
    """The reference ``text[start:end]`` with the paragraphs after it, one draft each; a range leads to its first.

    The first draft spans the reference and its first paragraph; each further one spans its own number.
    """
    lead = _LEAD.match(text, end)
    number = number_at(text, lead.end()) if lead else None
    if number is None:
        yield Draft(start, end, target)
        return
    yield Draft(start, number.end, target, number.pinpoint)
    for one in further(text, number.end):
        yield Draft(one.start, one.end, target, one.pinpoint)


def first_of(printed: str) -> str:
    """The anchor of a printed number, of a range's first: ``41 (a)`` → ``41.a``, ``90-95`` → ``90``."""
    if printed.isdigit():
        return printed
    return number_of(_RANGE_OR_WORD.split(_BRACKET.sub(r".\1", printed))[0])


def through(cited: str, pinpoint: str) -> int:
    """The last number of the range in a citation's text whose first number is the pinpoint's; 0 where there is none.

    ``§§ 190-5`` ends at 195: lawyers leave out the digits that stay. A range that would be longer than any that people
    mean is none, so that a wrongly read number does not cite half a judgment.
    """
    number = pinpoint.rpartition("-")[2]
    if not number.isdigit() or not holds(cited, _RANGE_SIGNS):
        return 0
    for last in _THROUGH.finditer(cited):
        if last[1] == number:
            kept = number[: -len(last[2])] if len(last[2]) < len(number) else ""
            end = int(kept + last[2])
            return end if 0 < end - int(number) <= LONGEST_RANGE else 0
    return 0
