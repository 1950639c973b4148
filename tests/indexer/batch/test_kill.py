"""Killed at any moment and run again, the collection is the one that an undisturbed run makes."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kb.collection import Collection
from kb.home import Home
from kb.index.check import check_collection

TEXT = """# Visit {n}

1. In cell {n} the window was broken and the prisoner had waited {n} days for a doctor (Rule 24 of the Mandela Rules).

2. Të burgosurit u ankuan për mungesën e ujit të ngrohtë në pavijonin {n}.

3. Zatvorenici su se žalili na uslove u samici broj {n}; vidi CPT/Inf ({y}) {n}.
"""
ROUNDS = int(os.environ.get("KB_KILLS", "6"))


def kb(home: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "kb.cli", "--home", str(home), *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


def digests(home: Path) -> tuple[str, str]:
    found = check_collection(Home.at(home), Collection(Home.at(home)).store)
    assert found["problems"] == []
    return found["store_digest"], found["index_digest"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX's")
def test_a_run_killed_again_and_again_ends_as_one_that_was_not(tmp_path: Path) -> None:
    originals = tmp_path / "originals"
    originals.mkdir()
    for n in range(60):
        text = TEXT.format(n=n, y=2000 + n % 20) * (1 + n % 4)
        (originals / f"visit-{n:02}.md").write_text(text, "utf-8")
    (originals / "bad.pdf").write_bytes(b"%PDF-1.4 broken")
    whole = kb(tmp_path / "whole", "index", str(originals))
    began = time.monotonic()
    whole.communicate(timeout=300)
    lasted = time.monotonic() - began
    assert whole.returncode == 1  # one bad file
    chance = random.Random(7)
    for _ in range(ROUNDS):
        run = kb(tmp_path / "killed", "index", str(originals))
        time.sleep(chance.uniform(0.05, 0.9) * lasted)
        run.send_signal(signal.SIGKILL)
        run.communicate()
    last = kb(tmp_path / "killed", "index", "--json", str(originals))
    said, _ = last.communicate(timeout=300)
    assert "summary" in json.loads(said.splitlines()[-1])
    assert digests(tmp_path / "killed") == digests(tmp_path / "whole")
    assert not list((tmp_path / "killed" / "originals").glob("??/*.unfinished"))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_an_interrupted_run_finishes_the_files_in_hand_and_says_so(tmp_path: Path) -> None:
    originals = tmp_path / "originals"
    originals.mkdir()
    for n in range(200):
        (originals / f"visit-{n:03}.md").write_text(TEXT.format(n=n, y=2001) * 20, "utf-8")
    run = kb(tmp_path / "home", "index", "--json", str(originals))
    assert run.stdout is not None
    run.stdout.readline()  # the first file is done
    run.send_signal(signal.SIGINT)
    said, errors = run.communicate(timeout=120)
    assert run.returncode == 130, errors
    summary = json.loads(said.splitlines()[-1])["summary"]
    assert 0 < summary["indexed"] < 200
    assert "run it again" in errors
    digests(tmp_path / "home")
