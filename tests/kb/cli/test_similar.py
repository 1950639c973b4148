"""``kb similar`` on a small collection."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from indexer.batch.run import Batch, Options
from kb.cli.main import kb
from kb.home import Home


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("similar")
    folder = root / "originals"
    folder.mkdir()
    (folder / "a.md").write_text(
        "# First\n\n1. Handcuffs were applied to every prisoner during transport to court.\n\n"
        "2. The kitchen was clean and the food was warm.\n", "utf-8",
    )  # fmt: skip
    (folder / "b.md").write_text(
        "# Second\n\n1. During transport the guards used handcuffs without need.\n\n"
        "2. The library has four hundred books.\n", "utf-8",
    )  # fmt: skip
    Batch(Home.at(root / "home"), Options(jobs=1)).run([folder])
    return root / "home"


def run(home: Path, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(kb, ["--home", str(home), *words])
    return done.exit_code, done.output + (str(done.exception) if done.exception else "")


def test_what_is_like_a_passage_is_printed_with_its_address(home: Path) -> None:
    from kb.collection import Collection

    first, second = sorted(Collection(Home.at(home)).documents(), key=lambda document: document.title)
    code, text = run(home, "similar", f"{first.id}#1")
    assert code == 0
    assert f"/d/{second.id}/p/1" in text
    assert f"/d/{first.id}/p/1" not in text
    assert "Handcuffs" in text.splitlines()[0]


def test_a_place_without_an_anchor_is_misuse(home: Path) -> None:
    code, text = run(home, "similar", "first")
    assert code == 2
    assert "DOC#ANCHOR" in text


def test_a_passage_that_is_not_held_is_said(home: Path) -> None:
    code, text = run(home, "similar", "none#1")
    assert code != 0
    assert "no document" in text
