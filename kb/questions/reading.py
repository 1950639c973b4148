"""A checklist from a file: a table with a column of questions, or one question in each line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kb.errors import KBError
from kb.nouns import Query, Role
from kb.questions.heads import column_of
from kb.questions.question import Misread, Question
from kb.search.kind_names import kind_named
from kb.tables import lines_of
from kb.wording import worded

_SEVERAL = re.compile(r"[;|\n]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_YEARS = re.compile(r"(\d{4})?\s*([-–—]|\.\.|to)?\s*(\d{4})?")
_FILTERS = ("institution", "mechanism", "state", "document")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """The questions of a file in its order, the lines that could not be taken, and the heads of columns that nobody
    knows what to do with."""

    questions: tuple[Question, ...]
    misread: tuple[Misread, ...] = ()
    unknown: tuple[str, ...] = ()


def read_checklist(data: bytes, name: str) -> Checklist:
    """The checklist in a CSV or XLSX file.

    Raises KBError of kind ``damaged`` where it is no table, ``misuse`` where it has no column of questions. A table of
    one column needs no head.
    """
    lines = list(lines_of(data, name))
    heads = [column_of(head) for head in lines[0][1]] if lines else []
    if not any(heads) and lines and "?" in "".join(lines[0][1]):  # a sentence, whose comma parts no cells
        lines = list(lines_of(data, name, whole=True))
    if "question" in heads:
        unknown = [head.strip() for head, column in zip(lines[0][1], heads, strict=True) if head.strip() and not column]
        lines = lines[1:]
    elif all(len([cell for cell in cells if cell.strip()]) <= 1 for _, cells in lines):
        heads, unknown = ["question"], []
        lines = [(number, [next((cell for cell in cells if cell.strip()), "")]) for number, cells in lines]
    else:
        raise KBError(
            worded("has no column “question”"),
            where=name,
            advice=worded("Name the column with the questions “question” in the first line"),
            kind="misuse",
        )
    questions: list[Question] = []
    misread: list[Misread] = []
    for number, cells in lines:
        row = _row(heads, cells)
        try:
            questions.append(_question(row, number, len(questions) + 1))
        except KBError as error:
            misread.append(Misread(line=number, why=error.message))
    return Checklist(questions=tuple(questions), misread=tuple(misread), unknown=tuple(unknown))


def _row(heads: list[str], cells: list[str]) -> dict[str, str]:
    """Cells by column; of two columns of one name the first that says something."""
    row: dict[str, str] = {}
    for head, cell in zip(heads, cells, strict=False):
        if head and not row.get(head):
            row[head] = cell.strip()
    return row


def _question(row: Mapping[str, str], line: int, number: int) -> Question:
    text = " ".join(row.get("question", "").split())
    if not text:
        raise KBError(worded("there is no question in this line"))
    filters: dict[str, Any] = {field: _values(row.get(field, "")) for field in _FILTERS}
    filters |= {"kind": _kinds(row), "role": _roles(row), "language": _languages(row)}
    first, last = _years(row)
    return Question(
        id=row.get("id") or str(number),
        line=line,
        section=" ".join(row.get("section", "").split()),
        query=Query(text=text, year_from=first, year_to=last, **filters),
    )


def _values(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.strip() for value in _SEVERAL.split(cell) if value.strip()))


def _kinds(row: Mapping[str, str]) -> tuple[str, ...]:
    values = _values(row.get("kind", ""))
    named = [(value, kind_named(value)) for value in values]
    for value, kind in named:
        if kind is None:
            raise _no("kind", value)
    return tuple(kind for _, kind in named if kind)


def _roles(row: Mapping[str, str]) -> tuple[str, ...]:
    values = tuple(value.lower() for value in _values(row.get("role", "")))
    for value in values:
        if value not in tuple(Role):
            raise _no("role", value)
    return values


def _languages(row: Mapping[str, str]) -> tuple[str, ...]:
    values = _values(row.get("language", "").replace(",", ";"))
    for value in values:
        if not _LANGUAGE.fullmatch(value):
            raise KBError(worded("“%(value)s” is no language code.", value=value[:60]))
    return values


def _years(row: Mapping[str, str]) -> tuple[int | None, int | None]:
    """``2019``, ``2019-2023``, ``2019-`` and ``-2023``; or the columns from and to."""
    said = row.get("year", "") or f"{row.get('from', '')}-{row.get('to', '')}"
    if said.strip() in ("", "-"):
        return None, None
    found = _YEARS.fullmatch(said.strip())
    if not found or not (found[1] or found[3]) or (found[1] and found[3] and not found[2]):
        raise KBError(worded("“%(value)s” is no year", value=said[:60]))
    first, last = (int(year) if year else None for year in (found[1], found[3]))
    return first, last if found[2] else first


def _no(field: str, value: str) -> KBError:
    return KBError(worded("there is no %(field)s “%(value)s”", field=worded(field), value=value[:60]))
