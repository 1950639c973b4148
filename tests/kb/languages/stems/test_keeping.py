"""Where the tables of stems live."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.languages import keep_tables_in
from kb.languages.stems.keeping import kept_table
from kb.languages.stems.table import build


@pytest.fixture
def folder(tmp_path: Path, kept_tables: Path) -> Iterator[Path]:
    keep_tables_in(tmp_path / "tables")
    yield tmp_path / "tables"
    keep_tables_in(kept_tables)


def make() -> bytes:
    return build([(0, "kuca", "kuc")])


def never() -> bytes:
    raise AssertionError("the table is there already")


def test_a_table_is_made_once_and_then_mapped(folder: Path) -> None:
    assert kept_table("xx-1", make).get("kuca") == "kuc"
    assert [path.name for path in folder.iterdir()] == ["xx-1.stems"]
    assert kept_table("xx-1", never).get("kuca") == "kuc"


@pytest.mark.parametrize("damage", [b"", b"KBSTEM1\0 but not quite", make()[:-1]])
def test_a_damaged_file_is_made_anew(folder: Path, damage: bytes) -> None:
    folder.mkdir()
    (folder / "xx-1.stems").write_bytes(damage)
    assert kept_table("xx-1", make).get("kuca") == "kuc"
    assert kept_table("xx-1", never).get("kuca") == "kuc"


def test_a_folder_that_cannot_be_made_is_no_error(folder: Path) -> None:
    folder.write_text("a file in the way")
    assert kept_table("xx-1", make).get("kuca") == "kuc"
