"""How usual the letters of a text are in each language: the second opinion on what function words leave in doubt.

``profiles.bin`` says how many bits each letter costs after the three before it, in each language, as it is written and
as it is typed without diacritics. ``python -m letters.profiles`` makes it from dictionaries; no text is in it.
"""

from __future__ import annotations

import json
import math
import struct
import sys
import unicodedata
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kb.languages.function_words import CYRILLIC, LATIN
from kb.languages.tokens import letter_words

MAGIC = b"KBPROFIL"
_DAMAGED = "kb/languages/profiles.bin is damaged: install the program anew"
STEPS = 8  # a bit is written in eighths
_COMMON = 0.4  # the share of function words in running text, in any language
_OTHER = -math.log2(1 - _COMMON)  # bits that it costs a word to be none of them
_UNSEEN = 200  # the cost of a letter that no language has there
_REMEMBERED = 10_000  # words
_STEPS_REMEMBERED = 30_000
_LONGEST = 30  # letters of a word that are read
_BARE = 24.0  # bits that a text typed without diacritics is less usual than one with them
_PLAIN = str.maketrans({"đ": "d", "ı": "i", "ß": "ss", "œ": "oe", "æ": "ae", "ł": "l", "ø": "o"})

Costs = list[float]


def bare(text: str) -> str:
    """``text`` (lower case) as it is typed without diacritics, in its script."""
    decomposed = unicodedata.normalize("NFD", text.translate(_PLAIN))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


class _Steps(dict[str, bytes]):
    """The costs of the last letter after those before it; after fewer of them where so many were never seen."""

    def __init__(self, keys: array[int], costs: bytes, width: int) -> None:
        self._keys, self._costs, self._width = keys, costs, width

    def __missing__(self, letters: str) -> bytes:
        found = bytes([_UNSEEN] * self._width)
        key = key_of(letters)
        for length in range(len(letters), 0, -1):
            key &= (1 << 16 * length) - 1
            at = bisect_left(self._keys, key)
            if at < len(self._keys) and self._keys[at] == key:
                found = self._costs[at * self._width : (at + 1) * self._width]
                break
        if len(self) >= _STEPS_REMEMBERED:
            self.clear()
        self[letters] = found
        return found


class Profiles:
    """The costs of the words of one script in each of its manners of writing."""

    def __init__(self, manners: list[str], keys: array[int], costs: bytes, lists: Mapping[str, str]) -> None:
        self.manners = manners
        self._steps = _Steps(keys, costs, len(manners))
        self._listed: dict[str, list[tuple[int, float]]] = {}  # function words: manner, frequency
        for number, manner in enumerate(manners):
            for word, frequency in _frequencies(lists[manner.split()[0]], plain=" " in manner).items():
                self._listed.setdefault(word, []).append((number, frequency))
        self._words: dict[str, Costs] = {}

    def costs(self, lowered: str) -> dict[str, float]:
        """Bits that the words of a text cost in each analysis group; {} without words. Fewer is likelier."""
        words = [part for word in letter_words(lowered) for part in word.split("'") if part]
        if not words:
            return {}
        sums = [sum(each) for each in zip(*map(self._word, words), strict=True)]
        found: dict[str, float] = {}
        for manner, bits in zip(self.manners, sums, strict=True):
            group, _, plain = manner.partition(" ")
            found[group] = min(found.get(group, math.inf), bits + (_BARE if plain else 0.0))
        return found

    def _word(self, word: str) -> Costs:
        if (known := self._words.get(word)) is not None:
            return known
        marked = f"^{word[:_LONGEST]}$"
        steps = [self._steps[marked[max(0, end - 4) : end]] for end in range(2, len(marked) + 1)]
        made = [sum(each) / STEPS + _OTHER for each in zip(*steps, strict=True)]
        for number, frequency in self._listed.get(word, ()):
            made[number] = -math.log2(_COMMON * frequency + 2.0 ** -made[number])
        if len(self._words) >= _REMEMBERED:
            self._words.clear()
        self._words[word] = made
        return made


def key_of(letters: str) -> int:
    """Up to four letters as a number; of fewer of them, the last, it is the lower half or quarters of it."""
    return int.from_bytes(letters.encode("utf-16-be", "surrogatepass")[-8:], "big")


def _frequencies(listed: str, *, plain: bool) -> dict[str, float]:
    """How frequent each function word is among them: by Zipf's rule, as the lists begin with the commonest."""
    words = list(dict.fromkeys(listed.split()))
    total = sum(1 / (rank + 5) for rank in range(1, len(words) + 1))
    found: dict[str, float] = {}
    for rank, word in enumerate(words, 1):
        written = bare(word) if plain else word
        found[written] = found.get(written, 0.0) + 1 / (rank + 5) / total
    return found


@cache
def profiles(script: str) -> Profiles:
    """Those of ``Latn`` or ``Cyrl`` (KeyError for others), read once in a process."""
    return _all()[script]


@cache
def _all() -> dict[str, Profiles]:
    return read((Path(__file__).parent / "profiles.bin").read_bytes())


def read(data: bytes) -> dict[str, Profiles]:
    """The profiles in the bytes of a file, by script. ValueError where it is damaged or something else."""
    if len(data) < len(MAGIC) + 4:
        raise ValueError(_DAMAGED)
    (crc,) = struct.unpack_from("<I", data, len(MAGIC))
    packed = data[len(MAGIC) + 4 :]
    if not data.startswith(MAGIC) or zlib.crc32(packed) != crc:
        raise ValueError(_DAMAGED)
    head, _, body = zlib.decompress(packed).partition(b"\0")
    lists = {"Latn": LATIN, "Cyrl": CYRILLIC}
    made, at = {}, 0
    for script, manners, count in json.loads(head):
        keys = array("Q", body[at : at + 8 * count])
        if sys.byteorder == "big":
            keys.byteswap()
        at += 8 * count
        end = at + count * len(manners)
        made[script] = Profiles(manners, keys, body[at:end], lists[script])
        at = end
    return made
