"""Where the tables of stems live: made once from the dictionaries, then mapped from a folder in a millisecond.

Making them all takes some seconds; every process that maps them shares one copy in memory.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import threading
from collections.abc import Callable
from pathlib import Path

from kb.home import machine_cache
from kb.languages.stems.table import Table

_lock = threading.RLock()
_folder: Path | None = machine_cache() / "stems"


def keep_tables_in(folder: Path) -> None:
    """Keep the tables of stems in ``folder`` (made when needed) from now on, and not in the machine's cache.

    A folder that cannot be written, or a damaged file in it, is no error: the table is then made in memory.
    """
    global _folder
    _folder = folder


def kept_table(name: str, make: Callable[[], bytes]) -> Table:
    """The table called ``name`` (letters, digits, dots, hyphens), mapped from the folder or else made by ``make``."""
    with _lock:
        path = _folder / f"{name}.stems" if _folder is not None else None
        if path is not None and (found := _mapped(path)) is not None:
            return found
        data = make()
        if path is not None and write_whole(path, data) and (found := _mapped(path)) is not None:
            return found
        return Table(data)


def is_kept(name: str) -> bool:
    """Whether the table is ready in the folder."""
    return _folder is not None and (_folder / f"{name}.stems").is_file()


def _mapped(path: Path) -> Table | None:
    try:
        with path.open("rb") as file:
            return Table(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError):
        return None


def write_whole(path: Path, data: bytes) -> bool:
    """Whether ``data`` is now at ``path``, whole: written aside and moved, so that no process sees a part of it."""
    import tempfile  # late: needed once in the life of a folder, and slow to import

    aside = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(aside).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(aside or path.with_suffix(".none")).unlink()
        return False
    return True
