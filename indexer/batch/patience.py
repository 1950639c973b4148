"""How a reader asks for more time: what it does next is slow by nature, and it is getting on."""

from __future__ import annotations

from collections.abc import Callable

_ask: Callable[[float], float] | None = None


def more(seconds: float) -> float:
    """Give the original in hand this much more time, on the clock and on the processor, than it has been given.

    Returns the seconds that it was given, fewer than asked for where its time is used up.

    To be called before each slow step that is worth its time: reading one page by OCR takes seconds, and a scan of
    ninety pages must not fail for being long. All that one original can be given is ``Limits.extension``; beyond that
    nothing happens, and so it is outside a reader's own process, where no clock runs.
    """
    return _ask(seconds) if _ask is not None and seconds > 0 else seconds


def through(ask: Callable[[float], float]) -> None:
    """From now on, ``ask`` is what hears of it. For the process that reads (indexer.batch.child) alone."""
    global _ask
    _ask = ask
