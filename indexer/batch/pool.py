"""The worker processes: any ``concurrent.futures`` executor, started when first needed, renewed when it breaks."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from multiprocessing.context import BaseContext
from types import TracebackType

from indexer.batch.job import Job
from indexer.batch.worker import Done, start, work
from kb.errors import UnreadableOriginal


class Pool:
    """Hands chunks of jobs to an executor. The executor may be local processes or a cluster's client."""

    def __init__(self, jobs: int, executor: Callable[[], Executor] | None = None) -> None:
        self._make = executor or (lambda: _processes(jobs))
        self._executor: Executor | None = None
        self._maker: dict[Future[list[Done]], Executor] = {}

    def submit(self, jobs: list[Job]) -> Future[list[Done]]:
        executor = self._executor or self._renew(None)
        try:
            future = executor.submit(work, jobs)
        except BrokenExecutor:
            executor = self._renew(executor)
            future = executor.submit(work, jobs)
        self._maker[future] = executor
        return future

    def result(self, future: Future[list[Done]], jobs: list[Job]) -> list[Done]:
        """What the workers made of a chunk. If a worker died, each of its files gets one more try, alone."""
        maker = self._maker.pop(future)
        try:
            return future.result()
        except BrokenExecutor:
            self._renew(maker)
        return [self._alone(job) for job in jobs]

    def _alone(self, job: Job) -> Done:
        future = self.submit([job])
        maker = self._maker.pop(future)
        try:
            return future.result()[0]
        except BrokenExecutor:
            self._renew(maker)
            error = UnreadableOriginal(
                "ended the worker process twice",
                where=str(job.path),
                advice="The original is kept. Free some memory or index it alone with --jobs 1",
                kind="crashed",
            )
            return Done(job.document, None, error.as_dict(), 0.0)

    def _renew(self, broken: Executor | None) -> Executor:
        """A working executor: a new one, unless the broken one has been replaced already."""
        if self._executor is None or self._executor is broken:
            if broken is not None:
                broken.shutdown(wait=False, cancel_futures=True)
            self._executor = self._make()
        return self._executor

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=error is None, cancel_futures=True)


def _processes(jobs: int) -> Executor:
    # Never forked from here: a worker must not inherit the store, the index or their locks.
    if sys.platform == "linux":
        context: BaseContext = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["indexer.batch.nursery"])
    else:
        context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=start, initargs=(os.getpid(),))
