"""Sets of rows as bits."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from kb.register.snapshot import CHUNK, page_of, positions


@given(st.sets(st.integers(0, 3 * CHUNK)), st.integers(0, 40), st.integers(0, 20))
def test_a_page_is_a_slice_of_the_rows_that_are_set(rows: set[int], offset: int, limit: int) -> None:
    bits = sum(1 << row for row in rows)
    assert list(positions(bits)) == sorted(rows)
    assert page_of(bits, offset, limit) == sorted(rows)[offset : offset + limit]


def test_a_late_page_of_many_is_the_same_slice() -> None:
    rows = sorted(random.Random(3).sample(range(60_000), 30_000))
    bits = sum(1 << row for row in rows)
    assert page_of(bits, 29_990, 25) == rows[29_990:]
    assert page_of(bits, 30_000, 25) == []
    assert page_of(0, 0, 25) == []
