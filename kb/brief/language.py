"""What a brief says of itself, and its questions, in the languages in which it can be made."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kb.errors import KBError
from kb.wording import worded

_FOLDER = Path(__file__).parent / "words"
LANGUAGES = tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One language's: ``words`` by name, the closed lists, ``questions`` by the id of a concept or ``general``."""

    language: str
    words: dict[str, str]
    statuses: dict[str, str]
    addressees: dict[str, str]
    visits: dict[str, str]
    questions: dict[str, tuple[str, ...]]


@cache
def words_of(language: str) -> Words:
    """The words of a language (``sr-Latn`` is ``sr``); KBError of kind ``misuse`` where there are none."""
    short = language.partition("-")[0]
    if short not in LANGUAGES:
        raise KBError(
            worded("A brief cannot be made in “%(language)s”.", language=language),
            advice=worded("There are: %(known)s.", known=", ".join(LANGUAGES)),
            kind="misuse",
        )
    facts: dict[str, Any] = tomllib.loads((_FOLDER / f"{short}.toml").read_text("utf-8"))
    questions = {theme: tuple(each) for theme, each in facts.pop("questions").items()}
    return Words(language=short, questions=questions, **facts)
