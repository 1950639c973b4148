"""What is read when."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_importing_and_detecting_clear_text_reads_neither_dictionaries_nor_profiles() -> None:
    program = (
        "import sys, kb.languages as l\n"
        "assert l.detect('The prisoners were not in the cells of the prison.').language == 'en'\n"
        "print([name for name in ('langdetect', 'simplemma') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_warming_reads_all_within_the_memory_of_a_worker(kept_tables: Path) -> None:
    program = (
        "import pathlib, resource, sys, kb.languages as l\n"
        "l.keep_tables_in(pathlib.Path(sys.argv[1]))\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "l.warm()\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)"
    )
    command = [sys.executable, "-c", program, str(kept_tables)]
    subprocess.run(command, capture_output=True, check=True)  # makes what is missing
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert int(done.stdout) <= 150  # MiB
