"""The home folder: where things lie, and that one process at a time writes."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kb.errors import HomeError
from kb.home import Home
from kb.nouns import Access

HOLD = """
import sys, time
from kb.home import Home
with Home.at(sys.argv[1]).writing():
    print("held", flush=True)
    time.sleep(60)
"""


def test_the_option_wins_over_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_HOME", str(tmp_path / "environment"))
    assert Home.at().path == tmp_path / "environment"
    assert Home.at(tmp_path / "option").path == tmp_path / "option"


def test_each_access_level_has_an_index_folder_of_its_own(tmp_path: Path) -> None:
    home = Home.at(tmp_path)
    assert len({home.index("tantivy", level) for level in Access}) == len(Access)


@pytest.mark.skipif(os.name == "nt", reason="permissions are POSIX's")
def test_a_new_home_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    home = Home.at(tmp_path / "new").create()
    assert stat.S_IMODE(home.path.stat().st_mode) == 0o700


def test_a_file_in_the_place_of_the_home_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(HomeError, match="cannot be made"):
        Home.at(tmp_path / "file").create()


def test_a_second_process_is_refused_and_a_kill_frees_the_lock(tmp_path: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(HomeError, match="another process") as refused, Home.at(tmp_path).writing():
        pass
    assert refused.value.kind == "locked"
    holder.kill()
    holder.wait()
    holder.stdout.close()
    with Home.at(tmp_path).writing():
        pass
