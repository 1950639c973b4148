"""What runs in a worker process: keep the original, read it behind a fence, hand back bytes."""

from __future__ import annotations

import gc
import json
import multiprocessing
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.catalogue import instruments
from indexer.batch.child import adopt_orphans, die_with_parent
from indexer.batch.fence import Fence
from indexer.batch.job import Job, Limits
from indexer.batch.keep import keep
from indexer.batch.wire import pack
from indexer.formats import warm as warm_formats
from indexer.read import read
from kb import citations, languages
from kb.errors import KBError, UnreadableOriginal


@dataclass(frozen=True, slots=True)
class Done:
    """``reading`` is a packed Reading, or None with the ``error``; ``seconds`` is wall time."""

    document: str
    reading: bytes | None
    error: dict[str, str] | None
    seconds: float


def start(parent: int) -> None:
    """Make a worker ready: everything that each forked reader shares is loaded once, before any file is opened.

    ``parent`` is the process id of the run: the worker ends with it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer: files in hand are finished
    die_with_parent(parent)
    adopt_orphans()
    languages.warm()
    warm_formats()
    citations.use_instruments(instruments())
    gc.collect()
    gc.freeze()  # keeps the shared pages shared: a collection would write to every object


def _attempt(job: Job) -> bytes:
    """The reading, or the error as JSON, told apart by the first byte."""
    try:
        reading = read(
            job.kept,
            name=job.path.name,
            document=job.document,
            access=job.access,
            settings=job.settings,
            sha256=job.sha256,
            size=job.size,
            options=job.options,
        )
        return b"R" + pack(reading)
    except MemoryError:
        raise
    except KBError as error:
        return b"E" + json.dumps(error.as_dict() | {"where": str(job.path)}).encode()
    except Exception as error:  # a fault of ours must cost one file, not the batch: it is named and reported
        fault = {
            "kind": "internal",
            "message": f"the reader failed ({type(error).__name__}: {error})",
            "advice": "The original is kept. Please report this file to the makers of Detention KB",
            "where": str(job.path),
        }
        return b"E" + json.dumps(fault).encode()


_fences: dict[Limits, Fence] = {}


def work(jobs: Sequence[Job]) -> list[Done]:
    """Read a few originals, one after the other."""
    if multiprocessing.parent_process() is not None:
        return [_one(job, _fences.setdefault(job.limits, Fence(_attempt, job.limits))) for job in jobs]
    # An executor of threads, in the run's own process: a child that outlived this call would hold the run's locks.
    fence = Fence(_attempt, jobs[0].limits)
    try:
        return [_one(job, fence) for job in jobs]
    finally:
        fence.close()


def _one(job: Job, fence: Fence) -> Done:
    began = time.perf_counter()
    try:
        keep(job.path, job.kept, job.sha256)
        answer = fence.run(job, where=str(job.path))
    except UnreadableOriginal as error:
        return Done(job.document, None, error.as_dict(), time.perf_counter() - began)
    seconds = time.perf_counter() - began
    if answer[:1] == b"R":
        return Done(job.document, answer[1:], None, seconds)
    return Done(job.document, None, json.loads(answer[1:]), seconds)
