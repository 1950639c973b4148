"""Tell the grammars which instruments there are."""

from __future__ import annotations

from collections.abc import Iterable

from kb.citations.names import install
from kb.citations.plain import canonical
from kb.nouns import Instrument


def use_instruments(instruments: Iterable[Instrument]) -> None:
    """Make the instruments' names, aliases and references known to this process; replaces what was known before."""
    install(instruments, canonical)
