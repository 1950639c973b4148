"""How fast the page of an article is that thousands of passages cite: the whole answer of the web, in milliseconds.

A collection is made in which 200 documents of three kinds and three access levels cite Article 3 of the Convention in
5,000 passages, among as many that cite other articles and cases. Asked are its page, its groups, its last pages and
filters, as the keeper sees it and as everyone does. Stated are p50 and p95 of the first time (a collection that has
just been opened and remembers nothing) and of further times; the clock is the CPU's of the one thread that does all of
it, so that other work on the machine does not count.

Then the same over HTTP from a real ``kb serve``, by the clock on the wall: ``fresh`` are the first answers of servers
that were just started, ``changed`` those after something held has changed (nothing counted is remembered then),
``again`` those in between.

python -m bench.citator [--citing 5000] [--times 20] [--servers 5] [--home DIR] [--json]
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import json
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from wsgiref.util import setup_testing_defaults

from indexer.batch.run import Batch, Options
from kb.collection import Collection
from kb.home import Home
from kb.nouns import Access
from kb.store import Store
from kb.store.changes import count_change
from web.app import make_app
from web.site import Site

GOAL_MS = 200  # p95
DOCUMENTS = 200
WORDS = (
    *(
        "the",
        "court",
        "prison",
        "cell",
        "guard",
        "doctor",
        "register",
        "window",
        "complaint",
        "transfer",
        "visit",
        "night",
    ),
    *("found", "noted", "was", "held", "given", "asked", "without", "before", "after", "during", "every", "several"),
)
PATHS = (
    "/cite/echr~article-3",
    "/cite/echr~article-3?group=judgments",
    "/cite/echr~article-3?group=judgments&page=40",
    "/cite/echr~article-3?group=findings&lang=en&from=2005&to=2015",
    "/cite/echr",
    "/api/citator/echr~article-3",
)


Figures = dict[str, dict[str, float]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; 1 where a page of the article took over GOAL_MS at p95."""
    parser = argparse.ArgumentParser(prog="python -m bench.citator", description=__doc__)
    parser.add_argument("--citing", type=int, default=5_000, help="passages that cite the article")
    parser.add_argument("--times", type=int, default=20, help="how often each page is asked for")
    parser.add_argument("--servers", type=int, default=5, help="how many servers are started for their first answers")
    parser.add_argument("--home", type=Path, help="keep the collection here, and use it again")
    parser.add_argument("--json", action="store_true", help="figures as JSON on stdout")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as place:
        home = Home.at(asked.home or Path(place) / "home")
        if not home.store.exists():
            make(home, Path(place) / "texts", citing=asked.citing)
        found = {
            clearance.value: measure(home, clearance, asked.times) for clearance in (Access.RESTRICTED, Access.PUBLIC)
        }
        if asked.servers:
            found["over HTTP"] = over_http(home, asked.times, asked.servers)
    if asked.json:
        json.dump(found, sys.stdout, indent=2)
    slow = [
        f"{reader} {path}: {name}"
        for reader, paths in found.items()
        for path, figures in paths.items()
        for name, ms in figures.items()
        if "~" in path and name.endswith("p95") and ms > GOAL_MS
    ]
    if slow:
        print(f"over {GOAL_MS} ms: {', '.join(slow)}", file=sys.stderr)
    return 1 if slow else 0


def make(home: Home, folder: Path, *, citing: int) -> None:
    """Write the documents and index them."""
    chance = random.Random(3)
    folder.mkdir(parents=True)
    each, manifest = citing // DOCUMENTS, ['[defaults]\nlanguage = "en"']
    for number in range(DOCUMENTS):
        kind = ("judgment", "report", "law")[number % 3]
        access = ("public", "public", "internal", "restricted")[number % 4]
        paragraphs = []
        for place in range(1, 2 * each + 1):
            words = " ".join(chance.choices(WORDS, k=40))
            aim = "Article 3" if place % 2 else f"Article {chance.randint(5, 14)}"
            other = f"no. {chance.randint(1000, 60000)}/{chance.randint(10, 19)}, § {chance.randint(1, 90)}"
            paragraphs.append(f"{place}. The prison {words}, under {aim} ECHR (see {other}). So {words}.")
        (folder / f"d{number}.txt").write_text("\n\n".join(paragraphs), "utf-8")
        manifest.append(
            f'[files."d{number}.txt"]\ntitle = "Visit {number}"\nkind = "{kind}"\naccess = "{access}"\n'
            'mechanism = "CPT"\n'
            f'date = "{1990 + number % 30}-0{number % 9 + 1}-11"\nstate = "{("XKX", "ALB", "SRB", "MKD")[number % 4]}"'
        )
    (folder / "kb.toml").write_text("\n\n".join(manifest), "utf-8")
    Batch(home, Options(jobs=1)).run([folder])


def measure(home: Home, clearance: Access, times: int) -> dict[str, Figures]:
    """Milliseconds of CPU by path: p50 and p95 of first and of further times."""
    _ask(_app(Collection(home, clearance)), "/cite/opcat~article-1")  # templates and statements are made once
    collection, figures = Collection(home, clearance), {}
    app = _app(collection)
    for path in PATHS:
        firsts = []
        for _ in range(times):
            fresh = Collection(home, clearance)
            firsts.append(_ask(_app(fresh), path))
            fresh.close()
        _ask(app, path)
        figures[path] = {**_both("first", firsts), **_both("again", [_ask(app, path) for _ in range(times)])}
        _tell(clearance.value, path, figures[path])
    collection.close()
    return figures


def over_http(home: Home, times: int, servers: int) -> dict[str, Figures]:
    """Milliseconds by the clock on the wall, by path."""
    fresh: dict[str, list[float]] = {path: [] for path in PATHS}
    for number in range(servers):
        for path in PATHS[:1] if number else PATHS:  # each path is a first one in one server only
            with _served(home) as ask:
                fresh[path].append(ask(path))
    figures = {}
    with _served(home) as ask, contextlib.closing(Store(home.store)) as store:
        for path in PATHS:
            changed = []
            for _ in range(times):
                with store.write() as connection:
                    count_change(connection)
                changed.append(ask(path))
            again = [ask(path) for _ in range(times)]
            figures[path] = {**_both("fresh", fresh[path]), **_both("changed", changed), **_both("again", again)}
            _tell("http", path, figures[path])
    return figures


@contextlib.contextmanager
def _served(home: Home) -> Iterator[Callable[[str], float]]:
    """A server of its own that has started and come to rest, as a function that asks it for a path."""
    command = [sys.executable, "-m", "kb.cli", "--home", str(home.path), "serve", "--port", str(_free())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            host = process.stdout.readline().strip().removeprefix("http://")

            def ask(path: str) -> float:
                started = time.perf_counter()
                link = http.client.HTTPConnection(host, timeout=60)
                link.request("GET", path)
                answer = link.getresponse()
                body = answer.read()
                taken = (time.perf_counter() - started) * 1000
                link.close()
                if answer.status != 200 or not body:
                    raise SystemExit(f"{path}: {answer.status}")
                return taken

            _until_at_rest(ask)
            yield ask
        finally:
            process.terminate()
            process.wait(20)


def _free() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _until_at_rest(ask: Callable[[str], float]) -> None:
    """Wait until the server no longer makes ready: five answers in a row that took a few milliseconds."""
    quick, until = 0, time.monotonic() + 60
    while quick < 5 and time.monotonic() < until:
        quick = quick + 1 if ask("/robots.txt") < 5 else 0
        time.sleep(0.3)


def _both(name: str, taken: Sequence[float]) -> dict[str, float]:
    """The median, and what 95 of a hundred do not exceed (of less than twenty the longest)."""
    order = sorted(taken)
    at95 = order[min(int(len(order) * 0.95), len(order) - 1)]
    return {f"{name} p50": round(order[len(order) // 2], 1), f"{name} p95": round(at95, 1)}


def _tell(reader: str, path: str, figures: dict[str, float]) -> None:
    told = "  ".join(f"{name} {value:6.1f}" for name, value in figures.items())
    print(f"{reader:10} {path:62} {told}", file=sys.stderr)


def _app(collection: Collection) -> Any:
    return make_app(Site(collection=collection, address="http://127.0.0.1:8080"), hosts=frozenset({"127.0.0.1"}))


def _ask(app: Any, path: str) -> float:
    path, _, query = path.partition("?")
    environ: dict[str, Any] = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "127.0.0.1:8080"}
    setup_testing_defaults(environ)
    status: list[str] = []
    started = time.process_time()
    body = b"".join(app(environ, lambda said, *_: status.append(said)))
    taken = (time.process_time() - started) * 1000
    if not status[0].startswith("200") or not body:
        raise SystemExit(f"{path}: {status[0]}")
    return round(taken, 2)


if __name__ == "__main__":
    sys.exit(main())
