"""A law's number as it is cited: names of gazettes and laws in the nominative, however the text inflects them."""

from __future__ import annotations

import re

_MAN, _WOMEN = r"glasnik|list|vesnik|гласник|лист|весник", r"novin|новин"
_GAZETTE = re.compile(
    rf"\b(?:(sl(?:u[žz]ben)?|сл(?:ужбен)?)(\w{{0,4}}))(\.?\s{{0,2}})({_MAN}|{_WOMEN})\w{{0,4}}", re.IGNORECASE
)
_LAW = re.compile(r"\A(Ligj|Zakonik|Zakon|Законик|Закон)\w{1,3}(?=\s)", re.IGNORECASE)
# What the adjective ends in before each: "Službeni glasnik", "Službene novine", Macedonian "Службен весник".
_ADJECTIVE = {"novin": "e", "новин": "е", "весник": ""}
_NOUN = {"novin": "e", "новин": "е"}
_ENDING = {"ligj": "i"}


def nominative(reference: str) -> str:
    """The reference with the name of its gazette or law uninflected: ``Sl. glasniku RS`` → ``Sl. glasnik RS``."""
    return _LAW.sub(_law, _GAZETTE.sub(_gazette, reference))


def _gazette(match: re.Match[str]) -> str:
    word, between, noun = match[1], match[3], match[4]
    kind = noun.lower()
    if len(word) > 2:
        word += _cased(_ADJECTIVE.get(kind, "и" if kind[0] > "z" else "i"), word)
    return word + between + noun + _cased(_NOUN.get(kind, ""), noun)


def _law(match: re.Match[str]) -> str:
    return match[1] + _cased(_ENDING.get(match[1].lower(), ""), match[1])


def _cased(ending: str, word: str) -> str:
    return ending.upper() if word.isupper() else ending
