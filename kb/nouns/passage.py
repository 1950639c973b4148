"""The smallest unit one can cite."""

from __future__ import annotations

from dataclasses import dataclass

from kb.nouns.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle on a page of the original, in fractions of the page (0..1), origin at the top left."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A numbered paragraph, a rule, an article; unnumbered text by paragraph.

    ``anchor`` is unique in its document and the same after a re-index; ``label`` is the number as printed ("41",
    "18.1", "Article 3", "" where none is printed). ``heading`` is the trail of headings above it, outermost first.
    ``page`` counts from 1 in the original's file, None where the format has no pages. ``ordinal`` counts from 0.
    ``form`` is ``text``, ``table``, ``footnote`` or ``heading`` (a heading with nothing beneath it). ``notes`` are the
    anchors of its footnotes. ``bold`` and ``italic`` are half-open spans of ``text``. ``part`` is the part of the
    document it stands in: ``summary``, ``appendix``, ``recommendations`` (a list that gathers what was recommended), ""
    for the body. ``repeats`` is the anchor of the paragraph of the body that an item of such a list repeats, or "".
    ``role_score`` is how sure the role is, 0..1, ``role_why`` the reason in words, ``role_read`` the role that was read
    where a person has corrected it, else "".
    """

    document: str
    anchor: str
    label: str
    text: str
    ordinal: int
    role: Role = Role.OTHER
    heading: tuple[str, ...] = ()
    page: int | None = None
    language: str | None = None
    form: str = "text"
    notes: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    bold: tuple[tuple[int, int], ...] = ()
    italic: tuple[tuple[int, int], ...] = ()
    part: str = ""
    repeats: str = ""
    role_score: float = 0.0
    role_why: str = ""
    role_read: str = ""

    @property
    def key(self) -> str:
        """``document#anchor``: how the engine, the store and the CLI name one passage."""
        return f"{self.document}#{self.anchor}"

    @property
    def url(self) -> str:
        """Its permanent address below the server's root."""
        return f"/d/{self.document}/p/{self.anchor}"
