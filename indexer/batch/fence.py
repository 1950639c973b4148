"""Run one reading in a child process that can be killed: a crash, a hang or a memory bomb costs that file alone."""

from __future__ import annotations

import gc
import multiprocessing.context
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from indexer.batch.job import Limits
from kb.errors import UnreadableOriginal

if sys.platform != "win32":
    import resource

# A forked child has the dictionaries already; elsewhere each file pays for loading them.
CONTEXT: multiprocessing.context.ForkContext | multiprocessing.context.SpawnContext
CONTEXT = multiprocessing.get_context("fork") if sys.platform == "linux" else multiprocessing.get_context("spawn")
PDEATHSIG = 1  # prctl(2)
GRACE = 2.0  # seconds for a child that has hung up to leave its exit code
REUSE, GROWN = 200, 128 << 20  # files, and bytes taken since it began, after which a child is replaced
MEMORY, TOO_LARGE = b"memory", b"too-large"


def die_with_parent(parent: int) -> None:
    """End this process when its parent, whose process id is given, does: a killed run leaves no workers behind.

    A worker waits on a pipe that it holds open itself, so the end of the parent would never be seen there.
    """
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    elif sys.platform != "win32":
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    if sys.platform != "win32" and os.getppid() != parent:
        os._exit(1)  # it died before the kernel was told


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


def _resident(process: int) -> int:
    """Bytes that a process holds in memory (Linux), else 0."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
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


def _allow(seconds: float) -> None:
    """Time on the processor for one more original; the kernel ends a reader that takes more."""
    if sys.platform != "win32":
        until = int(time.process_time() + seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))


def _child(line: Connection, limits: Limits, parent: int, task: Callable[[Any], bytes]) -> None:
    die_with_parent(parent)
    # The C libraries complain to the terminal about broken files; the report says it better.
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    _limit(limits)
    gc.disable()  # saves a tenth of the time; circles go with the child, which is replaced when it grows
    while True:
        try:
            argument = line.recv()
        except EOFError:
            os._exit(0)  # no clean-up of what the parent owns
        _allow(limits.seconds)
        try:
            result = task(argument)
            if len(result) > limits.output:
                result = TOO_LARGE
        except MemoryError:
            result = MEMORY
        line.send_bytes(result)


class Fence:
    """Runs ``task`` on one argument after another in a child; after anything went wrong the next one has a new child.

    A child is kept because what it has learnt (compiled patterns, stems of words) halves the time of the next file;
    it is replaced after ``REUSE`` files, and when it has grown.
    """

    def __init__(self, task: Callable[[Any], bytes], limits: Limits) -> None:
        self._task, self._limits = task, limits
        self._child: Any = None
        self._line: Any = None
        self._used = self._began = 0

    def run(self, argument: Any, *, where: str) -> bytes:
        """What the task returns. UnreadableOriginal of kind ``timeout``, ``memory``, ``crashed`` or ``too-large``."""
        if self._child is None:
            self._start()
        result, in_time = None, True
        try:
            self._line.send(argument)
            in_time = self._line.poll(self._limits.seconds)
            if in_time:
                result = self._line.recv_bytes(self._limits.output + 1024)
        except (EOFError, OSError):
            pass  # it died; its exit code says how
        if result is None:
            raise self._failure(in_time, where)
        self._used += 1
        if result == MEMORY or self._used >= REUSE or self._grown():
            self.close()
        if result == MEMORY:
            raise _stopped("memory", f"needed more than {self._limits.memory >> 20} MiB", where)
        if result == TOO_LARGE:
            raise _stopped("too-large", f"holds more than {self._limits.output >> 20} MiB of text", where)
        return bytes(result)

    def close(self) -> None:
        """End the child, if there is one."""
        if self._child is not None:
            self._end(0)

    def _start(self) -> None:
        self._line, theirs = CONTEXT.Pipe()
        arguments = (theirs, self._limits, os.getpid(), self._task)
        self._child = CONTEXT.Process(target=_child, args=arguments, daemon=True)
        self._child.start()
        theirs.close()
        self._used, self._began = 0, _resident(os.getpid())

    def _end(self, grace: float) -> int | None:
        self._line.close()
        self._child.join(grace)
        if self._child.exitcode is None:
            self._child.kill()
            self._child.join()
        code: int | None = self._child.exitcode
        self._child.close()
        self._child = None
        return code

    def _failure(self, in_time: bool, where: str) -> UnreadableOriginal:
        code = self._end(GRACE if in_time else 0)
        if not in_time or code in (-signal.SIGXCPU, -signal.SIGKILL):
            return _stopped("timeout", f"took more than {self._limits.seconds:.0f} seconds", where)
        return _stopped("crashed", f"crashed the reader (exit {code})", where)

    def _grown(self) -> bool:
        """Whether the child has taken so much memory that a new one is better (Linux; elsewhere never)."""
        return _resident(self._child.pid) - self._began > GROWN


def _stopped(kind: str, message: str, where: str) -> UnreadableOriginal:
    advice = "The original is kept. Open it in another program and save it anew, or raise the limit with --timeout"
    if kind != "timeout":
        advice = "The original is kept. Open it in another program and save it anew, then index that file"
    return UnreadableOriginal(message, where=where, advice=advice, kind=kind)
