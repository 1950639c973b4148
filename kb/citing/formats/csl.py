"""CSL-JSON, as the Citation Style Language 1.0.2 describes it: what Zotero, Mendeley and pandoc read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from kb.citing.facts import Facts
from kb.citing.formats.keys import key_of, one_line, place_text
from kb.nouns import Kind

_TYPES = {
    Kind.JUDGMENT: "legal_case",
    Kind.INSTRUMENT: "treaty",
    Kind.LAW: "legislation",
    Kind.REPORT: "report",
    Kind.CPT_REPORT: "report",
}


def csl(entries: Sequence[Facts]) -> str:
    """A list of items."""
    return json.dumps([_item(facts) for facts in entries], ensure_ascii=False, indent=1) + "\n"


def _item(facts: Facts) -> dict[str, Any]:
    document = facts.document
    author = [{"literal": document.mechanism}] if document.mechanism and not facts.case else []
    parts = [int(part) for part in document.date.split("-")] if document.date else []
    item: dict[str, Any] = {
        "id": key_of(facts),
        "type": _TYPES.get(document.kind, "document"),
        "title": one_line(facts.name),
        "author": author,
        "authority": "European Court of Human Rights" if facts.case else "",
        "number": "; ".join(facts.numbers) if facts.case else one_line(document.reference or ""),
        "issued": {"date-parts": [parts]} if parts else None,
        "section": place_text(facts),
        "page": str(facts.passage.page) if facts.passage is not None and facts.passage.page else "",
        "abstract": one_line(facts.passage.text) if facts.passage is not None else "",
        "language": facts.language,
        "URL": facts.address,
    }
    return {name: value for name, value in item.items() if value}
