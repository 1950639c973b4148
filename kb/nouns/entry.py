"""What an engine is handed: terms, never text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexEntry:
    """The terms and filter values of one passage. Term fields hold terms joined by single spaces, one per position.

    ``exact`` is case-folded with diacritics and script kept; ``folded`` is latinised without diacritics, position for
    position the same words; ``stem`` is ``group:stem`` in the analysis of the passage's language, position for position
    again, and behind the last word the signs of the concepts it names (`kb.thesaurus.Signs`). ``heading`` and ``title``
    hold folded terms. ``refs`` are references without positions: the passage's own (``article-3``,
    ``opcat#article-19``) and those it cites (``cites:app/30210/96``). ``year`` and ``date`` (yyyymmdd) are 0 where
    unknown.
    """

    key: str
    document: str
    anchor: str
    ordinal: int
    exact: str
    folded: str
    stem: str
    heading: str = ""
    title: str = ""
    refs: str = ""
    kind: str = "other"
    role: str = "other"
    language: str = ""
    mechanism: str = ""
    state: str = ""
    institutions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    year: int = 0
    date: int = 0
