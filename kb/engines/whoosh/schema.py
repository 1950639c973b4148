"""The fields of the index in Whoosh's words."""

from __future__ import annotations

from typing import Any

from whoosh import __version__ as release
from whoosh.analysis.tokenizers import RegexTokenizer
from whoosh.fields import ID, KEYWORD, NUMERIC, STORED, TEXT, Schema

from kb.engines.fields import LABELS, MANY, NUMBERS, SETS, WORDS, many
from kb.nouns import IndexEntry

VERSION = ".".join(str(part) for part in release[:2])
_BETWEEN = "\x1f"  # between the values of a field with several: names hold spaces and commas


def schema() -> Schema:
    """One field for each in kb.engines.fields. What hits and facets need is in ``row``, not in fields of its own."""
    terms = RegexTokenizer(r"\S+")
    fields: dict[str, Any] = {"row": STORED}
    fields |= {name: TEXT(analyzer=terms, phrase=True) for name in WORDS}
    fields |= {name: KEYWORD(analyzer=terms, scorable=True) for name in SETS}
    fields |= {name: ID() for name in LABELS}
    fields |= {name: KEYWORD(analyzer=RegexTokenizer(f"[^{_BETWEEN}]+")) for name in MANY}
    fields |= {name: NUMERIC(int, bits=64) for name in NUMBERS}
    return Schema(**fields)


def record(entry: IndexEntry) -> dict[str, Any]:
    """The entry as Whoosh takes it; an unknown value is a missing one, so that no facet counts it."""
    found: dict[str, Any] = {}
    for name in (*WORDS, *SETS, *LABELS, *NUMBERS):
        if value := getattr(entry, name):
            found[name] = value
    row: dict[str, Any] = {"key": entry.key, "ordinal": entry.ordinal, "date": entry.date}
    row |= {name: [str(found[name])] for name in (*LABELS, "year") if name in found}
    for name in MANY:
        if values := many(entry, name):
            row[name] = list(values)
            found[name] = _BETWEEN.join(values)
    "".join(str(value) for value in found.values()).encode()  # a lone surrogate is refused before anything is written
    return found | {"row": row}
