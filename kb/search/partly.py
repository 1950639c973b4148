"""What answers a question where no passage has all of it, or few do."""

from __future__ import annotations

from collections.abc import Sequence

from kb.engines.constant import restricting
from kb.engines.protocol import IndexReader, Request
from kb.engines.tree import Alike, AnyOf, Best, Node, Prefer, Term
from kb.search import merge, weights
from kb.search.translate import Plan


def partly(plan: Plan, readers: Sequence[IndexReader], *, apart: bool) -> Node:
    """What finds passages with all of the question, then those with some of its words.

    ``apart`` says that no passage has what the question names, nor all its words: then the words of a name count each
    by itself.
    """
    long = len(plan.units) > weights.LONG
    units = tuple(part for unit in plan.units for part in plan.apart.get(unit, (unit,))) if apart else plan.units
    return _some(plan, _telling(units, readers, weights.TELLING_OF_LONG if long else weights.TELLING), sentence=long)


def _telling(units: tuple[Node, ...], readers: Sequence[IndexReader], most: float) -> tuple[Node, ...]:
    """The words that tell passages apart: without those that stand in more than this part of them, unless all do.

    Where `i burgosur` is not found, passages with `i` are no answer.
    """
    few = max(weights.FEW, most * sum(reader.count() for reader in readers))
    typed = ((unit, unit.children[0] if isinstance(unit, Best) else unit) for unit in units)  # not its other words
    counted = [(unit, merge.search(readers, Request(tree=node, limit=0)).total) for unit, node in typed]
    return tuple(unit for unit, total in counted if total <= few) or units


def _some(plan: Plan, telling: tuple[Node, ...], *, sentence: bool) -> Node:
    """Passages with all of what was asked for, then those with some of its ``telling`` words: the more of them, the
    higher. Words that tell little make no passage an answer, but rank those that are.

    In a ``sentence`` how rare the words are says more than how many there are, and so do the words of a compound.
    """
    whole = Alike(restricting(plan.tree), weights.WHOLE)
    if sentence:
        apart = dict.fromkeys(part for unit in telling for part in plan.loose.get(unit, (unit,)))
        together = tuple(unit for unit in telling if unit in plan.loose)
        return Prefer(AnyOf((plan.tree, *map(_by_stem, apart))), (*together, whole))
    counted = tuple(Alike(restricting(unit), weights.COUNTED) for unit in telling)
    return Prefer(AnyOf((plan.tree, *telling)), (*counted, whole))


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
