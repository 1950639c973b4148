"""The paragraph that follows a reference: ``, § 92``, ``, §§ 22-24``, ``, paragraphs 59 and 62``, ``, § 41 (a)``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.citations.grammar import Draft
from kb.citations.words import PARAGRAPH, number_of

RANGE = r"(?:(?:\s?[-–‑]\s?|\s(?:to|deri|do|à|bis)\s)\d{1,4}(?:\.\d{1,3})?)?"
# A number of days would be read as a paragraph in "§ 59, 3 July 2008": what follows must not be a month's name.
ITEM = r"(?:\s?\((?:[a-z]|[ivx]{1,5})\)){0,2}"  # of a list in the paragraph, as its anchor has it: 41.a.i
_NUMBER = rf"\d{{1,4}}(?:\.\d{{1,3}})?{RANGE}(?![\d/])(?-i:{ITEM})"
_LEAD = re.compile(rf"(?:\s?[,;(#]|\s?\bat)?\s?(?:(?:{PARAGRAPH})(?![^\W\d_])\s?|(?<=#)(?=\d))", re.IGNORECASE)
_FIRST = re.compile(_NUMBER)
_NEXT = re.compile(
    rf"(?:\s?,\s?|;\s(?=\d+\.\d)|\s?,?\s(?:and|et|dhe|i|и|ve|und|y|e)\s)(?={_NUMBER})(?!\d{{1,4}}\.?\s[^\W\d_]{{3,}}\s(?:19|20)\d\d)"
)


def pinpoints(text: str, start: int, end: int, target: str) -> Iterator[Draft]:
    """The reference ``text[start:end]`` with the paragraphs after it, one draft each; a range leads to its first.

    The first draft spans the reference and its first paragraph; each further one spans its own number.
    """
    lead = _LEAD.match(text, end)
    number = _FIRST.match(text, lead.end()) if lead else None
    if number is None:
        yield start, end, target, ""
        return
    yield start, number.end(), target, _first(number[0])
    for _ in range(40):
        following = _NEXT.match(text, number.end())
        number = _FIRST.match(text, following.end()) if following else None
        if number is None:
            return
        yield number.start(), number.end(), target, _first(number[0])


def _first(printed: str) -> str:
    return number_of(re.split(r"\s?[-–‑]|\s[^\W\d]", re.sub(r"\s?\((\w+)\)", r".\1", printed))[0])
