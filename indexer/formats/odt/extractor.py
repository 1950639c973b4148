"""An OpenDocument text's parts to one page of blocks."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from indexer.blocks import Facts, Page
from indexer.formats.markup import Element, attribute, name_of, parse_xml, refuse_deep, words_of
from indexer.formats.odt.body import Body
from indexer.formats.odt.styles import Styles
from indexer.formats.reading import damaged, empty, encrypted, read_bytes
from indexer.formats.zipped import Zipped


class OdtExtractor:
    """One Page without number: where LibreOffice breaks pages is not in the file."""

    media_types: tuple[str, ...] = ("application/vnd.oasis.opendocument.text",)

    def extract(self, path: Path) -> Iterator[Page]:
        """The blocks, tracked changes accepted. Raises UnreadableOriginal: ``damaged``, ``unsafe``, ``encrypted``,
        ``empty``."""
        if zipfile.is_zipfile(path):
            with Zipped(path) as parts:
                _refuse_encrypted(parts)
                roots = [parts.side("styles.xml"), _tree(parts.part("content.xml"), path)]
        else:
            roots = [_tree(read_bytes(path), path)]
        content = roots[-1]
        assert content is not None  # noqa: S101 - _tree gives a root or raises
        body = next((e for e in content.iter() if name_of(e) == "body"), content)
        blocks = tuple(Body(Styles(root for root in roots if root is not None)).blocks(body))
        if not blocks:
            raise empty(path)
        yield Page(number=None, blocks=blocks)

    def facts(self, path: Path) -> Facts:
        """What the metadata say: title, language, last change, author."""
        if zipfile.is_zipfile(path):
            with Zipped(path) as parts:
                root = parts.side("meta.xml")
        else:
            root = next((e for e in _tree(read_bytes(path), path) if name_of(e) == "meta"), None)
        said: dict[str, str] = {}
        for element in root.iter() if root is not None else ():
            if text := words_of(element):
                said.setdefault(name_of(element), text)
        return Facts(
            title=said.get("title", ""),
            language=said.get("language", ""),
            date=(said.get("date") or said.get("creation-date") or "")[:10],
            author=said.get("initial-creator") or said.get("creator", ""),
        )


def _tree(data: bytes | None, path: Path) -> Element:
    if data is None:
        raise damaged(path, "it has no main part (content.xml)")
    root = parse_xml(data, path, recover=True, dtd=False)
    refuse_deep(root, path)
    return root


def _refuse_encrypted(parts: Zipped) -> None:
    manifest = parts.side("META-INF/manifest.xml")
    for entry in manifest.iter() if manifest is not None else ():
        secret = any(name_of(inner) == "encryption-data" for inner in entry)
        if secret and attribute(entry, "full-path") in ("content.xml", "encrypted-package"):
            raise encrypted(parts.path)
