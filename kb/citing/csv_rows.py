"""Tables as CSV (RFC 4180) that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(value: str) -> str:
    """A value that a spreadsheet shows as it is: one that begins like a formula gets an apostrophe in front (OWASP,
    "CSV Injection")."""
    return f"'{value}" if value.startswith(_FORMULA) else value


def written(rows: Iterable[Sequence[str]]) -> str:
    """The rows as CSV with lines that end in CRLF."""
    out = io.StringIO()
    csv.writer(out).writerows([cell(value) for value in row] for row in rows)
    return out.getvalue()
