"""The characters of a line as people write them."""

from __future__ import annotations

import re
import unicodedata

_DROP = dict.fromkeys((*range(32), 0x7F, 0xAD, 0x200B, 0xFEFF, 0xFFFD, 0xFFFF))
_LIGATURES = str.maketrans(
    dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf06e\uf02d", "•")  # bullets of the symbol fonts
    | {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\xa0": " ", "\t": " "}
)
# What the two tables change; most texts hold none of it, and a search costs a tenth of a translation.
_ODD = re.compile(f"[{re.escape(''.join(map(chr, {**_LIGATURES, **_DROP})))}]")
_LEADER = re.compile(r"\s*(?:[.…·_–—-]\s?){6,}(?=\s*(?:\d{1,4}(?:[–-]\d{1,4})?\s*|[ivxlc]{1,7}){0,2}$)")
_DOTS = ("...", ". . .", "___", "---", "–––", "– –", "- - ", "…", "···")


def clean(text: str) -> str:
    """NFC without control characters and soft hyphens; ligatures spelt out; every blank a space."""
    if text.isascii():
        return text if text.isprintable() else text.translate(_LIGATURES).translate(_DROP)
    if _ODD.search(text):
        text = text.translate(_LIGATURES).translate(_DROP)
    return unicodedata.normalize("NFC", text)


def leader_in(text: str) -> re.Match[str] | None:
    """The dots that lead to a page number at the end of a line, as in a contents list."""
    for dots in _DOTS:  # every line is asked: looking for a few letters costs less than a pattern
        if dots in text:
            return _LEADER.search(text)
    return None


def is_set_apart(text: str) -> bool:
    """Whether the letters of it are set one by one, l i k e  t h i s."""
    return not text[1::2].strip(" ") and " " not in text[::2] and text[::2].isalpha()
