"""What runs in a worker process: keep the original, read it behind a fence, hand back bytes."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.batch.child import adopt_orphans, die_with_parent
from indexer.batch.fence import Fence
from indexer.batch.job import Job
from indexer.batch.keep import keep
from indexer.batch.window import Window
from kb.errors import UnreadableOriginal
from kb.nouns import Access


@dataclass(frozen=True, slots=True)
class Done:
    """``reading`` is a packed Reading, or None with the ``error``; ``seconds`` is wall time."""

    document: str
    reading: bytes | None
    error: dict[str, str] | None
    seconds: float


_desk: Desk | None = None


def start(parent: int) -> None:
    """Make a worker ready: everything that each forked reader shares is loaded once, before any file is opened.

    ``parent`` is the process id of the run: the worker ends with it.
    """
    global _desk
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer: files in hand are finished
    run = multiprocessing.parent_process()
    if os.getppid() == parent or run is None:
        die_with_parent(parent)
    else:  # forked by the fork server, which ends with the run
        die_with_parent(os.getppid())
        if not run.is_alive():
            os._exit(1)
    adopt_orphans()
    from indexer.batch.loading import load  # late: the run names this module too, and reads nothing itself

    load()
    _desk = Desk(sweeping=True)


class Desk:
    """Where one worker has its reader and the reader its window. Both are made anew when what they are for changes."""

    def __init__(self, *, sweeping: bool = False) -> None:
        self._sweeping = sweeping
        self._window: Window | None = None
        self._fence: Fence | None = None
        self._last: Job | None = None

    def read(self, job: Job) -> bytes:
        """What ``attempt`` makes of the original; UnreadableOriginal where the reader did not live to say it."""
        fence, window = self._ready(job)
        self._last = job
        with window.show(job.kept) as shown:
            return fence.run(replace(job, kept=shown), where=str(job.path))

    def close(self) -> None:
        """End the reader and remove its window."""
        if self._fence is not None:
            self._fence.close()
        if self._window is not None:
            self._window.close()
        self._fence = self._window = self._last = None

    def _ready(self, job: Job) -> tuple[Fence, Window]:
        if self._last is not None and not _follows(job, self._last):
            self.close()
        if self._window is None:
            self._window = Window(job.windows)
        if self._fence is None:
            from indexer.batch.attempt import attempt  # late, as in start

            self._fence = Fence(attempt, job.limits, sees=(self._window.folder,), sweeping=self._sweeping)
        return self._fence, self._window


def _follows(job: Job, last: Job) -> bool:
    """Whether the reader of one original may read the next. It remembers what it has read: not for wider eyes."""
    levels = list(Access)
    same = (job.limits, job.windows) == (last.limits, last.windows)
    return same and levels.index(job.access) >= levels.index(last.access)


def work(jobs: Sequence[Job]) -> list[Done]:
    """Read a few originals, one after the other."""
    global _desk
    if _desk is None and multiprocessing.parent_process() is not None:
        _desk = Desk()  # a worker of an executor that is not ours: its other children are not ours to end
    if _desk is not None:
        return [_one(job, _desk) for job in jobs]
    # An executor of threads, in the run's own process: a child that outlived this call would hold the run's locks.
    desk = Desk()
    try:
        return [_one(job, desk) for job in jobs]
    finally:
        desk.close()


def _one(job: Job, desk: Desk) -> Done:
    began = time.perf_counter()
    try:
        keep(job.path, job.kept, job.sha256)
        answer = desk.read(job)
    except UnreadableOriginal as error:
        return Done(job.document, None, error.as_dict(), time.perf_counter() - began)
    seconds = time.perf_counter() - began
    if answer[:1] == b"R":
        return Done(job.document, answer[1:], None, seconds)
    return Done(job.document, None, json.loads(answer[1:]), seconds)
