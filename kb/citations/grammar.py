"""The seam: a grammar is a value, with the ways people write it beside it as its test."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Draft(NamedTuple):
    """A citation as a grammar hands it on: where it stands in the text, and where it points (see Citation)."""

    start: int
    end: int
    target: str
    pinpoint: str = ""
    qualifier: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """How one family of references is written.

    ``sign`` is a literal that stands in every reference, in small letters: most texts have none, and are done with.
    ``triggers`` are literals of which a lower-cased text must hold at least one too; ``shape`` is what must be found in
    the text; where ``counted`` is set, "no." or a word like it must stand before a number. Else nothing is tried.
    ``initials`` are the letters, in small, with which a reference can begin (``0`` for any digit).
    ``pattern`` must need linear time: every repetition is bounded or begins with a literal of its own. ``read`` turns
    a match into drafts (none where the match turns out to be something else). ``examples`` are pairs of a text and
    the addresses (``target#pinpoint``) found in it, in order; ``near_misses`` are texts in which nothing is found.
    """

    name: str
    sign: str = ""
    triggers: tuple[str, ...] = ()
    shape: re.Pattern[str] | None = None
    counted: bool = False
    initials: str = ""
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Iterable[Draft]]
    examples: tuple[tuple[str, tuple[str, ...]], ...]
    near_misses: tuple[str, ...] = ()


def holds(text: str, signs: tuple[str, ...]) -> bool:
    """Whether one of the literals is in the text."""
    for sign in signs:  # noqa: SIM110 - a generator costs more than the search
        if sign in text:
            return True
    return False
