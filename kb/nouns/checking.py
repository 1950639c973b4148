"""What a person should look at: pages whose text was mended, read by OCR, or not read at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.nouns.document import Document, PageFacts
from kb.nouns.vocabulary import PageState

# In the order in which they are looked at: what is lost to the search first.
TO_CHECK = (PageState.DAMAGED, PageState.UNREADABLE, PageState.NEEDS_OCR, PageState.OCR, PageState.REPAIRED)


@dataclass(frozen=True, slots=True)
class PageToCheck:
    """A page with its document; ``anchor`` is of the first passage that begins on it, None where none does."""

    document: Document
    facts: PageFacts
    anchor: str | None = None

    @property
    def url(self) -> str:
        """The permanent address of that passage, else of the document."""
        return f"/d/{self.document.id}/p/{self.anchor}" if self.anchor else f"/d/{self.document.id}"

    @property
    def picture(self) -> str | None:
        """The address of the page's picture, None where the original's pages cannot be drawn."""
        drawn = self.document.media_type == "application/pdf"
        return f"/page/{self.document.id}/{self.facts.number}.png" if drawn else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesToCheck:
    """A stretch of the pages to look at, and how many there are in all.

    ``states`` counts them by state, whatever state was asked for; ``documents`` are those that have such pages, with
    their titles and counts, whatever document was asked for, those with most pages first.
    """

    total: int = 0
    pages: tuple[PageToCheck, ...] = ()
    states: Mapping[PageState, int] = field(default_factory=dict)
    documents: tuple[tuple[str, str, int], ...] = ()
