"""How fast and how large: the whole ``kb index`` against bare text extraction of the same PDFs, in one run.

The peers are bare pypdfium2 (the ceiling of what a page can cost) with the same number of processes, Poppler's
``pdftotext`` and Recoll's indexer where they are installed, and pdfplumber on a few pages. Nobody does OCR. Ratios are
what counts: this measures them in turn, several times. Processor time is told apart because other work on the machine
lengthens the clock's, and not by the same part in each.
"""

from __future__ import annotations

import compileall
import json
import multiprocessing
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pdfplumber

from bench.pdfs import make_reports
from bench.processes import Cost, run
from bench.recoll import recollindex
from bench.stages import bare as _bare
from bench.stages import stages

PLUMBED = 20  # pages for pdfplumber, which takes as long for one as pdfium for fifty
LONG = 1_000  # pages of the long PDF
PROFILED = 10  # files
LEVELS = ("the run, writing", "their server, loading", "workers", "readers")  # of processes, each started by the last
ROOMS = ("kb", "indexer", "corpus", "web")


def _pdftotext(path: Path) -> int:
    subprocess.run(["pdftotext", "-q", str(path), os.devnull], check=True)
    return 0


def bare(files: list[Path], jobs: int) -> tuple[float, float]:
    """Wall and processor seconds for every page's text by pypdfium2, with as many processes, started before."""
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        list(pool.map(_bare, files[:jobs]))
        began = time.perf_counter()
        cpu = sum(pool.map(_bare, files))
        return time.perf_counter() - began, cpu


def pdftotext(files: list[Path], jobs: int) -> float | None:
    """Seconds for ``pdftotext`` on every file, as many at a time; None where it is not installed."""
    if shutil.which("pdftotext") is None:
        return None
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        began = time.perf_counter()
        list(pool.map(_pdftotext, files))
        return time.perf_counter() - began


def plumbed(path: Path) -> float:
    """Pages a second by pdfplumber's text, one process."""
    with pdfplumber.open(path) as document:
        pages = document.pages[:PLUMBED]
        began = time.perf_counter()
        for page in pages:
            page.extract_text()
            page.close()
        return len(pages) / (time.perf_counter() - began)


@dataclass(frozen=True, slots=True)
class Whole:
    """One ``kb index`` into a new home: what it cost, its summary, the second run, MiB on disk by name."""

    cost: Cost
    summary: dict[str, float]
    second: float
    sizes: dict[str, float]


def whole(path: Path, jobs: int) -> Whole:
    """``kb index`` of a folder or file into a new home, and once more."""
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, "-m", "kb.cli", "--home", home, "index", "--json", "--ocr", "never"]
        command += ["--jobs", str(jobs), str(path)]
        cost, again = run(command), run(command)
        files = {name: Path(home).glob(f"{name}/**/*") for name in ("originals", "index")}
        files["store"] = Path(home).glob("store.sqlite*")
        sizes = {
            name: sum(each.stat().st_size for each in found if each.is_file()) / (1 << 20)
            for name, found in files.items()
        }
    summary = json.loads(cost.output.splitlines()[-1])["summary"]
    return Whole(cost, summary, again.wall, sizes)


@dataclass(frozen=True, slots=True)
class Round:
    """Each measured once, one after the other: wall seconds, and for the first two the processor's."""

    ours: Whole
    floor: tuple[float, float]
    poppler: float | None
    recoll: float | None


def measure(folder: Path | None, *, jobs: int, rounds: int) -> None:
    """Print pages per second of each, the ratios, memory, and where the time goes."""
    for room in ROOMS:  # as an installation has them; not every checkout may write them
        compileall.compile_dir(room, quiet=2)
    with tempfile.TemporaryDirectory() as scratch:
        made = folder is None
        folder = folder or make_reports(_folder(scratch, "reports"))
        files = sorted(folder.rglob("*.pdf"))
        rows = [_round(folder, files, jobs, number) for number in range(1, rounds + 1)]
        _report(files, rows, jobs)
        print(f"pdfplumber            {plumbed(files[0]):8.0f} pages/s   one process, {PLUMBED} pages")
        if made:
            long = make_reports(_folder(scratch, "long"), files=1, pages=LONG)
            _long(whole(long, 1))
        _stages(files[:PROFILED])


def _folder(scratch: str, name: str) -> Path:
    folder = Path(scratch) / name
    folder.mkdir()
    return folder


def _round(folder: Path, files: list[Path], jobs: int, number: int) -> Round:
    found = Round(whole(folder, jobs), bare(files, jobs), pdftotext(files, jobs), recollindex(folder))
    said = f", pdftotext {found.poppler:.2f} s" if found.poppler else ""
    said += f", recollindex {found.recoll:.2f} s" if found.recoll else ""
    print(f"round {number}: kb index {found.ours.cost.wall:.2f} s, pypdfium2 {found.floor[0]:.2f} s{said}", flush=True)
    return found


def _report(files: list[Path], rows: list[Round], jobs: int) -> None:
    last = rows[-1].ours
    pages = last.summary["pages"]
    wall = statistics.median(row.ours.cost.wall for row in rows)
    cpu = statistics.median(row.ours.cost.cpu for row in rows)
    floor = statistics.median(row.floor[0] for row in rows)
    print(
        f"{len(files)} PDFs, {pages} pages, {last.summary['passages']} passages, {jobs} processes, {len(rows)} rounds"
    )
    print(f"kb index              {pages / wall:8.0f} pages/s   {wall:.2f} s, start of the processes included")
    print(f"  for each core       {pages / cpu:8.0f} pages/s   {1000 * cpu / pages:.2f} ms of processor a page")
    for name, seconds in zip(LEVELS, last.cost.levels, strict=False):
        print(f"    {name:20}{1000 * seconds / pages:8.2f}")
    print(f"bare pypdfium2        {pages / floor:8.0f} pages/s")
    _ratio("kb index / pypdfium2", [row.floor[0] / row.ours.cost.wall for row in rows])
    _ratio("  the same, processor", [row.floor[1] / row.ours.cost.cpu for row in rows])
    _ratio("kb index / pdftotext", [row.poppler / row.ours.cost.wall for row in rows if row.poppler])
    _ratio("kb index / recoll", [row.recoll / row.ours.cost.wall for row in rows if row.recoll])
    print(f"second run            {last.second / last.cost.wall:8.3f} of the first")
    print(f"peak memory           {last.cost.main:8.0f} MiB the run, {last.cost.largest:.0f} MiB the largest reader")
    print(f"on disk               {', '.join(f'{name} {size:.1f} MiB' for name, size in last.sizes.items())}")


def _long(found: Whole) -> None:
    pages, cost = found.summary["pages"], found.cost
    print(
        f"one PDF, {pages} pages  {pages / cost.wall:8.0f} pages/s   {cost.wall:.2f} s; "
        f"peak {cost.main:.0f} MiB the run, {cost.largest:.0f} MiB the reader"
    )


def _stages(files: list[Path]) -> None:
    pages, spent = stages(files)
    print(f"milliseconds of processor a page, by stage ({pages} pages)")
    for name, seconds in spent.items():
        print(f"  {name:24}{1000 * seconds / max(1, pages):8.2f}")


def _ratio(name: str, values: list[float]) -> None:
    if values:
        print(f"{name}  {statistics.median(values):8.3f}   ({min(values):.3f} to {max(values):.3f})")
