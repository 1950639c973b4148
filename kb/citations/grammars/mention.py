"""One mention of provisions: the word, and the numbers that it is said of, with their paragraphs and letters."""

from __future__ import annotations

import re
from typing import NamedTuple

from kb.citations.context import Context
from kb.citations.numbers import AFTER, OWNED, SECTION, TYPED, Place
from kb.citations.words import PARAGRAPH, kind_of, number_of

_RANGE = r"(?:\s?[-–‑]\s?\d{1,5}(?![\d/])|\s(?:to|deri|do|à)\s\d{1,5}(?!\d))?"
_ITEM = r"\d{1,5}(?:\.\d{1,2}){0,3}(?:\.?[a-z](?![^\W_]))?(?:\s?bis\b)?" + _RANGE
# Paragraph and letter: "§ 1 (a)", "(1)", ", paragraph 2", "stav 2". They stay in the citation's text.
_LETTER = r"\([a-zа-я0-9]{1,4}\)"
_UNIT = rf"\d{{1,3}}[a-z]?(?![\w/])(?:(?:\s?[-–‑]\s?|\sto\s)\d{{1,3}}(?![\w/]))?(?:\s?{_LETTER}){{0,2}}"
_AND = r"(?:\s?,\s?|,?\s(?:and|or|et|ou|dhe|ose|i|ili|и|или|ve)\s)"
_FINE = (
    # One paragraph after "§" or "para."; several after their plurals, and in languages that have one form for both.
    rf"(?:\.?,?\s(?:st|stav\w{{0,3}}|ta[čc]k?\w?|ст|став\w{{0,3}}|тачк?\w?)\.?\s{_UNIT}\.?(?:{_AND}{_UNIT}\.?){{0,4}}(?=\s)"
    rf"|,?\s?(?:§|paragraph\s|para\.\s)(?!§)\s?{_UNIT}"
    rf"|\.?,?\s?(?:{PARAGRAPH})\.?\s?{_UNIT}(?:{_AND}{_UNIT}(?!\s?§)(?!\.?\s[^\W\d_]{{3,9}}\s\d{{4}})){{0,4}}"
    rf"|\s?{_LETTER}|\s?(?:,|and|or)\s{_LETTER}|\sin fine\b"
    r"|,?\s(?:first|second|third|last)\s(?:sub-?paragraph|sentence),?|\s(?:sub-?paragraph|letter|point"
    r"|lit\.)\s\(?[a-z]\)?(?![^\W_]))"
)
_ONE = re.compile(rf"({_ITEM})\.?(?:{_FINE}){{0,4}}", re.IGNORECASE)
# What mostly follows a number, and needs no closer look: "Article 6 § 1 of", "paragraph 41 above".
_PLAINLY = re.compile(r"(?: § [0-9]{1,2})?(?= (?:of|above|below|OF)\b)")
_MORE = re.compile(
    r"\s?,?\s(?:and/or|and|or|et|ou|dhe|ose|i|ili|и|или|ve|und|oder|y|e)\s(?=\d)"
    r"|\s?,\s?(?=\d)(?!\s?\d{1,2}\.?\s[^\W\d_]{3,}\s\d{4})",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?<![^\W_])([^\W\d_]{1,16}|§)(?:\.\s{0,2}|\s{1,2})(?:(?:n[ro]|br)\.?\s?)?\Z", re.IGNORECASE)
_BACK = 26  # characters: the longest word, its spaces and a "nr."
_POSSESSIVE = ("'", "’")
_TURKISH = re.compile(r"(\d{1,3})\.?\s?madde\w{0,10}", re.IGNORECASE)


class Item(NamedTuple):
    """One provision of a mention; the first one's span has the word."""

    start: int
    end: int
    kind: str
    number: str

    def pinpoint_of(self, target: str) -> str:
        """Its anchor there: laws have sections where other documents have paragraphs ("§ 36 of the Rules")."""
        if self.kind != "paragraph":
            return f"{self.kind}-{self.number}"
        return f"section-{self.number}" if target.startswith("law/") else self.number


def mention(text: str, place: Place, context: Context, language: str | None) -> list[Item]:
    """The items of the mention whose first number is here; the first has the word before it."""
    position, digits_end, start = place
    if start == AFTER and (turkish := _TURKISH.match(text, position)):
        return [Item(position, turkish.end(), "article", str(int(turkish[1])))]
    if start >= 0:
        word = text[start : position - 1]
    elif (before := _WORD.search(text, max(0, position - _BACK), position)) is not None:
        start, word = before.start(), before[1]
    else:
        return []
    if word in ("m", "M") and language not in (None, "tr"):
        return []
    kind = kind_of(word)
    if kind in (None, "paragraph"):
        lowered = word.lower()
        kind = "paragraph" if lowered in OWNED else SECTION.get(lowered) if context.state else None
        kind = kind or TYPED.get(lowered)
        if lowered in ("st", "ст") and word[0].isupper():
            return []  # "St. 5"
        if lowered in ("s", "ss") and not _short_for_section(text, start, word, language):
            return []
    if kind is None or (word == "§" and _ITEM_BEFORE.search(text, max(0, start - 8), start)):
        return []
    if plainly := _PLAINLY.match(text, digits_end):
        return [Item(start, plainly.end(), kind, text[position:digits_end])]
    ordinal = _ORDINAL.match(word) is not None
    items: list[Item] = []
    one = _ONE.match(text, position)
    while one and len(items) < 40:
        number = one[1] if one[1].isdecimal() and one[1].isascii() else number_of(_TO.split(one[1], 1)[0])
        stop = one[0][-1] == "." and not (ordinal and _ends_as_ordinal(text, one.end()))
        end = one.end() - stop
        items.append(Item(start, end, kind, number))
        more = _MORE.match(text, one.end())
        one = _ONE.match(text, more.end()) if more else None
        start = more.end() if more else 0
    return items


_TO = re.compile(r"\s?[-–‑]|\s(?:to|deri|do|à)\s")
_ITEM_BEFORE = re.compile(r"\d[a-z]?\)?,?\s\Z")
_ORDINAL = re.compile(r"čl|cl|чл|prav|прав|na[čc]|нач|smern|смерн|princ|принц|стан|m|st|ст|kur", re.IGNORECASE)


def _short_for_section(text: str, start: int, word: str, language: str | None) -> bool:
    """Whether "s" is: "s. 53" and OSCOLA's "s 53" are, "S 53", "the party's 2006 programme", Slovene "s 5" are not."""
    dotted = text[start + len(word)] == "."
    return (dotted or word.islower()) and text[start - 1 : start] not in _POSSESSIVE and (language or "en")[:2] == "en"


def _ends_as_ordinal(text: str, end: int) -> bool:
    """South Slavic numbers carry a full stop ("člana 3. Konvencije"): it belongs to the number if words follow."""
    return bool(re.match(r"\s[^\W\d_]", text[end : end + 2]))
