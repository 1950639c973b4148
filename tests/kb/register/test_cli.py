"""The register on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kb.cli.context import report
from kb.cli.main import kb
from kb.errors import KBError
from kb.home import Home

Run = Callable[..., Result]


@pytest.fixture
def run(home: Home) -> Run:
    def call(*words: str) -> Result:
        return CliRunner().invoke(kb, ["--home", str(home.path), "register", *words])

    return call


def items(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    return list(json.loads(result.stdout)["items"])


def test_it_lists_narrows_and_pages(run: Run) -> None:
    assert len(items(run("--json"))) == 6
    assert [each["label"] for each in items(run("--json", "--year", "2021", "--addressee", "ministry-of-health"))] == [
        "3"
    ]
    assert [each["label"] for each in items(run("--json", "--year", "2021", "--limit", "1", "--offset", "2"))] == ["4"]
    assert "6 recommendations, 6 of them open" in run().stderr


def test_a_status_is_set_shown_and_left_out_of_what_is_open(run: Run) -> None:
    key = items(run("--json", "--year", "2023"))[0]["passage"]
    said = run("set", key, "implemented", "--who", "Ana", "--note", "seen", "--on", "2024-05-01", "--json")
    assert json.loads(said.stdout)["history"][0]["who"] == "Ana"
    shown = run("show", key).stdout
    assert "2024-05-01 · implemented · Ana · seen" in shown
    assert len(items(run("--json", "--open"))) == 5
    assert items(run("--json", "--open", "--status", "implemented")) == []


def test_who_has_not_read_the_last_entry_is_refused(run: Run) -> None:
    key = items(run("--json"))[0]["passage"]
    run("set", key, "accepted")
    refused = run("set", key, "rejected", "--seen", "0")
    assert isinstance(refused.exception, KBError)
    assert report(refused.exception) == 1
    assert json.loads(run("show", key, "--json").stdout)["status"] == "accepted"


def test_a_table_goes_out_and_comes_back(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "register.csv"
    assert run("export", str(file), "--year", "2021").exit_code == 0
    assert file.read_text("utf-8-sig").count("It is recommended") == 3
    file.write_text(file.read_text("utf-8-sig").replace("no-answer,,,,,0", "accepted,,,,,0", 1), "utf-8")
    assert "1 written, 2 unchanged, 0 refused" in run("import", str(file), "--dry-run").stdout
    assert "1 written, 2 unchanged, 0 refused" in run("import", str(file), "--who", "Ana").stdout
    file.write_text(file.read_text("utf-8").replace("no-answer", "nonsense", 1), "utf-8")
    again = run("import", str(file))
    assert again.exit_code == 1
    assert "row " in again.stderr


def test_a_passage_that_recommends_nothing_is_named_with_advice(run: Run) -> None:
    refused = run("show", "no-such-document#1")
    assert isinstance(refused.exception, KBError)
    assert "kb register" in str(refused.exception)


def test_what_was_answered_and_what_was_made_again_is_shown(run: Run) -> None:
    key = next(each["passage"] for each in items(run("--json", "--year", "2021")) if "showers" in each["text"])
    shown = json.loads(run("show", key, "--json").stdout)
    assert [each["how"] for each in shown["answers"]] == ["quotes"]
    assert [each["why"] for each in shown["again"]] == ["words"]
    printed = run("show", key).stdout
    assert "put out to tender" in printed
    assert f"made again in {shown['again'][0]['passage']}" in printed
