"""Which files there are, in an order that is the same in every run."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from indexer.manifest import CSV, TOML, Manifests
from kb.errors import KBError, UnreadableOriginal


@dataclass(frozen=True, slots=True)
class Found:
    """A file as the file system shows it now; ``error`` instead where it cannot be looked at.

    A ``member`` lies in a container: its path is the container's, then ``!/``, then its own; ``failure`` says why it
    could not be taken out. A ``container`` itself is no document: ``failure`` and ``warnings`` are what opening it
    gave, in this run where it is ``fresh``. ``sha256`` is "" where nobody has hashed the file yet.
    """

    path: Path
    size: int = 0
    mtime_ns: int = 0
    error: KBError | None = None
    sha256: str = ""
    member: bool = False
    container: bool = False
    fresh: bool = False
    warnings: tuple[str, ...] = ()
    failure: dict[str, str] | None = None


def _look(path: Path) -> Found:
    try:
        str(path).encode()
    except UnicodeEncodeError:  # bytes that are no text: neither the store nor a page could show them
        said, advice = "has no name in Unicode", "Rename it"
        return Found(path, error=UnreadableOriginal(said, where=str(path), advice=advice, kind="name"))
    try:
        facts = path.stat()
    except OSError as error:
        advice = "Check the name" if isinstance(error, FileNotFoundError) else "Check its permissions"
        kind = "missing" if isinstance(error, FileNotFoundError) else "no-access"
        message = f"cannot be opened ({error.strerror})"
        return Found(path, error=UnreadableOriginal(message, where=str(path), advice=advice, kind=kind))
    if not stat.S_ISREG(facts.st_mode):  # a pipe or device would hang or never end
        wrong = UnreadableOriginal("is not a file", where=str(path), advice="Name a file or folder", kind="not-a-file")
        return Found(path, error=wrong)
    return Found(path, facts.st_size, facts.st_mtime_ns)


def discover(paths: Iterable[Path], manifests: Manifests) -> list[Found]:
    """Files named, and every file below folders named, sorted, each once.

    Hidden files, manifests and what a manifest excludes are left out; links to folders are not followed (they can
    lead in circles). What cannot be looked at is in the list with its error. Raises ManifestError.
    """
    seen: dict[Path, Found] = {}
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112 - the method raises for a name that is too long
            seen[path] = _look(path)
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                file = Path(folder) / name
                if name.startswith(".") or name in (TOML, CSV) or manifests.excluded(file):
                    continue
                seen[file] = _look(file)
    return [seen[path] for path in sorted(seen)]
