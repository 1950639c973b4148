"""``kb export`` on a real collection."""

from __future__ import annotations

import csv
import io
import json

import pytest
from click.testing import CliRunner, Result

from kb.cli.main import kb as command
from kb.home import Home
from tests.kb.citator.conftest import citing_home, ids, keeper  # noqa: F401 - fixtures


def run(home: Home, *arguments: str) -> Result:
    return CliRunner().invoke(command, ["--home", str(home.path), "export", *arguments])


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("court", "One v. State, no. 1001/02, § 3, 6 May 2008"),
        ("oscola", "One v State App no 1001/02 (ECtHR, 6 May 2008), para 3"),
        ("cpt", "One v. State (application no. 1001/02, judgment of 6 May 2008), paragraph 3"),
    ],
)
def test_a_passage_is_cited_in_a_style(citing_home: Home, ids: dict[str, str], form: str, words: str) -> None:  # noqa: F811
    assert run(citing_home, f"{ids['one.txt']}#3", "--as", form).stdout == words + "\n"


def test_hits_of_a_search_become_a_file(citing_home: Home) -> None:  # noqa: F811
    found = run(citing_home, "--search", "register", "--as", "csv", "--address", "https://kb.example/")
    rows = list(csv.DictReader(io.StringIO(found.stdout)))
    assert len(rows) >= 2
    assert all(row["url"].startswith("https://kb.example/d/") for row in rows)


def test_json_has_every_style(citing_home: Home, ids: dict[str, str]) -> None:  # noqa: F811
    said = json.loads(run(citing_home, ids["opcat-en.md"], "--json").stdout)
    assert set(said) == {"passage", "court", "oscola", "cpt", "un", "plain"}


def test_nothing_both_or_what_is_not_held_is_refused(citing_home: Home, ids: dict[str, str]) -> None:  # noqa: F811
    assert run(citing_home).exit_code == 2
    assert run(citing_home, ids["one.txt"], "--search", "x").exit_code == 2
    assert run(citing_home, "nothing").exit_code != 0
