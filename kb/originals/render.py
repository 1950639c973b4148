"""The picture of a page, painted once in a child process that can be killed, and kept on disk."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from kb.errors import KBError, UnreadableOriginal

WALL_SECONDS = 20.0
MIN_WIDTH, MAX_WIDTH = 40, 4_000
MOST_TOLD = 64 << 10  # bytes of what a painter says went wrong
AT_ONCE = 2  # children: a page of thumbnails must not start fifty

_SHA256 = re.compile(r"[0-9a-f]{64}")
_turnstile = threading.BoundedSemaphore(AT_ONCE)


def page_image(home_cache: Path, original: Path, sha256: str, number: int, width_px: int) -> Path:
    """The PNG of page ``number`` (from 1), ``width_px`` wide; painted now unless ``home_cache`` has it.

    Raises UnreadableOriginal: the kinds of kb.originals.pdfium, "timeout", "crashed", and "no-page" or "too-large"
    for what cannot be asked for. The cache's name comes from the content's hash, so it is never stale.
    """
    if not _SHA256.fullmatch(sha256):
        raise KBError("a page picture needs the original's SHA-256", where=str(original), kind="bad-hash")
    if number < 1:
        raise _failed(original, "no-page", f"there is no page {number}")
    if not MIN_WIDTH <= width_px <= MAX_WIDTH:
        raise _failed(original, "too-large", f"a picture is {MIN_WIDTH} to {MAX_WIDTH} pixels wide, not {width_px}")
    target = home_cache / "pages" / sha256[:2] / sha256 / f"{number}-{width_px}.png"
    if target.is_file():
        return target
    with _turnstile:
        if not target.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            _paint(original, number, width_px, target)
    return target


def _paint(original: Path, number: int, width_px: int, target: Path) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
    scratch = Path(name)
    command = [sys.executable, "-m", "kb.originals.painter", str(original), str(number), str(width_px)]
    try:
        # Both files are opened here: the painter itself can open nothing to write, and its limits bound their size.
        with os.fdopen(handle, "wb") as picture, tempfile.TemporaryFile() as told:
            done = subprocess.run(  # noqa: S603 - our own interpreter and module; the arguments are checked above
                command,
                stdin=subprocess.DEVNULL,
                stdout=picture,
                stderr=told,
                timeout=WALL_SECONDS,
                check=False,
                env=_environment(),
            )
            if done.returncode:
                told.seek(max(0, told.seek(0, os.SEEK_END) - MOST_TOLD))
                raise _told(original, done.returncode, told.read())
        scratch.replace(target)
    except subprocess.TimeoutExpired as error:
        raise _failed(
            original, "timeout", f"page {number} took longer than {WALL_SECONDS:g} seconds to paint"
        ) from error
    finally:
        scratch.unlink(missing_ok=True)


def _environment() -> dict[str, str]:
    """The child finds this package where the parent found it, whatever folder either was started in."""
    rooms = str(Path(__file__).resolve().parents[2])
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (rooms, os.environ.get("PYTHONPATH"))))}


def _told(original: Path, code: int, stderr: bytes) -> UnreadableOriginal:
    last = stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
    try:
        told = json.loads(last)
        return UnreadableOriginal(
            told["message"], where=str(original), kind=told["kind"], advice=told.get("advice", "")
        )
    except (ValueError, KeyError, TypeError):
        return _failed(original, "crashed", f"painting the page ended with code {code}")


def _failed(original: Path, kind: str, message: str) -> UnreadableOriginal:
    return UnreadableOriginal(message, where=str(original), kind=kind, advice="Open the original itself")
