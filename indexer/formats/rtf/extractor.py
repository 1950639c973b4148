"""A Rich Text file's bytes to one page of blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from indexer.blocks import Facts, Page
from indexer.formats.markup import unsafe
from indexer.formats.reading import damaged, empty, read_bytes
from indexer.formats.rtf.reader import Reader
from indexer.formats.rtf.tokens import tokens
from indexer.formats.text import clean

_LARGEST = 192 * 1024 * 1024  # bytes; pictures are in it as hexadecimal digits
_DEEPEST = 2000  # groups in groups; Word itself stays below 50


class RtfExtractor:
    """One Page without number."""

    media_types: tuple[str, ...] = ("application/rtf", "text/rtf")

    def extract(self, path: Path) -> Iterator[Page]:
        """The blocks, tracked deletions dropped. Raises UnreadableOriginal: ``damaged``, ``unsafe``, ``empty``,
        ``too-large``, ``unreadable``."""
        reader = _read(path)
        blocks = tuple(reader.flow.blocks())
        if not blocks:
            raise empty(path)
        yield Page(number=None, blocks=blocks)

    def facts(self, path: Path) -> Facts:
        """Title, author, and the day of the last change, or else of creation."""
        said = _read(path, head=True).said
        date = said.get("revtim") or said.get("creatim") or ""
        return Facts(
            title=clean(said.get("title", "")),
            author=clean(said.get("author", "")),
            date=date if re.fullmatch(r"[12]\d{3}-\d\d-\d\d", date) else "",
        )


def _read(path: Path, *, head: bool = False) -> Reader:
    """The file, read; with ``head`` only the tables and the summary that stand before its text."""
    reader = Reader()
    for token in tokens(read_bytes(path, largest=_LARGEST)):
        reader.read(token)
        if head and reader.depth == 1 and token.value in ("pard", "sectd", "par"):
            return reader
        if reader.depth > _DEEPEST:
            raise unsafe(path, f"its groups are nested more than {_DEEPEST} deep")
    reader.finish()
    if reader.depth > 1:  # many writers forget the last brace of all, none the others
        raise damaged(path, "it ends in the middle")
    return reader
