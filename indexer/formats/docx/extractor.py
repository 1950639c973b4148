"""The document's paragraphs, tables and notes in order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from indexer.blocks import Block, Facts, Page
from indexer.formats.docx.body import Body
from indexer.formats.docx.numbering import count_of
from indexer.formats.docx.parts import Parts
from indexer.formats.docx.styles import Styles
from indexer.formats.markup import children, name_of, words_of
from indexer.formats.reading import empty


class DocxExtractor:
    """One Page without number: where Word breaks pages is not in the file."""

    media_types: tuple[str, ...] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",)

    def extract(self, path: Path) -> Iterator[Page]:
        """The blocks, tracked changes accepted. Raises UnreadableOriginal: ``damaged``, ``unsafe``, ``encrypted``,
        ``empty``."""
        with Parts(path) as parts:
            styles = Styles(parts.beside("styles.xml", kind="styles"))
            numbering = count_of(parts.beside("numbering.xml", kind="numbering"), styles)
            notes = {
                "footnoteReference": parts.beside("footnotes.xml", kind="footnotes"),
                "endnoteReference": parts.beside("endnotes.xml", kind="endnotes"),
            }
            blocks: tuple[Block, ...] = tuple(Body(styles, numbering, notes).blocks(parts.document()))
        if not blocks:
            raise empty(path)
        yield Page(number=None, blocks=blocks)

    def facts(self, path: Path) -> Facts:
        """The core properties: title, language, last change (or creation) and author."""
        with Parts(path) as parts:
            core = parts.core()
        said = {name_of(element): words_of(element) for element in children(core)} if core is not None else {}
        return Facts(
            title=said.get("title", ""),
            language=said.get("language", ""),
            date=(said.get("modified") or said.get("created") or "")[:10],
            author=said.get("creator", ""),
        )
