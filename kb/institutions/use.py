"""Which institutions this process knows, as with the instruments' names in kb.citations."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kb.institutions.find import Found, Recogniser
from kb.institutions.gazetteer import Gazetteer
from kb.nouns import Institution


class _Known:
    """The institutions, and their recogniser, made when a text is first read: a run that writes reads none itself."""

    def __init__(self, listed: tuple[Institution, ...]) -> None:
        self.listed = listed
        self.gazetteer = Gazetteer(listed)

    @cached_property
    def recogniser(self) -> Recogniser:
        return Recogniser(self.gazetteer)


_known = _Known(())


def use_institutions(institutions: Iterable[Institution]) -> None:
    """Make them known to this process, in place of those before; costs nothing where they are the same."""
    global _known
    listed = tuple(institutions)
    if listed != _known.listed:
        _known = _Known(listed)


def known() -> Gazetteer:
    """The institutions that are known."""
    return _known.gazetteer


def find(text: str, language: str | None = None) -> tuple[Found, ...]:
    """Where a text names one of them; ``language`` is that of the text, where it is known."""
    return _known.recogniser.find(text, language)
