"""Votes of decisive letters and function words: the first, fast opinion on the language of a text."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kb.languages.folding import fold
from kb.languages.function_words import CYRILLIC, LATIN
from kb.languages.tokens import letter_words

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
    "ɵ": {"rom": 1.0},
    "ř": {"rom": 0.3, "?": 0.7}, "ă": {"ro": 0.8}, "ț": {"ro": 1.0}, "ș": {"ro": 1.0}, "ţ": {"ro": 0.8},
    "ł": {"?": 1.0}, "ą": {"?": 1.0}, "ę": {"?": 1.0}, "ż": {"?": 1.0}, "ě": {"?": 1.0}, "ů": {"?": 1.0},
    "ý": {"?": 0.7}, "ő": {"?": 1.0}, "ű": {"?": 1.0}, "å": {"?": 1.0}, "ø": {"?": 1.0}, "æ": {"?": 0.7},
    "ľ": {"?": 0.8}, "ň": {"?": 0.8}, "ť": {"?": 0.8}, "ď": {"?": 0.8}, "ė": {"?": 1.0}, "ū": {"?": 1.0},
    "ā": {"?": 1.0}, "ģ": {"?": 1.0}, "þ": {"?": 1.0}, "ð": {"?": 1.0}, "ə": {"?": 1.0}, "ạ": {"?": 1.0},
}  # fmt: skip
_CYRILLIC_LETTERS: dict[str, dict[str, float]] = {
    "ћ": {"hbs": 1.0}, "ђ": {"hbs": 1.0}, "ѓ": {"mk": 1.0}, "ќ": {"mk": 1.0}, "ѕ": {"mk": 0.6}, "ѐ": {"mk": 0.8},
    "ѝ": {"mk": 0.5, "bg": 0.5}, "љ": {"hbs": 0.4, "mk": 0.4}, "њ": {"hbs": 0.4, "mk": 0.4},
    "ј": {"hbs": 0.3, "mk": 0.3, "ru": -0.5, "uk": -0.5, "bg": -0.5}, "џ": {"hbs": 0.3, "mk": 0.3},
    "ы": {"ru": 0.8, "uk": -0.5, "bg": -0.5, "hbs": -0.5, "mk": -0.5},
    "э": {"ru": 0.8, "uk": -0.5, "bg": -0.5, "hbs": -0.5, "mk": -0.5},
    "ё": {"ru": 0.8, "uk": -0.5, "bg": -0.5, "hbs": -0.5, "mk": -0.5},
    "і": {"uk": 0.7, "hbs": -0.5, "mk": -0.5}, "ї": {"uk": 1.0, "hbs": -0.5, "mk": -0.5}, "є": {"uk": 1.0},
    "ґ": {"uk": 1.0}, "ъ": {"bg": 0.7, "ru": 0.1, "hbs": -0.5, "mk": -0.5},
    "щ": {"bg": 0.3, "ru": 0.2, "uk": 0.2, "hbs": -0.5, "mk": -0.5},
    "й": {"ru": 0.15, "uk": 0.15, "bg": 0.1, "hbs": -0.5, "mk": -0.5},
    "ь": {"ru": 0.2, "uk": 0.2, "bg": 0.02, "hbs": -0.5, "mk": -0.5},
    "ю": {"ru": 0.15, "uk": 0.15, "bg": 0.05, "hbs": -0.5, "mk": -0.5},
    "я": {"ru": 0.15, "uk": 0.15, "bg": 0.1, "hbs": -0.5, "mk": -0.5}, "ў": {"?": 3.0}, "ә": {"?": 1.5},
    "қ": {"?": 1.5}, "ң": {"?": 1.5},
    "ө": {"?": 1.5}, "ү": {"?": 1.5}, "һ": {"?": 1.5}, "ғ": {"?": 1.5}, "ұ": {"?": 1.5}, "ҳ": {"?": 1.5},
}  # fmt: skip

# Endings of words that tell the Slavic neighbours apart; the longest that fits counts.
_LATIN_ENDINGS: dict[str, dict[str, float]] = {
    "ajo": {"sl": 0.5}, "ijo": {"sl": 0.5}, "ejo": {"sl": 0.5}, "ujejo": {"sl": 0.5}, "ega": {"sl": 0.35},
    "jskih": {"sl": 0.2}, "evanje": {"sl": 0.4}, "ovanje": {"sl": 0.2, "hbs": 0.2},
    "aju": {"hbs": 0.5}, "uju": {"hbs": 0.6}, "iju": {"hbs": 0.3}, "oga": {"hbs": 0.3}, "og": {"hbs": 0.3},
    "om": {"hbs": 0.2}, "ima": {"hbs": 0.2}, "ama": {"hbs": 0.3}, "ije": {"hbs": 0.2}, "ći": {"hbs": 0.5},
    "ost": {"sl": 0.2, "hbs": 0.1}, "nosti": {"sl": 0.15, "hbs": 0.15}, "ao": {"hbs": 0.25},
    "io": {"hbs": 0.1, "it": 0.2},
    "esqo": {"rom": 0.8}, "esqe": {"rom": 0.8}, "esqi": {"rom": 0.8}, "enqo": {"rom": 0.8}, "enqe": {"rom": 0.8},
    "enqi": {"rom": 0.8}, "qoro": {"rom": 0.8}, "qiri": {"rom": 0.8}, "enca": {"rom": 0.3},
    "esko": {"rom": 0.4}, "eske": {"rom": 0.4}, "engo": {"rom": 0.4}, "enge": {"rom": 0.4}, "ipen": {"rom": 0.6},
    "imos": {"rom": 0.4}, "imata": {"rom": 0.6}, "indor": {"rom": 0.6}, "ença": {"rom": 0.5},
    "ju": {"hbs": 0.15}, "jo": {"sl": 0.3}, "ov": {"sl": 0.2}, "ova": {"hbs": 0.15}, "mo": {"hbs": 0.05, "sl": 0.05},
}  # fmt: skip
_CYRILLIC_ENDINGS: dict[str, dict[str, float]] = {
    "от": {"mk": 0.4}, "та": {"mk": 0.2, "bg": 0.2}, "то": {"mk": 0.2, "bg": 0.2}, "ата": {"mk": 0.4, "bg": 0.4},
    "ите": {"mk": 0.4, "bg": 0.3}, "ото": {"mk": 0.4, "bg": 0.4}, "ето": {"mk": 0.3, "bg": 0.3}, "ува": {"mk": 0.4},
    "уваат": {"mk": 0.6}, "аат": {"mk": 0.6}, "ат": {"mk": 0.2, "bg": 0.2}, "ње": {"hbs": 0.1, "mk": 0.1},
    "ување": {"mk": 0.4}, "ом": {"hbs": 0.25, "ru": 0.2, "uk": 0.2}, "ог": {"hbs": 0.35}, "ама": {"hbs": 0.35},
    "има": {"hbs": 0.25}, "ају": {"hbs": 0.6}, "ују": {"hbs": 0.6}, "ију": {"hbs": 0.35}, "ао": {"hbs": 0.35},
    "ије": {"hbs": 0.35}, "ћи": {"hbs": 0.5}, "ју": {"hbs": 0.2}, "је": {"hbs": 0.15}, 
    "ът": {"bg": 0.6}, "ят": {"bg": 0.4}, "ия": {"bg": 0.3, "ru": 0.1}, "ият": {"bg": 0.6}, 
    "ние": {"bg": 0.15, "ru": 0.2}, "ение": {"bg": 0.1, "ru": 0.3}, "ого": {"ru": 0.3, "uk": 0.3}, "ых": {"ru": 0.6},
    "ый": {"ru": 0.6}, "ий": {"ru": 0.2, "uk": 0.3}, "ая": {"ru": 0.5}, "ть": {"ru": 0.3, "uk": 0.3},
    "ться": {"ru": 0.2, "uk": 0.5}, "тся": {"ru": 0.6}, "ся": {"ru": 0.2, "uk": 0.2}, "ти": {"uk": 0.15},
    "ості": {"uk": 0.6}, "ня": {"uk": 0.4}, "ах": {"ru": 0.2, "uk": 0.2}, "ов": {"ru": 0.2}, "ів": {"uk": 0.5},
    "ии": {"ru": 0.5}, "ые": {"ru": 0.6}, "ки": {"mk": 0.05, "bg": 0.05},
}  # fmt: skip

_BY_LENGTH = {1: 0.55, 2: 0.85, 3: 1.0}
_SHORTEST = 4  # letters of a word whose ending is looked at, and more
_REMEMBERED = 100_000  # chunks
_AROUND = '.,;:()"“”„«»!?…[]'  # what stands before and after words
_LONGEST = 60  # characters of a chunk that is remembered
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


_Given = tuple[int, tuple[tuple[str, float], ...], tuple[Votes, ...]]  # words, their votes in order, those listed


class _Chunks(dict[str, "_Given | None"]):
    """What stands between two blanks, to what its words vote for; None for one word that votes for nothing."""

    def __init__(self, lists: Mapping[str, str], endings: Mapping[str, Votes]) -> None:
        # Function words by the lists, others by their ending; most vote for nothing.
        self._given: dict[str, _Given] = {w: (1, tuple(v.items()), (v,)) for w, v in _weights(lists).items()}
        self._endings: dict[str, _Given] = {ending: (1, tuple(v.items()), ()) for ending, v in endings.items()}

    def __missing__(self, chunk: str) -> _Given | None:
        word = chunk.strip(_AROUND)
        made = self._given.get(word)
        if made is None:
            made = self._by_ending(word) if word.isalpha() else self._several(chunk)
        if len(chunk) <= _LONGEST:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[chunk] = made
        return made

    def _by_ending(self, word: str) -> _Given | None:
        if len(word) <= _SHORTEST:
            return None
        find = self._endings.get
        return find(word[-5:]) or find(word[-4:]) or find(word[-3:]) or find(word[-2:])

    def _several(self, chunk: str) -> _Given | None:
        parts = [part for word in letter_words(chunk) for part in word.split("'")]
        found = [given for part in parts if (given := self._given.get(part) or self._by_ending(part)) is not None]
        if len(parts) == 1 and not found:
            return None
        votes = tuple(each for _, votes, _ in found for each in votes)
        return len(parts), votes, tuple(each for _, _, listed in found for each in listed)


_TABLES = {
    "Latn": (_Chunks(LATIN, _LATIN_ENDINGS), _LATIN_LETTERS, re.compile(f"[{''.join(_LATIN_LETTERS)}]")),
    "Cyrl": (
        _Chunks(CYRILLIC, _CYRILLIC_ENDINGS),
        _CYRILLIC_LETTERS,
        re.compile(f"[{''.join(_CYRILLIC_LETTERS)}]"),
    ),
}


@dataclass(frozen=True, slots=True)
class Vote:
    """The votes of a text for each analysis group, and how many words it has."""

    votes: Votes
    words: int
    given: list[_Given]

    def function_words(self, group: str) -> int:
        """How many of the words are function words of the group."""
        return sum([group in votes for _, _, listed in self.given for votes in listed])


def vote(lowered: str, script: str) -> Vote:
    """The votes of the words and the letters of a text in lower case."""
    table, letters, pattern = _TABLES[script]
    chunks = lowered.split()
    given = list(filter(None, map(table.__getitem__, chunks)))
    votes: Votes = defaultdict(float)
    for _, weights, _ in given:
        for group, weight in weights:
            votes[group] += weight
    if not lowered.isascii():
        for letter, times in Counter(pattern.findall(lowered)).items():
            for group, weight in letters[letter].items():
                votes[group] += weight * times
    words = len(chunks) - len(given) + sum([count for count, _, _ in given])
    return Vote(dict(votes), words, given)
