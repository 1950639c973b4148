"""Counts which letters follow which in each language: ``python -m letters`` writes indexer/quality/letters.bin.

What is counted are the words of simplemma's dictionaries (MIT) and this program's own lists of function words; the
file holds probabilities only. Languages outside the collection are counted together, without diacritics, so that
their texts are known as text although nothing else is known of them.
"""

from __future__ import annotations

import json
import math
import struct
import sys
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from kb.languages.function_words import CYRILLIC, LATIN

TARGET = Path(__file__).resolve().parent.parent / "indexer" / "quality" / "letters.bin"
LATIN_LANGUAGES = ("sq", "hbs", "tr", "en", "fr", "de", "it", "es", "pt", "nl", "sl", "ro")
CYRILLIC_LANGUAGES = ("hbs", "mk", "bg", "ru", "uk")
OTHERS = "cs sk pl hu fi et lv lt sv da nb is ca gl cy ga id ms tl sw la eo lb"
PLAIN = "abcdefghijklmnopqrstuvwxyz"
ALPHABETS = {
    "sq": PLAIN + "ëç",
    "hbs": "abcdefghijklmnoprstuvzčćđšž",
    "tr": "abcdefghijklmnoprstuvyzçğıöşüâîû",
    "en": PLAIN,
    "fr": PLAIN + "àâæçèéêëîïôœùûüÿ",
    "de": PLAIN + "äöüß",
    "it": PLAIN + "àèéìíîòóùú",
    "es": PLAIN + "áéíñóúü",
    "pt": PLAIN + "áâãàçéêíóôõú",
    "nl": PLAIN + "äëéèïöüó",
    "sl": "abcdefghijklmnoprstuvzčšž",
    "ro": PLAIN + "ăâîșț",
    "hbs-Cyrl": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюяѝ",
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'",
    "other": PLAIN,
}
COMMON = 0.35  # how much of running text function words are, roughly, in any language
STEPS = 16  # a bit is written in sixteenths
MAGIC = b"KBLETTER"


def _dictionary(code: str) -> Iterator[str]:
    """The forms of one dictionary, lower case, those with capitals left out where that loses little."""
    lower = {"tr": lambda form: form.replace("İ", "i").replace("I", "ı").lower()}.get(code, str.lower)
    for form in DefaultDictionaryFactory(cache_max_size=1).get_dictionary(code):
        yield unicodedata.normalize("NFC", lower(form))


def _bare(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.translate(_SPELT))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


_COMMAS = str.maketrans("şţ", "șț")  # Romanian has commas; old code pages had only the cedilla
_SPELT = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d", "ı": "i"})


def _words(name: str) -> Iterator[tuple[str, float]]:
    """Words of a model with their weight: every form of the dictionary once, function words as often as in texts."""
    group, _, script = name.partition("-")
    cyrillic = bool(script) or group in CYRILLIC_LANGUAGES[1:]
    codes = OTHERS.split() if name == "other" else [group]
    letters = frozenset(ALPHABETS[name])
    total = 0
    for code in codes:
        forms = list(_dictionary(code))
        weight = 1.0 if name != "other" else 100_000 / len(forms)
        for form in forms:
            word = (
                _bare(form) if name == "other" else form.replace("ş", "ș").replace("ţ", "ț") if name == "ro" else form
            )
            if len(word) > 1 and letters.issuperset(word):
                total += weight
                yield word, weight
    small = "" if name == "other" else (CYRILLIC if cyrillic else LATIN)[group]
    if name == "other":
        small = _bare(LATIN["rom"])
    listed = sorted({word for word in small.split() if letters.issuperset(word)})
    # By Zipf's rule the first of a list is the commonest; the lists begin with the commonest words.
    ranks = {word: rank for rank, word in enumerate(dict.fromkeys(small.split()), 1)}
    sum_ = sum(1 / (rank + 5) for word, rank in ranks.items() if word in set(listed))
    for word in listed:
        yield word, COMMON / (1 - COMMON) * total * (1 / (ranks[word] + 5)) / sum_


def _model(name: str) -> tuple[str, bytes]:
    """The alphabet (a boundary before it, room for any other letter after it) and -16·log2 p of each three letters."""
    alphabet = ALPHABETS[name]
    place = {letter: index for index, letter in enumerate(alphabet, 1)}
    size = len(alphabet) + 2
    three: Counter[tuple[int, int, int]] = Counter()
    two: Counter[tuple[int, int]] = Counter()
    one: Counter[int] = Counter()
    for word, weight in _words(name):
        codes = [0, *(place[letter] for letter in word), 0]
        for code in codes[1:]:
            one[code] += weight
        for pair in pairwise(codes):
            two[pair] += weight
        for triple in zip(codes, codes[1:], codes[2:], strict=False):
            three[triple] += weight
    first = Counter[int]()
    for (a, _), count in two.items():
        first[a] += count
    total = sum(one.values())
    table = bytearray([255]) * (size**3)
    for a in range(size - 1):
        for b in range(size - 1):
            before = two.get((a, b), 0)
            for c in range(size - 1):
                p1 = one.get(c, 0) / total
                p2 = two.get((b, c), 0) / first[b] if first[b] else 0.0
                p3 = three.get((a, b, c), 0) / before if before else 0.0
                p = 0.75 * p3 + 0.2 * p2 + 0.0499 * p1 + 0.0001 / size
                table[(a * size + b) * size + c] = min(254, round(-math.log2(p) * STEPS))
    return alphabet, bytes(table)


def main() -> None:
    names = [*LATIN_LANGUAGES, "hbs-Cyrl", *CYRILLIC_LANGUAGES[1:], "other"]
    head, body = [], bytearray()
    for name in names:
        alphabet, table = _model(name)
        head.append([name, alphabet, len(table)])
        body += table
        print(name, len(alphabet), len(table), file=sys.stderr)
    packed = zlib.compress(json.dumps(head, ensure_ascii=False).encode() + b"\0" + bytes(body), 9)
    TARGET.write_bytes(MAGIC + struct.pack("<I", zlib.crc32(packed)) + packed)
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
