"""Macedonian and Bulgarian words without their article and ending, for words the dictionary lacks: names, mostly.

The article hangs at the end (``зградата``, ``директорот``, ``извештаите``); before it stands the plural's vowel.
"""

from __future__ import annotations

_ARTICLES = ("iot", "jat", "ijat", "ot", "ta", "to", "te", "at", "ov", "va", "vo", "ve", "on", "na", "no", "ne")
_BY_LENGTH = tuple(sorted(_ARTICLES, key=len, reverse=True))
_LEAST = 4  # letters that must remain


def without_article(folded: str) -> str:
    """The folded word without article and final vowel: ``zatvorot``, ``zatvor`` → ``zatvor``; ``zgradata`` → ``zgrad``."""
    word = folded
    for article in _BY_LENGTH[:9]:
        if word.endswith(article) and len(word) - len(article) >= _LEAST:
            word = word[: -len(article)]
            break
    if len(word) > _LEAST and word[-1] in "aeiou":
        word = word[:-1]
    return word
