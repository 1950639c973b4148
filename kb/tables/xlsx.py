"""Workbooks, of which only the first sheet is looked at."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from kb.errors import KBError
from kb.tables.cells import read_cell
from kb.wording import worded

LONGEST_CELL = 32_767  # characters; what Excel keeps of one
MOST_UNPACKED = 256 * 1024 * 1024
USUAL_WIDTH = 14
_UNREADABLE = (BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, OSError, TypeError, AttributeError)


def write_xlsx(
    rows: Iterable[Mapping[str, str]],
    columns: Sequence[str],
    file: io.BytesIO,
    *,
    sheet: str,
    widths: Mapping[str, int] | None = None,
) -> None:
    """The table as a workbook of one sheet, its head in bold. Every cell is text, so that none is a formula."""
    book = Workbook(write_only=True)
    made = book.create_sheet(sheet)
    made.freeze_panes = "A2"
    for number, name in enumerate(columns, start=1):
        made.column_dimensions[get_column_letter(number)].width = (widths or {}).get(name, USUAL_WIDTH)
    made.append([_cell(made, name, head=True) for name in columns])
    for row in rows:
        made.append([_cell(made, row[name]) for name in columns])
    book.save(file)


def _cell(sheet: Any, value: str, *, head: bool = False) -> Any:
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)[:LONGEST_CELL])
    cell.data_type = "s"
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if head:
        cell.font = Font(bold=True)
    return cell


def read_xlsx(data: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    """Number and cells of each row; KBError of kind ``damaged`` where it is no workbook or unpacks to too much."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > MOST_UNPACKED:
                raise ValueError("unpacks to too much")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(values_only=True)
        first = next(rows, ())
    except _UNREADABLE as error:
        raise _damaged(name) from error
    yield 1, [read_cell(value) for value in first]
    number = 1
    while True:
        try:
            row = next(rows, None)
        except _UNREADABLE as error:
            raise _damaged(name) from error
        if row is None:
            return
        number += 1
        yield number, [read_cell(value) for value in row]


def _damaged(name: str) -> KBError:
    return KBError(
        worded("cannot be read as a workbook"),
        where=name,
        advice=worded("Save it as XLSX or CSV anew"),
        kind="damaged",
    )
