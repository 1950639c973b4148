"""Sentences in English that still know their pattern and values, so that an interface can say them otherwise."""

from __future__ import annotations

from collections.abc import Mapping


class Worded(str):
    """What a person is told, in English; ``patterns`` are its pattern, or those for one and for many of ``num``.

    It is a plain string to whoever prints it. An interface in another language looks up the pattern and fills in the
    values anew; values may be Worded themselves.
    """

    patterns: tuple[str, ...]
    values: Mapping[str, object]


def worded(pattern: str, /, **values: object) -> Worded:
    """The pattern (``%(name)s``) with its values."""
    return _made((pattern,), pattern, values)


def counted(one: str, many: str, num: int, /, **values: object) -> Worded:
    """The pattern for one or for many; ``%(num)s`` is the number."""
    return _made((one, many), one if num == 1 else many, {**values, "num": num})


def _made(patterns: tuple[str, ...], pattern: str, values: Mapping[str, object]) -> Worded:
    made = Worded(pattern % values)
    made.patterns, made.values = patterns, dict(values)
    return made
