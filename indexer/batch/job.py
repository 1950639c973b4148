"""One original to be read: what a worker is told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from indexer.limits import Limits
from indexer.manifest import Settings
from indexer.options import ReaderOptions
from kb.nouns import Access, Institution


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """``path`` is the file, ``kept`` where its original belongs, ``document`` the id it will have.

    ``windows`` is the folder for what readers are shown. ``institutions`` are those
    that the collection knows besides the shipped ones.
    """

    path: Path
    kept: Path
    windows: Path
    sha256: str
    size: int
    document: str
    access: Access
    settings: Settings
    limits: Limits
    options: ReaderOptions
    institutions: tuple[Institution, ...] = ()
