"""Letters in the private-use area whose place tells what they are.

Adobe's small capitals and old figures stand 0xF700 above Latin-1 (Adobe Glyph List, "Corporate Use"), symbol fonts
0xF000 above their code page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from indexer.quality.letters import OTHER, models
from indexer.quality.repairs.repair import Repair

_PLACES = {0xF700: re.compile("[\uf721-\uf7ff]"), 0xF000: re.compile("[\uf021-\uf0ff]")}


def candidates(text: str) -> Iterator[Repair]:
    """One repair for each of the two places that letters of ``text`` stand in."""
    languages = tuple(name for name in models() if name != OTHER)
    for base, pattern in _PLACES.items():
        if len(pattern.findall(text)) > 2:
            yield Repair(
                "private-use", languages, partial(_moved, base=base, pattern=pattern), key=f"{base:X}", sure=True
            )


def _moved(text: str, *, base: int, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda match: bytes([ord(match[0]) - base]).decode("cp1252", "replace"), text)
