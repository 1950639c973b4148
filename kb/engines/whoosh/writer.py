"""Writing: documents go in whole, and nothing counts before ``commit``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from whoosh.index import create_in, exists_in, open_dir

from kb.engines.failures import translated
from kb.engines.fields import STAMP, check_stamp, stamp
from kb.engines.whoosh.schema import VERSION, record, schema
from kb.errors import EngineError
from kb.nouns import IndexEntry

MEGABYTES = 64


class WhooshWriter:
    """The one writer of an index; a second one is refused while it is open."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # Whoosh does not delete what is not yet committed: so a document waits here, the last word counts.
        self._pending: dict[str, list[dict[str, Any]]] = {}
        with translated("the index cannot be written", str(folder)):
            if not (folder / STAMP).exists() and not any(folder.glob("*.toc")):
                stamp(folder, "whoosh", VERSION)
            check_stamp(folder, "whoosh", VERSION)
            self._index = open_dir(str(folder)) if exists_in(str(folder)) else create_in(str(folder), schema())
            self._writer: Any = self._index.writer(limitmb=MEGABYTES)

    def put(self, document: str, entries: Iterable[IndexEntry]) -> None:
        """Replace every passage of the document. On an error none of it is taken."""
        self._open()
        with translated(f"the document {document} cannot be indexed", str(self._folder)):
            self._pending[document] = [record(entry) for entry in entries]

    def remove(self, document: str) -> None:
        """Take every passage of the document out; nothing happens where there is none."""
        self._open()
        self._pending[document] = []

    def commit(self) -> None:
        """What was put and removed is seen by readers opened from now on."""
        writer = self._open()
        with translated("the index cannot be written", str(self._folder)):
            for document, records in self._pending.items():
                writer.delete_by_term("document", document)
                for one in records:
                    writer.add_document(**one)
            writer.commit()
            self._pending.clear()
            self._writer = self._index.writer(limitmb=MEGABYTES)

    def close(self) -> None:
        """Give up what is not committed and release the index. Closing twice is nothing."""
        writer, self._writer = self._writer, None
        if writer is not None:
            with translated("the index cannot be closed", str(self._folder)):
                writer.cancel()

    def _open(self) -> Any:
        if self._writer is None:
            raise EngineError("the writer was closed", where=str(self._folder), advice="Open another one")
        return self._writer
