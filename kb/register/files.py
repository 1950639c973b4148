"""The table of the register in files: CSV that every spreadsheet opens, and XLSX."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils.exceptions import InvalidFileException

from kb.errors import KBError
from kb.register.table import COLUMNS, harmless, read_cell, unharmed

LONGEST_CELL = 32_767  # characters; what Excel keeps of one
MOST_BYTES = 64 * 1024 * 1024
WIDTHS = {"passage": 34, "title": 34, "text": 80, "note": 40, "themes": 28, "institutions": 26, "addressees": 22}


def to_csv(rows: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """The table line by line: UTF-8 with a mark that tells Excel so, RFC 4180, no cell a formula."""
    yield "\ufeff"
    line = io.StringIO()
    writer = csv.DictWriter(line, COLUMNS)
    writer.writeheader()
    for row in rows:
        writer.writerow({name: harmless(value) for name, value in row.items()})
        if line.tell() > 64 * 1024:
            yield line.getvalue()
            line.seek(0)
            line.truncate()
    yield line.getvalue()


def to_xlsx(rows: Iterable[Mapping[str, str]], file: io.BytesIO) -> None:
    """The table as a workbook of one sheet. Every cell is text, so that none is a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Recommendations")
    sheet.freeze_panes = "A2"
    for number, name in enumerate(COLUMNS):
        sheet.column_dimensions[chr(ord("A") + number)].width = WIDTHS.get(name, 14)
    sheet.append([_cell(sheet, name, head=True) for name in COLUMNS])
    for row in rows:
        sheet.append([_cell(sheet, row[name]) for name in COLUMNS])
    book.save(file)


def _cell(sheet: Any, value: str, *, head: bool = False) -> Any:
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)[:LONGEST_CELL])
    cell.data_type = "s"
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if head:
        cell.font = Font(bold=True)
    return cell


def read_table(data: bytes, name: str) -> list[dict[str, str]]:
    """The rows of a CSV or XLSX file as it was exported, by the names of the columns; empty rows are left out.

    Raises KBError of kind ``damaged`` where it is neither, and ``misuse`` where it has no column ``passage``.
    """
    if len(data) > MOST_BYTES:
        raise KBError("is larger than 64 MB", where=name, advice="Import it in parts", kind="misuse")
    lines = _workbook(data, name) if data.startswith(b"PK") else _csv(data, name)
    head = [value.strip().lower() for value in next(lines, [])]
    if "passage" not in head or not {"status", "note"} & set(head):
        raise KBError(
            "has no columns “passage” and “status”",
            where=name,
            advice="Start from an export: kb register export FILE",
            kind="misuse",
        )
    found = []
    for line in lines:
        row = {column: value for column, value in zip(head, line, strict=False) if column}
        if any(row.values()):
            found.append(row)
    return found


def _csv(data: bytes, name: str) -> Iterator[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise KBError(
            "is not UTF-8", where=name, advice="Save it as “CSV UTF-8”, or as .xlsx", kind="damaged"
        ) from error
    first = text.partition("\n")[0]
    # Excel writes what the country's list separator is: a semicolon where the comma stands in numbers.
    delimiter = max(",;\t", key=first.count)
    try:
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            yield [unharmed(value) for value in line]
    except csv.Error as error:
        raise KBError(f"is no table ({error})", where=name, advice="Save it as CSV or .xlsx", kind="damaged") from error


def _workbook(data: bytes, name: str) -> Iterator[list[str]]:
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
    except (BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, OSError, TypeError) as error:
        raise KBError(
            "cannot be read as a workbook", where=name, advice="Save it as .xlsx or CSV anew", kind="damaged"
        ) from error
    for row in sheet.iter_rows(values_only=True):
        yield [read_cell(value) for value in row]


def save(rows: Iterable[Mapping[str, str]], file: Path) -> None:
    """Write the table by its name's ending, .csv or .xlsx; the file appears only when it is complete."""
    if file.suffix.lower() not in (".csv", ".xlsx"):
        raise KBError("is neither .csv nor .xlsx", where=str(file), advice="Choose one of them", kind="misuse")
    unfinished = file.with_name(f".{file.name}.unfinished")
    try:
        if file.suffix.lower() == ".csv":
            with unfinished.open("w", encoding="utf-8", newline="") as out:
                out.writelines(to_csv(rows))
        else:
            made = io.BytesIO()
            to_xlsx(rows, made)
            unfinished.write_bytes(made.getvalue())
        unfinished.replace(file)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise KBError(f"cannot be written ({error.strerror})", where=str(file)) from error
