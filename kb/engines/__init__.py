"""The engines: which one an index was made with, and how to open it."""

from __future__ import annotations

from kb.engines.protocol import Engine, IndexReader, IndexWriter, Match, Matches, Request
from kb.errors import EngineError

ENGINES = ("tantivy", "whoosh")

__all__ = ["ENGINES", "Engine", "IndexReader", "IndexWriter", "Match", "Matches", "Request", "open_engine"]


def open_engine(name: str) -> Engine:
    """The engine of this name; EngineError where there is none, or where its library does not run here.

    Imported on demand: where no binary wheel of Tantivy exists, the pure Python engine still opens.
    """
    try:
        if name == "tantivy":
            from kb.engines.tantivy import TantivyEngine

            return TantivyEngine()
        if name == "whoosh":
            from kb.engines.whoosh import WhooshEngine

            return WhooshEngine()
    except ImportError as problem:
        raise EngineError(
            f"the library of the engine {name} cannot be loaded ({problem})", advice="Use the engine whoosh"
        ) from problem
    raise EngineError(f"there is no engine named {name!r}", advice=f"Choose one of: {', '.join(ENGINES)}")
