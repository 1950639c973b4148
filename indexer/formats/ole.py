"""Compound files (OLE2), the container of old office files and Outlook messages. The one home of olefile."""

from __future__ import annotations

import struct
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

import olefile

from indexer.blocks import Facts
from indexer.formats.reading import damaged
from indexer.formats.text import clean
from kb.errors import UnreadableOriginal

LARGEST_STREAM = 128 * 1024 * 1024  # bytes; pictures have streams of their own, so text never comes near
_BROKEN = (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, RecursionError, OverflowError,
           MemoryError, struct.error, AssertionError)  # fmt: skip


class Compound:
    """A compound file, open. Raises UnreadableOriginal ``damaged`` where it is none, or has lost its directory."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._file = olefile.OleFileIO(str(path))
            self.names = {"/".join(parts).casefold(): "/".join(parts) for parts in self._file.listdir()}
        except _BROKEN as error:
            raise damaged(path, f"its container (OLE2) cannot be opened ({error})") from error

    def __enter__(self) -> Compound:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    @property
    def kind(self) -> str:
        """What is in it: ``doc``, ``email`` (Outlook), ``encrypted`` (a DOCX with a password) or ``office``."""
        if "worddocument" in self.names:
            return "doc"
        if "encryptedpackage" in self.names:
            return "encrypted"
        return "email" if "__properties_version1.0" in self.names else "office"

    def stream(self, name: str) -> bytes | None:
        """The bytes of a stream whatever its case, None where there is none.

        Raises UnreadableOriginal: ``damaged``; ``too-large`` for a stream beyond all documents.
        """
        known = self.names.get(name.casefold())
        if known is None:
            return None
        try:
            if self._file.get_size(known) > LARGEST_STREAM:
                raise UnreadableOriginal(
                    f"its part {known} has more than {LARGEST_STREAM // 1024**2} MB",
                    where=str(self._path),
                    advice="Open it in its program and save it anew, as DOCX or PDF",
                    kind="too-large",
                )
            data = self._file.openstream(known).read()
        except _BROKEN as error:
            raise damaged(self._path, f"its part {known} cannot be read ({error})") from error
        return bytes(data)

    def facts(self) -> Facts:
        """Title, author and last change as the file's summary has them; nothing where the summary is damaged."""
        try:
            meta: Any = self._file.get_metadata()
        except _BROKEN:
            return Facts()
        changed = meta.last_saved_time or meta.create_time
        return Facts(
            title=_text(meta.title, meta.codepage),
            author=_text(meta.author, meta.codepage),
            date=changed.date().isoformat() if isinstance(changed, datetime) and changed.year > 1980 else "",
        )


def kind_of(path: Path) -> str:
    """What the compound file at ``path`` holds, as ``Compound.kind``. Raises UnreadableOriginal ``damaged``."""
    with Compound(path) as compound:
        return compound.kind


def _text(value: object, codepage: object) -> str:
    if isinstance(value, str):
        return clean(value)
    if not isinstance(value, bytes):
        return ""
    page = codepage % 65536 if isinstance(codepage, int) else 1252
    names = {65001: "utf-8", 1200: "utf-16-le", 10000: "mac-roman", 10029: "mac-latin2", 10007: "mac-cyrillic"}
    with suppress(LookupError):
        return clean(value.decode(names.get(page, f"cp{page}"), "replace"))
    return clean(value.decode("cp1252", "replace"))
