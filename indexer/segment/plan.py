"""What each block is to the document: the beginning of a passage, a heading, or more of what came before."""

from __future__ import annotations

import itertools
import re
import statistics
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from indexer.segment.bullets import bullets_of
from indexer.segment.chains import Candidate, Chain, chains_of
from indexer.segment.headings import Look, division_of, look_of
from indexer.segment.items import Item, items_of
from indexer.segment.labels import Label, readings
from indexer.segment.loners import with_loners
from indexer.segment.nested import without_nested
from indexer.segment.normative import is_normative
from indexer.segment.piece import Piece
from indexer.segment.words import PROVISIONS

_ENUMERATED = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVXLC]{1,6}[.)]?|[A-ZА-Я][.)])\s")
_CAPTIONED = 0.3  # of the articles
_END_OF_SENTENCE = (".", "!", "?", ";", ":", "”", "»", '"', ")", "]", "…")


@dataclass(frozen=True, slots=True)
class Plan:
    """By position among the pieces: ``begins`` a labelled passage, is one of ``headings``, titles an article of its own
    (``titles``) or names the article below it (``captions``). ``inside`` are the positions between two neighbours of a
    chain; ``items`` begin an item of a numbered paragraph's list, ``bullets`` a bullet that is a passage. ``whole``
    says that the document is a text of rules, whose numbered paragraphs keep all that belongs to them."""

    begins: dict[int, Label]
    headings: frozenset[int]
    titles: frozenset[int]
    inside: frozenset[int]
    items: dict[int, Item]
    bullets: frozenset[int]
    captions: frozenset[int]
    whole: bool


def plan(pieces: Sequence[Piece]) -> Plan:
    """Decide for the whole document at once, because only the whole shows which numbers count on. ``pieces`` are
    those of the running text, without footnotes."""
    looks = _without_rows(pieces, [look_of(piece) for piece in pieces])
    candidates = [
        Candidate(at, label, weight * (1.0 if label is piece.label else 0.6))
        for at, piece in enumerate(pieces)
        if piece.label and (weight := _weight(piece, looks[at])) > 0
        for label in readings(piece.label)
    ]
    breaks = [at for at, look in enumerate(looks) if look >= Look.STRONG and not _is_provision(pieces[at])]
    counts = chains_of(candidates, breaks, lambda chain: not _is_list(chain, pieces, looks))
    chains = with_loners(without_nested(counts, pieces, looks), candidates, pieces, looks)
    nested = {member.position for count in counts for member in count.members}
    nested -= {member.position for chain in chains for member in chain.members}
    looks = [Look.NOT if at in nested else look for at, look in enumerate(looks)]
    begins: dict[int, Label] = {}
    numbered_headings: set[int] = set()
    inside: set[int] = set()
    for chain in chains:
        heads = _numbered_headings(chain, looks)
        numbered_headings |= heads
        begins |= {member.position: member.label for member in chain.members if member.position not in heads}
        inside |= set(range(chain.first, chain.last))
    provisions = {at for at in begins if _is_provision(pieces[at])}
    headings, titles = set(numbered_headings), set[int]()
    for at, look in enumerate(looks):
        if at in begins or at in numbered_headings or look is Look.NOT or _is_provision(pieces[at]):
            continue
        if at - 1 in provisions and _is_title(at, pieces, looks, set(begins)):
            titles.add(at)
        elif look is Look.TOLD or _heads(at, look, pieces, inside):
            headings.add(at)
    headings |= _before_numbers(pieces, looks, set(begins), headings | titles)
    headings |= _lone_lines(pieces, looks, set(begins), inside, headings | titles)
    whole = is_normative(pieces)
    items = {} if whole else items_of(pieces, begins, headings | titles)
    bullets = frozenset[int]() if whole else bullets_of(pieces, {*begins, *items, *headings, *titles})
    return Plan(
        begins,
        frozenset(headings),
        frozenset(titles),
        frozenset(inside),
        items,
        bullets,
        _captions(pieces, begins, headings),
        whole,
    )


def _without_rows(pieces: Sequence[Piece], looks: list[Look]) -> list[Look]:
    """The looks, where numbered lines that follow one another with nothing between are a list and not headings."""
    rows: set[int] = set()
    for at, (piece, following) in enumerate(itertools.pairwise(pieces)):
        first, second = piece.label, following.label
        if first is None or second is None or not looks[at] is looks[at + 1] is Look.ENUMERATED:
            continue
        if first.style == second.style and second.value == (*first.value[:-1], first.value[-1] + 1):
            rows |= {at, at + 1}
    return [Look.NOT if at in rows else look for at, look in enumerate(looks)]


def _is_provision(piece: Piece) -> bool:
    return piece.label is not None and piece.label.style in PROVISIONS


def _weight(piece: Piece, look: Look) -> float:
    """How much a labelled block adds to a chain: full for a paragraph, little for a heading or inside a quotation."""
    label = piece.label
    assert label is not None  # noqa: S101 - the caller asked
    weight = label.firm
    if piece.quoted:
        weight *= 0.2
    if label.style in PROVISIONS:
        return weight * (1.0 if label.alone or piece.block.kind == "heading" or label.firm >= 0.9 else 0.7)
    if look >= Look.ENUMERATED and label.end:
        weight *= 0.35 if len(piece.text) < 90 else 0.5
    return weight * (0.8 if piece.block.kind == "list" else 1.0)


def _is_list(chain: Chain, pieces: Sequence[Piece], looks: Sequence[Look]) -> bool:
    """A short enumeration that the paragraph before it announces with a colon stays with that paragraph."""
    if chain.provisions or len(chain.members) > 15 or chain.first == 0:
        return False
    intro = pieces[chain.first - 1]
    letters = [letter for letter in intro.text if letter.isalpha()]
    shouted = sum(letter.isupper() for letter in letters) > 0.6 * len(letters)
    if looks[chain.first - 1] >= Look.STRONG or shouted or not intro.text.rstrip().endswith((":", ": –")):
        return False
    return statistics.median(len(pieces[member.position].text) for member in chain.members) < 200


def _numbered_headings(chain: Chain, looks: Sequence[Look]) -> set[int]:
    """Members that head sections: all of a chain that is nothing else, else those whose next number is their child."""
    if chain.provisions:
        return set()
    members = chain.members
    places = {member.position for member in members}
    looking = {at for at in places if looks[at] >= Look.ENUMERATED and at + 1 not in places and at + 1 < len(looks)}
    if len(looking) > 0.6 * len(members):
        return looking
    return {
        member.position
        for member, following in itertools.pairwise(members)
        if member.position in looking and following.label.value[: len(member.label.value)] == member.label.value
    }


def _is_title(at: int, pieces: Sequence[Piece], looks: Sequence[Look], begins: set[int]) -> bool:
    """A heading or short line right below "Article 2" names it, if text follows and the label's line holds no more."""
    label = pieces[at - 1].label
    if label is None or not (label.alone or looks[at - 1] is Look.TOLD) or at + 1 >= len(pieces) or at + 1 in begins:
        return False
    if looks[at + 1] >= Look.STRONG and looks[at] < Look.TOLD:
        return False
    return looks[at] is Look.TOLD or (len(pieces[at].text) <= 90 and len(pieces[at + 1].text) > len(pieces[at].text))


def _captions(pieces: Sequence[Piece], begins: Mapping[int, Label], headings: Set[int]) -> frozenset[int]:
    """Headings that name the article right below them, where a good part of the articles that stand alone on a line
    have one. The title of a chapter stands above its first article only."""
    alone = [at for at, label in begins.items() if label.style in PROVISIONS and label.alone]
    named = {
        at - 1
        for at in alone
        if at - 1 in headings
        and not _ENUMERATED.match(pieces[at - 1].text)
        and not (at - 2 in headings and division_of(pieces[at - 2].text) is not None)
    }
    return frozenset(named if len(named) > _CAPTIONED * len(alone) else ())


def _heads(at: int, look: Look, pieces: Sequence[Piece], inside: set[int]) -> bool:
    """Whether a line that looks like a heading is one here: "A. Smith" inside a numbered paragraph is a person."""
    if at + 1 == len(pieces) or look < Look.ENUMERATED or (look is Look.ENUMERATED and at in inside):
        return False
    return _follows_an_end(at, pieces) or (look is Look.STRONG and at not in inside)


def _follows_an_end(at: int, pieces: Sequence[Piece]) -> bool:
    return at == 0 or pieces[at - 1].text.rstrip().endswith(_END_OF_SENTENCE) or len(pieces[at - 1].text) < 160


def _before_numbers(pieces: Sequence[Piece], looks: Sequence[Look], begins: set[int], known: set[int]) -> set[int]:
    """Short lines right above a numbered paragraph or article head it, once the text above them has ended."""
    found: set[int] = set()
    for start in begins:
        run: list[int] = []
        at = start - 1
        while at >= 0 and at not in begins and looks[at] is not Look.NOT and len(run) < 12:
            run.append(at)
            at -= 1
        while run and (run[-1] not in known) and not _follows_a_stop(run[-1], pieces, known):
            run.pop()
        found |= {position for position in run if position not in known}
    return found


def _follows_a_stop(at: int, pieces: Sequence[Piece], known: set[int]) -> bool:
    return at == 0 or at - 1 in known or pieces[at - 1].text.rstrip().endswith(_END_OF_SENTENCE)


def _lone_lines(
    pieces: Sequence[Piece], looks: Sequence[Look], begins: set[int], inside: set[int], known: set[int]
) -> set[int]:
    """In unnumbered text, a short line between an ended paragraph and a long one heads the long one."""
    return {
        at
        for at, look in enumerate(looks[:-1])
        if look is Look.WEAK
        and pieces[at].block.kind == "text"
        and at not in begins
        and at not in inside
        and at not in known
        and len(pieces[at].text) <= 70
        and _follows_a_stop(at, pieces, known)
        and at + 1 not in begins
        and looks[at + 1] is Look.NOT
        and pieces[at + 1].block.kind == "text"
        and len(pieces[at + 1].text) >= 120
        and pieces[at + 1].text.lstrip()[:1].isupper()
    }
