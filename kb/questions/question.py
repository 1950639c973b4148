"""What is asked, one line of a checklist."""

from __future__ import annotations

from dataclasses import dataclass

from kb.nouns import Query


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. ``id`` is what the checklist calls it, else its number; ``line`` where it stands there (from 1);
    ``section`` the heading it is under, "" for none. ``query`` has its words and its own filters."""

    id: str
    line: int
    query: Query
    section: str = ""

    @property
    def text(self) -> str:
        return self.query.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Misread:
    """A line of a checklist that could not be taken, and why."""

    line: int
    why: str
