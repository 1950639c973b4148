"""How fast searching is, in milliseconds of CPU and as ratios to peers asked the same in the same run.

CPU time, so that other work on the machine does not count; every search runs in one thread. Ours counts four facets,
as the peers do, and in a second run every facet there is. The first time that a query is asked is stated apart: a
reader remembers words by their beginning.

python -m bench.search --sizes 20000,100000 [--million] [--json]
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from bench.corpus import LANGUAGES, Made, passages
from bench.peers import BareTantivy, Fts5
from bench.queries import KINDS, Asked, queries
from kb.engines import IndexReader, open_engine
from kb.search import search

KEPT = 200_000  # passages held in memory
WHOOSH_EVERY = 5  # it is asked every fifth query
WHOOSH_UP_TO = 20_000  # indexing more with it takes minutes
EACH = 20
FOUR = ("kind", "role", "language", "year")
OURS = "ours"
ALL_FACETS = "ours, all facets"
GOAL_MS = 20
REPEATS = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure every size asked for; 1 where one of our kinds took over GOAL_MS at p95 on 100,000 passages."""
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("--sizes", default="20000,100000", help="numbers of passages, with commas between")
    parser.add_argument("--million", action="store_true", help="a million passages too")
    parser.add_argument("--each", type=int, default=EACH, help="queries of each kind")
    parser.add_argument("--no-peers", action="store_true", help="ours alone")
    parser.add_argument("--json", action="store_true", help="figures as JSON on stdout")
    asked = parser.parse_args(arguments)
    sizes = [int(size) for size in asked.sizes.split(",") if size] + ([1_000_000] if asked.million else [])
    found = [measure(size, each=asked.each, peers=not asked.no_peers) for size in sizes]
    if asked.json:
        json.dump(found, sys.stdout, indent=2)
    slow = [kind for one in found if one["passages"] == 100_000 for kind in KINDS if one[OURS][kind]["p95"] > GOAL_MS]
    if slow:
        print(f"over {GOAL_MS} ms at p95 on 100,000 passages: {', '.join(slow)}", file=sys.stderr)
    return 1 if slow else 0


def measure(size: int, *, each: int, peers: bool) -> dict[str, Any]:
    """Milliseconds (p50, p95) by kind of query for ours and each peer, over so many passages."""
    asked = queries(each)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        # A million are made anew for each peer: kept, they would measure the memory of the machine.
        made = list(passages(size)) if size <= KEPT else None
        texts, reader, seconds = _ours(folder, size, made)
        print(f"\n{size:,} passages; indexed in {seconds:.0f} s, {_megabytes(folder / 'ours')} MB", file=sys.stderr)
        runs: dict[str, Callable[[Asked], object]] = {
            OURS: lambda one: search(one.query, readers=[reader], texts=texts, languages=LANGUAGES, facets=FOUR),
            ALL_FACETS: lambda one: search(one.query, readers=[reader], texts=texts, languages=LANGUAGES),
        }
        if peers:
            runs["bare tantivy"] = BareTantivy(folder / "bare", made or passages(size)).ask
            runs["sqlite fts5"] = Fts5(folder / "fts5.db", made or passages(size)).ask
            if size <= WHOOSH_UP_TO:
                other = _engine("whoosh", folder / "whoosh", made or passages(size))
                runs["whoosh"] = lambda one: search(
                    one.query, readers=[other], texts=texts, languages=LANGUAGES, facets=FOUR
                )
        figures = {}
        for name, run in runs.items():
            figures[name] = _timed(run, asked[::WHOOSH_EVERY] if name == "whoosh" else asked)
            print(
                f"{name}: all p50/p95 {figures[name]['all']['p50']}/{figures[name]['all']['p95']} ms", file=sys.stderr
            )
        reader.close()
    _show(figures)
    return {"passages": size, **figures}


def _ours(
    folder: Path, size: int, made: list[Made] | None
) -> tuple[Callable[[Sequence[str]], dict[str, Any]], IndexReader, float]:
    """The texts of passages by key, our index over them, and how long indexing took."""
    started = time.process_time()
    reader = _engine("tantivy", folder / "ours", made or passages(size))
    seconds = time.process_time() - started
    if made is not None:
        held = {one.passage.key: (one.document, one.passage) for one in made}
        return (lambda keys: {key: held[key] for key in keys}), reader, seconds
    some = next(iter(passages(1)))
    return (lambda keys: dict.fromkeys(keys, (some.document, some.passage))), reader, seconds


def _engine(name: str, folder: Path, made: Iterable[Made]) -> IndexReader:
    engine = open_engine(name)
    writer = engine.writer(folder)
    for document, group in groupby(made, key=lambda one: one.document.id):
        writer.put(document, [one.entry for one in group])
    writer.commit()
    writer.close()
    return engine.reader(folder)


def _timed(run: Callable[[Asked], object], asked: list[Asked]) -> dict[str, dict[str, float]]:
    taken: dict[str, list[float]] = {kind: [] for kind in KINDS}
    firsts: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for one in asked:
        started = time.process_time()
        if run(one) is None:
            continue
        firsts[one.kind].append((time.process_time() - started) * 1000)
        for _ in range(REPEATS):
            started = time.process_time()
            run(one)
            taken[one.kind].append((time.process_time() - started) * 1000)
    figures = {kind: _percentiles(times, firsts[kind]) for kind, times in taken.items() if times}
    every, first = ([time for times in by_kind.values() for time in times] for by_kind in (taken, firsts))
    return figures | {"all": _percentiles(every, first)}


def _percentiles(times: list[float], firsts: list[float]) -> dict[str, float]:
    return {"p50": _share(times, 0.5), "p95": _share(times, 0.95), "first p95": _share(firsts, 0.95)}


def _share(times: list[float], part: float) -> float:
    return round(sorted(times)[int(len(times) * part)], 3)


def _show(figures: dict[str, dict[str, dict[str, float]]]) -> None:
    """A table in milliseconds: ours with four facets (also the first time) and with all, each peer and ours / peer."""
    peers = [name for name in figures if name not in (OURS, ALL_FACETS)]
    heads = "".join(f"{name + ' p50/p95 (ratio)':>36}" for name in peers)
    print(f"{'':18}{'ours p50/p95 ms':>18}{'first p95':>11}{'all facets p50/p95':>20}{heads}", file=sys.stderr)
    for kind in (*KINDS, "all"):
        ours, every = figures[OURS][kind], figures[ALL_FACETS][kind]
        line = f"{kind:18}{ours['p50']:>9.2f}/{ours['p95']:<8.2f}{ours['first p95']:>11.2f}"
        line += f"{every['p50']:.2f}/{every['p95']:.2f}".rjust(20)
        for name in peers:
            theirs = figures[name].get(kind)
            if theirs is None:
                line += f"{'cannot':>36}"
                continue
            ratios = "/".join(f"{ours[p] / max(theirs[p], 0.001):.2f}" for p in ("p50", "p95"))
            line += f"{theirs['p50']:.2f}/{theirs['p95']:.2f} ({ratios})".rjust(36)
        print(line, file=sys.stderr)


def _megabytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) // 1_000_000


if __name__ == "__main__":
    sys.exit(main())
