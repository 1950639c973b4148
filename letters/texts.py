"""What the profiles of languages are counted from: forms of dictionaries, and langdetect's counts of running text."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from zlib import crc32

import langdetect  # type: ignore[import-untyped]  # it has no types
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

FORMS = 50_000  # of a dictionary, taken all over it: more change nothing
_TO_CYRILLIC = str.maketrans("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш")
_DIGRAPHS = (("dž", "џ"), ("lj", "љ"), ("nj", "њ"))


def in_cyrillic(latin: str) -> str:
    """Serbian in its other script, as far as its letters have one there."""
    for pair, letter in _DIGRAPHS:
        latin = latin.replace(pair, letter)
    return latin.translate(_TO_CYRILLIC)


def dictionary_forms(group: str, script: str) -> list[str]:
    """Forms in lower case. Names are left out, most of which are foreign; German writes its nouns like names."""
    found = set()
    for form in DefaultDictionaryFactory(cache_max_size=1).get_dictionary(group):
        lowered = form.lower()
        if not form.isalpha() or (lowered != form and group != "de"):
            continue
        if group == "hbs" and script == "Cyrl" and form < "Ѐ":
            lowered = in_cyrillic(lowered)
        if is_of(script, lowered):
            found.add(lowered)
    return sorted(found, key=lambda form: (crc32(form.encode()), form))[:FORMS]


def langdetect_counts(group: str, script: str) -> Counter[str]:
    """How often one to three letters follow one another; ``^`` before a word, ``$`` after it."""
    name = "hr" if group == "hbs" else group
    profile = Path(langdetect.__file__).parent / "profiles" / name
    found: Counter[str] = Counter()
    for letters, count in json.loads(profile.read_text("utf-8"))["freq"].items():
        lowered = letters.replace("İ", "i").lower()
        if group == "hbs" and script == "Cyrl":
            lowered = in_cyrillic(lowered)
        if lowered.strip() and is_of(script, lowered.strip()):
            start = "^" if lowered[0] == " " else ""
            end = "$" if lowered[-1] == " " else ""
            if len(marked := start + lowered.strip() + end) <= 3:
                found[marked] += count
    # A boundary alone: after the boundary every first letter is counted by the pairs; before it, every last one.
    found["$"] = sum(count for letters, count in found.items() if len(letters) == 2 and letters[1] == "$")
    return found


def is_of(script: str, lowered: str) -> bool:
    """Whether all letters are of the script, ``Latn`` or ``Cyrl``."""
    return all(("\u0400" <= letter <= "\u04ff") == (script == "Cyrl") for letter in lowered)
