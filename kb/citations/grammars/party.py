"""Where the name of an applicant begins, read backwards from what follows it."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.citations.grammars.states import ENGLISH
from kb.citations.names import fold

_BARRED = str.maketrans("łŁøØ", "lLoO")  # letters that no decomposition takes apart
_OPENING = '([“"«„;:'
_CLOSING = ',;:)]”"»'
_WORD = re.compile(r"[^\W_]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,4}(?:[’']s)?\Z|[^\W\d_]\Z")
# Small words inside names ("Couderc and Hachette Filipacchi Associés", "Van der Ven").
_SMALL = frozenset((
    "and", "et", "dhe", "i", "и", "of", "de", "der", "den", "des", "du", "di", "da", "del", "della", "la", "le",
    "les", "van", "von", "vom", "y", "al", "el", "the", "&", "others", "autres", "tjerët", "drugi", "други",
    "d'affaires", "d’affaires",
))  # fmt: skip
_ABBREVIATIONS = frozenset((
    "Ltd.", "Inc.", "Co.", "Tic.", "Şti.", "A.Ş.", "St.", "d.o.o.", "o.o.", "AD.", "Mr.", "Mrs.", "Ms.", "Dr.",
))  # fmt: skip
_LEADING = frozenset((
    "see", "in", "the", "cf", "cf.", "compare", "contrast", "also", "and", "case", "of", "as", "under", "for",
    "by", "but", "both", "unlike", "since", "while", "judgment", "judgments", "cases", "that", "with", "from",
    "to", "at", "or", "on", "against", "mutatis", "voir", "affaire", "arrêt", "et", "dans", "shih", "rasti",
    "vidi", "predmet", "i", "u", "и", "во", "во", "види", "предмет", "at", "if", "when", "where", "whereas",
    "before", "after", "article", "articles", "however", "thus", "therefore", "an", "this", "convention",
    "court", "commission", "government",
))  # fmt: skip
_MOST = 14  # words
_LOOK = 140  # characters


def name_start(text: str, end: int) -> int | None:
    """Where the name that ends at ``end`` begins; None where the word there is no name."""
    low = end - _LOOK if end > _LOOK else 0
    only_spaces = "\n" not in text[low:end] and "\xa0" not in text[low:end]
    words: list[tuple[int, str]] = []  # from the last to the first
    high = end
    for _ in range(_MOST):
        gap = text.rfind(" ", low, high)
        if not only_spaces:
            gap = max(gap, text.rfind("\n", low, high), text.rfind("\xa0", low, high))
        begin = gap + 1 if gap >= 0 else low
        word = text[begin:high]
        if not word or (gap < 0 and low > 0):
            break
        bracket = max(map(word.rfind, _OPENING)) if not word.isalpha() else -1
        bare = word[bracket + 1 :]
        if (words and bare[-1:] in _CLOSING) or not bare or not _of_a_name(bare, last=not words):
            break
        words.append((begin + bracket + 1, bare))
        if bracket >= 0 or gap < 0:
            break
        high = gap
    while words and (words[-1][1].lower() in _LEADING or words[-1][1] in _SMALL):
        words.pop()
    return words[-1][0] if words else None


def _of_a_name(word: str, *, last: bool) -> bool:
    head = word[0]
    if head.isupper():
        return (
            last
            or word[-1] != "."
            or word in _ABBREVIATIONS
            or _INITIALS.match(word) is not None
            or (len(word) == 2 and head.isupper())
        )
    return word in _SMALL or (word.isdigit() and len(word) < 3) or (word[:2] in ("d'", "d’") and word[2:3].isupper())


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: folded, without articles."""
    return tuple(w for word in _WORD.findall(name.translate(_BARRED)) if (w := fold(word)) != "the")


@lru_cache(maxsize=4096)
def slug(*names: str) -> str:
    """The canonical name of a case: ``case/kudla-v-poland``; one name where the State is not said."""
    named = ["-".join(words_of(name)) for name in names]
    if len(named) > 1:
        named[-1] = ENGLISH.get(named[-1], named[-1])
    return "case/" + "-v-".join(named)
