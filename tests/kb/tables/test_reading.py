"""Tables come in as every spreadsheet writes them."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from openpyxl import Workbook

from kb.errors import KBError
from kb.tables import csv_lines, lines_of, write_xlsx

ROWS = [["question", "kind"], ["A ka mjek, ditë e natë?", "raport"], ["Да ли има лекара; и ноћу?", ""]]


def as_csv(delimiter: str) -> str:
    return "".join(delimiter.join(f'"{cell}"' for cell in row) + "\r\n" for row in ROWS)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_delimiter_and_encoding_are_found_out(delimiter: str, encoding: str) -> None:
    found = list(lines_of(as_csv(delimiter).encode(encoding), "x.csv"))
    assert found == [(1, ROWS[0]), (2, ROWS[1]), (3, ROWS[2])]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("pyetja;gjuha\r\nA është çelur dera?;sq\r\n", "cp1252"),
        ("pitanje;jezik\r\nDa li se ćelije provetravaju češće?;sr\r\n", "cp1250"),
        ("питање;језик\r\nДа ли се ћелије проветравају?;sr\r\n", "cp1251"),
        ("soru;dil\r\nTutuklular açık havaya çıkıyor mu, günlük olarak?;tr\r\n", "cp1254"),
        ("question;langue\r\nLes détenus ont-ils accès à un médecin où qu’ils soient?;fr\r\n", "cp1252"),
    ],
)
def test_the_code_pages_of_old_spreadsheets_are_told_apart(text: str, encoding: str) -> None:
    head, row = text.splitlines()
    found = [cells for _, cells in lines_of(text.encode(encoding), "x.csv")]
    assert found == [head.split(";"), row.split(";")]


def test_a_file_of_one_column_is_not_cut_at_its_commas() -> None:
    text = "question\nIs there a doctor, a nurse, and a dentist?\n"
    assert [cells for _, cells in lines_of(text.encode(), "x.csv")][1] == ["Is there a doctor, a nurse, and a dentist?"]


def test_lines_keep_their_numbers_past_empty_ones_and_cells_of_several_lines() -> None:
    text = 'sep=;\nquestion;id\n\n"one\ntwo";1\n;;\nthree;2\n'
    assert list(lines_of(text.encode(), "x.csv")) == [
        (2, ["question", "id"]),
        (4, ["one\ntwo", "1"]),
        (7, ["three", "2"]),
    ]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04 no workbook", "damaged"),
        (b'a,b\n"never closed,1\n', "damaged"),
        (b"\x00\x01\x02\x03binary\x00\x00\x00", "damaged"),
    ],
)
def test_what_is_no_table_is_named_so(data: bytes, kind: str) -> None:
    with pytest.raises(KBError) as caught:
        list(lines_of(data, "x.csv"))
    assert caught.value.kind == kind
    assert caught.value.where == "x.csv"
    assert caught.value.advice


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 2_000_000)
    monkeypatch.setattr("kb.tables.xlsx.MOST_UNPACKED", 1_000_000)
    with pytest.raises(KBError, match="workbook"):
        list(lines_of(made.getvalue(), "x.xlsx"))


def test_a_workbook_is_read_like_a_csv() -> None:
    book = Workbook()
    sheet: Any = book.active
    for row in (["question", "year"], ["Is there a doctor?", 2019], [None, None], ["And at night?", 2020.0]):
        sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    assert [(number, cells) for number, cells in lines_of(made.getvalue(), "x.xlsx")] == [
        (1, ["question", "year"]),
        (2, ["Is there a doctor?", "2019"]),
        (4, ["And at night?", "2020"]),
    ]


@pytest.mark.parametrize("value", ["=1+1", "+x", "-x", "@x", "\tx", "'x", "plain", "\n=x", ""])
def test_no_cell_is_a_formula_and_each_is_read_back_as_it_was(value: str) -> None:
    text = "".join(csv_lines([{"a": value, "b": "1"}], ("a", "b")))
    assert text.startswith("\ufeff")
    assert not text.splitlines()[1].strip('"').startswith(("=", "+", "-", "@", "\t"))
    assert list(lines_of(text.encode(), "x.csv"))[1][1] == [value, "1"]
    made = io.BytesIO()
    write_xlsx([{"a": value, "b": "1"}], ("a", "b"), made, sheet="S")
    assert b"<f>" not in zipfile.ZipFile(made).read("xl/worksheets/sheet1.xml")
