"""Text read in the code page of another region: ``èlan`` for ``član``, ``Þ`` for ``Ş``, Cyrillic as ``Çàêîí``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from indexer.quality.repairs.repair import Repair

_CENTRAL = ("hbs", "sl", "ro")
_CYRILLIC = ("hbs-Cyrl", "mk", "bg", "ru", "uk")
_WESTERN = ("fr", "de", "it", "es", "pt", "sq", "tr")
# As it was read, as it was written, and the languages that were written so.
PAIRS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("cp1252", "cp1250", _CENTRAL),
    ("cp1252", "iso8859_2", _CENTRAL),
    ("cp1252", "cp1251", _CYRILLIC),
    ("cp1252", "iso8859_5", _CYRILLIC),
    ("cp1252", "koi8_r", ("ru",)),
    ("cp1252", "cp1254", ("tr",)),
    ("cp1252", "mac_roman", ("sq", "fr", "de", "it", "es", "pt")),
    ("cp1252", "mac_croatian", ("hbs", "sl")),
    ("cp1252", "cp852", ("hbs", "sl", "sq")),
    ("cp1250", "cp1252", _WESTERN),
    ("cp1250", "cp1254", ("tr",)),
    ("cp1250", "cp1251", _CYRILLIC),
    ("cp1251", "cp1250", _CENTRAL),
    ("cp1251", "cp1252", _WESTERN),
    ("cp1251", "cp1254", ("tr",)),
    ("cp1254", "cp1250", _CENTRAL),
    ("cp1254", "cp1251", _CYRILLIC),
)


_QUOTES = frozenset("‘’‚“”„‹›«»–—…•†‡‰™´")  # stand beside letters in any text


def candidates(text: str) -> Iterator[Repair]:
    """The code pages in which letters of ``text`` would be others."""
    present = {char for char in text if char > "\x7f"}
    for read, written, languages in PAIRS:
        letters, _ = _tables(read, written)
        if present & letters.keys():
            yield Repair(
                f"{written.replace('_', '-')}-as-{read}",
                languages,
                partial(_decoded, read=read, written=written),
                whole=written in ("cp1251", "iso8859_5", "koi8_r"),
            )


def _decoded(text: str, *, read: str, written: str) -> str:
    letters, beside = _tables(read, written)
    return beside.sub(lambda match: "".join(letters.get(char, char) for char in match[0]), text)


@cache
def _tables(read: str, written: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """What each character was, and where it may be changed: letters anywhere, signs only beside a letter."""
    letters: dict[str, str] = {}
    for code in range(0x80, 0x100):
        byte = bytes([code])
        was = byte.decode(written, "replace")
        for how in (read, "latin-1"):
            seen = byte.decode(how, "replace")
            if how != read and code >= 0xA0:
                continue  # what the page has no letter for stays a control character
            if seen in _QUOTES:
                continue
            if seen != was and "\ufffd" not in (seen, was) and was.isalpha():
                letters.setdefault(seen, was)
    safe = re.escape("".join(char for char in letters if char.isalpha()))
    signs = re.escape("".join(char for char in letters if not char.isalpha())) or "\ufffd"
    word = r"[^\W\d_]"
    return letters, re.compile(f"[{safe}{signs}]*[{safe}][{safe}{signs}]*|(?<={word})[{signs}]+|[{signs}]+(?={word})")
