"""The process that reads: it limits itself, then reads one stranger's file after another, and hands back bytes."""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import struct
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from indexer.batch import patience
from indexer.limits import Limits
from kb.sandbox import enter
from kb.sandbox.system import prctl

if sys.platform != "win32":
    import resource

PDEATHSIG, SUBREAPER = 1, 36  # prctl(2)
PROGRAMS = ("tesseract",)  # what a reader may start
# What a reader says first; after RESULT comes the result itself, after TIME the seconds it asks for.
RESULT, MEMORY, TOO_LARGE, TIME = b"R", b"M", b"L", b"T"
SECONDS = struct.Struct("<d")


def die_with_parent(parent: int) -> None:
    """End this process when its parent, whose process id is given, does: a killed run leaves no workers behind.

    A worker waits on a pipe that it holds open itself, so the end of the parent would never be seen there.
    """
    if sys.platform == "linux":
        prctl(PDEATHSIG, ctypes.c_ulong(signal.SIGKILL))
    elif sys.platform != "win32":
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    if sys.platform != "win32" and os.getppid() != parent:
        os._exit(1)  # it died before the kernel was told


def adopt_orphans() -> None:
    """Become the parent of what a killed reader leaves running, wherever it hid from its group (Linux)."""
    if sys.platform == "linux":
        prctl(SUBREAPER, ctypes.c_ulong(1))


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1.0)
    os._exit(1)


def _address_space() -> int:
    """Bytes of address space this process has now (Linux), else 0."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0


def _limit(limits: Limits) -> None:
    """What a reader may never do, however many originals it reads: grow, write files, dump core."""
    if sys.platform == "win32":
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    have = _address_space()
    if have:
        resource.setrlimit(resource.RLIMIT_AS, (have + limits.memory, have + limits.memory))


class _Clock:
    """The reader's own side of its time: what the processor may give it, and how it asks for more."""

    def __init__(self, line: Connection, limits: Limits) -> None:
        self._line, self._limits = line, limits
        self._left = self._until = 0.0

    def wind(self) -> None:
        """Time for one more original; the kernel ends a reader that takes more."""
        self._left = self._limits.extension
        self._until = time.process_time() + self._limits.seconds + 1
        self._set()

    def more(self, seconds: float) -> float:
        granted = min(seconds, self._left)
        if granted > 0:
            self._left -= granted
            self._until += granted
            self._set()
            self._line.send_bytes(TIME + SECONDS.pack(granted))
        return granted

    def _set(self) -> None:
        if sys.platform != "win32":
            resource.setrlimit(resource.RLIMIT_CPU, (int(self._until), resource.RLIM_INFINITY))


def _alone(line: Connection) -> None:
    """Leave the group of the parent, so that all that is started here can be ended at once; hold on to nothing of it.

    A forked child has its parent's open files: the queue of its results, where a pickle of a taken-over reader would
    be opened by the run itself.
    """
    quiet = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):  # the C libraries complain to the terminal about broken files; the report says it better
        os.dup2(quiet, stream)
    if sys.platform == "win32":
        return
    os.setpgid(0, 0)
    os.closerange(3, line.fileno())
    os.closerange(line.fileno() + 1, os.sysconf("SC_OPEN_MAX"))


def serve(line: Connection, limits: Limits, parent: int, task: Callable[[Any], bytes], sees: tuple[Path, ...]) -> None:
    """Run ``task`` on each argument that comes down the line, until the line is closed; ``sees`` can be read."""
    die_with_parent(parent)
    _alone(line)
    _limit(limits)
    enter(read=sees, run=PROGRAMS)
    clock = _Clock(line, limits)
    patience.through(clock.more)
    gc.disable()  # saves a tenth of the time; circles go with the child, which is replaced when it grows
    while True:
        try:
            argument = line.recv()
        except EOFError:
            os._exit(0)  # no clean-up of what the parent owns
        clock.wind()
        try:
            result = task(argument)
        except MemoryError:
            line.send_bytes(MEMORY)
            continue
        if len(result) > limits.output:
            line.send_bytes(TOO_LARGE)
            continue
        line.send_bytes(RESULT)
        line.send_bytes(result)
