"""The signs by which a case is found: "v.", "cited above", "judgment", "§", "ibid."; its name is read from there.

A literal that C finds at once is looked for first, and the pattern only where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.citations.grammar import holds
from kb.citations.grammars.states import LINKS

# Nearly always there is a space before it, which C finds fastest; VERSUS admits whatever else may stand there.
_VERSUS_AND_SPACE = re.compile(rf" (?:{LINKS})\s(?=[^\W\d_a-z]|the\s|la\s|les?\s|l['’])")
VERSUS = re.compile(_VERSUS_AND_SPACE.pattern.replace(" ", r"\s", 1))
_ABOVE = re.compile(r"(?:cited|quoted|referred\sto)\sabove")
_JUDGMENT = re.compile(r"judgments?(?=\sof\s\d|[,(\s])")
_CASE = re.compile(r"case\s\(")
_CITED = re.compile(
    r"op\.\scit\.|précité|i\scituar\smë|citiran[aoi]?\s(?:gore|iznad)|gore\s(?:citiran|naveden)"
    r"|горе\s(?:цитиран|наведен)|цитирана\sпогоре"
)
_CITED_SIGNS = ("op. cit", "précité", "cituar", "citiran")
_PARAGRAPH = re.compile(r"§(?:(?<=[^\W\d_]\ §)|(?<=[^\W\d_],\ §)|(?<=\.,\ §))§?\s?(?=\d)")
_IBID = re.compile(r"\b(?:[Ii]bid(?:em)?\b\.?|[Ii]d\.)")


def signs_of(text: str) -> list[tuple[int, int, str]]:
    """Where a case may be: where the sign of one begins and ends, and what kind of sign it is; in no order."""
    versus = VERSUS if "\xa0" in text or "\n" in text else _VERSUS_AND_SPACE
    places = [(match.start(), match.end(), "v") for match in versus.finditer(text)]
    signs: list[re.Match[str]] = []
    if "above" in text:
        signs += _above(text)
    if "judgment" in text:
        signs += _JUDGMENT.finditer(text)
    if "case (" in text:
        signs += _CASE.finditer(text)
    if "§" in text:
        signs += _PARAGRAPH.finditer(text, 4)
    if ("cit" in text and holds(text, _CITED_SIGNS)) or "gore" in text or (not text.isascii() and "горе" in text):
        signs += _CITED.finditer(text)
    places += [(match.start(), match.end(), "above") for match in signs]
    if "bid" in text or "Id." in text or " id." in text:
        places += [(match.start(), match.end(), "ibid") for match in _IBID.finditer(text)]
    return places


def _above(text: str) -> Iterator[re.Match[str]]:
    at = text.find("above")
    while at >= 0:
        if match := _ABOVE.search(text, max(0, at - len("referred to ")), at + len("above")):
            yield match
        at = text.find("above", at + 1)
