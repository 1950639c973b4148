"""Where the time of a page goes: the road of ``kb index`` in one process, each stage by the processor's clock.

Every file is read and written once, by the functions that a run uses, so that each word is new where it is new in a
run. What no stage has for itself is "the rest": stages and rest are all that reading and writing cost.
"""

from __future__ import annotations

import gc
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pypdfium2

import indexer.batch.writing
import indexer.read
from indexer.batch.discover import discover
from indexer.batch.loading import load
from indexer.batch.plan import Plan, Planner
from indexer.batch.wire import pack
from indexer.batch.worker import Done
from indexer.batch.writing import Writing
from indexer.blocks import Page
from indexer.manifest import Manifests, Settings
from indexer.options import ReaderOptions
from kb import languages
from kb.citations import Thread
from kb.home import Home
from kb.index.writing import IndexWriting
from kb.nouns import Access, Reading
from kb.originals.pdfium import Pdf
from kb.store import Store, institutions, variants, write

LEARNT = 2  # files read before the clock starts: words and patterns are then known, as in a long run
PDF = "PDFium, layout, quality"
READING: dict[str, tuple[Any, str]] = {
    "segmentation": (indexer.read, "segment"),
    "languages": (languages, "detect_all"),
    "description": (indexer.read, "describe"),
    "roles": (indexer.read, "judge_all"),
    "citations": (Thread, "find"),
    "places": (indexer.read, "mentions_of"),
    "visits": (indexer.read, "visits_of"),
    "index entries": (indexer.read, "entries"),
    "sketch": (indexer.read, "sketch"),
}
WRITING: dict[str, tuple[Any, str]] = {
    "unpacking": (indexer.batch.writing, "unpack"),
    "store": (write, "put_reading"),
    "store: places": (institutions, "put_found"),
    "store: sketch": (variants, "put_sketch"),
    "corrected roles": (indexer.batch.writing, "apply_corrections"),
    "index": (IndexWriting, "put"),
    "index: commit": (IndexWriting, "commit"),
}
ENDING: dict[str, tuple[Any, str]] = {
    "end: the same texts": (indexer.batch.writing, "settle_variants"),
    "end: citations": (indexer.batch.writing, "settle"),
}
Value = TypeVar("Value")


class _Clock:
    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self.runs = True
        self._inner = 0.0  # seconds of the stages within the one that runs

    def time(self, name: str, work: Callable[[], Value]) -> Value:
        """The value of ``work``; what stages within it take is theirs alone."""
        outer, self._inner = self._inner, 0.0
        began = time.process_time()
        try:
            return work()
        finally:
            took = time.process_time() - began
            if self.runs:
                self.spent[name] = self.spent.get(name, 0.0) + took - self._inner
            self._inner = outer + took

    @contextmanager
    def on(self, stages: dict[str, tuple[Any, str]]) -> Iterator[None]:
        """Time these functions wherever they are called from; they are put back at the end."""
        before = {name: getattr(*where) for name, where in stages.items()}
        try:
            for name, (owner, attribute) in stages.items():
                self.spent.setdefault(name, 0.0)
                setattr(owner, attribute, self._timed(name, before[name]))
            yield
        finally:
            for name, (owner, attribute) in stages.items():
                setattr(owner, attribute, before[name])

    def _timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *given, **named: self.time(name, lambda: function(*given, **named))


def bare(path: Path) -> float:
    """Seconds on the processor for the text of every page of a file, by pypdfium2 alone."""
    began = time.process_time()
    with pypdfium2.PdfDocument(path) as document:
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            text.get_text_range()
            text.close()
            page.close()
    return time.process_time() - began


def stages(files: list[Path]) -> tuple[int, dict[str, float]]:
    """Pages, and seconds on the processor by stage. "bare text" is the peer; "PDFium: runs" holds it, and is itself
    held by "PDFium, layout, quality". A page of ``kb index`` costs the sum of the others."""
    load()
    clock, manifests = _Clock(), Manifests()
    planner = Planner({}, access=None, retry=False)
    plans = [planner.plan(found, manifests.settings(found.path)) for found in discover(files, manifests)]
    made, pages = _read(plans, clock)
    _write(made, planner, clock)
    for path in files[LEARNT:]:
        clock.spent["bare text"] = clock.spent.get("bare text", 0.0) + bare(path)
        began = time.process_time()
        _runs(path)
        clock.spent["PDFium: runs"] = clock.spent.get("PDFium: runs", 0.0) + time.process_time() - began
    return pages, clock.spent


def _read(plans: list[Plan], clock: _Clock) -> tuple[list[tuple[Plan, Done]], int]:
    """What was made of each file, and how many pages were timed."""
    checked = getattr(indexer.read, "check_texts")  # noqa: B009 - the module does not export it

    def whole_pages(pages: Iterable[Page]) -> Iterator[Page]:
        return iter(clock.time(PDF, lambda: list(checked(pages))))

    def packed(plan: Plan) -> tuple[Done, int]:
        reading = clock.time("reading: the rest", lambda: _reading(plan))
        return Done(plan.document, clock.time("packing", lambda: pack(reading)), None, 0.0), reading.document.pages or 0

    made: list[tuple[Plan, Done]] = []
    pages = 0
    gc.disable()  # as in a reader
    try:
        with clock.on(READING):
            setattr(indexer.read, "check_texts", whole_pages)  # noqa: B010
            for at, plan in enumerate(plans):
                clock.runs = at >= LEARNT
                done, size = packed(plan)
                made.append((plan, done))
                pages += size if clock.runs else 0
    finally:
        setattr(indexer.read, "check_texts", checked)  # noqa: B010
        gc.enable()
    return made, pages


def _reading(plan: Plan) -> Reading:
    return indexer.read.read(
        plan.found.path,
        name=plan.found.path.name,
        document=plan.document,
        access=Access.INTERNAL,
        settings=Settings(),
        sha256=plan.sha256,
        size=plan.found.size,
        options=ReaderOptions(ocr="never"),
    )


def _runs(path: Path) -> None:
    with Pdf(path) as pdf:
        for number in range(1, pdf.pages + 1):
            pdf.page(number)


def _write(made: list[tuple[Plan, Done]], planner: Planner, clock: _Clock) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        with home.writing():
            store = Store(home.store)
            with clock.on(WRITING | ENDING), Writing(home, store, planner) as writing:

                def put(plan: Plan, done: Done) -> None:
                    clock.time("writing: the rest", lambda: writing.write(plan, done))

                for at, (plan, done) in enumerate(made):
                    clock.runs = at >= LEARNT
                    put(plan, done)
                clock.time("writing: the rest", writing.finish)
            store.close()
