"""The one folder that holds all state, and what lies where in it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from kb.errors import HomeError
from kb.nouns import Access

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


def machine_cache() -> Path:
    """Where what is derived from the program alone is kept for every collection of this user: ``KB_CACHE``, else the
    platform's cache folder. It may be deleted at any time."""
    return Path(os.environ.get("KB_CACHE") or platformdirs.user_cache_dir("detention-kb", appauthor=False))


@dataclass(frozen=True, slots=True)
class Home:
    """Paths below ``KB_HOME``. Nothing is made by naming it; ``create`` makes the folder."""

    path: Path

    @classmethod
    def at(cls, path: str | Path | None = None) -> Home:
        """The home given, else ``KB_HOME``, else the platform's data folder for ``detention-kb``."""
        chosen = path or os.environ.get("KB_HOME") or platformdirs.user_data_dir("detention-kb", appauthor=False)
        return cls(Path(chosen).expanduser().absolute())

    def create(self) -> Home:
        """The home, made if it was missing and readable by its owner alone: it may hold confidential originals."""
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            self.originals.mkdir(exist_ok=True, mode=0o700)
        except OSError as error:
            raise HomeError(
                f"cannot be made or written ({error.strerror})",
                where=str(self.path),
                advice="Choose another folder with --home or KB_HOME",
            ) from error
        return self

    @property
    def store(self) -> Path:
        return self.path / "store.sqlite"

    @property
    def originals(self) -> Path:
        return self.path / "originals"

    @property
    def institutions(self) -> Path:
        """Where anybody may put files of places of detention (``kb institutions import`` does)."""
        return self.path / "institutions"

    @property
    def cache(self) -> Path:
        return self.path / "cache"

    @property
    def windows(self) -> Path:
        """Where readers are shown the originals in hand; on the file system of the originals, empty between runs."""
        return self.path / "windows"

    @property
    def lock(self) -> Path:
        return self.path / "writing.lock"

    def index(self, engine: str, level: Access) -> Path:
        """The folder of one engine's index of one access level."""
        return self.path / "index" / engine / level.value

    def original(self, sha256: str) -> Path:
        """Where the original of that hash is kept."""
        return self.originals / sha256[:2] / sha256[2:]

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the home for writing; HomeError of kind ``locked`` if another process does.

        The lock belongs to the process, not to the file handle, so children do not inherit it and a kill frees it.
        """
        self.create()
        with self.lock.open("a+") as handle:
            try:
                if sys.platform == "win32":
                    msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
                else:
                    fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise HomeError(
                    "another process is writing to this collection",
                    where=str(self.path),
                    advice="Wait until it has finished, or choose another --home",
                    kind="locked",
                ) from error
            yield
