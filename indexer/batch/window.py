"""The window through which a reader sees the one original in hand, and no other."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kb.errors import UnreadableOriginal


class Window:
    """A folder of its own below ``place``, and what a shut-in reader is allowed to look at.

    The rules that shut a process in cannot be changed afterwards, and a reader outlives many originals. So it is not
    the folder of all originals that it may read, or a file that took it over could carry what is confidential into
    the text of a document that is not. Each original is shown here, as a second name of the same file, for as long as
    it is read.
    """

    def __init__(self, place: Path) -> None:
        try:
            place.mkdir(parents=True, exist_ok=True, mode=0o700)
            self.folder = Path(tempfile.mkdtemp(dir=place))
        except OSError as error:
            raise _not_shown(place, error) from error

    @contextmanager
    def show(self, original: Path) -> Iterator[Path]:
        """Where the original can be seen: a copy where the file system has no second names.

        Raises UnreadableOriginal of kind ``not-kept`` where neither can be made.
        """
        shown = self.folder / original.name
        try:
            _second_name(original, shown)
            yield shown
        finally:
            shown.unlink(missing_ok=True)

    def close(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.folder, ignore_errors=True)


def sweep(place: Path) -> None:
    """Remove the windows that killed runs left; only while no other run can be at work there."""
    shutil.rmtree(place, ignore_errors=True)


def _second_name(original: Path, shown: Path) -> None:
    try:
        os.link(original, shown)
    except OSError:
        try:
            shutil.copyfile(original, shown)
        except OSError as error:
            raise _not_shown(original, error) from error


def _not_shown(path: Path, error: OSError) -> UnreadableOriginal:
    return UnreadableOriginal(
        f"cannot be shown to its reader ({error.strerror})",
        where=str(path),
        advice="Check the space left on the disk and the permissions of the home folder",
        kind="not-kept",
    )
