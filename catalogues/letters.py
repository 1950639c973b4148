"""Serbian in Cyrillic letters from Serbian in Latin ones, so that one text is kept."""

from __future__ import annotations

import re

_PAIRS = {"lj": "љ", "nj": "њ", "dž": "џ"}
_SINGLE = dict(zip("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш", strict=True))
# Two letters that are two sounds, though they look like one: in these words the pair stays apart.
_APART = re.compile(r"(?i)konjug|injek|injunk|vanjez|nadživ|nadžnj|odžal|podžan|tanjug")
# What no script changes: placeholders, addresses, commands, and words of the query language and of other languages.
_KEPT = re.compile(
    r"%\(\w+\)s|<[^>]+>|&\w+;|[\w.*/-]*\.html?|kb \w+|(?<![\w])(?:AND|OR|NOT|GET|JSON|PDF|OCR|OPCAT|CPT|API|KRCT|HTTP"
    r"|Detention KB|sr-Cyrl|sq|FOLDER|prison\*|Article 3|title:|heading:|year:\S+|ms|\[[^\]]*\])(?![\w])"
)
_WORD = re.compile(r"[^\W\d_]+")


def cyrillic(text: str) -> str:
    """The text in Cyrillic letters; what must stay as it is stays."""
    out, at = [], 0
    for kept in _KEPT.finditer(text):
        out += [_WORD.sub(_word, text[at : kept.start()]), kept.group()]
        at = kept.end()
    return "".join((*out, _WORD.sub(_word, text[at:])))


def _word(found: re.Match[str]) -> str:
    word, made, at = found.group(), [], 0
    whole = not _APART.search(word)
    while at < len(word):
        pair = word[at : at + 2].lower()
        if whole and pair in _PAIRS:
            letter, step = _PAIRS[pair], 2
        else:
            letter, step = _SINGLE.get(word[at].lower(), word[at]), 1
        made.append(letter.upper() if word[at].isupper() else letter)
        at += step
    return "".join(made)
