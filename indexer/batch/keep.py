"""Keep originals by hash: whole, durable, and only when their bytes are the ones that were announced."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from kb.errors import UnreadableOriginal

PIECE = 1 << 20
UNFINISHED = ".unfinished"


def keep(path: Path, kept: Path, sha256: str) -> None:
    """Copy a file to where its hash says. UnreadableOriginal of kind ``changed`` if its bytes are others by now."""
    if kept.is_file():
        return
    kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = kept.with_name(f"{kept.name}.{os.getpid()}{UNFINISHED}")
    found = hashlib.sha256()
    try:
        with path.open("rb") as source, unfinished.open("wb") as copy:
            while piece := source.read(PIECE):
                found.update(piece)
                copy.write(piece)
            copy.flush()
            os.fsync(copy.fileno())
        if found.hexdigest() != sha256:
            raise UnreadableOriginal(
                "changed while it was being read",
                where=str(path),
                advice="Run kb index again when it is finished",
                kind="changed",
            )
        unfinished.replace(kept)
    except OSError as error:
        raise UnreadableOriginal(
            f"cannot be copied into the collection ({error.strerror})",
            where=str(path),
            advice="Check the space left on the disk and the permissions of the home folder",
            kind="not-kept",
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)


def keep_bytes(data: bytes, kept: Path, *, where: str) -> None:
    """Write bytes to where their hash says; UnreadableOriginal of kind ``not-kept`` where the disk refuses."""
    if kept.is_file():
        return
    unfinished = kept.with_name(f"{kept.name}.{os.getpid()}{UNFINISHED}")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with unfinished.open("wb") as copy:
            copy.write(data)
            copy.flush()
            os.fsync(copy.fileno())
        unfinished.replace(kept)
    except OSError as error:
        raise UnreadableOriginal(
            f"cannot be copied into the collection ({error.strerror})",
            where=where,
            advice="Check the space left on the disk and the permissions of the home folder",
            kind="not-kept",
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)


def sweep(originals: Path) -> None:
    """Remove what killed runs left half copied."""
    for leftover in originals.glob(f"??/*{UNFINISHED}"):
        leftover.unlink(missing_ok=True)
