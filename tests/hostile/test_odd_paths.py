"""Paths that are no plain files, or do not stay what they were, end as a named outcome, and the batch goes on."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from indexer.batch import keep
from indexer.limits import Limits
from tests.hostile.conftest import GOOD, Ran

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "given"
    made.mkdir()
    (made / "good.md").write_text(GOOD.format(n=4), "utf-8")
    return made


@posix
def test_what_is_no_file_is_named_and_nothing_waits_for_it(ran: Ran, folder: Path) -> None:
    os.mkfifo(folder / "pipe.pdf")
    (folder / "round.pdf").symlink_to(folder / "round.pdf")
    (folder / "gone.pdf").symlink_to(folder / "nowhere.pdf")
    (folder / "device.pdf").symlink_to("/dev/zero")
    (folder / "up").symlink_to(folder)
    (folder / "folder.pdf").mkdir()
    (folder / "folder.pdf" / "inside.md").write_text(GOOD.format(n=5), "utf-8")
    server = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    os.chdir(folder)  # the name of a socket is short
    try:
        server.bind("socket.pdf")
    finally:
        os.chdir(here)
        server.close()
    ran.over(folder, limits=Limits(), jobs=1)
    kinds = {name: ran.kind(name) for name in ran.reports}
    assert kinds.pop("gone.pdf") == "missing"
    assert kinds.pop("round.pdf") in ("no-access", "missing")
    assert {kinds.pop(name) for name in ("pipe.pdf", "device.pdf", "socket.pdf")} == {"not-a-file"}
    assert kinds == {"good.md": "indexed", "inside.md": "indexed"}


@posix
@pytest.mark.skipif(hasattr(os, "getuid") and os.getuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(ran: Ran, folder: Path) -> None:
    (folder / "shut.md").write_text("shut", "utf-8")
    (folder / "shut.md").chmod(0)
    assert ran.over(folder, limits=Limits(), jobs=1).kind("shut.md") == "no-access"
    assert ran.kind("good.md") == "indexed"


@posix
def test_names_that_no_one_would_give_are_names(ran: Ran, folder: Path) -> None:
    names = ["two\nlines.md", "a" * 250 + ".md", " .md", "-rf.md", "%s%n.md", "'; drop table.md", "<b>.md"]
    for at, name in enumerate(names):
        (folder / name).write_text(GOOD.format(n=at + 100), "utf-8")
    Path(os.fsdecode(os.fsencode(folder) + b"/bad-\xff\xfe.md")).write_text(GOOD.format(n=999), "utf-8")
    ran.over(folder, limits=Limits(), jobs=1)
    kinds = {name: ran.kind(name) for name in ran.reports}
    assert kinds.pop(os.fsdecode(b"bad-\xff\xfe.md")) == "name"  # the store holds text, and these bytes are none
    assert kinds == dict.fromkeys([*names, "good.md"], "indexed")


def test_a_name_of_four_hundred_letters_is_missing_or_refused(ran: Ran, folder: Path) -> None:
    long = folder / ("a" * 400 + ".pdf")
    ran.over(folder, long, limits=Limits(), jobs=1)
    assert ran.kind(long.name) in ("no-access", "missing")
    assert ran.kind("good.md") == "indexed"


@pytest.mark.parametrize("change", ["grows", "vanishes", "shrinks"])
def test_a_file_that_does_not_stay_what_it_was_is_named(
    ran: Ran, folder: Path, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = folder / "restless.md"
    given.write_text(GOOD.format(n=7), "utf-8")
    from indexer.batch import plan

    hashed = plan.digest

    def and_then(path: Path) -> str:
        told = hashed(path)
        if path == given:
            if change == "vanishes":
                given.unlink()
            else:
                given.write_text(GOOD * 99 if change == "grows" else "#", "utf-8")
        return told

    monkeypatch.setattr(plan, "digest", and_then)
    ran.over(folder, limits=Limits(), jobs=1)
    assert ran.kind("restless.md") in ("changed", "not-kept", "missing")
    assert ran.kind("good.md") == "indexed"
    assert not list(ran.home.originals.glob(f"??/*{keep.UNFINISHED}"))
