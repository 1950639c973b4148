"""How likely the letters of a word are, in each language of the collection and in those of the wider world.

The table is made by ``python -m letters`` from dictionaries; it holds probabilities of three letters in a row.
"""

from __future__ import annotations

import json
import struct
import unicodedata
import zlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("letters.bin")
OTHER = "other"  # languages outside the collection, all together and without diacritics
WORST = 255 / 16  # bits: a letter that the language does not have
_MAGIC = b"KBLETTER"
_SPELT = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d", "ı": "i"})
_SAME = {"ş": "ș", "ţ": "ț", "’": "'"}  # Romanian was long written with cedillas
_REMEMBERED = 20_000  # words


class Letters:
    """One language. ``bits`` of a word are small where its letters follow one another as they do there."""

    def __init__(self, name: str, alphabet: str, table: bytes) -> None:
        self.name, self.alphabet = name, frozenset(alphabet)
        self._table, self._size = table, len(alphabet) + 2
        unknown = len(alphabet) + 1
        places = {ord(letter): chr(index) for index, letter in enumerate(alphabet, 1)}
        same = {ord(seen): places[ord(meant)] for seen, meant in _SAME.items() if ord(meant) in places}
        self._places = _Places(same | places, chr(unknown))
        self._seen: dict[str, float] = {}

    def bits(self, word: str) -> float:
        """Bits for each letter of ``word`` (lower case): some 3 to 4 in its own language, above 8 in none.

        A letter or sign that the language lacks costs 16 in each of the three places it stands in.
        """
        found = self._seen.get(word)
        if found is None:
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            found = self._seen[word] = self._bits(word)
        return found

    def _bits(self, word: str) -> float:
        if self.name == OTHER:
            word = bare(word)
        codes = b"\0" + word.translate(self._places).encode("latin-1") + b"\0"
        table, size = self._table, self._size
        total = sum(table[(a * size + b) * size + c] for a, b, c in zip(codes, codes[1:], codes[2:], strict=False))
        return total / 16 / (len(codes) - 2) if len(codes) > 2 else WORST


class _Places(dict[int, str]):
    """Letter → its place in the alphabet, as a character; all others the last place."""

    def __init__(self, places: dict[int, str], unknown: str) -> None:
        super().__init__(places)
        self._unknown = unknown

    def __missing__(self, _: int) -> str:
        return self._unknown


def bare(word: str) -> str:
    """``word`` without diacritics, as the model of other languages has it."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word.translate(_SPELT)) if not unicodedata.combining(c))


@cache
def models() -> dict[str, Letters]:
    """Every language's letters by its name (an analysis group; ``hbs-Cyrl`` apart from ``hbs``). Read once."""
    data = FILE.read_bytes()
    (crc,) = struct.unpack_from("<I", data, len(_MAGIC))
    packed = data[len(_MAGIC) + 4 :]
    if not data.startswith(_MAGIC) or zlib.crc32(packed) != crc:
        raise ValueError(f"{FILE.name} is damaged: make it anew with python -m letters, or install again")
    head, _, body = zlib.decompress(packed).partition(b"\0")
    found: dict[str, Letters] = {}
    at = 0
    for name, alphabet, size in json.loads(head):
        found[name] = Letters(name, alphabet, body[at : at + size])
        at += size
    return found


def mean_bits(words: Iterable[str], language: str) -> float:
    """Bits for each letter over all ``words`` (lower case) in one language; WORST where there are none."""
    model = models()[language]
    letters = total = 0.0
    for word in words:
        total += model.bits(word) * len(word)
        letters += len(word)
    return total / letters if letters else WORST
