"""Run one reading in a child process that can be killed: a crash, a hang or a memory bomb costs that file alone."""

from __future__ import annotations

import math
import multiprocessing.context
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from indexer.batch.child import MEMORY, RESULT, SECONDS, TIME, TOO_LARGE, serve
from indexer.limits import Limits
from kb.errors import UnreadableOriginal

# A forked child has the dictionaries already; elsewhere each file pays for loading them.
CONTEXT: multiprocessing.context.ForkContext | multiprocessing.context.SpawnContext
CONTEXT = multiprocessing.get_context("fork") if sys.platform == "linux" else multiprocessing.get_context("spawn")
LOOK = 0.1  # seconds between two looks at a child that has not answered
NEARLY = 0.3  # of its memory: who ends badly behind that was refused more, as buffers that double are
GRACE = 2.0  # seconds for a child that has hung up to leave its exit code
REUSE, GROWN = 200, 128 << 20  # files, and bytes taken since it began, after which a child is replaced


class _Late(Exception):
    """The child had its time."""


class Fence:
    """Runs ``task`` on one argument after another in a child; after anything went wrong the next one has a new child.

    A child is kept because what it has learnt (compiled patterns, stems of words) halves the time of the next file;
    it is replaced after ``REUSE`` files, and when it has grown. Of the files of this machine it can read ``sees``, and
    what any program needs. With ``sweeping``, which is for a process that adopts orphans and has no children but this
    one, what an ended child leaves running is ended too.
    """

    def __init__(
        self, task: Callable[[Any], bytes], limits: Limits, *, sees: tuple[Path, ...] = (), sweeping: bool = False
    ) -> None:
        self._task, self._limits, self._sees, self._sweeping = task, limits, sees, sweeping
        self._child: Any = None
        self._line: Any = None
        self._used = self._began = self._most = 0
        self._deadline = self._given = 0.0

    def run(self, argument: Any, *, where: str) -> bytes:
        """What the task returns. UnreadableOriginal of kind ``timeout``, ``memory``, ``crashed`` or ``too-large``."""
        if self._child is None:
            self._start()
        self._given, self._most = self._limits.seconds, 0
        self._deadline = time.monotonic() + self._given
        try:
            self._line.send(argument)
            said, result = self._answer()
        except _Late:
            raise self._failure(False, where) from None
        except (EOFError, OSError):  # it died, or does not keep to the form; its exit code says how
            raise self._failure(True, where) from None
        self._used += 1
        if said == MEMORY or self._used >= REUSE or self._taken() > GROWN:
            self.close()
        if said == MEMORY:
            raise self._too_much(where)
        if said == TOO_LARGE:
            raise _stopped("too-large", f"holds more than {self._limits.output >> 20} MiB of text", where)
        return result

    def close(self) -> None:
        """End the child, if there is one."""
        if self._child is not None:
            self._end(0)

    def _answer(self) -> tuple[bytes, bytes]:
        """What the child says at last, and its result. Asked for more time before that, it is given."""
        left = self._limits.extension
        while True:
            said = self._hear(1 + SECONDS.size)
            if said[:1] == TIME and len(said) == 1 + SECONDS.size:
                (asked,) = SECONDS.unpack(said[1:])
                granted = min(asked, left) if math.isfinite(asked) and asked > 0 else 0.0
                left -= granted
                self._given += granted
                self._deadline += granted
            elif said == RESULT:
                return said, self._hear(self._limits.output)
            elif said in (MEMORY, TOO_LARGE):
                return said, b""
            else:
                raise OSError("not one of our messages")

    def _hear(self, most: int) -> bytes:
        """One message of at most so many bytes; a child that begins one and never ends it is late too."""
        while not self._line.poll(max(0.0, min(LOOK, self._deadline - time.monotonic()))):
            self._most = max(self._most, self._taken())
            if time.monotonic() >= self._deadline:
                raise _Late
        if time.monotonic() >= self._deadline:
            raise _Late  # it has talked all the time
        clock = threading.Timer(self._deadline - time.monotonic() + GRACE, self._kill)
        clock.start()
        try:
            message: bytes = self._line.recv_bytes(most)
            return message
        finally:
            clock.cancel()
            clock.join()  # the next child must not be forked from two threads

    def _start(self) -> None:
        self._line, theirs = CONTEXT.Pipe()
        arguments = (theirs, self._limits, os.getpid(), self._task, self._sees)
        self._child = CONTEXT.Process(target=serve, args=arguments, daemon=True)
        self._child.start()
        theirs.close()
        self._used, self._began = 0, _resident(os.getpid())

    def _kill(self) -> None:
        """End the child and what it has started."""
        if sys.platform != "win32":
            with _gone():
                os.killpg(self._child.pid, signal.SIGKILL)
        self._child.kill()

    def _end(self, grace: float) -> int | None:
        self._line.close()
        until = time.monotonic() + grace
        while self._child.exitcode is None and time.monotonic() < until:
            time.sleep(0.01)  # a child holds nothing open of its parent's, so its end is not heard, only seen
        self._kill()
        self._child.join()
        code: int | None = self._child.exitcode
        self._child.close()
        self._child = None
        if self._sweeping:
            _sweep()
        return code

    def _failure(self, in_time: bool, where: str) -> UnreadableOriginal:
        code = self._end(GRACE if in_time else 0)
        if not in_time or (sys.platform != "win32" and code in (-signal.SIGXCPU, -signal.SIGKILL)):
            return _stopped("timeout", f"took more than {self._given:.0f} seconds", where)
        if self._most > NEARLY * self._limits.memory:
            return self._too_much(where)  # a C library that is refused memory ends the process
        return _stopped("crashed", f"crashed the reader (exit {code})", where)

    def _taken(self) -> int:
        """Bytes of memory that the child has taken since it began (Linux; elsewhere 0)."""
        return _resident(self._child.pid) - self._began

    def _too_much(self, where: str) -> UnreadableOriginal:
        return _stopped("memory", f"needed more than {self._limits.memory >> 20} MiB", where)


def _resident(process: int) -> int:
    """Bytes that a process holds in memory (Linux), else 0."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


@contextmanager
def _gone() -> Iterator[None]:
    """What is ended may have ended by itself."""
    with suppress(ProcessLookupError, PermissionError, ChildProcessError):
        yield


def _sweep() -> None:
    """End what killed readers have left to this process, until nothing is left (Linux)."""
    while orphans := _children():
        for orphan in orphans:
            with _gone():
                os.kill(orphan, signal.SIGKILL)
                os.waitpid(orphan, 0)


def _children() -> list[int]:
    try:
        found = [path.read_text().split() for path in Path("/proc/self/task").glob("*/children")]
    except OSError:
        return []
    return [int(each) for some in found for each in some]


_KEPT = "The original is kept. Open it in another program and save it anew"
_ADVICE = {
    "timeout": f"{_KEPT}, or raise the limit with --timeout",
    "memory": f"{_KEPT}, or raise memory in the table limits of kb.toml",
    "too-large": f"{_KEPT} in parts, or raise output in the table limits of kb.toml",
}


def _stopped(kind: str, message: str, where: str) -> UnreadableOriginal:
    advice = _ADVICE.get(kind, f"{_KEPT}, then index that file")
    return UnreadableOriginal(message, where=where, advice=advice, kind=kind)
