"""What answers a question where no passage has all of it, or few do."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kb.engines.constant import restricting
from kb.engines.protocol import IndexReader, Request
from kb.engines.tree import Alike, All, AnyOf, Best, Every, Node, Phrase, Prefer, Term
from kb.languages import fold
from kb.languages.small_words import ANY
from kb.search import merge, weights
from kb.search.translate import Plan

FEWEST = 4  # words of a question whose rarest are looked for before all of them
RAREST = 3


def partly(plan: Plan, readers: Sequence[IndexReader], *, apart: bool, whole: bool = False) -> Node:
    """What finds passages with some of the words of a question; where ``whole``, those with all of it first.

    ``apart`` says that no passage has what the question names, nor all its words: then the words of a name count each
    by itself.
    """
    long = len(plan.units) > weights.LONG
    units = tuple(part for unit in plan.units for part in plan.apart.get(unit, (unit,))) if apart else plan.units
    return _some(
        plan,
        _telling(units, readers, weights.TELLING_OF_LONG if long else weights.TELLING),
        sentence=long,
        any_whole=whole,
    )


def _telling(units: tuple[Node, ...], readers: Sequence[IndexReader], most: float) -> tuple[Node, ...]:
    """The words that tell passages apart: without those that stand in more than this part of them, unless all do.

    Where `i burgosur` is not found, passages with `i` are no answer.
    """
    few = max(weights.FEW, most * sum(reader.count() for reader in readers))
    typed = [(unit, unit.children[0] if isinstance(unit, Best) else unit) for unit in units]  # not its other words
    telling = [(unit, node) for unit, node in typed if not _is_small(node)]
    return tuple(unit for unit, node in telling or typed if _at_most(few, node, readers)) or units


def _is_small(node: Node) -> bool:
    """A word like "the" in some language, which in a collection with few passages of that language looks rare."""
    match node:
        case Prefer(Best((Term("exact", text), *_)), _):
            return fold(text) in ANY
        case _:
            return False


def _at_most(few: float, node: Node, readers: Sequence[IndexReader]) -> bool:
    """Whether no more passages than these match; what the frequencies of words say already is not counted anew."""
    least, most = _bounds(node, readers)
    if most <= few or least > few:
        return most <= few
    return merge.search(readers, Request(tree=node, limit=0)).total <= few


def may_meet(units: Sequence[Node], readers: Sequence[IndexReader]) -> bool:
    """False where the rarest of several words stand nowhere together: those of a sentence seldom do, and are looked
    for in a tenth of the time that all of it takes."""
    if len(units) < FEWEST:
        return True
    rare = sorted(units, key=lambda unit: _bounds(unit, readers)[1])[:RAREST]
    return merge.search(readers, Request(tree=All(tuple(rare)), limit=0)).total > 0


def may_match(node: Node, readers: Sequence[IndexReader]) -> bool:
    """False where the index lacks a word without which nothing matches."""

    def held(field: str, term: str) -> bool:
        return any(reader.frequency(field, term) for reader in readers)

    match node:
        case Term(field, text):
            return held(field, text)
        case Phrase(field, terms) if terms:
            return all(held(field, term) for term in terms)
        case Best(children) | AnyOf(children) if children:
            return any(may_match(child, readers) for child in children)
        case All(children, _) if children:
            return all(may_match(child, readers) for child in children)
        case Prefer(required, _):
            return may_match(required, readers)
        case _:
            return True


def expected(units: Sequence[Node], readers: Sequence[IndexReader]) -> float:
    """How many passages would have all the words if each stood anywhere by chance: seldom more than have them."""
    passages = max(sum(reader.count() for reader in readers), 1)
    return passages * math.prod(min(_bounds(unit, readers)[1] / passages, 1.0) for unit in units)


def _bounds(node: Node, readers: Sequence[IndexReader]) -> tuple[float, float]:
    """How many passages match at least and at most, by what the index knows of its words."""
    match node:
        case Term(field, text):
            held = sum(reader.frequency(field, text) for reader in readers)
            return held, held
        case Best(children) | AnyOf(children) if children:
            several = [_bounds(child, readers) for child in children]
            return max(least for least, _ in several), sum(most for _, most in several)
        case All(children, _) if children:
            return 0, min(most for _, most in (_bounds(child, readers) for child in children))
        case Prefer(required, _):
            return _bounds(required, readers)
        case _:
            return 0, math.inf


def _some(plan: Plan, telling: tuple[Node, ...], *, sentence: bool, any_whole: bool) -> Node:
    """Passages with all of what was asked for, then those with some of its ``telling`` words: the more of them, the
    higher. Words that tell little make no passage an answer, but rank those that are.

    In a ``sentence`` how rare the words are says more than how many there are, and so do the words of a compound.
    """
    whole = (_raised(plan.tree, weights.WHOLE),) if any_whole else ()
    if sentence:
        apart = dict.fromkeys(part for unit in telling for part in plan.loose.get(unit, (unit,)))
        together = tuple(unit for unit in telling if unit in plan.loose)
        found = AnyOf((*whole, *map(_by_stem, apart)))
        return Prefer(found, together) if together else found
    return AnyOf((*whole, *map(_counted, telling)))


def _counted(unit: Node) -> Node:
    """A word that counts by itself, and more where it stands as it was typed than where its other words do."""
    raised = _raised(unit, weights.COUNTED)
    if isinstance(unit, Best) and len(unit.children) > 1:
        return Prefer(raised, (Alike(restricting(unit.children[0]), weights.AS_TYPED),))
    return raised


def _raised(node: Node, by: float) -> Node:
    """What the node matches, each passage scoring so much more; its words are looked for once."""
    return All((node, Alike(Every(), by)))


def _by_stem(node: Node) -> Node:
    """A word of a sentence, all forms of which say the same: the form as typed counts little more."""
    match node:
        case Prefer(required, optional):
            return Prefer(_by_stem(required), optional)
        case Best(children, tie):
            return Best(tuple(map(_by_stem, children)), tie)
        case Term("exact" | "folded" as field, text, boost):
            return Term(field, text, boost * weights.FORM_OF_LONG)
        case _:
            return node
