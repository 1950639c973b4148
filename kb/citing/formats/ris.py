"""RIS (Research Information Systems, 2011): a tag of two letters, two spaces, a hyphen, a space, the value.

Every value is one line, because a line that begins like a tag would be read as one. Lines end in CRLF.
"""

from __future__ import annotations

from collections.abc import Sequence

from kb.citing.facts import Facts
from kb.citing.formats.keys import key_of, one_line, place_text
from kb.nouns import Kind

_TYPES = {
    Kind.JUDGMENT: "CASE",
    Kind.INSTRUMENT: "STAT",
    Kind.LAW: "STAT",
    Kind.REPORT: "RPRT",
    Kind.CPT_REPORT: "RPRT",
    Kind.PRESS_RELEASE: "NEWS",
}


def ris(entries: Sequence[Facts]) -> str:
    """One record for each document or passage."""
    return "".join(_record(facts) for facts in entries)


def _record(facts: Facts) -> str:
    document = facts.document
    year, _, rest = (document.date or "").partition("-")
    date = "/".join((year, *(rest.split("-") if rest else ()), "", "", "")[:4]) if year else ""
    quoted = one_line(facts.passage.text) if facts.passage is not None else ""
    values = [
        ("TY", _TYPES.get(document.kind, "GEN")),
        ("ID", key_of(facts)),
        ("TI", facts.name),
        ("AU", document.mechanism or ""),
        ("PB", "European Court of Human Rights" if facts.case else ""),
        ("PY", year),
        ("DA", date),
        ("M1", document.reference or "; ".join(facts.numbers)),
        ("SE", place_text(facts)),
        ("SP", str(facts.passage.page) if facts.passage is not None and facts.passage.page else ""),
        ("AB", quoted),
        ("LA", facts.language),
        ("UR", facts.address),
    ]
    lines = [f"{tag}  - {one_line(value)}" for tag, value in values if value]
    return "\r\n".join([*lines, "ER  - ", "", ""])
