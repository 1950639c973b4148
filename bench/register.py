"""How fast the pages of the register are, in milliseconds of CPU, over recommendations and findings made on the spot.

CPU time of the process that answers, so that other work on the machine does not count. Every page is asked of the site
itself, without a network; the first look, which takes the whole register into memory, and the first after a status was
written are stated apart.

python -m bench.register [--recommendations 50000] [--each 40] [--json]
"""

from __future__ import annotations

import argparse
import io
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from wsgiref.util import setup_testing_defaults

from corpus.catalogue import instruments
from corpus.concepts import concepts
from corpus.places import institutions
from kb.collection import Collection
from kb.home import Home
from kb.institutions import known
from kb.nouns import Access, Addressee, Document, Kind, Passage, Progress, Reading, Role
from kb.register.checked import checked
from kb.register.settle import Filing
from kb.store import Store, register, write
from kb.store import institutions as stored
from kb.thesaurus import keep
from web.app import make_app
from web.site import Site

PER_DOCUMENT = 50
FINDINGS = 1  # to each recommendation
GOAL_MS = 200
SAID = "The director of the prison should see to it that nobody is held in such a place for longer than the law allows."


def main() -> int:
    """Print p50 and p95 of every page; 1 where one is over GOAL_MS at p95."""
    parser = argparse.ArgumentParser(prog="python -m bench.register", description=__doc__)
    parser.add_argument("--recommendations", type=int, default=50_000, help="how many the register holds")
    parser.add_argument("--each", type=int, default=40, help="times that each page is asked for")
    parser.add_argument("--json", action="store_true", help="figures as JSON on stdout")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), asked.recommendations, asked.each)
    if asked.json:
        print(json.dumps(found))
    else:
        print(f"{asked.recommendations:,} recommendations, milliseconds of CPU")
        for name, figures in found.items():
            print(f"  {name:<28} " + "  ".join(f"{key} {value:7.1f}" for key, value in figures.items()))
    return 1 if any(figures.get("p95", 0) > GOAL_MS for figures in found.values()) else 0


def measure(folder: Path, count: int, each: int) -> dict[str, dict[str, float]]:
    """p50 and p95 of each page in milliseconds of CPU; of what happens once, that one time as ``once``."""
    home = Home.at(folder / "home").create()
    chance = random.Random(7)
    print("making the register …", file=sys.stderr)
    make(home, count, chance)
    collection = Collection(home, Access.RESTRICTED)
    site = Site(collection=collection, address="http://127.0.0.1:8080")
    app = make_app(site, hosts=frozenset({"127.0.0.1"}))
    found = {"first look": {"once": timed(lambda: ask(app, "/register"))}}
    ids = [one.id for one in known()]
    levels, years = list(Addressee), list(range(2005, 2026))
    themes = [one.id for one in concepts()]
    rows = site.register.snapshot().rows
    pages: dict[str, Callable[[], str]] = {
        "register": lambda: "/register",
        "register, one filter": lambda: f"/register?addressee={chance.choice(levels)}",
        "register, three filters": lambda: (
            f"/register?year={chance.choice(years)}&status=no-answer&institution={chance.choice(ids)}"
        ),
        "register, a late page": lambda: f"/register?page={chance.randrange(2, max(3, count // 25))}",
        "recommendation": lambda: "/register/" + chance.choice(rows)[0].key.replace("#", "/"),
        "institution": lambda: f"/institution/{chance.choice(ids)}",
        "theme": lambda: f"/theme/{chance.choice(themes)}",
        "institutions": lambda: "/institutions",
    }
    for name, page in pages.items():
        ask(app, page())
        times = sorted(timed(lambda page=page: ask(app, page())) for _ in range(each))
        found[name] = {"p50": times[len(times) // 2], "p95": times[int(len(times) * 0.95)]}
    key = rows[0][0].key
    times = []
    for _ in range(each):
        site.register.say(key, checked("accepted"))
        times.append(timed(lambda: ask(app, "/register")))
    times.sort()
    found["register after a status"] = {"p50": times[len(times) // 2], "p95": times[int(len(times) * 0.95)]}
    return found


def make(home: Home, count: int, chance: random.Random) -> None:
    """Write documents with recommendations and findings to the store, filed by chance over places, themes and years."""
    store = Store(home.store)
    ids, themes, levels = [one.id for one in institutions()], [one.id for one in concepts()], list(Addressee)
    with store.write() as connection:
        stored.put(connection, institutions(), origin="shipped")
        write.put_instruments(connection, instruments())
        keep(connection, concepts())
    mark = Filing(home, store).mark
    for number in range(-(-count // PER_DOCUMENT)):
        year, name = chance.randrange(2005, 2026), f"report-{number:05}"
        roles = [Role.RECOMMENDATION, *[Role.FINDING] * FINDINGS] * PER_DOCUMENT
        passages = tuple(
            Passage(
                document=name, anchor=str(at), label=str(at), text=f"{at}. {SAID}", ordinal=at, role=role, language="en"
            )
            for at, role in enumerate(roles, start=1)
        )
        document = Document(
            id=name,
            title=f"Report {number}",
            kind=Kind.REPORT,
            language="en",
            date=f"{year}-06-01",
            mechanism="NPM",
            state="XKX",
            access=Access.PUBLIC,
            sha256=f"{number:064x}",
            passages=len(passages),
        )
        reading = Reading(document=document, passages=passages, links=(), pages=(), entries=())
        with store.write() as connection:
            write.put_reading(connection, reading, name=f"{name}.txt", targets=())
            register.put_registered(
                connection,
                name,
                [
                    {
                        "document": name,
                        "anchor": each.anchor,
                        "role": each.role.value,
                        "ordinal": each.ordinal,
                        "addressees": [chance.choice(levels).value] if each.role is Role.RECOMMENDATION else [],
                        "themes": chance.sample(themes, 3),
                        "institutions": [chance.choice(ids)],
                        "standards": [],
                        "stems": chance.sample(themes, 20),
                    }
                    for each in passages
                ],
                mark=mark,
            )
            for each in passages[:5]:
                if each.role is Role.RECOMMENDATION:
                    entry = checked(chance.choice([each for each in Progress if each.is_said]).value)
                    register.add_entry(connection, each.key, SAID, entry, of=[each.key])
    store.close()


def ask(app: Any, address: str) -> bytes:
    """The page at an address."""
    path, _, query = address.partition("?")
    environ: dict[str, Any] = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "127.0.0.1"}
    setup_testing_defaults(environ)
    environ |= {"wsgi.input": io.BytesIO(), "HTTP_HOST": "127.0.0.1"}
    status: list[str] = []
    body = b"".join(app(environ, lambda said, _headers, _error=None: status.append(said)))
    assert status[0].startswith("200"), (address, status, body[:300])
    return body


def timed(what: Callable[[], object]) -> float:
    """How long it takes, in milliseconds of CPU."""
    since = time.process_time()
    what()
    return (time.process_time() - since) * 1000


if __name__ == "__main__":
    sys.exit(main())
