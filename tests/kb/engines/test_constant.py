"""What only ranks is taken from a tree, and what restricts stays."""

from __future__ import annotations

import pytest

from kb.engines.constant import restricting
from kb.engines.tree import Alike, All, AnyOf, Best, Every, Node, Prefer, Term

CELL, COLD, DAMP = Term("folded", "cell"), Term("folded", "cold"), Term("folded", "damp")


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (CELL, CELL),
        (Prefer(CELL, (COLD,)), CELL),
        (Alike(Prefer(CELL, (COLD,)), 2.0), CELL),
        (All((CELL, Alike(Every(), 2.0))), CELL),
        (All((CELL, Prefer(COLD, (DAMP,)))), All((CELL, COLD))),
        (All((CELL, Every()), (Alike(DAMP),)), All((CELL,), (DAMP,))),
        (All((Every(),)), All(())),
        (AnyOf((Prefer(CELL, ()), COLD)), AnyOf((CELL, COLD))),
        (Best((Alike(CELL), COLD), 0.5), AnyOf((CELL, COLD))),
    ],
)
def test_only_what_restricts_is_left(tree: Node, expected: Node) -> None:
    assert restricting(tree) == expected


def test_a_part_with_nothing_to_take_away_is_the_very_same() -> None:
    """So that what was made of it once is found again."""
    best = Best((CELL, COLD), 0.5)
    restricted = restricting(All((best, Prefer(DAMP, (CELL,)))))
    assert isinstance(restricted, All)
    assert restricted.children[0] is best
