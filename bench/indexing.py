"""How fast and how large: the whole ``kb index`` against bare text extraction of the same PDFs, in one run.

The peers are bare pypdfium2 (the ceiling of what a page can cost) with the same number of processes, and Poppler's
``pdftotext`` where it is installed. Ratios are what counts: this measures three things in turn, several times.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pypdfium2

from bench.pdfs import make_reports


def _bare(path: Path) -> float:
    """Seconds on the processor for the text of every page of a file."""
    began = time.process_time()
    with pypdfium2.PdfDocument(path) as document:
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            text.get_text_range()
            text.close()
            page.close()
    return time.process_time() - began


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


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def whole(folder: Path, jobs: int) -> dict[str, float]:
    """Seconds, pages and passages of ``kb index`` into a new home; peak memory (MiB) of its largest process."""
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, "-m", "kb.cli", "--home", home, "index", "--json", "--jobs", str(jobs), str(folder)]
        began, before = time.perf_counter(), _children()
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        wall, cpu = time.perf_counter() - began, _children() - before
        summary = json.loads(done.stdout.splitlines()[-1])["summary"]
        again = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False)
        second = time.perf_counter() - again
        sizes = {
            name: sum(path.stat().st_size for path in Path(home).glob(f"{name}/**/*") if path.is_file())
            for name in ("index", "originals")
        }
        store = sum(path.stat().st_size for path in Path(home).glob("store.sqlite*"))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {
        "wall": wall,
        "cpu": cpu,
        "second_run": second,
        "pages": summary["pages"],
        "passages": summary["passages"],
        "failed": summary["failed"],
        "peak_mib": peak,
        "index_mib": sizes["index"] / (1 << 20),
        "originals_mib": sizes["originals"] / (1 << 20),
        "store_mib": store / (1 << 20),
    }


def measure(folder: Path | None, *, jobs: int, rounds: int) -> None:
    """Print pages per second of each, and the ratios."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = folder or make_reports(Path(scratch))
        files = sorted(folder.rglob("*.pdf"))
        rows = [_round(folder, files, jobs, number) for number in range(1, rounds + 1)]
    ours = [row[0] for row in rows]
    wall = statistics.median(each["wall"] for each in ours)
    floor = statistics.median(row[1][0] for row in rows)
    pages, last = ours[0]["pages"], ours[-1]
    print(f"{len(files)} PDFs, {pages:.0f} pages, {last['passages']:.0f} passages, {jobs} processes, {rounds} rounds")
    print(f"kb index              {pages / wall:8.0f} pages/s   {wall:.2f} s, start of the processes included")
    print(f"bare pypdfium2        {pages / floor:8.0f} pages/s")
    _ratio("kb index / pypdfium2", [floor[0] / mine["wall"] for mine, floor, _ in rows])
    # Other work on the machine lengthens wall time, and not by the same part in each.
    _ratio("  the same, processor", [floor[1] / mine["cpu"] for mine, floor, _ in rows])
    _ratio("kb index / pdftotext", [poppler / mine["wall"] for mine, _, poppler in rows if poppler])
    print(f"second run            {last['second_run'] / last['wall']:8.3f} of the first")
    print(f"peak memory           {last['peak_mib']:8.0f} MiB, the largest process")
    sizes = (f"{name} {last[name + '_mib']:.1f} MiB" for name in ("originals", "store", "index"))
    print(f"on disk               {', '.join(sizes)}")


Row = tuple[dict[str, float], tuple[float, float], float | None]


def _round(folder: Path, files: list[Path], jobs: int, number: int) -> Row:
    ours, floor, poppler = whole(folder, jobs), bare(files, jobs), pdftotext(files, jobs)
    said = f", pdftotext {poppler:.2f} s" if poppler else ""
    print(f"round {number}: kb index {ours['wall']:.2f} s, pypdfium2 {floor[0]:.2f} s{said}")
    return ours, floor, poppler


def _ratio(name: str, values: list[float]) -> None:
    if values:
        print(f"{name}  {statistics.median(values):8.3f}   ({min(values):.3f} to {max(values):.3f})")
