"""The table of the register in files: CSV that every spreadsheet opens, and XLSX."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kb.errors import KBError
from kb.register.table import COLUMNS
from kb.tables import csv_lines, lines_of, save_table, write_xlsx
from kb.wording import worded

WIDTHS = {"passage": 34, "title": 34, "text": 80, "note": 40, "themes": 28, "institutions": 26, "addressees": 22}
SHEET = "Recommendations"


def to_csv(rows: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """The table piece by piece."""
    return csv_lines(rows, COLUMNS)


def to_xlsx(rows: Iterable[Mapping[str, str]], file: io.BytesIO) -> None:
    """The table as a workbook of one sheet."""
    write_xlsx(rows, COLUMNS, file, sheet=SHEET, widths=WIDTHS)


def read_table(data: bytes, name: str) -> list[dict[str, str]]:
    """The rows of a CSV or XLSX file as it was exported, by the names of the columns; empty rows are left out.

    Raises KBError of kind ``damaged`` where it is neither, and ``misuse`` where it has no column ``passage``.
    """
    lines = lines_of(data, name)
    head = [value.strip().lower() for value in next(lines, (1, []))[1]]
    if "passage" not in head or not {"status", "note"} & set(head):
        raise KBError(
            worded("has no columns “passage” and “status”"),
            where=name,
            advice=worded("Start from an export of the register"),
            kind="misuse",
        )
    rows = ({column: value for column, value in zip(head, line, strict=False) if column} for _, line in lines)
    return [row for row in rows if any(row.values())]


def save(rows: Iterable[Mapping[str, str]], file: Path) -> None:
    """Write the table by its name's ending, .csv or .xlsx; the file appears only when it is complete."""
    save_table(rows, COLUMNS, file, sheet=SHEET, widths=WIDTHS)
