"""A published text, and the places on paper it was read from."""

from __future__ import annotations

from dataclasses import dataclass

from kb.nouns.vocabulary import Access, Kind, PageState


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One published text in one language, or marked mixed.

    ``language`` is BCP 47, ``mul`` where no language holds four fifths of the text, None where it is unknown.
    ``date`` is ISO 8601 and as precise as the source: ``2019``, ``2019-05`` or ``2019-05-21``.
    ``work`` is what language versions of one text share: a catalogue id, else a normalised reference, else None.
    ``state`` is ISO 3166-1 alpha-3 (Kosovo: ``XKX``). ``pages`` is None for formats without pages.
    """

    id: str
    title: str
    kind: Kind = Kind.OTHER
    language: str | None = None
    date: str | None = None
    reference: str | None = None
    mechanism: str | None = None
    state: str | None = None
    institutions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    access: Access = Access.INTERNAL
    work: str | None = None
    source_url: str | None = None
    sha256: str = ""
    media_type: str = ""
    size: int = 0
    pages: int | None = None
    passages: int = 0

    @property
    def year(self) -> int | None:
        """The year of ``date``, or None."""
        return int(self.date[:4]) if self.date else None


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is known of one page of an original: its size in points, how much text was read from it, and how.

    ``score`` is the quality of the text as it was found, 0..1 (1 is text as people write it). ``repairs`` name what was
    undone, in order. ``confidence`` is the OCR's own mean over words, 0..1, None where there was no OCR.
    """

    number: int
    width: float
    height: float
    characters: int
    note: str = ""  # for people: what happened to the page; empty when there is nothing to say
    state: PageState = PageState.TEXT
    score: float = 1.0
    repairs: tuple[str, ...] = ()
    confidence: float | None = None
