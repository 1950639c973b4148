"""What a person asked, as read: words still as typed, with the field they were asked in ("" for the text itself)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A bare word; what analysis cuts in several is several words next to each other."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A phrase in quotation marks; ``slop`` words may stand in between."""

    text: str
    slop: int = 0
    field: str = ""


@dataclass(frozen=True, slots=True)
class Starts:
    """``word*``."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """``w?rd``, ``w*d``."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Near:
    """``word~`` or ``word~2``."""

    text: str
    distance: int = 1
    field: str = ""


@dataclass(frozen=True, slots=True)
class Between:
    """``year:[2015 TO 2019]``; an end may be open."""

    field: str
    low: str | None
    high: str | None


@dataclass(frozen=True, slots=True)
class Anything:
    """``*``, or nothing typed."""


@dataclass(frozen=True, slots=True)
class Both:
    """Words side by side, or AND."""

    children: tuple[Syntax, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """OR."""

    children: tuple[Syntax, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """NOT."""

    child: Syntax


Syntax = Word | Quoted | Starts | Pattern | Near | Between | Anything | Both | Either | Without
