"""What a search looked for besides the words that were typed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Expansion:
    """A concept that typed words name, and the words for it that were looked for too, by language (BCP 47).

    ``words`` are those typed, ``source`` is where the words come from: ``thesaurus``, or the name of a dictionary.
    ``id`` is what a Query names in ``without`` to leave it out.
    """

    id: str
    words: str
    name: str
    terms: dict[str, tuple[str, ...]]
    source: str = "thesaurus"
