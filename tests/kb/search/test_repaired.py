"""What is dropped from a malformed query is said; a query that is read whole is not spoken of."""

from __future__ import annotations

import pytest

from kb.search.mend import repaired


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ('"solitary', "solitary"),
        ("(cells OR", "cells"),
        ("cells AND", "cells"),
        ("cells )", "cells"),
        ("paragraph 41 (a)", ""),
        ("“quoted phrase”", ""),
        ("what about cells?", ""),
        ("cells AND NOT light", ""),
        ("kind:report prison*", ""),
    ],
)
def test_only_what_stands_alone_is_spoken_of(typed: str, read: str) -> None:
    assert repaired(typed) == read
