"""Accents that stand beside their letter: ``sˇ``, ``c´``, ``¨e``, and letters in two parts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from indexer.quality.letters import OTHER, models
from indexer.quality.repairs.repair import Repair

_MARKS = {"ˇ": "\u030c", "´": "\u0301", "¨": "\u0308", "˘": "\u0306", "¸": "\u0327", "˛": "\u0328", "˙": "\u0307",
          "ˆ": "\u0302", "˜": "\u0303", "˝": "\u030b", "˚": "\u030a", "`": "\u0300"}  # fmt: skip
_SIGNS = re.escape("".join(_MARKS))
_AFTER = re.compile(f"([^\\W\\d_])(?: ?)([{_SIGNS}])")
_BEFORE = re.compile(f"([{_SIGNS}])(?: ?)([^\\W\\d_])")
_COMBINING = re.compile("[\u0300-\u036f]")


def candidates(text: str) -> Iterator[Repair]:
    """Accent behind the letter, accent before it, letters in two parts."""
    languages = tuple(name for name in models() if name != OTHER)
    if _COMBINING.search(text):
        yield Repair("decomposed", languages, _composed)
    if not text.isascii() and _AFTER.search(text):
        yield Repair("accents-apart", languages, _after, key="after")
    if not text.isascii() and _BEFORE.search(text):
        yield Repair("accents-apart", languages, _before, key="before")


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _after(text: str) -> str:
    return _AFTER.sub(lambda m: _one(m[1], m[2]) or m[0], text)


def _before(text: str) -> str:
    return _BEFORE.sub(lambda m: _one(m[2], m[1]) or m[0], text)


def _one(letter: str, sign: str) -> str:
    """The letter with its accent as one character, "" where there is none."""
    made = unicodedata.normalize("NFC", {"ı": "i"}.get(letter, letter) + _MARKS[sign])
    return made if len(made) == 1 else ""
