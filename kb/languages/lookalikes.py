"""Letters that look right and are wrong: Latin ``a`` in a Cyrillic word, Cyrillic ``о`` in a Latin one.

Common in texts typed on two keyboards and in fonts' text layers; invisible to readers, fatal to search.
"""

from __future__ import annotations

import re

_LATIN = "aeopcxyjisAEOPCXYJKBHMTSI"
_CYRILLIC = "аеорсхујіѕАЕОРСХУЈКВНМТЅІ"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)

_CYR = "\u0400-\u04ff"
_LAT = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_ANY_CYRILLIC = re.compile(f"[{_CYR}]")
_ANY_LATIN = re.compile(f"[{_LAT}]")
_MIXED = re.compile(f"[{_LAT}{_CYR}]*(?:[{_LAT}][{_CYR}]|[{_CYR}][{_LAT}])[{_LAT}{_CYR}]*")
_HARD_LATIN = re.compile(f"(?![{_LATIN}])[{_LAT}]")
_HARD_CYRILLIC = re.compile(f"(?![{_CYRILLIC}])[{_CYR}]")

# Whole words of look-alike letters are changed only between words of the other script, and only words that the
# Cyrillic languages have: an English quotation, "OPCAT" or "3 x 4" stay as they are.
_SMALL = "a|o|e|y|i|c|ce|je|ja|jy|jep|co|ca|ce|ja|ja|ta|to|ace|coja|ceje|oco|oca"
_SMALL_WORDS = re.compile(f"(?<=[{_CYR}][ ,(])(?:{_SMALL})(?=[ ,][ ]?[{_CYR}0-9])")
_FIRST_WORD = re.compile(f"(?<![{_LAT}{_CYR}\\d.] )(?<![{_LAT}{_CYR}\\d.])[AOYCKI](?= [а-яѐ-џ])")
_SMALL_CYRILLIC = re.compile("(?<=[a-zà-ɏ])([,;:)]? [(„“]?)(а|о|у|е|је|ја|се|со|са)(?=[ ,][ ]?[a-zà-ɏ0-9])")
_FIRST_CYRILLIC = re.compile(f"(?<![{_CYR}\\d.] )(?<![{_LAT}{_CYR}\\d.])[АОУКЕЈ]е?(?= [a-zà-ɏ])")


def repair_lookalikes(text: str) -> str:
    """``text`` with words of mixed script in one script, character for character (the length never changes).

    A word takes the script of its letters that exist in one script only; a word that has such letters of both
    (``ЖСtv``) is left alone. One-letter words of the wrong script between words of the right one are repaired too.
    """
    if text.isascii() or not (_ANY_CYRILLIC.search(text) and _ANY_LATIN.search(text)):
        return text
    mostly_cyrillic = len(_ANY_CYRILLIC.findall(text)) >= len(_ANY_LATIN.findall(text))

    def repair(match: re.Match[str]) -> str:
        word = match.group()
        latin, cyrillic = _HARD_LATIN.search(word), _HARD_CYRILLIC.search(word)
        if latin and cyrillic:
            return word
        to_cyrillic = bool(cyrillic) or (not latin and mostly_cyrillic)
        return word.translate(_TO_CYRILLIC if to_cyrillic else _TO_LATIN)

    text = _MIXED.sub(repair, text)
    if mostly_cyrillic:
        text = _SMALL_WORDS.sub(lambda m: m.group().translate(_TO_CYRILLIC), text)
        return _FIRST_WORD.sub(lambda m: m.group().translate(_TO_CYRILLIC), text)
    text = _SMALL_CYRILLIC.sub(lambda m: m.group().translate(_TO_LATIN), text)
    return _FIRST_CYRILLIC.sub(lambda m: m.group().translate(_TO_LATIN), text)
