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

    ``triggers`` are lower-case literals of which a lower-cased text holds at least one, else the pattern is not tried.
    ``sign`` is a literal that stands in every reference, in small letters: most texts have none, and are done with.
    ``pattern`` must need linear time: every repetition is bounded or begins with a literal of its own. ``read`` turns
    a match into drafts (none where the match turns out to be something else). ``examples`` are pairs of a text and
    the addresses (``target#pinpoint``) found in it, in order; ``near_misses`` are texts in which nothing is found.
    """

    name: str
    sign: str = ""
    triggers: tuple[str, ...]
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Iterable[Draft]]
    examples: tuple[tuple[str, tuple[str, ...]], ...]
    near_misses: tuple[str, ...] = ()
