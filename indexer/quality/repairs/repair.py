"""What a repair is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Repair:
    """``apply`` undoes one kind of damage; ``languages`` are those whose words must come out of it.

    ``whole`` says that every letter of the text is wrong, so that it is judged on all words and not on those that
    change. ``key`` tells two of one name apart (the distance of a shift, the letters that were learnt).
    ``sure`` says that one word is evidence enough.
    """

    name: str
    languages: tuple[str, ...]
    apply: Callable[[str], str]
    whole: bool = False
    key: str = ""
    sure: bool = False
