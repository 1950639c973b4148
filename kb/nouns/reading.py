"""What the indexer made of one original: the value that crosses from the reading process to the store."""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.nouns.citation import Link
from kb.nouns.document import Document, PageFacts
from kb.nouns.entry import IndexEntry
from kb.nouns.institution import Mention, Visit
from kb.nouns.passage import Passage
from kb.nouns.sketch import Sketch


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A Document with everything read from it. ``links`` are not yet resolved; ``entries`` parallel ``passages``."""

    document: Document
    passages: tuple[Passage, ...]
    links: tuple[Link, ...]
    pages: tuple[PageFacts, ...]
    entries: tuple[IndexEntry, ...]
    warnings: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    visits: tuple[Visit, ...] = ()
    sketch: Sketch = field(default_factory=Sketch)
