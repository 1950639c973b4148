"""A search is not stopped to look for garbage: it makes tens of thousands of small objects, keeps hardly any of them,
and lasts some hundredths of a second. Python would look through the young ones a hundred times meanwhile, which takes
a tenth of the time of the search."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Within, cyclic garbage waits. Safe in threads: whoever found collecting switched on switches it on again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
