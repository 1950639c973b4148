"""Which institutions this process knows, as with the instruments' names in kb.citations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kb.institutions.find import Found, Recogniser
from kb.institutions.gazetteer import Gazetteer
from kb.nouns import Institution


@dataclass(frozen=True, slots=True)
class _Known:
    listed: tuple[Institution, ...]
    gazetteer: Gazetteer
    recogniser: Recogniser


def _made(listed: tuple[Institution, ...]) -> _Known:
    gazetteer = Gazetteer(listed)
    return _Known(listed, gazetteer, Recogniser(gazetteer))


_known = _made(())


def use_institutions(institutions: Iterable[Institution]) -> None:
    """Make them known to this process, in place of those before; costs nothing where they are the same."""
    global _known
    listed = tuple(institutions)
    if listed != _known.listed:
        _known = _made(listed)


def known() -> Gazetteer:
    """The institutions that are known."""
    return _known.gazetteer


def find(text: str, language: str | None = None) -> tuple[Found, ...]:
    """Where a text names one of them; ``language`` is that of the text, where it is known."""
    return _known.recogniser.find(text, language)
