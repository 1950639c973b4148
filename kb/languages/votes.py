"""Votes of decisive letters and function words: the first, fast opinion on the language of a text."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from kb.languages.folding import fold
from kb.languages.function_words import CYRILLIC, LATIN

Votes = dict[str, float]

# Weight of every occurrence. Letters of languages that are none of ours vote for "?", which never wins a text.
_LATIN_LETTERS: dict[str, dict[str, float]] = {
    "ë": {"sq": 0.7}, "ç": {"sq": 0.3, "tr": 0.2, "fr": 0.15, "pt": 0.2}, "đ": {"hbs": 1.0}, "ć": {"hbs": 0.8},
    "č": {"hbs": 0.45, "sl": 0.5, "rom": 0.3}, "ž": {"hbs": 0.45, "sl": 0.5, "rom": 0.2},
    "š": {"hbs": 0.45, "sl": 0.45, "rom": 0.3}, "ğ": {"tr": 1.0}, "ı": {"tr": 0.8}, "ş": {"tr": 0.7},
    "ß": {"de": 1.0}, "ä": {"de": 0.5}, "ü": {"de": 0.25, "tr": 0.25}, "ö": {"de": 0.25, "tr": 0.25},
    "ñ": {"es": 1.0}, "¿": {"es": 1.0}, "¡": {"es": 1.0}, "è": {"fr": 0.25, "it": 0.25}, "ê": {"fr": 0.6, "pt": 0.3},
    "à": {"fr": 0.2, "it": 0.2, "pt": 0.1}, "ò": {"it": 0.5}, "ù": {"it": 0.25, "fr": 0.1}, "á": {"es": 0.3, "pt": 0.3},
    "í": {"es": 0.4, "pt": 0.3}, "ó": {"es": 0.4, "pt": 0.2}, "ú": {"es": 0.3, "pt": 0.3}, "œ": {"fr": 1.0},
    "é": {"fr": 0.25, "es": 0.15, "pt": 0.15}, "ã": {"pt": 1.0}, "õ": {"pt": 1.0}, "ʒ": {"rom": 1.0}, "ś": {"rom": 0.5},
    "ř": {"rom": 0.3, "?": 0.7}, "ă": {"ro": 0.8}, "ț": {"ro": 1.0}, "ș": {"ro": 1.0}, "ţ": {"ro": 0.8},
    "ł": {"?": 1.0}, "ą": {"?": 1.0}, "ę": {"?": 1.0}, "ż": {"?": 1.0}, "ě": {"?": 1.0}, "ů": {"?": 1.0},
    "ý": {"?": 0.7}, "ő": {"?": 1.0}, "ű": {"?": 1.0}, "å": {"?": 1.0}, "ø": {"?": 1.0}, "æ": {"?": 0.7},
    "ľ": {"?": 0.8}, "ň": {"?": 0.8}, "ť": {"?": 0.8}, "ď": {"?": 0.8}, "ė": {"?": 1.0}, "ū": {"?": 1.0},
    "ā": {"?": 1.0}, "ģ": {"?": 1.0}, "þ": {"?": 1.0}, "ð": {"?": 1.0}, "ə": {"?": 1.0}, "ạ": {"?": 1.0},
}  # fmt: skip
_CYRILLIC_LETTERS: dict[str, dict[str, float]] = {
    "ћ": {"hbs": 1.0}, "ђ": {"hbs": 1.0}, "ѓ": {"mk": 1.0}, "ќ": {"mk": 1.0}, "ѕ": {"mk": 0.6}, "ѐ": {"mk": 0.8},
    "ѝ": {"mk": 0.5, "bg": 0.5}, "љ": {"hbs": 0.4, "mk": 0.4}, "њ": {"hbs": 0.4, "mk": 0.4},
    "ј": {"hbs": 0.3, "mk": 0.3}, "џ": {"hbs": 0.3, "mk": 0.3}, "ы": {"ru": 0.8}, "э": {"ru": 0.8}, "ё": {"ru": 0.8},
    "і": {"uk": 0.7}, "ї": {"uk": 1.0}, "є": {"uk": 1.0}, "ґ": {"uk": 1.0}, "ъ": {"bg": 0.7, "ru": 0.1},
    "щ": {"bg": 0.3, "ru": 0.2, "uk": 0.2}, "й": {"ru": 0.15, "uk": 0.15, "bg": 0.1},
    "ь": {"ru": 0.2, "uk": 0.2, "bg": 0.02}, "ю": {"ru": 0.15, "uk": 0.15, "bg": 0.05},
    "я": {"ru": 0.15, "uk": 0.15, "bg": 0.1}, "ў": {"?": 1.5}, "ә": {"?": 1.5}, "қ": {"?": 1.5}, "ң": {"?": 1.5},
    "ө": {"?": 1.5}, "ү": {"?": 1.5}, "һ": {"?": 1.5}, "ғ": {"?": 1.5}, "ұ": {"?": 1.5}, "ҳ": {"?": 1.5},
}  # fmt: skip

_BY_LENGTH = {1: 0.55, 2: 0.85, 3: 1.0}
_FOLDED = 0.6  # a word recognised only without its diacritics


def _weights(lists: Mapping[str, str]) -> dict[str, Votes]:
    """Word → votes: a word of fewer languages weighs more, a longer word is less of a coincidence."""
    written = {group: set(words.split()) for group, words in lists.items()}
    table: dict[str, Votes] = {}
    for group, words in written.items():
        for word in words:
            table.setdefault(word, {})[group] = 1.0
    for group, words in written.items():
        for word in words:
            bare = fold(word)
            if bare != word and bare and lists is LATIN:
                table.setdefault(bare, {}).setdefault(group, _FOLDED)
    for word, votes in table.items():
        weight = math.log((len(lists) + 0.5) / len(votes)) * _BY_LENGTH.get(len(word), 1.2)
        for group in votes:
            votes[group] *= weight
    return table


_TABLES = {
    "Latn": (_weights(LATIN), _LATIN_LETTERS, re.compile(f"[{''.join(_LATIN_LETTERS)}]")),
    "Cyrl": (_weights(CYRILLIC), _CYRILLIC_LETTERS, re.compile(f"[{''.join(_CYRILLIC_LETTERS)}]")),
}


def vote(words: list[str], lowered: str, script: str) -> tuple[Votes, int]:
    """The votes for each analysis group, and how many of ``words`` (lower case) were function words of any."""
    table, letters, pattern = _TABLES[script]
    votes: Votes = {}
    known = 0
    for word in words:
        if (given := table.get(word)) is not None:
            known += 1
            for group, weight in given.items():
                votes[group] = votes.get(group, 0.0) + weight
    for letter in pattern.findall(lowered):
        for group, weight in letters[letter].items():
            votes[group] = votes.get(group, 0.0) + weight
    return votes, known
