"""Folding: one Latin spelling without diacritics for every word, whatever its script.

The table is the same for all languages, because a query does not say its language. Cyrillic becomes the Latin that
Serbian readers use (``мучење`` → ``mučenje`` → ``mucenje``); letters that Serbian lacks follow the scholarly
transliteration. ``đ`` folds to ``dj``, as people type it; `kb.languages.query_terms` also finds it typed as ``d``.
"""

from __future__ import annotations

import re
import unicodedata

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "dj", "е": "e", "ж": "z", "з": "z", "и": "i", "ј": "j",
    "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "ћ": "c", "у": "u", "ф": "f", "х": "h", "ц": "c", "ч": "c", "џ": "dz", "ш": "s",
    # Macedonian
    "ѓ": "gj", "ќ": "kj", "ѕ": "dz", "ѐ": "e", "ѝ": "i",
    # Bulgarian, Russian, Ukrainian, Belarusian; ъ as Bulgarian reads it (Russian has it in a handful of words)
    "й": "j", "щ": "st", "ъ": "a", "ы": "y", "ь": "", "э": "e", "ю": "ju", "я": "ja", "ё": "e",
    "і": "i", "ї": "ji", "є": "je", "ґ": "g", "ў": "u",
}  # fmt: skip
_LATIN = {
    "đ": "dj", "ð": "d", "ı": "i", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n", "ħ": "h",
    "ʒ": "z", "ǆ": "dz", "ǉ": "lj", "ǌ": "nj", "ĸ": "k", "ŧ": "t", "ə": "e",
}  # fmt: skip
# Marks of all kinds, and what is invisible: soft hyphen, zero-width characters, joiners, variation selectors.
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff"
_DROP = re.compile(f"[{INVISIBLE}\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0]")
_HIDDEN = re.compile(f"[{INVISIBLE}]")
_APOSTROPHES = re.compile("(?<=\\w)['’ʼ`´‘ʹ](?=\\w)")


def _table() -> dict[int, str]:
    table = {ord(c): plain for c, plain in (_CYRILLIC | _LATIN).items()}
    table |= {ord(c.upper()): plain for c, plain in _CYRILLIC.items() if len(c.upper()) == 1}
    table |= {ord(c.upper()): plain for c, plain in _LATIN.items() if len(c.upper()) == 1}
    table[ord("İ")] = "i"
    table[ord("I")] = "i"
    # Every precomposed Latin letter, so that almost no word needs decomposing.
    for code in [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]:
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii() and base.isalpha():
            table.setdefault(code, base.lower())
    return table


TABLE = _table()


def strip_invisible(text: str) -> str:
    """``text`` without soft hyphens, zero-width characters and direction marks."""
    return _HIDDEN.sub("", text)


def fold(text: str) -> str:
    """``text`` in lower-case Latin letters without diacritics: ``мучење``, ``Mučenje`` → ``mucenje``; ``Đ`` → ``dj``.

    The same for every language. Apostrophes inside words and invisible characters go; other characters stay, in
    lower case. Idempotent.
    """
    plain = text.lower() if text.isascii() else text.translate(TABLE).lower()
    if plain.isalpha() and plain.isascii():
        return plain  # nearly every word
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).translate(TABLE).lower()
        plain = unicodedata.normalize("NFC", _DROP.sub("", plain))
    return _APOSTROPHES.sub("", plain)
