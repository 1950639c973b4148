"""What a document says of itself: ``paragraph 41 above``, ``paragrafi 41 më lart``, ``stav 41. gore``.

The target is the document (``doc/<id>``), so only a text whose document is known has such citations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.citations.grammar import Draft
from kb.citations.pinpoint import ITEM

_ONE = (
    rf"\d{{1,4}}(?:\.\d{{1,3}})?(?![\d/])(?:{ITEM}(?:,\s\([a-z]\))*(?:\sand\s\([a-z]\))?)"
    r"(?:(?:\s?[-–‑]\s?|\s(?:to|deri|do|à)\s)\d{1,4})?"
)
_AND = r"(?:,\s?(?:and\s|et\s|dhe\s|i\s|и\s)?|\s(?:and|et|dhe|i|и|ve|or|ose|ili|или)\s)"
_LIST = rf"(?>{_ONE}(?:{_AND}{_ONE}){{0,30}})"
_WORDS = (
    r"(?:[Pp]aragraph(?:s|es?)?|[Pp]aras?\.?|[Pp]oints?|§§?|[Pp]aragraf(?:i|it|in|ët|ëve)?|[Pp]ika(?:t|ve)?"
    r"|[Pp]asus(?:i|u|a)?|[Ss]tav(?:a|u|om|ovi|ove|ovima)?|[Tt]ačk[aeiu]|[Сс]тав(?:а|у|ом|ови|ове)?|[Тт]ачк[аеиу]"
    r"|[Пп]араграф(?:от|и)?)"
)
# Rare words, so they are looked for first; the numbers are read backwards from there.
_WHERE = ("above", "below", "supra", "infra", "hereof", "ci-dessus", "ci-dessous", "më lart", "më sipër", "më poshtë",
          "gore", "iznad", "niže", "ispod", "dole", "горе", "изнад", "доле", "испод", "погоре", "подолу",
          "of the judgment", "of this judgment", "of the present judgment", "of the report", "of this report",
          "of the present report", "of this decision", "of the opinion")  # fmt: skip
_QUOTED = re.compile(r"\s(?:citiran|naveden|цитиран|наведен)")  # "gore citirana" is said of a case
_BEFORE = re.compile(rf"(?<!\w){_WORDS}\s?(?P<numbers>{_LIST})\.?\s?[,(]?\s?\Z")
_SEE = re.compile(
    rf"(?:[Ss]ee(?:\salso)?|[Cc]f\.|[Cc]ompare|[Vv]oir|[Ss]hih|[Vv]idi|[Vv]ideti|[Вв]иди)[,:]?\s(?:also\s)?"
    rf"(?P<word>{_WORDS}\s(?P<numbers>{_LIST}))(?!\s?(?:,\s)?(?:of|in|to|from|de|du|të|i|e|iz|od|из|од)\s)"
)
_SEES = ("ee par", "ee also par", "f. par", "mpare par", "oir par", "hih par", "idi stav", "idi tač", "иди став",
         "иди тач", "ideti stav")  # fmt: skip
_NUMBER = re.compile(_ONE)
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_LOOK = 160  # characters of a list of numbers


def internal(text: str, document: str) -> Iterator[Draft]:
    """Each paragraph of the document that its text points to. ``document`` is its id."""
    done = 0
    places = [(at, at + len(word)) for word in _WHERE if word in text for at in _all(text, word)]
    for start, end in sorted(places):
        low = max(done, start - _LOOK)
        before = _BEFORE.search(text, low, start)
        if before is not None and not text[end : end + 1].isalpha() and not _QUOTED.match(text, end):
            done = end
            yield from _each(text, before.start(), before.span("numbers"), end, document)
    if any(sign in text for sign in _SEES):
        for see in _SEE.finditer(text):
            yield from _each(text, see.start("word"), see.span("numbers"), see.end("word"), document)


def _all(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _each(text: str, start: int, numbers: tuple[int, int], end: int, document: str) -> Iterator[Draft]:
    found = list(_NUMBER.finditer(text, *numbers))
    for i, number in enumerate(found):
        paragraph = _DIGITS.match(number[0])
        yield Draft(
            number.start() if i else start,
            number.end() if i < len(found) - 1 else end,
            f"doc/{document}",
            paragraph[0] if paragraph else "",
        )


EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("as stated in paragraph 41 above", ("doc/d#41",)),
    ("see paragraphs 12-16 below", ("doc/d#12",)),
    ("(see paragraphs 8 and 10 above)", ("doc/d#8", "doc/d#10")),
    ("(see paragraphs 5-6, 8, 10 and 23 above)", ("doc/d#5", "doc/d#8", "doc/d#10", "doc/d#23")),
    ("paragraphs 14 to 16 below", ("doc/d#14",)),
    ("paragraph 10 (a) above", ("doc/d#10",)),
    ("paragraph 10 (a), (b) and (c) above", ("doc/d#10",)),
    ("see § 41 above", ("doc/d#41",)),
    ("see paragraph 46 of the judgment", ("doc/d#46",)),
    ("(see paragraph 28)", ("doc/d#28",)),
    ("(see paragraphs 37 and 38)", ("doc/d#37", "doc/d#38")),
    ("paras. 3 and 4 below", ("doc/d#3", "doc/d#4")),
    ("paragraphe 41 ci-dessus", ("doc/d#41",)),
    ("voir paragraphes 12 et 13 ci-dessous", ("doc/d#12", "doc/d#13")),
    ("paragrafi 41 më lart", ("doc/d#41",)),
    ("shih paragrafin 12 më sipër", ("doc/d#12",)),
    ("paragrafët 12 dhe 15 më poshtë", ("doc/d#12", "doc/d#15")),
    ("stav 41. gore", ("doc/d#41",)),
    ("vidi stav 41 iznad", ("doc/d#41",)),
    ("stavovi 41 i 42 gore", ("doc/d#41", "doc/d#42")),
    ("тачка 41. горе", ("doc/d#41",)),
    ("став 41. изнад", ("doc/d#41",)),
    ("параграф 41 погоре", ("doc/d#41",)),
)  # fmt: skip
NEAR_MISSES: tuple[str, ...] = (
    "paragraph 41",
    "paragraph 2 of Article 8",
    "see paragraph 2 of Article 8",
    "41 above",
    "the paragraph above 41",
    "points 3-1 in the match",
    "page 12 above",
    "temperatures of 41 and above",
)
