"""One original to be read: what a worker is told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from indexer.manifest import Settings
from indexer.options import ReaderOptions
from kb.nouns import Access


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one original may cost before its reading is stopped."""

    seconds: float = 120.0  # wall time and, apart, time on the processor
    extension: float = 3600.0  # how much more time, in all, a reader can ask for: a page by OCR takes seconds
    memory: int = 768 << 20  # bytes of address space beyond what the worker itself has
    output: int = 256 << 20  # bytes of what was read


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """``path`` is the file, ``kept`` where its original belongs, ``document`` the id it will have."""

    path: Path
    kept: Path
    sha256: str
    size: int
    document: str
    access: Access
    settings: Settings
    limits: Limits
    options: ReaderOptions
