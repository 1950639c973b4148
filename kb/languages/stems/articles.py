"""Macedonian and Bulgarian words without their article and ending, for words the dictionary lacks: names, mostly.

The article hangs at the end (``зградата``, ``директорот``, ``извештаите``); before it stands the plural's vowel.
"""

from __future__ import annotations

_ARTICLES = ("ijat", "iot", "jat", "ot", "at", "ta", "to", "te")  # longest first
_LEAST = 4  # letters that must remain


def without_article(folded: str) -> str:
    """The folded word without article and final vowel: ``zgradata``, ``zgradi`` → ``zgrad``."""
    word = folded
    for article in _ARTICLES:
        if word.endswith(article) and len(word) - len(article) >= _LEAST:
            word = word[: -len(article)]
            break
    if len(word) > _LEAST and word[-1] in "aeiou":
        word = word[:-1]
    return word
