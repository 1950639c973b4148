"""Where the time of a page goes: each stage of ``kb index`` run by itself, in one process, on the processor's clock."""

from __future__ import annotations

import gc
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pypdfium2

from corpus.catalogue import instruments
from indexer.batch.wire import pack, unpack
from indexer.formats.pdf import PdfExtractor
from indexer.manifest import Settings
from indexer.options import ReaderOptions
from indexer.read import read
from indexer.roles import role_of
from indexer.segment import segment
from kb import citations, languages
from kb.home import Home
from kb.index.entries import entries
from kb.index.variants.sketch import sketch
from kb.index.writing import IndexWriting
from kb.nouns import Access, Reading
from kb.originals.pdfium import Pdf
from kb.store import Store, write

LEARNT = 2  # files read before the clock starts: words and patterns are then known, as in a long run
Value = TypeVar("Value")


class _Clock:
    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    def time(self, name: str, work: Callable[[], Value]) -> Value:
        began = time.process_time()
        try:
            return work()
        finally:
            self.spent[name] = self.spent.get(name, 0.0) + time.process_time() - began


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
    languages.warm()
    citations.use_instruments(instruments())
    clock = _Clock()
    gc.disable()  # as in a reader
    try:
        readings = [_read(path, _Clock() if at < LEARNT else clock) for at, path in enumerate(files)][LEARNT:]
    finally:
        gc.enable()
    clock.spent["bare text"] = sum(bare(path) for path in files[LEARNT:])
    _write(readings, clock)
    return sum(reading.document.pages or 0 for reading in readings), dict(clock.spent)


def _read(path: Path, clock: _Clock) -> Reading:
    options = ReaderOptions(ocr="never")
    made = read(
        path,
        name=path.name,
        document=path.stem,
        access=Access.INTERNAL,
        settings=Settings(),
        sha256="",
        size=0,
        options=options,
    )
    clock.time("PDFium: runs", lambda: _runs(path))
    pages = clock.time("PDFium, layout, quality", lambda: list(PdfExtractor(options).extract(path)))
    clock.time("segmentation", lambda: segment(pages, document=path.stem))
    passages, document = made.passages, made.document
    clock.time("languages", lambda: languages.detect_all([passage.text for passage in passages]))
    clock.time("roles", lambda: [role_of(passage, document) for passage in passages])
    clock.time("citations", lambda: [citations.find(p.text, language=p.language, document=document) for p in passages])
    terms = clock.time("index entries", lambda: entries(document, passages, made.links))
    clock.time("sketch", lambda: sketch(document, passages, terms))
    clock.time("packing", lambda: pack(made))
    return made


def _runs(path: Path) -> None:
    with Pdf(path) as pdf:
        for number in range(1, pdf.pages + 1):
            pdf.page(number)


def _write(readings: list[Reading], clock: _Clock) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        with home.writing():
            store = Store(home.store)
            with IndexWriting(home, store) as index:
                for packed in map(pack, readings):
                    _write_one(packed, store, index, clock)
                clock.time("index", index.commit)
            store.close()


def _write_one(packed: bytes, store: Store, index: IndexWriting, clock: _Clock) -> None:
    reading = clock.time("unpacking", lambda: unpack(packed))
    document = reading.document
    clock.time("store", lambda: _store(store, reading))
    clock.time("index", lambda: index.put(document.id, document.access, reading.entries))


def _store(store: Store, reading: Reading) -> None:
    with store.write() as connection:
        write.put_reading(connection, reading, name="report.pdf", targets=citations.targets(reading.document))
