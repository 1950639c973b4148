"""langdetect, asked only about the texts that function words leave in doubt. The one module that knows it.

It takes milliseconds a text, has no Serbian, is not deterministic unless seeded, and reads capitals badly. So: lower
case in, a fresh seed for each text, only the profiles of the text's script, in a fixed order, and a Serbian profile
of our own, made from its Croatian one.
"""

from __future__ import annotations

import json
import threading
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

_SEED = 1
_TRIALS = 3  # of its usual 7: on real sentences the answer is the same, in half the time
_READ = 300  # characters
# The profiles of our analysis groups; Croatian is its one profile of the four South Slavic languages of ``hbs``.
_OURS = {
    "Latn": {"sq": "sq", "hbs": "hr", "sl": "sl", "en": "en", "fr": "fr", "de": "de", "it": "it", "es": "es",
             "pt": "pt", "nl": "nl", "tr": "tr", "ro": "ro"},
    "Cyrl": {"hbs": "hr", "mk": "mk", "bg": "bg", "ru": "ru", "uk": "uk"},
}  # fmt: skip
# Those that could be taken for one of ours.
_FOREIGN = {"Latn": "ca cs sk pl hu sv da no fi et lt lv id vi so", "Cyrl": ""}
_LOCK = threading.Lock()
_TO_CYRILLIC = str.maketrans("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш")
_DIGRAPHS = (("dž", "џ"), ("lj", "љ"), ("nj", "њ"))


def _in_cyrillic(profile: str) -> str:
    """A Latin profile of Croatian as it would be in Serbian Cyrillic: n-grams of what remains after digraphs join."""
    latin: dict[str, Any] = json.loads(profile)
    freq: Counter[str] = Counter()
    for gram, count in latin["freq"].items():
        plain = gram.lower()
        for pair, letter in _DIGRAPHS:
            plain = plain.replace(pair, letter)
        written = plain.translate(_TO_CYRILLIC)
        if not any("a" <= c <= "z" for c in written):
            freq[written] += count
    sizes = [sum(count for gram, count in freq.items() if len(gram) == n) for n in (1, 2, 3)]
    return json.dumps({"name": "hr", "freq": freq, "n_words": sizes})


@lru_cache(maxsize=64)
def _factory(script: str, groups: tuple[str, ...]) -> Any:
    # Imported late: most commands never ask.
    import langdetect  # type: ignore[import-untyped]  # it has no types
    from langdetect.detector_factory import DetectorFactory  # type: ignore[import-untyped]

    folder = Path(langdetect.__file__).parent / "profiles"
    ours = _OURS[script]
    names = [ours[group] for group in groups] if groups else [*ours.values(), *_FOREIGN[script].split()]
    profiles = [(folder / name).read_text("utf-8") for name in names]
    if script == "Cyrl":
        profiles = [_in_cyrillic(p) if name == "hr" else p for name, p in zip(names, profiles, strict=True)]
    factory = DetectorFactory()
    factory.load_json_profile(profiles)
    factory.set_seed(_SEED)
    return factory


@lru_cache(maxsize=4096)
def second_opinion(lowered: str, script: str, among: tuple[str, ...] = ()) -> dict[str, float]:
    """Analysis groups (or langdetect's own code where we have none) with their probability.

    ``script`` is ``Latn`` or ``Cyrl``. ``among`` are the groups in question: two or more are told apart much faster
    than all languages are; () asks about all. Empty where langdetect finds nothing to go by. The same text always
    gets the same answer.
    """
    if script not in _OURS:
        return {}
    groups = tuple(sorted(_OURS[script].keys() & set(among)))
    from langdetect.lang_detect_exception import LangDetectException  # type: ignore[import-untyped]

    with _LOCK:  # two threads must not read the profiles twice
        detector = _factory(script, groups if len(groups) > 1 else ()).create()
    detector.n_trial = _TRIALS
    detector.append(lowered[:_READ])
    try:
        found = detector.get_probabilities()
    except LangDetectException:
        return {}
    return {"hbs" if guess.lang == "hr" else guess.lang: float(guess.prob) for guess in found}


def load_profiles() -> None:
    """Read the profiles of both scripts now."""
    for script in _OURS:
        second_opinion("a", script)
