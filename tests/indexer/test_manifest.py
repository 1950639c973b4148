"""What a folder's manifest says of its files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from indexer.limits import Limits
from indexer.manifest import ManifestError, Manifests
from kb.nouns import Access, Kind

TOML = """
exclude = ["drafts/*"]
[defaults]
access = "restricted"
mechanism = "KRCT"
institution = "Lipjan"
[files."one.pdf"]
title = "Visit to Lipjan"
kind = "report"
date = 2023-05-21
access = "public"
institutions = ["Lipjan", "Istog"]
"""


def test_a_files_own_table_wins_over_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "kb.toml").write_text(TOML)
    settings = Manifests().settings(tmp_path / "one.pdf")
    assert (settings.title, settings.kind, settings.date) == ("Visit to Lipjan", Kind.REPORT, "2023-05-21")
    assert (settings.access, settings.mechanism) == (Access.PUBLIC, "KRCT")
    assert settings.institutions == ("Lipjan", "Istog")


def test_a_manifest_above_the_folder_that_is_indexed_still_closes_it(tmp_path: Path) -> None:
    (tmp_path / "kb.toml").write_text(TOML)
    deep = tmp_path / "2023" / "visits"
    deep.mkdir(parents=True)
    assert Manifests().settings(deep / "one.pdf").access is Access.RESTRICTED


def test_the_nearest_manifest_wins(tmp_path: Path) -> None:
    (tmp_path / "kb.toml").write_text(TOML)
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "kb.toml").write_text('[defaults]\naccess = "internal"\n')
    settings = Manifests().settings(tmp_path / "inner" / "x.pdf")
    assert (settings.access, settings.mechanism) == (Access.INTERNAL, "KRCT")


def test_excluded_files_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "kb.toml").write_text(TOML)
    assert Manifests().excluded(tmp_path / "drafts" / "x.pdf")
    assert not Manifests().excluded(tmp_path / "x.pdf")


def test_a_csv_manifest_may_be_separated_as_spreadsheets_do(tmp_path: Path) -> None:
    (tmp_path / "kb.csv").write_text("file;title;institutions\na.pdf;Raport, i dytë;Lipjan | Istog\n", "utf-8")
    settings = Manifests().settings(tmp_path / "a.pdf")
    assert (settings.title, settings.institutions) == ("Raport, i dytë", ("Lipjan", "Istog"))


def test_a_csv_manifest_says_the_same_things(tmp_path: Path) -> None:
    (tmp_path / "kb.csv").write_text(
        "file,title,institutions,access\na.pdf,Një raport,Lipjan; Istog,public\n", "utf-8-sig"
    )
    settings = Manifests().settings(tmp_path / "a.pdf")
    assert (settings.title, settings.institutions) == ("Një raport", ("Lipjan", "Istog"))
    assert settings.access is Access.PUBLIC


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[defaults]\naccess = "secret"\n', "secret"),
        ('[defaults]\ncolour = "red"\n', "colour"),
        ('[defaults]\ndate = "last week"\n', "YYYY"),
        ("[default]\n", "default"),
        ("access = = 3", "cannot be read"),
    ],
)
def test_a_manifest_that_cannot_be_understood_stops_the_run(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "kb.toml").write_text(text)
    with pytest.raises(ManifestError, match=said):
        Manifests().settings(tmp_path / "a.pdf")


def test_limits_hold_for_the_folder_and_all_below_it(tmp_path: Path) -> None:
    (tmp_path / "kb.toml").write_text("[limits]\nseconds = 300\nmemory = 1024\n")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "kb.toml").write_text("[limits]\npages = 20_000\n")
    found = Manifests().limits(tmp_path / "inner" / "x.pdf", Limits())
    assert found == replace(Limits(), seconds=300.0, memory=1 << 30, pages=20_000)
    assert Manifests().limits(tmp_path.parent / "x.pdf", Limits()) == Limits()


@pytest.mark.parametrize(
    ("text", "said"),
    [("hours = 1", "hours"), ("seconds = 0", "above 0"), ('memory = "1 GB"', "above 0"), ("pages = true", "above 0")],
)
def test_limits_that_cannot_be_understood_stop_the_run(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "kb.toml").write_text(f"[limits]\n{text}\n")
    with pytest.raises(ManifestError, match=said):
        Manifests().settings(tmp_path / "a.pdf")
