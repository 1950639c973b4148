"""What a tree says of scores: where they are all the same, passages are sorted by place at once; counts need none."""

from __future__ import annotations

from operator import is_

from kb.engines.fields import UNWEIGHED
from kb.engines.tree import Alike, All, AnyOf, Best, Every, Fuzzy, Node, Prefer, Prefix, Range, Term, Wildcard


def constant(node: Node) -> float | None:
    """The score that every match of the tree has, or None where scores may differ."""
    match node:
        case Term(field, _, boost) if field in UNWEIGHED:
            return boost
        case Every() | Range():
            return 1.0
        case Alike(_, score):
            return score
        case Prefix() | Wildcard() | Fuzzy():
            return node.boost
        case All(children, _):
            scores = [constant(child) for child in children or (Every(),)]
            return None if None in scores else sum(score for score in scores if score is not None)
        case Best(children, tie) if len(children) == 1 or (children and tie == 0.0):
            several = {constant(child) for child in children}
            return several.pop() if len(several) == 1 else None
        case _:
            return None


def restricting(node: Node) -> Node:
    """The tree without what only ranks: it matches the same passages, for less. A part that has nothing of the kind
    stays the very part it was."""
    match node:
        case Prefer(required, _):
            return restricting(required)
        case Alike(child, _):
            return restricting(child)
        case All(children, without):
            left = [child for child in map(restricting, children) if child != Every()]
            if len(left) == 1 and not without:
                return left[0]
            return All(tuple(left), tuple(map(restricting, without)))
        case AnyOf(children) | Best(children):
            restricted = tuple(map(restricting, children))
            return node if all(map(is_, restricted, children)) else AnyOf(restricted)
        case _:
            return node
