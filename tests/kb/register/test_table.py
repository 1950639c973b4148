"""The register goes out as a table and comes back: what nobody changed changes nothing, and no cell is a formula."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kb.errors import KBError
from kb.register.checked import checked
from kb.register.files import read_table, save
from kb.register.register import Register
from kb.register.table import COLUMNS, rows_of
from kb.register.taking import take_table

NOTES = ("=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "'=quoted", "'plain", "\ttab", "two\nlines", 'a "quote", a comma; x')


def written(register: Register, path: Path) -> bytes:
    save(rows_of(register.each()), path)
    return path.read_bytes()


@pytest.fixture
def noted(register: Register) -> Register:
    """A register whose histories hold what spreadsheets stumble over."""
    keys = [each.key for each in register.each()]
    for number, note in enumerate(NOTES):
        register.say(keys[number % len(keys)], checked("accepted", note=note, who="Ana"))
    return register


@pytest.mark.parametrize("name", ["r.csv", "r.xlsx"])
def test_what_comes_back_unchanged_changes_nothing(noted: Register, tmp_path: Path, name: str) -> None:
    before = list(noted.each())
    taken = take_table(noted, read_table(written(noted, tmp_path / name), name))
    assert (taken.written, taken.unchanged, taken.refused) == (0, len(before), ())
    assert list(noted.each()) == before


def test_no_cell_of_a_csv_begins_a_formula(noted: Register, tmp_path: Path) -> None:
    text = written(noted, tmp_path / "r.csv").decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert any(cell == "'=HYPERLINK(1)" or cell.startswith("'") for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_every_cell_of_a_workbook_is_text(noted: Register, tmp_path: Path) -> None:
    sheet = load_workbook(io.BytesIO(written(noted, tmp_path / "r.xlsx"))).worksheets[0]
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} <= {"s", "inlineStr"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_what_a_person_filled_in_is_added_to_the_history(register: Register, tmp_path: Path, delimiter: str) -> None:
    rows = read_table(written(register, tmp_path / "r.csv"), "r.csv")
    rows[0] |= {"status": "implemented", "date": "2024-02-03", "note": "seen"}
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    taken = take_table(register, read_table(out.getvalue().encode(), "r.csv"), who="Ana")
    assert (taken.written, taken.unchanged, taken.refused) == (1, len(rows) - 1, ())
    (entry,) = register.one(rows[0]["passage"]).history
    assert (entry.status, entry.date, entry.note, entry.who) == ("implemented", "2024-02-03", "seen", "Ana")


def test_a_dry_run_writes_nothing(register: Register, tmp_path: Path) -> None:
    rows = read_table(written(register, tmp_path / "r.csv"), "r.csv")
    rows[0]["status"] = "accepted"
    assert take_table(register, rows, dry_run=True).written == 1
    assert register.one(rows[0]["passage"]).history == ()


def test_a_row_is_refused_only_where_two_people_have_changed_it(register: Register, tmp_path: Path) -> None:
    rows = read_table(written(register, tmp_path / "r.csv"), "r.csv")
    register.say(rows[0]["passage"], checked("rejected", who="Blerim"))
    register.say(rows[1]["passage"], checked("rejected", who="Blerim"))
    rows[0]["status"] = "accepted"
    taken = take_table(register, rows)
    assert (taken.written, taken.unchanged) == (0, len(rows) - 1)
    assert [(row, passage) for row, passage, _ in taken.refused] == [(2, rows[0]["passage"])]


def test_bad_rows_are_named_and_the_good_ones_are_written(register: Register, tmp_path: Path) -> None:
    rows = read_table(written(register, tmp_path / "r.csv"), "r.csv")
    rows[0]["status"], rows[1]["status"], rows[2]["status"] = "done", "accepted", "accepted"
    rows[2]["date"] = "3rd of May"
    rows[3] |= {"passage": "no-such-document#1", "status": "accepted"}
    taken = take_table(register, rows)
    assert taken.written == 1
    assert [row for row, _, _ in taken.refused] == [2, 4, 5]
    assert "no status" in taken.refused[0][2]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "misuse"),
        (b"name,value\n1,2\n", "misuse"),
        (b"\xff\xfepassage", "damaged"),
        (b"PK\x03\x04 not a workbook", "damaged"),
        (b'passage,status\n"unclosed', "damaged"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused_with_advice(data: bytes, kind: str) -> None:
    with pytest.raises(KBError) as caught:
        read_table(data, "r.csv")
    assert caught.value.kind == kind
    assert caught.value.advice


def test_a_name_without_a_known_ending_is_refused_and_nothing_is_left_behind(
    register: Register, tmp_path: Path
) -> None:
    with pytest.raises(KBError, match="neither"):
        save(rows_of(register.each()), tmp_path / "r.ods")
    with pytest.raises(KBError, match="cannot be written"):
        save(rows_of(register.each()), tmp_path / "missing" / "r.csv")
    assert not list(tmp_path.glob("*.unfinished"))
