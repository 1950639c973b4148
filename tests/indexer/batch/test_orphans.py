"""What a reader starts ends with it, even where it has left the reader's group. In a process of its own."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux gives orphans to who asks for them")


def _sleepers() -> set[str]:
    found = set()
    for each in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if each.read_bytes() == b"sleep\0" + b"30.25\0":
                found.add(each.parent.name)
        except OSError:
            continue
    return found


@pytest.mark.parametrize("session", [False, True])
def test_nothing_outlives_a_reader_that_was_ended(session: bool) -> None:
    code = textwrap.dedent(
        """
        import subprocess, time
        from indexer.batch import child
        from indexer.batch.fence import Fence
        from indexer.limits import Limits
        from kb.errors import UnreadableOriginal

        child.enter = lambda **_: ()  # shut in, the reader could not start this program at all

        def task(session):
            subprocess.Popen(["sleep", "30.25"], start_new_session=session)
            time.sleep(60)

        child.adopt_orphans()
        try:
            Fence(task, Limits(seconds=1.0), sweeping=True).run(%r, where="x")
        except UnreadableOriginal as error:
            print(error.kind)
        """
    )
    before = _sleepers()
    done = subprocess.run([sys.executable, "-c", code % session], capture_output=True, text=True, timeout=30)
    assert done.stdout.strip() == "timeout", done.stderr
    time.sleep(0.2)
    assert not _sleepers() - before
