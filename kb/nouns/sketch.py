"""What is kept of a text to know it again: in another format, in another edition, in another language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """A document's text in a few hundred bytes; the rules are `kb.index.variants.sketch`'s, numbered ``version``.

    ``words`` counts them; ``text`` is a hash of all letters and digits of the text in order, without case, space,
    punctuation and diacritics. ``keys`` are the smallest hashes of its runs of words, ascending: the share of keys that
    two texts have in common is the share of runs they have in common. ``anchors``, ``lengths`` (in letters) and
    ``numbers`` (joined by commas) are those of its numbered passages, in order.
    """

    version: int = 0  # 0: no sketch was made
    words: int = 0
    text: str = ""
    keys: tuple[int, ...] = ()
    anchors: tuple[str, ...] = ()
    lengths: tuple[int, ...] = ()
    numbers: tuple[str, ...] = ()
