"""All that is known, in an order that needs no handbook: who, title, reference, year, place, page, address."""

from __future__ import annotations

from kb.citing.facts import Facts, without_end
from kb.citing.styles.portion import placed

_SIGN = {"paragraph": "para.", "footnote": "footnote"}


def plain(facts: Facts) -> str:
    """``KRCT, Title, reference, 2023, para. 41, p. 12, http://…``."""
    document = facts.document
    reference = document.reference or ""
    named = reference.casefold() in facts.name.casefold()
    year = str(document.year) if document.year and f"({document.year})" not in reference else ""
    place = f"{_SIGN.get(facts.word, facts.word.title())} {facts.number}" if facts.number else ""
    place = placed(facts, place)
    page = f"p. {facts.passage.page}" if facts.passage is not None and facts.passage.page else ""
    parts = (document.mechanism, without_end(facts.name), "" if named else reference, year, place, page, facts.address)
    return ", ".join(part for part in parts if part)
