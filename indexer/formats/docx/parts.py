"""The parts of a DOCX out of its zip, none larger than a document can be."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from pathlib import Path
from types import TracebackType

from indexer.formats.markup import Element, attribute, children, name_of, parse_xml, refuse_deep, unsafe
from indexer.formats.reading import damaged
from kb.errors import UnreadableOriginal

_LARGEST_PART = 96 * 1024 * 1024  # bytes unpacked; 3,000 real files had none above 40 MB
_MOST_PARTS = 20_000
_BROKEN = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error)


class Parts:
    """The zip, open. Part names are found whatever their case and slashes, as some writers have them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._zip = zipfile.ZipFile(path)
        except _BROKEN as error:
            raise damaged(path, f"its zip container cannot be opened ({error})") from error
        names = self._zip.namelist()
        if len(names) > _MOST_PARTS:
            raise unsafe(path, f"its zip container has {len(names):,} parts")
        self._names = {_plain(name): name for name in names}
        self.main = self._main()

    def __enter__(self) -> Parts:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def beside(self, name: str, *, kind: str) -> Element | None:
        """The part that the main one names with a relationship of ``kind`` (else ``name`` in its folder), or None
        where it is missing or damaged: a document without its styles is still a document."""
        folder, base = posixpath.split(self.main)
        relations = self._tree(f"{folder}/_rels/{base}.rels")
        target = _target(relations, kind) if relations is not None else ""
        return self._tree(posixpath.join(folder, target) if target else f"{folder}/{name}")

    def document(self) -> Element:
        """The main part. Raises UnreadableOriginal: ``damaged``, ``unsafe``."""
        data = self._bytes(self.main)
        if data is None:
            raise damaged(self._path, "it has no main part (word/document.xml)")
        root = parse_xml(data, self._path, recover=True, dtd=False)
        refuse_deep(root, self._path)
        return root

    def core(self) -> Element | None:
        """The core properties: title, author, dates."""
        return self._tree("docProps/core.xml")

    def _main(self) -> str:
        relations = self._tree("_rels/.rels")
        target = _target(relations, "officeDocument") if relations is not None else ""
        return target.lstrip("/") if _plain(target) in self._names else "word/document.xml"

    def _tree(self, name: str) -> Element | None:
        try:
            data = self._bytes(name)
            return parse_xml(data, self._path, recover=True, dtd=False) if data else None
        except UnreadableOriginal as error:
            if error.kind == "unsafe":
                raise
            return None

    def _bytes(self, name: str) -> bytes | None:
        known = self._names.get(_plain(name))
        if known is None:
            return None
        try:
            with self._zip.open(known) as stream:
                data = stream.read(_LARGEST_PART + 1)
        except _BROKEN as error:
            if "encrypted" in str(error) or "password" in str(error):
                raise UnreadableOriginal(
                    "the file is encrypted",
                    where=str(self._path),
                    advice="Open it with its password and save it without one",
                    kind="encrypted",
                ) from error
            raise damaged(self._path, f"{name} cannot be unpacked ({error})") from error
        if len(data) > _LARGEST_PART:
            raise unsafe(self._path, f"{name} unpacks to more than {_LARGEST_PART // 1024**2} MB (a zip bomb)")
        return data


def _plain(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/").lstrip("/")).casefold()


def _target(relations: Element, kind: str) -> str:
    for relation in children(relations):
        if name_of(relation) == "Relationship" and attribute(relation, "Type").endswith(f"/{kind}"):
            return attribute(relation, "Target")
    return ""
