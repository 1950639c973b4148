"""The default engine: Tantivy, handed terms that kb analysed. Nothing outside this folder imports the library."""

from __future__ import annotations

from pathlib import Path

from kb.engines.tantivy.reader import TantivyReader
from kb.engines.tantivy.writer import TantivyWriter

__all__ = ["TantivyEngine"]


class TantivyEngine:
    """Opens readers and the one writer of an index in a folder."""

    name = "tantivy"

    def reader(self, folder: Path) -> TantivyReader:
        """A snapshot of what is committed; EngineError where there is no index, or none that can be read."""
        return TantivyReader(folder)

    def writer(self, folder: Path) -> TantivyWriter:
        """The writer, in a folder that is made if need be; EngineError where another one is at work."""
        return TantivyWriter(folder)
