"""The engine-neutral query tree: analysed terms only, no text. Each engine translates it; matches must agree."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """Passages that hold the term in the field; where that is no text (fields.UNWEIGHED), each scores the boost."""

    field: str
    text: str
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Phrase:
    """Passages that hold the terms next to each other in order; ``slop`` is how many positions may
    intervene in all (kb.engines.spread)."""

    field: str
    terms: tuple[str, ...]
    slop: int = 0
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Prefix:
    """Passages with a term that begins so."""

    field: str
    text: str
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Passages with a term within ``distance`` edits (1 or 2; a swap is one), the first ``prefix`` letters equal."""

    field: str
    text: str
    distance: int = 1
    prefix: int = 1
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Passages with a term that matches the pattern: ``*`` any run of characters, ``?`` exactly one."""

    field: str
    pattern: str
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Range:
    """Passages whose number (``year``, ``date``) lies between the bounds, both included; None leaves an end open.

    An unknown number (0) lies in no range.
    """

    field: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Every:
    """Every passage, with a score of one."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No passage: what a word made of punctuation becomes."""


@dataclass(frozen=True, slots=True)
class All:
    """Passages that match every child; ``without`` are children none of which may match."""

    children: tuple[Node, ...]
    without: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Passages that match a child; scores add up."""

    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Best:
    """Passages that match a child; the best child's score counts, plus ``tie`` of the others'."""

    children: tuple[Node, ...]
    tie: float = 0.0


@dataclass(frozen=True, slots=True)
class Prefer:
    """Passages that match ``required``; those that match ``optional`` too score higher."""

    required: Node
    optional: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """Passages that match the child, each with the same score."""

    child: Node
    score: float = 1.0


Node = Term | Phrase | Prefix | Fuzzy | Wildcard | Range | Every | Nothing | All | AnyOf | Best | Prefer | Alike
