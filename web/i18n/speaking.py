"""In which language this request is answered, and its sentences."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from kb.wording import Worded
from web.i18n.catalogue import translations


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """The language of the answer (BCP 47), and the address asked for without its ``ui``."""

    language: str = "en"
    here: str = "/"


_ENGLISH = Speech()
_NOW: ContextVar[Speech] = ContextVar("speech")


def speech() -> Speech:
    """How this request is answered; English outside a request."""
    return _NOW.get(_ENGLISH)


@contextmanager
def speaking(now: Speech) -> Iterator[None]:
    """Answers so within the block."""
    token = _NOW.set(now)
    try:
        yield
    finally:
        _NOW.reset(token)


def gettext(message: str) -> str:
    """The sentence in the language of the answer, in English where the catalogue lacks it."""
    return translations(speech().language).gettext(message)


def ngettext(one: str, many: str, num: int) -> str:
    """The sentence in the plural form of the number."""
    return translations(speech().language).ngettext(one, many, num)


def N_(message: str) -> str:  # noqa: N802 - its name everywhere
    """Marks a string for the catalogues; it is translated where it is shown."""
    return message


def said(words: str) -> str:
    """A message of kb in the language of the answer; plain strings as they stand."""
    if not isinstance(words, Worded):
        return words
    values = {name: said(value) if isinstance(value, str) else value for name, value in words.values.items()}
    if len(words.patterns) == 1:
        return gettext(words.patterns[0]) % values
    one, many = words.patterns
    num = words.values["num"]
    return ngettext(one, many, num if isinstance(num, int) else 0) % values
