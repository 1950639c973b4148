"""What a brief says of itself, and its questions, in the languages in which it can be made."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kb.errors import KBError
from kb.languages.cyrillic import cyrillic
from kb.languages.preferring import offered
from kb.wording import worded

_FOLDER = Path(__file__).parent / "words"
_WRITTEN = tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))
# Serbian is kept in Latin letters; in Cyrillic ones it is made of these.
_SCRIPTS = {"sr": ("sr-Latn", "sr-Cyrl")}
LANGUAGES = tuple(code for each in _WRITTEN for code in _SCRIPTS.get(each, (each,)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One language's: ``words`` by name, the closed lists, ``questions`` by the id of a concept or ``general``."""

    language: str
    words: dict[str, str]
    statuses: dict[str, str]
    addressees: dict[str, str]
    visits: dict[str, str]
    questions: dict[str, tuple[str, ...]]


def language_of(said: str) -> str:
    """The language of LANGUAGES that a code means: ``sr`` is ``sr-Latn``, ``sr-Cyrl-RS`` is ``sr-Cyrl``, ``en-GB`` is
    ``en``; "" for one in which there are no words."""
    return offered(said, LANGUAGES, {code: scripts[0] for code, scripts in _SCRIPTS.items()})


@cache
def words_of(language: str) -> Words:
    """The words of a language, as ``language_of`` reads it; KBError of kind ``misuse`` where there are none."""
    meant = language_of(language)
    if not meant:
        raise KBError(
            worded("A brief cannot be made in “%(language)s”.", language=language),
            advice=worded("There are: %(known)s.", known=", ".join(LANGUAGES)),
            kind="misuse",
        )
    facts: dict[str, Any] = tomllib.loads((_FOLDER / f"{meant.partition('-')[0]}.toml").read_text("utf-8"))
    if meant == "sr-Cyrl":
        facts = {part: {name: _cyrillic(own) for name, own in some.items()} for part, some in facts.items()}
    questions = {theme: tuple(each) for theme, each in facts.pop("questions").items()}
    return Words(language=meant, questions=questions, **facts)


def _cyrillic(own: str | list[str]) -> str | list[str]:
    return cyrillic(own) if isinstance(own, str) else [cyrillic(each) for each in own]
