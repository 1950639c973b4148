"""Each question with its best passages, in every format, and nothing lost."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from kb.cli.main import kb
from kb.collection import Collection
from kb.home import Home
from kb.nouns import Access
from kb.questions import answers, brief_of, questions_in, rows_of, shapes_of

ASKED = (
    "# Health\n1. Does a doctor examine prisoners within 24 hours?\n2. Qqqqq wwwww?\n"
    "# Force\n3. Are handcuffs used during transport?"
)


def run(home: Home, *words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(kb, ["--home", str(home.path), *words])
    return done.exit_code, done.stdout, done.stderr + (str(done.exception) if done.exception else "")


@pytest.fixture(scope="module")
def collection(home: Home) -> Collection:
    return Collection(home, Access.PUBLIC)


def test_the_best_come_first_in_any_language_and_a_question_that_finds_nothing_stays(collection: Collection) -> None:
    found = list(answers(collection, questions_in(ASKED), best=2))
    assert [len(each.passages) for each in found] == [2, 0, 2]
    assert {passage.language for _, passage in found[0].passages} == {"en", "sq"}
    assert found[1].advice
    rows = list(rows_of(found, root="http://x"))
    assert [(row["question_id"], row["rank"]) for row in rows] == [
        ("1", "1"), ("1", "2"), ("2", ""), ("3", "1"), ("3", "2"),
    ]  # fmt: skip
    assert rows[2]["remark"].startswith("nothing found")
    assert rows[0]["address"].startswith("http://x/d/")
    assert rows[0]["section"] == "Health"


def test_languages_and_kinds_narrow_and_a_document_may_answer_once(collection: Collection) -> None:
    (only,) = answers(collection, questions_in("doctor prisoners 24"), languages=("sq",))
    assert {passage.language for _, passage in only.passages} == {"sq"}
    (each,) = answers(collection, questions_in("every was handcuffs doctor"), best=9, group=True)
    assert len({document.id for document, _ in each.passages}) == len(each.passages)


def test_nobody_is_told_of_what_they_may_not_see(home: Home, collection: Collection) -> None:
    questions = questions_in("Have the handcuffs of the transport rusted, secret?")
    shown = json.dumps(list(shapes_of(answers(collection, questions, best=9), root="")))
    assert "secret" not in shown.replace("rusted, secret?", "").replace("rusted secret", "")
    whole = list(answers(Collection(home), questions, best=9))
    assert any(document.access is Access.RESTRICTED for document, _ in whole[0].passages)
    code, out, _ = run(home, "ask", str(_file(home, "handcuffs rusted\n")), "--json", "--clearance", "public")
    assert code == 0
    assert "secret" not in out


def _file(home: Home, text: str, name: str = "q.csv") -> Path:
    path = home.path.parent / name
    path.write_text(text, "utf-8")
    return path


def test_a_question_that_cannot_be_read_says_so_and_the_rest_is_asked(collection: Collection) -> None:
    found = list(answers(collection, questions_in("(" * 40 + "x\ndoctor")))
    assert found[0].error is not None
    assert "brackets" in next(rows_of(found, root=""))["remark"]
    assert found[1].passages


def test_what_was_not_asked_in_time_is_named(collection: Collection) -> None:
    found = list(answers(collection, questions_in("doctor\nkitchen"), seconds=-1))
    assert [each.error.kind for each in found if each.error] == ["late", "late"]


def test_a_brief_has_a_heading_for_each_section_and_question(collection: Collection) -> None:
    made = brief_of(
        answers(collection, questions_in(ASKED), best=1), clearance=Access.PUBLIC, language="sq", root="http://x"
    )
    assert [section.title for section in made.sections] == ["Health", "Force"]
    first, nothing = made.sections[0].groups
    assert first.title == "1. Does a doctor examine prisoners within 24 hours?"
    assert first.lines[0].source is not None
    assert first.lines[0].source.address.startswith("http://x/d/")
    assert nothing.lines[0].text == made.words["nothing"]
    assert nothing.lines[0].source is None


def test_every_format_is_written_and_no_cell_is_a_formula(home: Home, tmp_path: Path) -> None:
    table = _file(home, "id;pyetja\n=1+1;Does a doctor examine prisoners within 24 hours?\n@2;=cmd handcuffs court\n")
    for suffix in ("csv", "xlsx", "json", "docx", "html", "md"):
        code, _, said = run(home, "ask", str(table), "--out", str(tmp_path / f"a.{suffix}"))
        assert code == 0, said
    rows = list(csv.reader(io.StringIO((tmp_path / "a.csv").read_text("utf-8-sig"), newline="")))
    assert rows[1][0] == "'=1+1"
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}
    assert sheet["A2"].value == "=1+1"
    assert b"<f>" not in zipfile.ZipFile(tmp_path / "a.xlsx").read("xl/worksheets/sheet1.xml")
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))[0]["passages"][0]["citation"]
    assert b"footnoteReference" in zipfile.ZipFile(tmp_path / "a.docx").read("word/document.xml")


def test_the_command_names_bad_lines_and_ends_with_one(home: Home) -> None:
    table = _file(home, "question,kind\nIs there a doctor?,\n,law\nx,poem\n")
    code, out, said = run(home, "ask", str(table))
    assert code == 1
    assert "line 3" in said
    assert "line 4" in said
    assert "1. Is there a doctor?" in out
    code, _, said = run(home, "ask", str(_file(home, "a,b\n1,2\n", "other.csv")))
    assert "no column" in said
    code, _, said = run(home, "ask", str(table), "--out", "x.odt")
    assert "odt" in said
