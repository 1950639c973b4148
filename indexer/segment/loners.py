"""Numbers that no neighbour vouches for: the "10." after "2a." in a text with paragraphs taken out, and the one "1." of
a text with a single numbered paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from indexer.segment.chains import Candidate, Chain
from indexer.segment.headings import Look
from indexer.segment.piece import Piece

_WIDEST_GAP = 12
_PARAGRAPH = 60  # characters; less is the line of a list


def with_loners(
    chains: Sequence[Chain], candidates: Sequence[Candidate], pieces: Sequence[Piece], looks: Sequence[Look]
) -> list[Chain]:
    """The chains, each with the paragraphs that count on behind its last member over a gap; where there is no chain,
    the one of a single paragraph, if it is numbered 1."""
    certain = [one for one in candidates if _is_paragraph(one, pieces, looks)]
    if not chains:
        return [Chain((certain[0],), 1.0)] if len(certain) == 1 and certain[0].label.value == (1,) else []
    found = []
    for chain, following in pairwise([*chains, None]):
        assert chain is not None  # noqa: S101 - only the last of the pair can be
        end = following.first if following else len(pieces)
        found.append(_extended(chain, [one for one in certain if chain.last < one.position < end], looks))
    return found


def _is_paragraph(one: Candidate, pieces: Sequence[Piece], looks: Sequence[Look]) -> bool:
    piece, label = pieces[one.position], one.label
    if label is not piece.label or label.style != "dot" or label.firm < 1.0 or piece.quoted or label.alone:
        return False
    if looks[one.position] >= Look.ENUMERATED or piece.block.continues:
        return False
    announced = one.position > 0 and pieces[one.position - 1].text.rstrip().endswith(":")
    return not announced and (not label.end or len(piece.text) >= _PARAGRAPH)


def _extended(chain: Chain, behind: Sequence[Candidate], looks: Sequence[Look]) -> Chain:
    """Numbers of the format are believed over any gap; printed ones over a small one, and not behind a heading."""
    if chain.provisions or chain.members[0].label.style != "dot":
        return chain
    members = list(chain.members)
    for one in behind:
        last = members[-1]
        gap = one.label.value[0] - last.label.value[0]
        headed = any(looks[at] >= Look.STRONG for at in range(last.position + 1, one.position))
        if len(one.label.value) == 1 and gap > 0 and (not one.label.end or (gap <= _WIDEST_GAP and not headed)):
            members.append(one)
    return replace(chain, members=tuple(members))
