"""What a format hands on: pages of blocks in reading order, furniture already gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kb.nouns import Mark, PageState


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, list item, table row or footnote, as far as the layout alone can tell.

    ``text`` is cleaned: lines joined, hyphens mended, NFC, no page furniture, single spaces, no line breaks except
    between the rows of a table. ``kind`` is ``text``, ``heading``, ``list``, ``table`` or ``footnote``. ``level`` is a
    heading's depth from 1 (0: not known). ``bold`` and ``italic`` are half-open spans of ``text``. ``marker`` is a
    footnote's number; ``notes`` are the markers of the footnotes that hang on this block, raised in print and not in
    ``text``.
    ``continues`` says that the layout saw no end of paragraph before this block (a new column or page began):
    segmentation joins it to the block before unless it begins with a number of its own. ``number`` is a label that
    the format itself knows (Word's automatic numbering, an XML article number) and that ``text`` does not print.
    """

    text: str
    kind: str = "text"
    level: int = 0
    page: int | None = None
    bold: tuple[tuple[int, int], ...] = ()
    italic: tuple[tuple[int, int], ...] = ()
    marks: tuple[Mark, ...] = ()
    marker: str = ""
    notes: tuple[str, ...] = ()
    continues: bool = False
    number: str = ""
    indent: float = 0.0
    size: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of an original in reading order. ``width`` and ``height`` in points, 0 for formats without pages.

    ``number`` counts from 1, None for formats without pages (which give one Page). ``note`` says why the page has no
    text ("needs OCR"), and is empty otherwise. ``state``, ``score``, ``repairs`` and ``confidence`` are those of
    PageFacts.
    """

    number: int | None
    blocks: tuple[Block, ...]
    width: float = 0.0
    height: float = 0.0
    note: str = ""
    state: PageState = PageState.TEXT
    score: float = 1.0
    repairs: tuple[str, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the file says of itself: PDF Info, HTML meta, DOCX core properties. Empty strings where it says nothing.

    ``settled`` where that is how the document is known, whatever its text begins with: an e-mail's subject and date.
    """

    title: str = ""
    language: str = ""
    date: str = ""
    author: str = ""
    settled: bool = False


class Extractor(Protocol):
    """One format. ``extract`` yields pages one at a time and raises UnreadableOriginal with a named kind."""

    @property
    def media_types(self) -> tuple[str, ...]: ...
    def extract(self, path: Path) -> Iterator[Page]: ...
    def facts(self, path: Path) -> Facts: ...
