"""Letters with diacritics printed from a code 32 too low: ``Đşkence`` for ``İşkence``, ``ConvenŃie`` for ``Convenţie``.

A mistake of PDF writers with the fonts of their time; it strikes the letters that the font's old table lacks.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from indexer.quality.letters import models
from indexer.quality.repairs.repair import Repair

LANGUAGES = ("tr", "ro", "hbs", "sl")
_STEP = 0x20


def candidates(text: str) -> Iterator[Repair]:
    """One repair for each language whose letters would come out of the letters that it lacks."""
    present = {ord(char) for char in text if char > "\x7f"}
    for language in LANGUAGES:
        if present & _table(language).keys():
            yield Repair(
                "diacritics-shifted",
                (language,),
                partial(_raised, language=language),
                key=language,
            )


def _raised(text: str, *, language: str) -> str:
    return text.translate(_table(language))


@cache
def _table(language: str) -> dict[int, str]:
    own = models()[language].alphabet | (frozenset("ţş") if language == "ro" else frozenset())
    table: dict[int, str] = {}
    for code in range(0xC0, 0x180):
        letter = chr(code + _STEP)
        if letter.replace("İ", "i").lower() in own and letter > "\x7f" and chr(code).lower() not in own:
            table[code] = letter
    return table
