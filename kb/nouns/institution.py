"""Places of deprivation of liberty, where a text names them, and when they were visited."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """A place of deprivation of liberty (OPCAT, Article 4), with its names in each language (BCP 47, without script).

    ``kind`` is one of ``kb.institutions.KINDS``. ``names`` has one name for each language, ``aliases`` further ones;
    ``places`` are the names that, next to a word for its kind, name the institution ("Dubrava", "Istog"), by language.
    ``alone`` says that such a place, without that word, is the institution where a sentence speaks of detained persons.
    ``state`` is ISO 3166-1 alpha-3, ``source`` the address or the title of what the facts were taken from.
    """

    id: str
    kind: str
    names: dict[str, str]
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    places: dict[str, tuple[str, ...]] = field(default_factory=dict)
    alone: bool = False
    state: str = ""
    municipality: str = ""
    source: str = ""
    note: str = ""

    def name(self, language: str | None = None) -> str:
        """Its name in a language, else in English, else in whichever there is."""
        short = (language or "").partition("-")[0]
        return self.names.get(short) or self.names.get("en") or next(iter(self.names.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words ``[start:end)`` of a passage that name an institution (its id).

    ``found_in`` is ``text``; ``heading`` where a heading above the passage names it; ``title`` where the document's
    does (its anchor is ""): in these both offsets are 0.
    """

    document: str
    anchor: str
    institution: str
    start: int
    end: int
    found_in: str = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A visit as a report tells of it; ``anchor`` is the passage that does.

    ``kind`` is ``periodic``, ``ad-hoc``, ``follow-up``, ``unannounced`` or "" where it is not said. ``begins`` and
    ``ends`` are ISO dates, as precise as the source; equal for a visit of one day, or of one month where no day is
    named. ``mechanism`` is the document's.
    """

    document: str
    anchor: str
    institutions: tuple[str, ...]
    begins: str
    ends: str
    kind: str = ""
    mechanism: str | None = None
