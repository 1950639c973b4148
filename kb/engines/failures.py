"""Whatever a library throws while it reads or writes an index, as an error that a person can act on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kb.errors import EngineError, KBError


@contextmanager
def translated(what: str, where: str) -> Iterator[None]:
    """EngineError for anything but our own errors and an interrupt. Panics of native code are no Exceptions."""
    try:
        yield
    except (KBError, KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
        raise
    except BaseException as problem:
        advice = "Run: kb rebuild"
        if "Lock" in f"{type(problem).__name__} {problem}":
            what, advice = "another run is writing to the index", "Wait until it has ended"
        raise EngineError(f"{what} ({problem})", where=where, advice=advice) from problem
