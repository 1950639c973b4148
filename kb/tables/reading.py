"""The lines of a table, whatever spreadsheet wrote it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from kb.errors import KBError
from kb.tables.cells import unharmed
from kb.tables.encoding import text_of
from kb.tables.xlsx import read_xlsx
from kb.wording import worded

MOST_BYTES = 64 * 1024 * 1024
_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # what Excel writes for itself
_QUOTED = re.compile(r'"[^"]*"')
_NONE = "\x1f"  # between cells of a table that has but one column


def lines_of(data: bytes, name: str, *, whole: bool = False) -> Iterator[tuple[int, list[str]]]:
    """Each line that is not empty, with its number in the file (from 1), as text cells.

    Encoding and delimiter are found out; a file whose first line has none has one column, and so has one
    whose lines are taken ``whole``. Raises KBError of kind
    ``damaged`` where it is no table, ``misuse`` where it is too large.
    """
    if len(data) > MOST_BYTES:
        raise KBError(worded("is larger than 64 MB"), where=name, advice=worded("Import it in parts"), kind="misuse")
    found = read_xlsx(data, name) if data.startswith(b"PK") else _csv(data, name, whole)
    return ((number, cells) for number, cells in found if any(cell.strip() for cell in cells))


def _csv(data: bytes, name: str, whole: bool) -> Iterator[tuple[int, list[str]]]:
    try:
        text = text_of(data)
    except UnicodeDecodeError as error:
        raise _damaged(name, worded("is no text")) from error
    if "\0" in text:
        raise _damaged(name, worded("is no text"))
    said = _SAID.match(text)
    skipped = 1 if said else 0
    text = text[said.end() :] if said else text
    delimiter = _NONE if whole else said[1] if said else _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before = 0
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            number = before + 1 + skipped
            raise _damaged(name, worded("is no table: line %(n)s (%(why)s)", n=number, why=error)) from error
        if cells is None:
            return
        yield before + 1 + skipped, [unharmed(cell) for cell in cells]
        before = reader.line_num


def _delimiter(text: str) -> str:
    """Excel writes what the country's list separator is: a semicolon where the comma stands in numbers."""
    first = _QUOTED.sub("", next((line for line in text.splitlines() if line.strip()), ""))
    best = max(";\t,|", key=first.count)
    return best if first.count(best) else _NONE


def _damaged(name: str, message: str) -> KBError:
    return KBError(message, where=name, advice=worded("Save it as “CSV UTF-8”, or as XLSX"), kind="damaged")
