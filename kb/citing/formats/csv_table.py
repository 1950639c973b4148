"""A table for a spreadsheet: a row for each document or passage, with the citation in every style."""

from __future__ import annotations

from collections.abc import Sequence

from kb.citing.csv_rows import written
from kb.citing.facts import Facts
from kb.citing.formats.keys import place_text
from kb.citing.styles import STYLES

HEADS = ("document", "anchor", "title", "kind", "reference", "date", "language", "place", "page", "text", "url")


def csv_table(entries: Sequence[Facts]) -> str:
    """CSV with a row of heads."""
    return written([[*HEADS, *STYLES], *(_row(facts) for facts in entries)])


def _row(facts: Facts) -> list[str]:
    document, passage = facts.document, facts.passage
    return [
        document.id,
        passage.anchor if passage is not None else "",
        facts.name,
        str(document.kind),
        document.reference or "",
        document.date or "",
        facts.language,
        place_text(facts),
        str(passage.page) if passage is not None and passage.page else "",
        passage.text if passage is not None else "",
        facts.address,
        *(style(facts) for style in STYLES.values()),
    ]
