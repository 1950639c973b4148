"""The check before a query is read: what would keep a parser or an engine busy is refused, with where and why.

Measured on parsers of this kind: some crash at 3,000 opening brackets, some think for ten seconds about 489 bytes.
"""

from __future__ import annotations

import unicodedata

from kb.errors import QueryError
from kb.wording import worded

LONGEST = 2_000  # characters
DEEPEST = 20  # brackets inside brackets
MOST_WORDS = 150
MOST_OPERATORS = 60
MOST_WILDCARDS = 12


def clean(text: str) -> str:
    """The query without what no keyboard types: lone surrogates and control characters; NFC."""
    plain = "".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Zs", "Zl", "Zp") else c for c in text)
    return unicodedata.normalize("NFC", plain)


def check(text: str) -> None:
    """QueryError where the query is too long, too deep, or has too many operators or wildcards."""
    if len(text) > LONGEST:
        raise QueryError(
            worded("the query has %(found)s characters, at most %(most)s can be read", found=len(text), most=LONGEST),
            where=f"character {LONGEST + 1}",
            advice=worded("Shorten it, or put the words that matter"),
        )
    depth = 0
    for at, mark in enumerate(text, 1):
        depth += (mark == "(") - (mark == ")")
        depth = max(depth, 0)
        if depth > DEEPEST:
            raise QueryError(
                worded("more than %(most)s brackets inside each other", most=DEEPEST),
                where=f"character {at}",
                advice=worded("Use fewer brackets"),
            )
    pieces = text.split()
    _few(len(pieces), MOST_WORDS, worded("words"))
    _few(sum(piece in ("AND", "OR", "NOT") for piece in pieces), MOST_OPERATORS, worded("operators (AND, OR, NOT)"))
    _few(sum(text.count(mark) for mark in "*?~"), MOST_WILDCARDS, worded("wildcards (*, ?, ~)"))


def _few(found: int, most: int, what: str) -> None:
    if found > most:
        raise QueryError(
            worded(
                "too many %(what)s in the query: %(found)s, at most %(most)s can be read",
                what=what,
                found=found,
                most=most,
            ),
            advice=worded("Ask for less at once"),
        )
