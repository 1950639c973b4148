"""Snowball stemmers. The one module that knows PyStemmer."""

from __future__ import annotations

import threading
from collections.abc import Callable

import Stemmer  # type: ignore[import-not-found]  # a C extension without types

_ALGORITHMS = {
    "hbs": "serbian",
    "en": "english",
    "fr": "french",
    "de": "german",
    "it": "italian",
    "es": "spanish",
    "pt": "portuguese",
    "nl": "dutch",
    "ru": "russian",
    "tr": "turkish",
}


def has_snowball(group: str) -> bool:
    """Whether Snowball has a stemmer for the analysis group."""
    return group in _ALGORITHMS


def snowball_of(group: str) -> Callable[[str], str]:
    """The Snowball stemmer of an analysis group that has one (KeyError). Safe to call from several threads."""
    algorithm = _ALGORITHMS[group]
    # A stemmer object has one buffer of its own; web threads must not share it.
    local = threading.local()

    def stem(word: str) -> str:
        try:
            made = local.stemmer
        except AttributeError:
            made = local.stemmer = Stemmer.Stemmer(algorithm, 0)  # no cache: ours is one level up
        return str(made.stemWord(word))

    return stem
