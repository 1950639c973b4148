"""What a document says of itself: ``paragraph 41 above``, ``paragrafi 41 më lart``, ``stav 41. gore``.

The target is the document (``doc/<id>``), so only a text whose document is known has such citations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
_WHERE = ("above", "below", "supra", "infra", "hereof", "ci-dessus", "ci-dessous", "më lart", "më sipër", "më poshtë",
          "gore", "iznad", "niže", "ispod", "dole", "горе", "изнад", "доле", "испод", "погоре", "подолу",
          "of the judgment", "of this judgment", "of the present judgment", "of the report", "of this report",
          "of the present report", "of this decision", "of the opinion")  # fmt: skip
_WORD = re.compile(rf"(?<!\w){_WORDS}\s?\Z")
_BACK = 16  # characters: the longest of the words
_AFTER = re.compile(
    rf"{_LIST}(?:(?P<where>\.?\s?[,(]?\s?(?:{'|'.join(map(re.escape, _WHERE))})(?![^\W\d_])"
    r"(?!\s(?:citiran|naveden|цитиран|наведен)))"  # "gore citirana" is said of a case
    r"|(?P<other>\s?(?:,\s)?(?:of|in|to|from|de|du|të|i|e|iz|od|из|од)\s))?"
)
_SEE = re.compile(
    r"(?:[Ss]ee(?:\salso)?|[Cc]f\.|[Cc]ompare|[Vv]oir|[Ss]hih|[Vv]idi|[Vv]ideti|[Вв]иди)[,:]?\s(?:also\s)?\Z"
)
_SEEN = ("pa", "st", "ta", "па", "ст", "та")  # "see § 45" may be of the judgment that was just cited
_NUMBER = re.compile(_ONE)
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


def internal(text: str, document: str, places: Sequence[int]) -> Iterator[Draft]:
    """Each paragraph of the document that its text points to. ``document`` is its id, ``places`` are where the numbers
    stand that have a paragraph's word before them."""
    done = 0
    for at in places:
        if at < done or (after := _AFTER.match(text, at)) is None:
            continue
        word = _WORD.search(text, max(0, at - _BACK), at)
        if word is None:
            continue
        start = word.start()
        if after["where"]:
            done = after.end()
            yield from _each(text, start, (at, after.start("where")), done, document)
        elif not after["other"] and word[0][:2].lower() in _SEEN and _SEE.search(text, max(0, start - _BACK), start):
            done = after.end()
            yield from _each(text, start, (at, done), done, document)


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
    ("види параграф 41", ("doc/d#41",)),
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
