"""What a command costs with all that it starts: processor time, and the most memory that one process of it took."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

SUBREAPER = 36  # prctl(2): what a command leaves running becomes ours, and its time is counted too
PAUSE = 0.2  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock and on the processor; MiB that the command itself and the largest process below it took."""

    wall: float
    cpu: float
    main: float
    largest: float
    output: str


def run(command: list[str]) -> Cost:
    """Run a command to its end, and wait for what it has started. Memory is known on Linux only, 0 elsewhere."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    ours = _children()
    before = _used()
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    peaks: dict[int, int] = {}
    done = threading.Event()
    watch = threading.Thread(target=_watch, args=(process.pid, peaks, done))
    watch.start()
    output, _ = process.communicate()
    wall = time.perf_counter() - began
    done.set()
    watch.join()
    for left in _children() - ours:  # what was ours before may live as long as we do
        os.waitpid(left, 0)
    main = peaks.pop(process.pid, 0)
    return Cost(wall, _used() - before, main / 1024, max(peaks.values(), default=0) / 1024, output)


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _children() -> set[int]:
    return {process for process, (parent, _) in _processes().items() if parent == os.getpid()}


def _processes() -> dict[int, tuple[int, int]]:
    """Parent and peak memory (KiB) of every process of the machine (Linux)."""
    found: dict[int, tuple[int, int]] = {}
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            facts = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        except OSError:
            continue  # it has ended
        found[int(status.parent.name)] = int(facts["PPid"]), int(facts.get("VmHWM", "0").split()[0])
    return found


def _watch(root: int, peaks: dict[int, int], done: threading.Event) -> None:
    """Notes the peak of each process below ``root`` until told that it has ended."""
    while not done.wait(PAUSE):
        found = _processes()
        for process, (_, size) in found.items():
            if _is_below(process, root, found):
                peaks[process] = max(size, peaks.get(process, 0))


def _is_below(process: int, root: int, found: dict[int, tuple[int, int]]) -> bool:
    while process and process != root:
        process = found.get(process, (0, 0))[0]
    return process == root
