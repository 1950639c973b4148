"""Who cites a passage: one number on its own page, on the citator's and on the command line; one row each."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from indexer.batch.run import Batch, Options
from kb.cli.main import kb
from kb.home import Home
from kb.nouns import Access

MANIFEST = """
[files."opcat.md"]
title = "OPCAT in English"
kind = "instrument"
work = "opcat"
access = "public"
[files."opcat-sq.md"]
title = "OPCAT shqip"
kind = "instrument"
work = "opcat"
language = "sq"
access = "public"
[files."visit.txt"]
title = "Report on a visit"
kind = "report"
language = "en"
access = "public"
[files."visit.md"]
title = "Report on a visit"
kind = "report"
language = "en"
access = "public"
[files."secret.txt"]
title = "A confidential note"
kind = "report"
language = "en"
access = "restricted"
"""
VISIT = (
    "1. The delegation could not see the register. This is against Article 19 OPCAT; Article 19 OPCAT is law here.\n\n"
    "2. The director should know Article 19 OPCAT, as paragraph 1 above says; it hangs in no office of the prison.\n\n"
    "3. The delegation was shown the kitchen, the yard and the cells, in which nothing was found to tell of.\n"
)
TEXTS = {
    "opcat.md": "# OPCAT\n\n### Article 19\n\nThe mechanisms shall at least have the power to examine treatment.\n\n"
    "### Article 20\n\nTo enable them, States Parties undertake to grant access to all information.\n",
    "opcat-sq.md": "# OPCAT\n\n### Neni 19\n\nMekanizmat kanë të paktën kompetencën që të shqyrtojnë trajtimin.\n\n"
    "### Neni 20\n\nShtetet marrin përsipër që t'u japin mekanizmave të gjitha informatat.\n",
    "visit.txt": VISIT,
    "visit.md": VISIT,
    "secret.txt": "1. The informant says that Article 19 OPCAT was broken, and Article 19 OPCAT again.\n",
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    root = tmp_path_factory.mktemp("cited-by")
    folder: Path = root / "in"
    folder.mkdir()
    (folder / "kb.toml").write_text(MANIFEST, "utf-8")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    Batch(Home.at(root / "home"), Options(jobs=1)).run([folder])
    return Home.at(root / "home")


@pytest.mark.parametrize(("clearance", "number"), [(Access.PUBLIC, 2), (Access.RESTRICTED, 3)])
def test_one_number_on_every_page(home: Home, serve_home: Callable[..., Any], clearance: Access, number: int) -> None:
    browser = serve_home(home, clearance)
    for held in browser.collection.documents():
        if held.work != "opcat":
            continue
        shown = browser.get(f"/d/{held.id}/p/article-19").text
        listed = re.search(r'<h2 class="small-title" id="citing">.*?</section>', shown, re.DOTALL)
        assert listed
        assert f'<span class="count">{number}</span>' in listed[0]
        assert listed[0].count("<li>") == number
        assert ("confidential" in shown) == (clearance is Access.RESTRICTED)
    assert f"{number} passages" in browser.get("/cite/opcat~article-19").text
    assert json.loads(browser.get("/api/citator/opcat~article-19").text)["total"] == number


def test_the_command_line_counts_alike(home: Home) -> None:
    got = CliRunner().invoke(kb, ["--home", str(home.path), "citator", "OPCAT article 19", "--json"])
    assert json.loads(got.stdout)["total"] == 3


def test_the_interface_for_programs_has_one_row_for_each_that_cites(home: Home, serve_home: Callable[..., Any]) -> None:
    browser = serve_home(home, Access.RESTRICTED)
    rows = []
    for held in browser.collection.documents():
        if held.work == "opcat":
            got = json.loads(browser.get(f"/api/passages/{held.id}/article-19").text)
            rows += [(row["document"], row["anchor"]) for row in got["cited_by"]]
    assert len(rows) == len(set(rows)) == 3


def test_references_inside_the_document_are_told_apart(home: Home, serve_home: Callable[..., Any]) -> None:
    browser = serve_home(home, Access.PUBLIC)
    [visit] = [held for held in browser.collection.documents() if held.kind == "report"]
    first, third = (browser.get(f"/d/{visit.id}/p/{anchor}").text for anchor in "13")
    assert "Referred to in this document:" in first
    assert "Cited by" not in first
    assert "Referred to in this document:" not in third
