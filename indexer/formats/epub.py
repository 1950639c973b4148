"""EPUB: the chapters of its spine, each read as the web page that it is."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from indexer.blocks import Block, Facts, Page
from indexer.formats.html import blocks_of
from indexer.formats.markup import Element, attribute, children, name_of, parse_xml, words_of
from indexer.formats.reading import damaged, empty
from indexer.formats.zipped import Zipped
from kb.errors import UnreadableOriginal

_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/xml", "text/xml"})
# Algorithms that only hide fonts from copying; any other on a chapter means that it cannot be read.
_OBFUSCATIONS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


class EpubExtractor:
    """One Page without number, its chapters in the order of the spine."""

    media_types: tuple[str, ...] = ("application/epub+zip",)

    def extract(self, path: Path) -> Iterator[Page]:
        """The blocks. Raises UnreadableOriginal: ``encrypted`` (locked for one reader's device), ``damaged``,
        ``unsafe``, ``empty``."""
        with Zipped(path) as parts:
            package, folder = _package(parts)
            chapters = _spine(package, folder)
            _refuse_locked(parts, chapters)
            sheet = _sheets(parts, package, folder)
            blocks: list[Block] = []
            missing = [name for name in chapters if name not in parts]
            for name in chapters:
                if data := parts.part(name):
                    blocks.extend(blocks_of(data, path, sheet=sheet))
        if missing:
            raise damaged(path, f"it lacks {len(missing)} of its {len(chapters)} chapters ({missing[0]})")
        if not blocks:
            raise empty(path)
        yield Page(number=None, blocks=tuple(blocks))

    def facts(self, path: Path) -> Facts:
        """Title, language, date and author of the package."""
        with Zipped(path) as parts:
            package, _ = _package(parts)
        said: dict[str, str] = {}
        for element in package.iter():
            if str(element.tag).startswith("{http://purl.org/dc/") and (text := words_of(element)):
                said.setdefault(name_of(element), text)
        return Facts(
            title=said.get("title", ""),
            language=said.get("language", ""),
            date=said.get("date", "")[:10],
            author=said.get("creator", ""),
        )


def _package(parts: Zipped) -> tuple[Element, str]:
    """The package document and the folder it is in."""
    container = parts.side("META-INF/container.xml")
    files = container.iter() if container is not None else ()
    name = next((attribute(file, "full-path") for file in files if name_of(file) == "rootfile"), "")
    data = parts.part(name) if name else None
    if data is None:
        raise damaged(parts.path, "it does not say what is in it (META-INF/container.xml, package document)")
    return parse_xml(data, parts.path, recover=True), posixpath.dirname(name)


def _items(package: Element, folder: str) -> dict[str, tuple[str, str, str]]:
    """Of each item: its part's name, media type and properties."""
    return {
        attribute(item, "id"): (
            posixpath.normpath(posixpath.join(folder, unquote(attribute(item, "href").partition("#")[0]))),
            attribute(item, "media-type"),
            attribute(item, "properties"),
        )
        for item in package.iter()
        if name_of(item) == "item"
    }


def _spine(package: Element, folder: str) -> list[str]:
    """The names of the chapters in the order of reading, each once, without the table of contents."""
    items = _items(package, folder)
    spine = next((element for element in package.iter() if name_of(element) == "spine"), None)
    wanted = [items.get(attribute(item, "idref")) for item in children(spine)] if spine is not None else []
    names = [item[0] for item in wanted if item and item[1] in _PAGES and "nav" not in item[2].split()]
    return list(dict.fromkeys(names))


def _sheets(parts: Zipped, package: Element, folder: str) -> str:
    names = [name for name, kind, _ in _items(package, folder).values() if kind == "text/css"]
    return "\n".join((parts.part(name) or b"")[:200_000].decode("utf-8", "replace") for name in names[:20])


def _refuse_locked(parts: Zipped, chapters: list[str]) -> None:
    """Raise UnreadableOriginal ``encrypted`` where a chapter is locked by a bookseller."""
    tree = parts.side("META-INF/encryption.xml")
    for entry in tree.iter() if tree is not None else ():
        if name_of(entry) != "EncryptedData":
            continue
        inner = {name_of(element): element for element in entry.iter()}
        method, reference = inner.get("EncryptionMethod"), inner.get("CipherReference")
        if method is not None and attribute(method, "Algorithm") in _OBFUSCATIONS:
            continue
        if reference is not None and posixpath.normpath(unquote(attribute(reference, "URI"))) in chapters:
            raise UnreadableOriginal(
                "the book is encrypted by its seller (DRM)",
                where=str(parts.path),
                advice="Ask the publisher for a copy without a lock",
                kind="encrypted",
            )
