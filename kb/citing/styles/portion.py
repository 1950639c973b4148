"""A place in a portion of a judgment that has numbers of its own: never as if it were a paragraph of the judgment."""

from __future__ import annotations

from kb.citing.facts import Facts


def placed(
    facts: Facts, place: str, *, point: str = "operative provision %s", whole: str = "operative provisions"
) -> str:
    """``place`` as it stands in the judgment itself; behind the title of a separate opinion (``dissenting opinion of
    Judge Bonello, § 2``); ``point`` with the number of an operative provision, ``whole`` where it has none."""
    if facts.operative:
        return point % facts.number if facts.number else whole
    return ", ".join(filter(None, (facts.opinion, place)))
