"""langdetect, asked only about the texts that function words leave in doubt. The one module that knows it.

It takes milliseconds a text, has no Serbian, is not deterministic unless seeded, and reads capitals badly. So: lower
case in, a fresh seed for each text, only the profiles of the text's script, in a fixed order.
"""

from __future__ import annotations

import threading
from functools import lru_cache
from pathlib import Path
from typing import Any

_SEED = 1
# Ours first, then those that could be taken for one of ours.
_PROFILES = {
    "Latn": [
        "sq",
        "hr",
        "sl",
        "en",
        "fr",
        "de",
        "it",
        "es",
        "pt",
        "nl",
        "tr",
        "ro",
        "ca",
        "cs",
        "sk",
        "pl",
        "hu",
        "sv",
        "da",
        "no",
        "fi",
        "et",
        "lt",
        "lv",
        "id",
        "vi",
        "so",
    ],
    "Cyrl": ["mk", "bg", "ru", "uk"],
}
_GROUPS = {"hr": "hbs"}  # its one profile of the four languages
_LOCK = threading.Lock()


@lru_cache(maxsize=2)
def _factory(script: str) -> Any:
    # Imported late: most commands never ask.
    import langdetect
    from langdetect.detector_factory import DetectorFactory

    folder = Path(langdetect.__file__).parent / "profiles"
    factory = DetectorFactory()
    factory.load_json_profile([(folder / name).read_text("utf-8") for name in _PROFILES[script]])
    factory.set_seed(_SEED)
    return factory


@lru_cache(maxsize=4096)
def second_opinion(lowered: str, script: str) -> tuple[tuple[str, float], ...]:
    """Analysis groups (or langdetect's own code where we have none) with their probability, likeliest first.

    ``script`` is ``Latn`` or ``Cyrl``. Empty where langdetect finds nothing to go by. The same text always gets the
    same answer.
    """
    if script not in _PROFILES:
        return ()
    from langdetect.lang_detect_exception import LangDetectException

    with _LOCK:  # two threads must not read the profiles twice
        detector = _factory(script).create()
    detector.append(lowered)
    try:
        found = detector.get_probabilities()
    except LangDetectException:
        return ()
    return tuple((_GROUPS.get(guess.lang, guess.lang), guess.prob) for guess in found)


def load_profiles() -> None:
    """Read the profiles of both scripts now."""
    for script in _PROFILES:
        second_opinion("a", script)
