"""The grammars that read a reference by itself, without the names of instruments."""

from __future__ import annotations

from kb.citations.grammar import Grammar
from kb.citations.grammars.coe import COE
from kb.citations.grammars.cpt import CPT
from kb.citations.grammars.ecthr import ECLI, ECTHR, HUDOC
from kb.citations.grammars.laws import ALBANIA, GAZETTE, KOSOVO
from kb.citations.grammars.more import EU, GENERAL, OPINION, SERIES
from kb.citations.grammars.un import RESOLUTION, UN

PLAIN: tuple[Grammar, ...] = (
    CPT,
    ECTHR,
    ECLI,
    HUDOC,
    COE,
    UN,
    RESOLUTION,
    KOSOVO,
    GAZETTE,
    ALBANIA,
    EU,
    GENERAL,
    OPINION,
    SERIES,
)


def _by_initial() -> dict[str, tuple[Grammar, ...]]:
    grammars = (COE, UN, RESOLUTION, CPT, KOSOVO, GAZETTE, ALBANIA, EU, GENERAL)
    initials = sorted({initial for grammar in grammars for initial in grammar.initials})
    return {initial: tuple(g for g in grammars if initial in g.initials) for initial in initials}


_BY_INITIAL = _by_initial()


def plain_at(text: str, position: int) -> tuple[int, str] | None:
    """The reference that begins at ``position``: where it ends, and its target. Case law is not asked."""
    initial = text[position : position + 1].lower()
    for grammar in _BY_INITIAL.get("0" if initial.isdecimal() else initial, ()):
        if (match := grammar.pattern.match(text, position)) is not None:
            for one in grammar.read(match):
                return (match.end() if one.pinpoint else one.end), one.target
    return None


def canonical(reference: str) -> str | None:
    """The target of a printed reference: ``CPT/Inf(2019)09`` → ``cpt/inf/2019/9``; None if no grammar knows it."""
    for grammar in PLAIN:
        if (match := grammar.pattern.search(reference)) is not None:
            for one in grammar.read(match):
                return one.target
    return None
