"""A backup brings everything back, or says that it cannot."""

from __future__ import annotations

import json
import stat
import zipfile
from pathlib import Path

import pytest

from indexer.batch.run import Batch, Options
from kb.backup import restore_home, save_home
from kb.collection import Collection
from kb.errors import HomeError, KBError
from kb.home import Home
from kb.index.check import check_collection
from kb.nouns import Query


@pytest.fixture
def home(tmp_path: Path) -> Home:
    (tmp_path / "a.txt").write_text("1. The water was cold.\n\n2. The porridge was warm.\n")
    made = Home.at(tmp_path / "home")
    Batch(made, Options()).run([tmp_path / "a.txt"])
    return made


def test_what_is_restored_is_what_was_saved(home: Home, tmp_path: Path) -> None:
    assert save_home(home, tmp_path / "b.zip") == 1
    other = Home.at(tmp_path / "other")
    assert restore_home(other, tmp_path / "b.zip") == 1
    left = check_collection(home, Collection(home).store)
    right = check_collection(other, Collection(other).store)
    assert left == right
    assert right["problems"] == []
    assert Collection(other).search(Query(text="porridge")).total == 1


def test_a_backup_is_for_its_owner_alone_and_overwrites_nothing(home: Home, tmp_path: Path) -> None:
    save_home(home, tmp_path / "b.zip")
    assert stat.S_IMODE((tmp_path / "b.zip").stat().st_mode) == 0o600
    with pytest.raises(KBError, match="there already"):
        save_home(home, tmp_path / "b.zip")


def test_a_home_that_holds_something_is_never_overwritten(home: Home, tmp_path: Path) -> None:
    save_home(home, tmp_path / "b.zip")
    with pytest.raises(HomeError, match="already holds"):
        restore_home(home, tmp_path / "b.zip")


def test_an_empty_home_has_no_backup(tmp_path: Path) -> None:
    with pytest.raises(HomeError, match="no collection"):
        save_home(Home.at(tmp_path / "none"), tmp_path / "b.zip")


def test_a_damaged_backup_is_refused(home: Home, tmp_path: Path) -> None:
    save_home(home, tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as whole, zipfile.ZipFile(tmp_path / "bad.zip", "w") as bad:
        for name in whole.namelist():
            data = whole.read(name)
            bad.writestr(name, data[:-1] + b"X" if name.startswith("originals/") else data)
    with pytest.raises(KBError, match="not a complete backup"):
        restore_home(Home.at(tmp_path / "other"), tmp_path / "bad.zip")
    (tmp_path / "none.zip").write_bytes(b"PK no")
    with pytest.raises(KBError, match="not a complete backup"):
        restore_home(Home.at(tmp_path / "third"), tmp_path / "none.zip")


def test_a_backup_cannot_write_outside_the_home(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as evil:
        evil.writestr("originals/x", "evil")
        evil.writestr("backup.json", json.dumps({"sha256": {"originals/x": "../../../../evil", "store.sqlite": "0"}}))
    with pytest.raises(KBError, match="not a complete backup"):
        restore_home(Home.at(tmp_path / "home"), tmp_path / "evil.zip")
    assert not list(tmp_path.parent.glob("**/evil"))
