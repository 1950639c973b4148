"""A basket in the shape that the writers of briefs know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from kb.basket.contents import Item
from kb.brief.brief import Brief, Group, Section
from kb.brief.language import words_of
from kb.brief.lines import passage_line
from kb.nouns import Access


def as_brief(
    items: Iterable[Item], *, name: str, language: str = "en", root: str = "", clearance: Access, day: str = ""
) -> Brief:
    """The passages in their order, each with its note, its citation and its permanent address; ``day`` is today's where
    it is empty. KBError of kind ``misuse`` for a language there is not."""
    words = words_of(language)
    lines = tuple(
        replace(
            passage_line(item.document, item.passage, words, root),
            note=item.note.text if item.note else "",
        )
        for item in items
    )
    said = words.words
    return Brief(
        title=said["basket"],
        subtitle=name,
        language=words.language,
        facts=(
            (said["made"], day or datetime.now(UTC).date().isoformat()),
            (said["clearance"], said[clearance.value]),
        ),
        sections=(Section(title="", groups=(Group(title="", lines=lines),), key="basket"),),
        words=said,
    )
