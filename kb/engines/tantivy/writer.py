"""Writing: documents go in whole, and nothing counts before ``commit``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import tantivy

from kb.engines.failures import translated
from kb.engines.fields import STAMP, check_stamp, stamp
from kb.engines.tantivy.schema import VERSION, open_index, record
from kb.errors import EngineError
from kb.nouns import IndexEntry

# One thread writes few and large segments, which are what makes searching fast; the other cores read originals.
THREADS = 1
HEAP = 96_000_000


class TantivyWriter:
    """The one writer of an index; a second one is refused while it is open."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with translated("the index cannot be written", str(folder)):
            if not (folder / STAMP).exists() and not (folder / "meta.json").exists():
                stamp(folder, "tantivy", VERSION)
            check_stamp(folder, "tantivy", VERSION)
            self._index = open_index(folder, create=True)
            self._writer: tantivy.IndexWriter | None = self._index.writer(HEAP, THREADS)
        self._schema = self._index.schema

    def put(self, document: str, entries: Iterable[IndexEntry]) -> None:
        """Replace every passage of the document. On an error none of it is taken."""
        writer = self._open()
        with translated(f"the document {document} cannot be indexed", str(self._folder)):
            found = [tantivy.Document.from_dict(record(entry), self._schema) for entry in entries]
            writer.delete_documents_by_term("document", document)
            for one in found:
                writer.add_document(one)

    def remove(self, document: str) -> None:
        """Take every passage of the document out; nothing happens where there is none."""
        with translated(f"the document {document} cannot be removed", str(self._folder)):
            self._open().delete_documents_by_term("document", document)

    def commit(self) -> None:
        """What was put and removed is durable, and seen by readers opened from now on."""
        with translated("the index cannot be written", str(self._folder)):
            self._open().commit()

    def close(self) -> None:
        """Give up what is not committed, wait for merges and release the index. Closing twice is nothing."""
        writer, self._writer = self._writer, None
        if writer is None:
            return
        with translated("the index cannot be closed", str(self._folder)):
            try:
                writer.rollback()
            finally:
                writer.wait_merging_threads()

    def _open(self) -> tantivy.IndexWriter:
        if self._writer is None:
            raise EngineError("the writer was closed", where=str(self._folder), advice="Open another one")
        return self._writer
