"""How fast the page of an article is that thousands of passages cite: the whole answer of the web, in milliseconds of
CPU (so that other work on the machine does not count; one thread does all of it).

A collection is made in which 200 documents of three kinds and three access levels cite Article 3 of the Convention in
5,000 passages, among as many that cite other articles and cases. Asked are its page, its groups, its last pages and
filters, as the keeper sees it and as everyone does. What was counted is remembered until something held changes: the
first time, in a collection that remembers nothing, is stated apart.

python -m bench.citator [--citing 5000] [--times 20] [--home DIR] [--json]
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from wsgiref.util import setup_testing_defaults

from indexer.batch.run import Batch, Options
from kb.collection import Collection
from kb.home import Home
from kb.nouns import Access
from web.app import make_app
from web.site import Site

FIRSTS = 5
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


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; 1 where a page of the article took over GOAL_MS at p95."""
    parser = argparse.ArgumentParser(prog="python -m bench.citator", description=__doc__)
    parser.add_argument("--citing", type=int, default=5_000, help="passages that cite the article")
    parser.add_argument("--times", type=int, default=20, help="how often each page is asked for")
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
    if asked.json:
        json.dump(found, sys.stdout, indent=2)
    slow = [
        f"{reader} {path}"
        for reader, paths in found.items()
        for path, ms in paths.items()
        if "~" in path and ms["p95"] > GOAL_MS
    ]
    if slow:
        print(f"over {GOAL_MS} ms at p95: {', '.join(slow)}", file=sys.stderr)
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


def measure(home: Home, clearance: Access, times: int) -> dict[str, dict[str, float]]:
    """Milliseconds of CPU by path: p50, p95, and the median of five first times, when nothing is remembered."""
    collection = Collection(home, clearance)
    app = _app(collection)
    figures = {}
    for path in PATHS:
        firsts = []
        for _ in range(FIRSTS):
            fresh = Collection(home, clearance)
            _ask(_app(fresh), "/about")  # templates and catalogues are not what is measured
            firsts.append(_ask(_app(fresh), path))
            fresh.close()
        _ask(app, path)
        taken = sorted([_ask(app, path) for _ in range(times)])
        at95 = taken[min(int(len(taken) * 0.95), len(taken) - 1)]
        figures[path] = {"first": sorted(firsts)[FIRSTS // 2], "p50": taken[len(taken) // 2], "p95": at95}
        told = "  ".join(f"{name} {value:7.1f}" for name, value in figures[path].items())
        print(f"{clearance.value:10} {path:62} {told}", file=sys.stderr)
    collection.close()
    return figures


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
