"""Bytes to text: marks first, UTF-8 if it is valid, then the code page that reads as a language."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from indexer.formats.code_pages import best_page, fit_of
from kb.errors import UnreadableOriginal

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\xff\xfe", "utf-16"),
          (b"\xfe\xff", "utf-16"))  # fmt: skip
# What programs declare that never asked which code page they write: believed only if it reads well.
_DEFAULTS = frozenset({"iso-8859-1", "latin1", "latin-1", "windows-1252", "cp1252", "us-ascii", "ascii"})


def decode(data: bytes, path: Path, *, declared: str = "") -> str:
    """The text of ``data``. ``declared`` is what the file says of itself, believed unless it cannot be so.

    Raises UnreadableOriginal of kind ``encoding`` where any reading would be a guess.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace").replace("\x00", "")
    if name := wide(data[:8192]):
        return data.decode(name, "replace")
    if (text := _strictly(data, "utf-8")) is not None:
        return text
    declared = declared.strip().casefold()
    text = _strictly(data, declared)
    if text is not None and (declared not in _DEFAULTS or fit_of(data, "cp1252") >= 0.5):
        return text
    if (nearly := _nearly_utf8(data)) is not None:
        return nearly
    if found := best_page(data):
        return data.decode(found.page, "replace")
    if text is not None:
        return text
    raise UnreadableOriginal(
        "its letters cannot be told (unknown encoding)",
        where=str(path),
        advice="Open it in an editor and save it as UTF-8",
        kind="encoding",
    )


def code_page(data: bytes, *, likely: str) -> str:
    """The code page of legacy bytes by its Python name; ``likely`` where they do not tell."""
    found = best_page(data)
    return found.page if found and found.fit > fit_of(data, likely) else likely


def wide(head: bytes) -> str:
    """``utf-16-le`` or ``utf-16-be`` where the bytes come in twos without a mark that says so, else ""."""
    if len(head) < 8:
        return ""
    head = head[: len(head) // 2 * 2]
    for name, high, low in (("utf-16-le", head[1::2], head[0::2]), ("utf-16-be", head[0::2], head[1::2])):
        blocks = sum(high.count(byte) for byte in (0x00, 0x01, 0x04, 0x20))  # Latin, Cyrillic, punctuation
        if blocks < 0.98 * len(high) or low.count(0) > 0.02 * len(low):
            continue
        text = head.decode(name, "replace")
        strange = sum(unicodedata.category(letter)[0] == "C" and letter not in "\r\n\t\f" for letter in text)
        if strange <= 0.01 * len(text):
            return name
    return ""


def _strictly(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name) if name else None
    except (UnicodeDecodeError, LookupError):
        return None


def _nearly_utf8(data: bytes) -> str | None:
    """UTF-8 with a few bytes broken (a cut file, a pasted quotation) is still UTF-8."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(letter > "\x7f" for letter in text) - broken
    return text if broken < 0.1 * whole else None
