"""The program Tesseract: a picture in by stdin, hOCR out by stdout. It writes no file, and ends with its reader."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from functools import cache

from indexer.batch import patience
from kb.errors import UnreadableOriginal

SECONDS = 90.0  # for one page; the slowest real one took nine
LEAST = 20.0  # with less time than this no page is begun: the document would fail, and all that was read be lost
LIST_SECONDS = 10.0


@cache
def installed() -> frozenset[str]:
    """The names of the trained data that are here; none where Tesseract is not."""
    program = shutil.which("tesseract")
    if program is None:
        return frozenset()
    try:
        done = subprocess.run(  # noqa: S603 - the program that the reader's own PATH names, with our arguments
            [program, "--list-langs"], capture_output=True, timeout=LIST_SECONDS, check=False, env=_environment()
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    lines = (done.stdout + b"\n" + done.stderr).decode("utf-8", "replace").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and " " not in line.strip())


def run(picture: bytes, *, data: str, dpi: int, where: str, layout: int = 3, output: str = "hocr") -> str:
    """What Tesseract prints of a picture (PGM), in ``output`` (one of its configurations).

    ``data`` names its trained data, ``layout`` its page segmentation mode (3: a page of any layout, 0: only which way
    up it is). Raises UnreadableOriginal: ``ocr-timeout``, ``ocr-failed``.
    """
    program = shutil.which("tesseract")
    if program is None:
        raise _failed("ocr-failed", "Tesseract is no longer there", where)
    command = [program, "stdin", "stdout", "-l", data, "--dpi", str(dpi), "--psm", str(layout)]
    command += ["-c", "hocr_char_boxes=1", output] if output else []
    _wait_for_time(where)
    began = time.monotonic()
    try:
        done = subprocess.run(  # noqa: S603 - as above; the picture goes by stdin
            command, input=picture, capture_output=True, timeout=SECONDS, check=False, env=_environment()
        )
    except subprocess.TimeoutExpired as error:
        raise _failed("ocr-timeout", f"OCR took more than {SECONDS:.0f} seconds", where) from error
    except OSError as error:
        raise _failed("ocr-failed", f"Tesseract cannot be started ({error.strerror})", where) from error
    finally:
        _time.left -= time.monotonic() - began
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[-1][:200] if said else f"exit code {done.returncode}"
        raise _failed("ocr-failed", f"OCR failed ({reason})", where)
    return done.stdout.decode("utf-8", "replace")


@dataclass(slots=True)
class _Time:
    """Seconds that were given to the original in hand for OCR, and that OCR has not used."""

    left: float = 0.0


_time = _Time()


def begin() -> None:
    """Another original is in hand, whose time has not been asked for."""
    _time.left = 0.0


def _wait_for_time(where: str) -> None:
    """Asks for as much time as one page may take; UnreadableOriginal ``ocr-timeout`` where none is left."""
    if _time.left < SECONDS:
        _time.left += patience.more(SECONDS - _time.left)
    if _time.left < min(LEAST, SECONDS):
        raise _failed("ocr-timeout", "the time that one file may take for OCR is used up (extension in kb.toml)", where)


def _environment() -> dict[str, str]:
    """One thread: the workers are already as many as there are cores."""
    kept = {name: os.environ[name] for name in ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"}


def _failed(kind: str, message: str, where: str) -> UnreadableOriginal:
    return UnreadableOriginal(message, where=where, kind=kind, advice="Look at the page itself; the others were read")
