"""Documents that are zips of parts (DOCX, ODT, EPUB): each part by its name, none larger than a document can be."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from pathlib import Path
from types import TracebackType
from typing import Self

from indexer.formats.markup import Element, parse_xml, unsafe
from indexer.formats.reading import damaged, encrypted
from indexer.limits import MIB, limits
from kb.errors import UnreadableOriginal

_BROKEN = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error)


class Zipped:
    """The zip, open. Part names are found whatever their case and slashes, as some writers have them.

    Raises UnreadableOriginal: ``damaged``, ``unsafe``, and where a part is read, ``encrypted``.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(path)
        except _BROKEN as error:
            raise damaged(path, f"its zip container cannot be opened ({error})") from error
        names = self._zip.namelist()
        if len(names) > limits().parts:
            raise unsafe(path, f"its zip container has {len(names):,} parts")
        self._names = {_plain(name): name for name in names}
        self._read = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._names

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is none of that name."""
        known = self._names.get(_plain(name))
        if known is None:
            return None
        largest, together = limits().part, limits().unpacked
        try:
            with self._zip.open(known) as stream:
                data = stream.read(largest + 1)
        except _BROKEN as error:
            if "encrypted" in str(error) or "password" in str(error):
                raise encrypted(self.path) from error
            raise damaged(self.path, f"{name} cannot be unpacked ({error})") from error
        self._read += len(data)
        if len(data) > largest:
            raise unsafe(self.path, f"{name} unpacks to more than {largest // MIB} MiB (a zip bomb)")
        if self._read > together:
            raise unsafe(self.path, f"it unpacks to more than {together // MIB} MiB (a zip bomb)")
        return data

    def side(self, name: str) -> Element | None:
        """The tree of a part that a document can do without: None where it is missing or damaged."""
        try:
            data = self.part(name)
            return parse_xml(data, self.path, recover=True, dtd=False) if data else None
        except UnreadableOriginal as error:
            if error.kind in ("unsafe", "encrypted"):
                raise
            return None


def _plain(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/").lstrip("/")).casefold()
