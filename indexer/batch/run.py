"""The run: plan every file, keep the workers busy, write what they read, survive what goes wrong."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from indexer.batch import window
from indexer.batch.discover import Found, discover
from indexer.batch.job import Job
from indexer.batch.keep import sweep
from indexer.batch.known import keep_known
from indexer.batch.plan import Plan, Planner
from indexer.batch.pool import Pool
from indexer.batch.report import FileReport, Summary, failed
from indexer.batch.unread import unread
from indexer.batch.worker import Done
from indexer.batch.writing import Writing
from indexer.containers.member import INSIDE
from indexer.containers.opening import Opening
from indexer.limits import Limits
from indexer.manifest import Manifests, Settings
from indexer.options import ReaderOptions
from kb import languages
from kb.errors import KBError
from kb.home import Home
from kb.index.repair import repair
from kb.nouns import Access, Institution, Outcome
from kb.store import Store, upkeep

CHUNK_FILES, CHUNK_BYTES = 8, 1 << 20  # small results, so that progress is seen and a kill costs little


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to run. ``executor`` makes a ``concurrent.futures.Executor`` (None: one worker process per job)."""

    jobs: int = 1
    access: Access | None = None
    prune: bool = False
    retry: bool = False
    dry_run: bool = False
    ocr: str = "auto"
    limits: Limits = field(default_factory=Limits)
    timeout: float | None = None  # seconds for one original, whatever a manifest says
    executor: Callable[[], Executor] | None = None


class Batch:
    """One run of ``kb index``; ``on_progress`` hears of (files done, files, pages), ``on_notice`` of delays."""

    def __init__(
        self,
        home: Home,
        options: Options,
        *,
        on_report: Callable[[FileReport], None] = lambda _: None,
        on_progress: Callable[[int, int, int], None] = lambda *_: None,
        on_notice: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._home, self._options = home, options
        self._on_report, self._on_progress, self._on_notice = on_report, on_progress, on_notice
        self._summary = Summary()
        self._manifests = Manifests()
        self._stop = False
        self._places: tuple[Institution, ...] = ()

    def run(self, paths: Iterable[Path]) -> Summary:
        """Index the files and folders; HomeError or ManifestError where nothing can be done at all."""
        began = time.perf_counter()
        roots = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 - resolve() would follow links
        self._manifests = manifests = Manifests()
        found = discover(roots, manifests)
        with self._home.writing():
            if not languages.is_prepared():
                self._on_notice("Preparing the dictionaries for this machine; this happens once and takes a minute")
                languages.prepare(self._options.jobs)
            sweep(self._home.originals)
            window.sweep(self._home.windows)
            store = Store(self._home.store)
            repair(self._home, store)
            self._places = keep_known(self._home, store)
            with store.read() as connection:
                sources = upkeep.all_sources(connection)
                again = unread(connection, self._options.ocr) if self._options.retry else ()
            opening = Opening(
                self._home,
                store,
                manifests,
                limits=self._limits,
                jobs=self._options.jobs,
                retry=self._options.retry,
                dry_run=self._options.dry_run,
                executor=self._options.executor,
            )
            found = opening.expand(found)
            for said in manifests.astray({str(each.path) for each in found}):
                self._on_notice(said)
            asked = self._options
            planner = Planner(sources, access=asked.access, retry=asked.retry, ocr=asked.ocr, again=again)
            with Writing(self._home, store, planner) as writing, self._until_interrupted():
                self._read_all(found, manifests, planner, writing)
                if not self._stop:
                    self._gone(roots, found, sources, writing)
                writing.finish()
            store.close()
            window.sweep(self._home.windows)
        self._summary.interrupted = self._stop
        self._summary.seconds = time.perf_counter() - began
        return self._summary

    @contextmanager
    def _until_interrupted(self) -> Iterator[None]:
        """The first Ctrl-C or SIGTERM ends the run after the files in hand; the second ends it at once."""

        def stop(_number: int, _frame: Any) -> None:
            if self._stop:
                raise KeyboardInterrupt
            self._stop = True

        signals = (signal.SIGINT, signal.SIGTERM)
        try:
            before = [signal.signal(number, stop) for number in signals]
        except ValueError:  # not the main thread: whoever embeds this answers signals
            yield
            return
        try:
            yield
        finally:
            for number, handler in zip(signals, before, strict=True):
                signal.signal(number, handler)

    def _say(self, report: FileReport, total: int) -> None:
        self._summary.add(report)
        self._on_report(report)
        self._on_progress(sum(self._summary.outcomes.values()), total, self._summary.pages)

    def _read_all(self, found: list[Found], manifests: Manifests, planner: Planner, writing: Writing) -> None:
        """Read what is new or changed. Copies of a file in hand wait for it: one original, one document."""
        total = len(found)
        plans = self._planned(found, manifests, planner, writing, total)
        with Pool(self._options.jobs, self._options.executor) as pool:
            in_hand: dict[Future[list[Done]], list[Plan]] = {}
            copies: dict[str, list[Plan]] = {}
            more = True
            while more or in_hand:
                while more and len(in_hand) < 2 * self._options.jobs:
                    chunk = self._chunk(plans, copies)
                    more = bool(chunk) and not self._stop
                    if chunk and not self._stop:
                        in_hand[pool.submit([self._job(plan) for plan in chunk])] = chunk
                if not in_hand:
                    continue
                for future in wait(in_hand, timeout=0.5, return_when=FIRST_COMPLETED).done:
                    chunk = in_hand.pop(future)
                    for plan, done in zip(chunk, pool.result(future, [self._job(each) for each in chunk]), strict=True):
                        self._say(writing.write(plan, done), total)
                        for copy in copies.pop(plan.sha256, ()):
                            self._say(writing.copy(copy, done), total)

    def _chunk(self, plans: Iterator[Plan], copies: dict[str, list[Plan]]) -> list[Plan]:
        """The next few files to read; empty at the end. A file whose bytes are in hand goes to ``copies``."""
        chunk: list[Plan] = []
        size = 0
        for plan in plans:
            if plan.sha256 in copies:
                copies[plan.sha256].append(plan)
                continue
            copies[plan.sha256] = []
            chunk.append(plan)
            size += plan.found.size
            if self._stop or len(chunk) == CHUNK_FILES or size >= CHUNK_BYTES:
                break
        return chunk

    def _planned(
        self, found: list[Found], manifests: Manifests, planner: Planner, writing: Writing, total: int
    ) -> Iterator[Plan]:
        """The plans of the files that are to be read; everything else is reported here and now."""
        for each in found:
            if self._stop:
                return
            try:
                if each.error:
                    raise each.error
                settings = manifests.settings(each.path)
                if each.container or each.failure:
                    self._say(self._without_document(each, settings, writing), total)
                    continue
                plan = planner.plan(each, settings)
            except (KBError, OSError) as error:
                self._say(failed(each.path, error), total)
                continue
            if plan.settled:
                self._say(writing.unchanged(plan), total)
            elif self._options.dry_run:
                self._say(FileReport(source=str(each.path), outcome=Outcome.INDEXED, document=plan.document), total)
            elif writing.is_copy(plan):
                self._say(writing.copy(plan, None), total)
            else:
                yield plan

    def _without_document(self, each: Found, settings: Settings, writing: Writing) -> FileReport:
        if self._options.dry_run:
            outcome = Outcome.INDEXED if each.fresh else Outcome.UNCHANGED
            return FileReport(source=str(each.path), outcome=outcome, warnings=each.warnings)
        return writing.without_document(each, settings)

    def _job(self, plan: Plan) -> Job:
        return Job(
            path=plan.found.path,
            kept=self._home.original(plan.sha256),
            windows=self._home.windows,
            sha256=plan.sha256,
            size=plan.found.size,
            document=plan.document,
            access=plan.access,
            settings=plan.settings,
            limits=self._limits(plan.found.path),
            institutions=self._places,
            options=ReaderOptions(
                ocr=self._options.ocr,
                languages=(plan.settings.language,) if plan.settings.language else (),
                password=plan.settings.password or "",
            ),
        )

    def _limits(self, path: Path) -> Limits:
        limits = self._manifests.limits(path, self._options.limits)
        return replace(limits, seconds=self._options.timeout) if self._options.timeout else limits

    def _gone(self, roots: list[Path], found: list[Found], sources: dict[str, Any], writing: Writing) -> None:
        """Report the files that were there before and are not now; with ``prune`` forget them."""
        here = {str(each.path) for each in found if not each.error}
        shut = tuple(f"{each.path}{INSIDE}" for each in found if each.container and each.failure)
        for path in sorted(set(sources) - here):
            file = Path(path.partition(INSIDE)[0])  # a member goes with its container
            if any(file.is_relative_to(root) for root in roots) and not path.startswith(shut):
                report = writing.gone(path, prune=self._options.prune and not self._options.dry_run)
                if report:
                    self._say(report, len(found))
