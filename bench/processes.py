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
    """Seconds on the clock and on the processor; MiB that the command itself and the largest process below it took.

    ``levels`` is the processor's seconds of the command, of all that it started, of all that these started, and so on,
    as last seen before their end: the last fifth of a second may be missing.
    """

    wall: float
    cpu: float
    main: float
    largest: float
    levels: tuple[float, ...]
    output: str


def run(command: list[str]) -> Cost:
    """Run a command to its end, and wait for what it has started. Memory is known on Linux only, 0 elsewhere."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    ours = _children()
    before = _used()
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    seen: dict[int, _Seen] = {}
    done = threading.Event()
    watch = threading.Thread(target=_watch, args=(process.pid, seen, done))
    watch.start()
    output, _ = process.communicate()
    wall = time.perf_counter() - began
    done.set()
    watch.join()
    for left in _children() - ours:  # what was ours before may live as long as we do
        os.waitpid(left, 0)
    main = seen[process.pid].peak if process.pid in seen else 0
    largest = max((each.peak for each in seen.values() if each.depth), default=0)
    depths = range(1 + max((each.depth for each in seen.values()), default=-1))
    levels = tuple(sum(each.cpu for each in seen.values() if each.depth == depth) for depth in depths)
    return Cost(wall, _used() - before, main / 1024, largest / 1024, levels, output)


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _children() -> set[int]:
    return {process for process, (parent, _) in _processes().items() if parent == os.getpid()}


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one process has taken: peak memory (KiB), seconds of processor, and how far below the command it stands."""

    peak: int
    cpu: float
    depth: int


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


def _processor(process: int) -> float:
    """Seconds that a process has had so far (Linux), 0 where it has ended."""
    try:
        after_name = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")


def _watch(root: int, seen: dict[int, _Seen], done: threading.Event) -> None:
    """Notes what each process from ``root`` down has taken, until told that it has ended."""
    while not done.wait(PAUSE):
        found = _processes()
        for process, (_, peak) in found.items():
            depth = _depth(process, root, found)
            if depth is not None:
                known = seen.get(process, _Seen(0, 0.0, depth))
                seen[process] = _Seen(max(peak, known.peak), max(_processor(process), known.cpu), known.depth)


def _depth(process: int, root: int, found: dict[int, tuple[int, int]]) -> int | None:
    """How many steps a process stands below ``root``; None where it does not."""
    depth = 0
    while process and process != root:
        process = found.get(process, (0, 0))[0]
        depth += 1
    return depth if process == root else None
