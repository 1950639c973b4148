"""Stems: what the forms of one word have in common, one rule per analysis group."""

from __future__ import annotations

from collections.abc import Callable

from kb.languages.folding import fold
from kb.languages.stems.snowball import snowball

Stemmer = Callable[[str, str], str]
"""Takes the exact and the folded form of one word, returns its stem in folded letters."""


def stemmer(group: str) -> Stemmer:
    """The stemmer of an analysis group; for a group without one, the folded word is its stem."""
    made = snowball(group)
    if made is None:
        return lambda exact, folded: folded
    if group == "hbs":
        return lambda exact, folded: made(folded)
    return lambda exact, folded: fold(made(exact))
