"""Run one reading in a child process that can be killed: a crash, a hang or a memory bomb costs that file alone."""

from __future__ import annotations

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
GRACE = 2.0  # seconds for a child to end after its answer


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


def _limit(limits: Limits) -> None:
    if sys.platform == "win32":
        return
    cpu = int(limits.seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # a reader writes nothing
    have = _address_space()
    if have:
        resource.setrlimit(resource.RLIMIT_AS, (have + limits.memory, have + limits.memory))


def _child(answer: Connection, limits: Limits, parent: int, task: Callable[[Any], bytes], argument: Any) -> None:
    die_with_parent(parent)
    # The C libraries complain to the terminal about broken files; the report says it better.
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    _limit(limits)
    try:
        result = task(argument)
        if len(result) > limits.output:
            result = b"too-large"
    except MemoryError:
        result = b"memory"
    answer.send_bytes(result)
    answer.close()
    os._exit(0)  # no clean-up of what the parent owns


def fenced(task: Callable[[Any], bytes], argument: Any, limits: Limits, *, where: str) -> bytes:
    """What ``task`` returns. UnreadableOriginal of kind ``timeout``, ``memory``, ``crashed`` or ``too-large``."""
    receiver, sender = CONTEXT.Pipe(duplex=False)
    child = CONTEXT.Process(target=_child, args=(sender, limits, os.getpid(), task, argument), daemon=False)
    child.start()
    sender.close()
    result, in_time = None, True
    try:
        in_time = receiver.poll(limits.seconds)
        if in_time:
            result = receiver.recv_bytes(limits.output + 1024)
    except (EOFError, OSError):
        pass  # it died; its exit code says how
    finally:
        receiver.close()
        child.join(0 if not in_time else GRACE)
        if child.exitcode is None:
            child.kill()
            child.join()
        code = child.exitcode
        child.close()
    if result == b"memory":
        raise _stopped("memory", f"needed more than {limits.memory >> 20} MiB", where)
    if result == b"too-large":
        raise _stopped("too-large", f"holds more than {limits.output >> 20} MiB of text", where)
    if result is not None:
        return result
    if not in_time or code in (-signal.SIGXCPU, -signal.SIGKILL):
        raise _stopped("timeout", f"took more than {limits.seconds:.0f} seconds", where)
    raise _stopped("crashed", f"crashed the reader (exit {code})", where)


def _stopped(kind: str, message: str, where: str) -> UnreadableOriginal:
    advice = "The original is kept. Open it in another program and save it anew, or raise the limit with --timeout"
    if kind != "timeout":
        advice = "The original is kept. Open it in another program and save it anew, then index that file"
    return UnreadableOriginal(message, where=where, advice=advice, kind=kind)
