"""The parts of a DOCX, found by their relationships."""

from __future__ import annotations

import posixpath
from pathlib import Path

from indexer.formats.markup import Element, attribute, children, name_of, parse_xml, refuse_deep
from indexer.formats.reading import damaged
from indexer.formats.zipped import Zipped


class Parts(Zipped):
    """The zip of a DOCX, open."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.main = self._main()

    def beside(self, name: str, *, kind: str) -> Element | None:
        """The part that the main one names with a relationship of ``kind`` (else ``name`` in its folder), or None
        where it is missing or damaged: a document without its styles is still a document."""
        folder, base = posixpath.split(self.main)
        relations = self.side(f"{folder}/_rels/{base}.rels")
        target = _target(relations, kind) if relations is not None else ""
        return self.side(posixpath.join(folder, target) if target else f"{folder}/{name}")

    def document(self) -> Element:
        """The main part. Raises UnreadableOriginal: ``damaged``, ``unsafe``."""
        data = self.part(self.main)
        if data is None:
            raise damaged(self.path, "it has no main part (word/document.xml)")
        root = parse_xml(data, self.path, recover=True, dtd=False)
        refuse_deep(root, self.path)
        return root

    def core(self) -> Element | None:
        """The core properties: title, author, dates."""
        return self.side("docProps/core.xml")

    def _main(self) -> str:
        relations = self.side("_rels/.rels")
        target = _target(relations, "officeDocument") if relations is not None else ""
        return target.lstrip("/") if target and target in self else "word/document.xml"


def _target(relations: Element, kind: str) -> str:
    for relation in children(relations):
        if name_of(relation) == "Relationship" and attribute(relation, "Type").endswith(f"/{kind}"):
            return attribute(relation, "Target")
    return ""
