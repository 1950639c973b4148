"""Cyrillic letters in Latin words and Latin ones in Cyrillic words; the rule is that of `kb.languages`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.quality.letters import OTHER, models
from indexer.quality.repairs.repair import Repair
from kb.languages import repair_lookalikes

_MIXED = re.compile("[A-Za-zÀ-ɏ][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-zÀ-ɏ]")


def candidates(text: str) -> Iterator[Repair]:
    """One repair where a word mixes the two scripts."""
    if _MIXED.search(text):
        yield Repair("look-alikes", tuple(name for name in models() if name != OTHER), repair_lookalikes)
