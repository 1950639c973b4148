"""One cell: as it is written, and as it is read back."""

from __future__ import annotations

from typing import Any

# A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV Injection"); the quote itself is doubled, so that
# what is read back is what was written.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "'")


def harmless(value: str) -> str:
    """A cell of CSV that no spreadsheet takes for a formula; ``unharmed`` undoes it."""
    return f"'{value}" if value.startswith(_DANGEROUS) else value


def unharmed(value: str) -> str:
    """What a cell of CSV said before ``harmless``."""
    return value[1:] if value.startswith("'") and value[1:].startswith(_DANGEROUS) else value


def read_cell(value: Any) -> str:
    """The value of a workbook's cell as text; days as they are written here, whole numbers without their ``.0``."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else value.isoformat()[:10] if hasattr(value, "isoformat") else str(value)
