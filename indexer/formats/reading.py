"""The few refusals that every format shares, in the same words."""

from __future__ import annotations

from pathlib import Path

from indexer.limits import limits
from kb.errors import UnreadableOriginal


def read_bytes(path: Path, *, largest: int = 0) -> bytes:
    """The whole file, of at most so many bytes, or as many as a text may have.

    Raises UnreadableOriginal: ``missing``, ``unreadable``, ``empty``, ``too-large``.
    """
    try:
        size = path.stat().st_size
        largest = largest or limits().file
        if size > largest:
            raise UnreadableOriginal(
                f"the file has {size:,} bytes, more than the {largest:,} this format is read up to",
                where=str(path),
                advice="Split it, or leave it out if it is data and not a document",
                kind="too-large",
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableOriginal("there is no such file", where=str(path), kind="missing") from error
    except OSError as error:
        raise UnreadableOriginal(
            f"the file cannot be opened ({error.strerror})", where=str(path), advice="Check that you may read it"
        ) from error
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise empty(path)
    return data


def empty(path: Path) -> UnreadableOriginal:
    """The error for a file in which there is nothing to read."""
    return UnreadableOriginal(
        "there is no text in this file",
        where=str(path),
        advice="Check that the download is complete; if the text is in pictures, it needs OCR",
        kind="empty",
    )


def damaged(path: Path, what: str) -> UnreadableOriginal:
    """The error for a file that breaks the rules of its own format."""
    return UnreadableOriginal(
        f"the file is damaged: {what}",
        where=str(path),
        advice="Fetch it again, or open it in its program and save it anew",
        kind="damaged",
    )


def encrypted(path: Path) -> UnreadableOriginal:
    """The error for a file that asks for a password or a key."""
    return UnreadableOriginal(
        "the file is encrypted",
        where=str(path),
        advice="Open it with its password and save it without one",
        kind="encrypted",
    )
