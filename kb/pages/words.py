"""States of pages and repairs of text in words for people: `docs/originals.md` explains each."""

from __future__ import annotations

from collections.abc import Iterable

from kb.nouns import PageState
from kb.wording import Worded, worded

_STATES = {
    PageState.TEXT: worded("Read as it is"),
    PageState.REPAIRED: worded("Text repaired"),
    PageState.OCR: worded("Read by OCR"),
    PageState.UNREADABLE: worded("Garbled, not read"),
    PageState.NEEDS_OCR: worded("A picture, not read"),
    PageState.DAMAGED: worded("Damaged, not read"),
    PageState.BLANK: worded("Blank"),
}
_REPAIRS = {
    "yu-ascii": worded("letters that were printed as signs, in a seven-bit Yugoslav font"),
    "yu-ascii-cyrillic": worded("Cyrillic that was typed in a seven-bit Yugoslav font"),
    "macedonian-ascii": worded("Cyrillic that was typed in a seven-bit Macedonian font"),
    "glyph-shift": worded("letters that were all moved along the alphabet"),
    "look-alikes": worded("Cyrillic letters in Latin words, or the reverse"),
    "diacritics-shifted": worded("letters with marks that came out as others"),
    "accents-apart": worded("accents that stood beside their letters"),
    "decomposed": worded("accents that were stored apart from their letters"),
    "private-use": worded("letters that were stored under private codes"),
    "letters": worded("signs that stood in place of letters"),
    "ligatures": worded("joined letters (fi, fl) that were lost"),
    "soft-hyphens": worded("hidden hyphens inside words"),
    "spaced-letters": worded("letters that were set apart"),
    "lost-spaces": worded("spaces between words that were lost"),
}
_MISREAD = worded("letters that were read in another code page")
_ONCE_MORE = worded("UTF-8 that was read byte by byte")


def state_words(state: PageState) -> Worded:
    """How the text of a page was come by, in a few words."""
    return _STATES[state]


def repair_words(name: str) -> str:
    """What a repair undid; the name itself where it is none of this version's (a home from a newer one)."""
    if name in _REPAIRS:
        return _REPAIRS[name]
    if name.startswith("utf-8-as-"):
        return _ONCE_MORE
    return _MISREAD if "-as-" in name else name


def repairs_words(names: Iterable[str]) -> list[str]:
    """What the repairs undid, each kind once, in their order."""
    return list(dict.fromkeys(map(repair_words, names)))
