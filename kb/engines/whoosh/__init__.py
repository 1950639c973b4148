"""The engine in pure Python, where no binary wheel runs. Good to some 20,000 passages; it calls no fsync."""

from __future__ import annotations

from pathlib import Path

from kb.engines.whoosh.reader import WhooshReader
from kb.engines.whoosh.writer import WhooshWriter

__all__ = ["WhooshEngine"]


class WhooshEngine:
    """Opens readers and the one writer of an index in a folder."""

    name = "whoosh"

    def reader(self, folder: Path) -> WhooshReader:
        """A snapshot of what is committed; EngineError where there is no index, or none that can be read."""
        return WhooshReader(folder)

    def writer(self, folder: Path) -> WhooshWriter:
        """The writer, in a folder that is made if need be; EngineError where another one is at work."""
        return WhooshWriter(folder)
