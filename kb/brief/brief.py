"""What a brief is made of, before it is written in any format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a line is from: its citation in words, and its permanent address."""

    citation: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: a passage's words, or a question of ours (then ``source`` may be None).

    ``key`` is ``document#anchor`` or "" for what is no passage. ``facts`` are short: status, addressee, day. ``note``
    is what a person has added. ``below`` are lines that belong to it: its history, what answers it. ``tick`` asks for a
    box to be ticked. ``about`` is the key of the passage that a question is about: it goes where that goes. ``dropped``
    is True in a preview, for what a person has left out.
    """

    text: str
    key: str = ""
    facts: tuple[str, ...] = ()
    source: Source | None = None
    note: str = ""
    below: tuple[Line, ...] = ()
    tick: bool = False
    about: str = ""
    dropped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lines of one sort under a heading: earlier findings, open recommendations, standards."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One theme, or what stands before the themes. ``key`` is the theme's id, ``-before`` or ``-other``."""

    title: str
    groups: tuple[Group, ...]
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A brief in one language. ``facts`` stand on its title page: a word and what it says (period, day)."""

    title: str
    subtitle: str
    language: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    words: dict[str, str]

    @property
    def heading(self) -> str:
        """What it is called: its title, and what it is of."""
        return f"{self.title}: {self.subtitle}" if self.subtitle else self.title

    def lines(self) -> Iterator[Line]:
        """Every line that is not below another, in order."""
        for section in self.sections:
            for group in section.groups:
                yield from group.lines


__all__ = ["Brief", "Group", "Line", "Section", "Source"]
