"""How alike two words are by their runs of three letters (Dice 1945): names, loans, forms of one word."""

from __future__ import annotations


def trigrams(word: str) -> frozenset[str]:
    """Its runs of three letters, its beginning and its end marked."""
    marked = f"^{word}$"
    return frozenset(marked[at : at + 3] for at in range(len(marked) - 2))


def alike(one: str, other: str) -> float:
    """From 0, nothing in common, to 1."""
    first, second = trigrams(one), trigrams(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0
