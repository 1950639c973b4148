"""Counts which letters follow which in each language of the field: ``python -m letters.profiles`` writes
kb/languages/profiles.bin, by which the language of a short passage is told.

What is counted: the word forms of simplemma's dictionaries (MIT), and the counts of one to three letters that
langdetect ships (Apache 2.0; it has no Serbian: Croatian's are used, in both scripts). Both packages are installed with
this program, so anybody can run it; the same versions give the same bytes. The file holds costs only: how many bits a
letter takes after the three before it, in each language, as it is written and as it is typed without diacritics.
"""

from __future__ import annotations

import json
import math
import struct
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

from kb.languages.profiles import MAGIC, STEPS, bare, key_of
from letters.texts import FORMS, dictionary_forms, langdetect_counts

TARGET = Path(__file__).resolve().parent.parent / "kb" / "languages" / "profiles.bin"
LANGUAGES = {
    "Latn": ["sq", "hbs", "en", "fr", "tr", "de", "it", "es", "pt", "nl", "sl", "ro"],
    "Cyrl": ["hbs", "mk", "bg", "ru", "uk"],
}
KEPT = {"Latn": 45_000, "Cyrl": 30_000}  # sequences of four letters, those that tell most
ORDER = 4
RUNNING = 0.5  # weight of langdetect's counts of running text against the dictionary's forms
FLOOR = 1 / 60  # of any letter, before anything is known
FEWEST = 3e-6  # the share below which three letters are left out

Counts = list[Counter[str]]


class Model:
    """How probable a letter is after others, in one language and manner of writing."""

    def __init__(self, forms: list[str], running: Counter[str]) -> None:
        self.counts: Counts = [Counter() for _ in range(ORDER + 1)]
        for form in forms:
            word = f"^{form}$"
            for end in range(2, len(word) + 1):
                for length in range(1, min(ORDER, end) + 1):
                    self.counts[length][word[end - length : end]] += 1
        self.totals, self.kinds = _contexts(self.counts)
        self.running: Counts = [Counter() for _ in range(4)]
        for letters, count in running.items():
            self.running[len(letters)][letters] += count
        self.seen, _ = _contexts(self.running)

    def probability(self, letters: str) -> float:
        """Of the last of ``letters`` after the others: dictionary and running text together."""
        return (1 - RUNNING) * self._in_dictionary(letters) + RUNNING * self._in_text(letters[-3:])

    def _in_dictionary(self, letters: str) -> float:
        p = FLOOR
        for length in range(1, len(letters) + 1):
            end = letters[-length:]
            if not (total := self.totals[length].get(end[:-1], 0)):
                break
            kinds = self.kinds[length][end[:-1]]  # Witten and Bell: many kinds of followers, much room for others
            p = (self.counts[length].get(end, 0) + kinds * p) / (total + kinds)
        return p

    def _in_text(self, letters: str) -> float:
        p = 0.15 if letters[-1] == "$" else FLOOR
        for length, doubt in enumerate((100, 200, 100)[: len(letters)], 1):
            end = letters[-length:]
            total = self.seen[length].get(end[:-1], 0)
            p = (self.running[length].get(end, 0) + doubt * p) / (total + doubt)
        return p


def _contexts(counts: Counts) -> tuple[list[dict[str, int]], list[dict[str, int]]]:
    totals: list[dict[str, int]] = [defaultdict(int) for _ in counts]
    kinds: list[dict[str, int]] = [defaultdict(int) for _ in counts]
    for length, counted in enumerate(counts):
        for letters, count in counted.items():
            totals[length][letters[:-1]] += count
            kinds[length][letters[:-1]] += 1
    return totals, kinds


def _models(script: str, groups: list[str], size: int) -> dict[str, Model]:
    models = {}
    for group in groups:
        forms = dictionary_forms(group, script)[:size]
        running = langdetect_counts(group, script)
        models[group] = Model(forms, running)
        plain: Counter[str] = Counter()
        for letters, count in running.items():
            if len(typed := bare(letters)) == len(letters):
                plain[typed] += count
        if plain.keys() != running.keys():
            models[f"{group} bare"] = Model([bare(form) for form in forms], plain)
        print(script, group, len(forms), len(running), file=sys.stderr)
    return models


def _chosen(models: dict[str, Model], kept: int) -> set[str]:
    """The sequences worth keeping: all short ones that are no rarity, and the long ones that change most."""
    found: set[str] = set()
    gain: Counter[str] = Counter()
    for model in models.values():
        for length in range(1, 4):
            for counts in (model.counts, model.running):
                least = FEWEST * counts[length].total()
                found.update(letters for letters, count in counts[length].items() if count > least)
        total = model.counts[4].total()
        for letters, count in model.counts[4].items():
            change = abs(math.log2(model.probability(letters) / model.probability(letters[1:])))
            gain[letters] += count / total * change
    longest = sorted(gain, key=lambda letters: (-gain[letters], letters))[:kept]
    return found.union(longest)


def packed(
    languages: Mapping[str, list[str]] = LANGUAGES, *, forms: int = FORMS, kept: Mapping[str, int] = KEPT
) -> bytes:
    """The bytes of the file, of so many forms of each dictionary and so many sequences of four letters."""
    head, body = [], bytearray()
    for script, groups in languages.items():
        models = _models(script, groups, forms)
        chosen = sorted(_chosen(models, kept[script]), key=key_of)
        head.append([script, list(models), len(chosen)])
        body += b"".join(key_of(letters).to_bytes(8, "little") for letters in chosen)
        for letters in chosen:
            body += bytes(min(255, round(-math.log2(m.probability(letters)) * STEPS)) for m in models.values())
        print(script, len(models), "manners of writing,", len(chosen), "sequences", file=sys.stderr)
    pressed = zlib.compress(json.dumps(head).encode() + b"\0" + bytes(body), 9)
    return MAGIC + struct.pack("<I", zlib.crc32(pressed)) + pressed


def main() -> None:
    TARGET.write_bytes(packed())
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
