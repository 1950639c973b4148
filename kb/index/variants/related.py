"""What a reader is told of a document's kin: its originals, its other editions, its likely language versions."""

from __future__ import annotations

from dataclasses import dataclass

from kb.errors import NotHeld
from kb.index.variants.settle import ALIKE, share
from kb.index.variants.siblings import SIBLINGS, likeness, may_be_siblings
from kb.nouns import Access, Document
from kb.store import Connection, Store, read, variants
from kb.wording import Worded, worded

MOST = 24  # of a kind of kin; what is less alike is left out
NEARLY_AS_MANY = 0.15  # how far the numbers of numbered passages of two language versions may be apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """Another document with how alike it is, 0..1, and ``why`` in words for people."""

    document: Document
    score: float
    why: str


class Related:
    """Answers made of nothing but what a clearance may read. Safe to share between threads."""

    def __init__(self, store: Store, clearance: Access) -> None:
        self._store, self._clearance = store, clearance

    def _held(self, connection: Connection, document_id: str) -> tuple[Document, str]:
        held = read.document(connection, document_id, self._clearance)
        if held is None:
            raise NotHeld(f"no document {document_id!r}", advice="See what is held: kb documents")
        return held

    def originals(self, document_id: str) -> list[tuple[Document, str]]:
        """The originals of the document's text with their file names: its own, then the others'; NotHeld."""
        with self._store.read() as connection:
            held = self._held(connection, document_id)
            others = variants.stood_for(connection, self._clearance, document_id)
        return [held, *others.get(document_id, [])]

    def all_originals(self) -> dict[str, list[tuple[Document, str]]]:
        """Document → the others with the same text that it is shown for, each with its file name."""
        with self._store.read() as connection:
            return variants.stood_for(connection, self._clearance)

    def same_text_as(self, document_id: str) -> Document | None:
        """The document that is shown and searched instead of this one, or None where it is this one."""
        with self._store.read() as connection:
            other = variants.shown(connection, document_id)
            return self._held(connection, other)[0] if other else None

    def editions(self, document: Document) -> list[Kin]:
        """Documents in the same language that share at least half of its words and are not the same, likest first."""
        with self._store.read() as connection:
            own = variants.shown(connection, document.id) or document.id
            mine = variants.sketch(connection, own)
            found = variants.alike(connection, own, self._clearance)
            instead = variants.all_shown(connection)
        kin = [
            Kin(document=other, score=score, why=_shared(score))
            for other, its in found
            if other.id not in instead and other.language == document.language and its.version == mine.version
            if (score := share(mine, its)) >= ALIKE
        ]
        return sorted(kin, key=lambda each: (-each.score, each.document.id))[:MOST]

    def proposed(self, document: Document) -> list[Kin]:
        """Documents in other languages that are likely the same text and are not yet said to be one work."""
        with self._store.read() as connection:
            mine = variants.sketch(connection, document.id)
            many = len(mine.anchors)
            apart = max(2, round(many * NEARLY_AS_MANY))
            found = variants.as_numbered(connection, document.id, many - apart, many + apart, self._clearance)
        kin = [
            Kin(document=other, score=alike[0], why=alike[1])
            for other, its in found
            if may_be_siblings(document, other) and not (document.work and document.work == other.work)
            if (alike := likeness(document, mine, other, its)) and alike[0] >= SIBLINGS
        ]
        return sorted(kin, key=lambda each: (-each.score, each.document.id))[:MOST]


def _shared(score: float) -> Worded:
    return worded("the same words in a row: about %(share)s", share=f"{round(100 * score)} %")
