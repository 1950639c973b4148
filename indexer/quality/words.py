"""A text as the words that can be judged: without numbers, addresses and what stands around words."""

from __future__ import annotations

import re

EDGES = "<>\"'“”„‟‘’‚‛«»‹›()…·•–—‐-−*/.,;:!?§°\ufffe"
_NOT_WORDS = re.compile(
    r"\d|://|www\.|[^\s@]@[^\s@]+\.\w|\.\w+\.|\.(?:com|org|net|int|eu|html?|pdf)\b|_", re.IGNORECASE
)
_PARTS = re.compile(r"[-/–—'’‘.,;:()\"“”„«»…?!‐\u2011+=&]+")


def is_address(token: str) -> bool:
    """Whether a token is an e-mail or web address, a number or a piece of code rather than a word."""
    return _NOT_WORDS.search(token) is not None


def lower(text: str) -> str:
    """Lower case, with the Turkish capital İ as one letter."""
    return text.replace("İ", "i").lower()


def words_of(text: str) -> list[str]:
    """The words of ``text`` in lower case, in order; signs inside a word stay, because they may stand for letters."""
    found: list[str] = []
    for token in lower(text.replace("\xad", "")).split():
        bare = token.strip(EDGES)
        if bare.isalpha():
            found.append(bare)
        elif bare and not is_address(bare):
            found.extend(part for part in _PARTS.split(bare) if part)
    return found
