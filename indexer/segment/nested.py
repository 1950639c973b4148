"""A count that begins again within a numbered paragraph: the 125 recommendations of paragraph 90 are its items, and
paragraph 91 comes after them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.segment.chains import Candidate, Chain
from indexer.segment.headings import Look
from indexer.segment.piece import Piece

_SET_IN = 6.0  # points that items stand further in than their paragraph


def without_nested(chains: Sequence[Chain], pieces: Sequence[Piece], looks: Sequence[Look]) -> list[Chain]:
    """The chains in order without those that are the items of a paragraph; the chain of that paragraph goes on with
    what follows them."""
    found: list[Chain] = []
    for chain in chains:
        if found and _is_nested(chain, found[-1], pieces, looks):
            found[-1] = _resumed(found[-1], chain, chains, pieces)
        elif not found or chain.first > found[-1].last:
            found.append(chain)
    return found


def _is_nested(chain: Chain, outer: Chain, pieces: Sequence[Piece], looks: Sequence[Look]) -> bool:
    if outer.provisions or chain.provisions or {outer.members[0].label.style, chain.members[0].label.style} != {"dot"}:
        return False
    between = range(outer.last + 1, chain.first)
    if chain.members[0].label.value != (1,) or any(not pieces[at].block.continues for at in between):
        return False
    if any(looks[member.position] >= Look.STRONG for member in (outer.members[-1], chain.members[0])):
        return False
    parent, first = pieces[outer.last].block, pieces[chain.first].block
    set_in = bool(parent.indent) and first.indent > parent.indent + _SET_IN
    return set_in or pieces[chain.first - 1].text.rstrip().endswith(":")


def _resumed(outer: Chain, nested: Chain, chains: Sequence[Chain], pieces: Sequence[Piece]) -> Chain:
    end = min((chain.first for chain in chains if chain.first > nested.last), default=len(pieces))
    members = list(outer.members)
    for at in range(nested.last + 1, end):
        label, following = pieces[at].label, members[-1].label.value[0] + 1
        if label and label.style == "dot" and label.value == (following,) and not pieces[at].quoted:
            members.append(Candidate(at, label, label.firm))
    return replace(outer, members=tuple(members))
