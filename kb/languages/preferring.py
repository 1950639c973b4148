"""Of one text in several languages, which does a reader of a language want; and a name kept by language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kb.languages.cyrillic import cyrillic
from kb.languages.language import UNKNOWN, group_of

FARTHEST = 3


def offered(said: str, codes: Iterable[str], meant: Mapping[str, str]) -> str:
    """Which of the codes offered somebody means: ``sr-Latn-RS`` is ``sr-Latn``, ``en-GB`` is ``en``; ``meant`` says so
    of codes that are not offered themselves (``sr``). "" for none."""
    parts = said.replace("_", "-").split("-")
    lower = {code.lower(): code for code in codes}
    for length in range(len(parts), 0, -1):
        start = "-".join(parts[:length]).lower()
        if found := lower.get(start) or meant.get(start):
            return found
    return ""


def nearness(held: str | None, wanted: str) -> int:
    """How near a text's language is to the one wanted, the lowest the nearest: 0 the same, 1 the same in another script
    or country (``sr-Latn`` to ``sr-Cyrl``), 2 one that its readers read as their own (``bs`` to ``sr``), else 3."""
    if not held or not wanted:
        return FARTHEST
    if held == wanted:
        return 0
    if held.partition("-")[0] == wanted.partition("-")[0]:
        return 1
    return 2 if group_of(held) == group_of(wanted) != UNKNOWN else FARTHEST


def name_in(names: Mapping[str, str], language: str | None) -> str | None:
    """A name in a language, else in English, else in whichever there is; None where there is none. Serbian is kept in
    Latin letters, as ``sr`` or ``sr-Latn``: in Cyrillic ones it is made of these."""
    language = language or ""
    if own := names.get(language):
        return own
    base = language.partition("-")[0]
    if base == "sr" and (latin := names.get("sr-Latn") or names.get("sr")):
        return cyrillic(latin) if language.startswith("sr-Cyrl") else latin
    return names.get(base) or names.get("en") or next(iter(names.values()), None)
