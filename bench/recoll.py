"""Recoll's indexer on the same folder: what a person would install instead."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path


def recollindex(folder: Path) -> float | None:
    """Seconds for ``recollindex`` to index a folder anew, as it is configured out of the box; None where it is not
    installed. It uses as many threads and filter processes as it likes."""
    if shutil.which("recollindex") is None:
        return None
    with tempfile.TemporaryDirectory() as home:
        settings = Path(home) / "recoll.conf"
        settings.write_text(f"topdirs = {folder}\nidxflushmb = 100\n", "utf-8")
        began = time.perf_counter()
        subprocess.run(
            ["recollindex", "-c", home],
            env=os.environ | {"RECOLL_TMPDIR": home},
            capture_output=True,
            check=True,
        )
        return time.perf_counter() - began
