"""The whole examination of a text: which language its letters follow, and how much of it follows none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from indexer.quality.letters import OTHER, WORST, bare, mean_bits, models
from indexer.quality.words import words_of
from kb.languages.scripts import script_of

LINE = 0.5  # below it nothing is searched as if it were text
FLUENT, GARBLED = 4.0, 4.8  # bits for each letter: text of any language has 2.8 to 4.2, ciphers mostly above 5.3
READABLE = 4.6  # bits for each letter beyond which it is worth asking whether every letter was moved
_LETTERS = 220  # letters, too: forms and drawings are full of abbreviations
ENOUGH = 40  # words that a verdict needs
_WORDS_READ = 400
_PART = 12  # words that are taken to be in one language
_FIRST = 60  # words that choose which languages are looked at closely
_JUNK = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BULLETS = re.compile("(?:(?<=\\s)|^)[\ue000-\uf8ff](?=\\s|$)")
_CYRILLIC = ("hbs-Cyrl", "mk", "bg", "ru", "uk")


@dataclass(frozen=True, slots=True)
class Score:
    """``value`` 0 to 1, 1 where nothing speaks against the text; ``language`` the nearest model, "" where there was too
    little to say; ``bits`` for each letter in it; ``junk`` the share of characters that no text has."""

    value: float
    language: str
    bits: float
    junk: float
    words: int


def score(text: str) -> Score:
    """How much ``text`` looks like text of any language. Other scripts than Latin and Cyrillic are not judged."""
    visible = sum(not char.isspace() for char in text)
    loose = _BULLETS.sub("", text)
    junk = len(_JUNK.findall(loose)) / visible if visible else 0.0
    words = words_of(text)
    judged = _judged(words[:: max(1, len(words) // _WORDS_READ)])
    if junk > 0.15 and visible > 40:
        return Score(max(0.0, 0.5 - junk), "", WORST, junk, len(words))
    if len(judged) < ENOUGH or sum(map(len, judged)) < _LETTERS:
        return Score(1.0 - junk, "", 0.0, junk, len(words))
    language, bits = nearest(judged)
    if bits > FLUENT:
        bits = min(bits, _by_parts(judged))
    fluent = min(1.0, max(0.0, 1.0 - LINE * (bits - FLUENT) / (GARBLED - FLUENT)))
    return Score(max(0.0, fluent - 2 * junk), language, bits, junk, len(words))


def _by_parts(words: list[str]) -> float:
    """Bits for each letter where every stretch of words may be in a language of its own: a page in three languages."""
    parts = [words[at : at + _PART] for at in range(0, len(words), _PART)]
    letters = [sum(map(len, part)) for part in parts]
    return sum(nearest(part)[1] * size for part, size in zip(parts, letters, strict=True)) / sum(letters)


def _judged(words: list[str]) -> list[str]:
    """The words in a script that is known: Latin and Cyrillic, signs among their letters."""
    kept = [word for word in words if len(word) > 1]
    if all(word.isascii() for word in kept):
        return kept
    return [word for word in kept if word.isascii() or script_of(word) in ("Latn", "Cyrl", "")]


def nearest(words: Iterable[str], *, world: bool = True) -> tuple[str, float]:
    """The language that ``words`` (lower case) follow best, with their bits in it; "" for no words.

    ``world`` counts the languages outside the collection too.
    """
    counted = Counter(words)
    if not counted:
        return "", WORST
    listed = list(counted.elements())
    cyrillic = script_of("".join(counted)) == "Cyrl"
    names = _CYRILLIC if cyrillic else [name for name in models() if name not in _CYRILLIC and name != OTHER]
    if len(listed) > 2 * _FIRST:
        few = listed[:: len(listed) // _FIRST]
        names = sorted(names, key=lambda name: mean_bits(few, name))[:3]
    found = min((mean_bits(listed, name), name) for name in names)
    if world and not cyrillic and found[0] > FLUENT:
        found = min(found, (mean_bits([bare(word) for word in listed], OTHER), OTHER))
    return found[1], found[0]


def reads_as_text(text: str) -> bool:
    """Whether the letters of ``text`` follow one another as in some language of the world."""
    words = _judged(words_of(text))
    return len(words) < 4 or nearest(words[:: max(1, len(words) // _WORDS_READ)])[1] < READABLE
