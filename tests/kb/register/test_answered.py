"""A recommendation to which an answer is held is shown as answered until somebody says what came of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.batch.run import Batch, Options
from kb.collection import Collection
from kb.errors import KBError
from kb.home import Home
from kb.nouns import Access, Progress, StatusEntry, standing
from kb.register.checked import checked
from kb.register.files import read_table, save
from kb.register.register import Register
from kb.register.table import rows_of
from kb.register.taking import take_table
from tests.kb.register.test_register import key_of


def test_those_are_answered_that_a_response_names_or_quotes(register: Register) -> None:
    found = register.find({"status": ["answered"]})
    assert {each.passage.label for each in found.items} == {"2", "3"}
    assert {each.answered for each in found.items} == {"2021-12-01"}
    assert all(each.status is Progress.ANSWERED and each.said is Progress.NO_ANSWER for each in found.items)
    assert found.open == 2
    assert register.crossed({}, "status", "year")["answered"] == {"2021": 2}
    assert register.one(key_of(register, "showers")).status is Progress.ANSWERED
    assert register.one(key_of(register, "showers", "2023")).status is Progress.NO_ANSWER


def test_what_a_person_says_goes_before_and_the_facets_follow(register: Register) -> None:
    key = key_of(register, "showers")
    assert register.find().facets["status"] == {"no-answer": 4, "answered": 2}
    assert register.say(key, checked("partly-implemented")).status is Progress.PARTLY
    assert register.find().facets["status"] == {"no-answer": 4, "answered": 1, "partly-implemented": 1}
    with pytest.raises(KBError, match="said by nobody"):
        checked("answered")


@pytest.mark.parametrize(
    ("said", "day", "answered", "expected"),
    [
        (None, "", None, "no-answer"),
        (None, "", "", "answered"),
        ("no-answer", "2021-01-01", "2021-12-01", "answered"),
        ("no-answer", "2022-01-01", "2021-12-01", "no-answer"),
        ("no-answer", "2022-01-01", "", "no-answer"),
        ("accepted", "2021-01-01", "2021-12-01", "accepted"),
    ],
)
def test_no_answer_holds_until_a_later_response(
    said: str | None, day: str, answered: str | None, expected: str
) -> None:
    last = StatusEntry(status=Progress(said), date=day) if said else None
    assert standing(last, answered) == expected


def test_a_response_that_is_not_for_the_reader_answers_nothing(own: Home, folder: Path) -> None:
    manifest = (folder / "kb.toml").read_text("utf-8")
    of_response = '[files."response.txt"]\n'
    (folder / "kb.toml").write_text(manifest.replace(of_response, of_response + 'access = "restricted"\n'), "utf-8")
    Batch(own, Options(jobs=1)).run([folder])
    staff, public = Register(Collection(own)), Register(Collection(own, Access.PUBLIC))
    assert staff.find().facets["status"]["answered"] == 2
    assert "answered" not in public.find().facets["status"]
    assert public.one(key_of(public, "showers")).answered is None


def test_a_response_that_comes_or_goes_is_seen_without_opening_anew(own: Home, folder: Path) -> None:
    register = Register(Collection(own))
    assert register.find({"status": ["answered"]}).total == 2
    text = (folder / "response.txt").read_bytes()
    (folder / "response.txt").unlink()
    Batch(own, Options(jobs=1, prune=True)).run([folder])
    assert register.find({"status": ["answered"]}).total == 0
    (folder / "response.txt").write_bytes(text)
    Batch(own, Options(jobs=1)).run([folder])
    assert register.find({"status": ["answered"]}).total == 2


@pytest.mark.parametrize("name", ["r.csv", "r.xlsx"])
def test_a_table_that_nobody_touched_changes_nothing_though_a_response_came_or_went(
    register: Register, tmp_path: Path, name: str
) -> None:
    save(rows_of(register.each()), tmp_path / name)
    rows = list(read_table((tmp_path / name).read_bytes(), name))
    assert {row["status"] for row in rows} == {"no-answer", "answered"}
    assert take_table(register, rows).unchanged == 6
    before = [row | {"status": "no-answer"} for row in rows]
    after = [row | {"status": "answered"} for row in rows]
    assert take_table(register, before).unchanged == 6
    assert take_table(register, after).unchanged == 6
    noted = take_table(register, [rows[0] | {"status": "answered", "note": "What now?"}])
    assert (noted.written, len(noted.refused)) == (0, 1)
    assert all(each.history == () for each in register.each())
