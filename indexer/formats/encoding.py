"""Bytes to text: marks first, UTF-8 if it is valid, then a careful guess among the code pages of the region."""

from __future__ import annotations

from pathlib import Path

from charset_normalizer import from_bytes

from kb.errors import UnreadableOriginal

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# What Windows wrote in Tirana, Belgrade, Skopje, Ankara and Strasbourg, in the order of preference for equal guesses.
_LEGACY = ["cp1250", "cp1251", "cp1252", "cp1254", "iso8859_2", "iso8859_5", "iso8859_9", "koi8_r", "cp1253", "cp852"]


def decode(data: bytes, path: Path, *, declared: str = "") -> str:
    """The text of ``data``. ``declared`` is what the file says of itself, believed unless it cannot be so.

    Raises UnreadableOriginal of kind ``encoding`` where no reading gives text.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    zeros = data[:4096].count(0)
    if zeros > 0.3 * len(data[:4096]):
        little = data[1:4096:2].count(0) >= data[0:4096:2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", "replace")
    for name in ("utf-8", declared):
        text = _strictly(data, name)
        if text is not None:
            return text
    if (text := _nearly_utf8(data)) is not None:
        return text
    guess = from_bytes(data[:200_000], cp_isolation=_LEGACY).best()
    name = guess.encoding if guess else "cp1252"
    text = data.decode(name, "replace")
    if text.count("\ufffd") > 0.05 * len(text):
        raise UnreadableOriginal(
            "its letters cannot be told (unknown encoding)",
            where=str(path),
            advice="Open it in an editor and save it as UTF-8",
            kind="encoding",
        )
    return text


def code_page(data: bytes, *, likely: str = "") -> str:
    """The code page that legacy bytes are most likely in, by its Python name."""
    guess = from_bytes(data[:200_000], cp_isolation=_LEGACY).best()
    return guess.encoding if guess else likely or "cp1252"


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
