"""Hold the three layers of truth against each other."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from kb.engines import open_engine
from kb.home import Home
from kb.index.repair import differs
from kb.index.writing import SIGNS, engine_name
from kb.nouns import Access
from kb.store import Store, upkeep
from kb.thesaurus import mark

CHUNK = 1 << 20


def digest(path: Path) -> str:
    """The SHA-256 of a file, read in pieces."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(CHUNK):
            found.update(piece)
    return found.hexdigest()


def store_digest(store: Store) -> str:
    """A SHA-256 over every fact of the store: two collections that say the same have the same one.

    Row ids, times and the list of pending documents are left out: they tell of the way, not of the result.
    """
    found = hashlib.sha256()
    with store.read() as connection:
        for table, rows in upkeep.dump(connection):
            if table not in {"pending", "setting"}:
                found.update(repr((table, rows)).encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def index_digest(home: Home, store: Store) -> str:
    """A SHA-256 over which passages each level's index holds, and under how many terms."""
    name = engine_name(store)
    found = hashlib.sha256()
    for level in Access:
        folder = home.index(name, level)
        if folder.exists():
            reader = open_engine(name).reader(folder)
            vocabulary = [(field, reader.terms(field, "", limit=1_000_000)) for field in ("exact", "folded", "stem")]
            if reader.count():
                found.update(repr((level.value, sorted(reader.documents().items()))).encode())
                found.update(repr([(field, sorted(terms)) for field, terms in vocabulary]).encode("utf-8", "replace"))
            reader.close()
    return found.hexdigest()


def _concepts(store: Store) -> str:
    """Whether concepts are terms of the index, or found by each of their words."""
    with store.read() as connection:
        signs = upkeep.setting(connection, SIGNS)
        current = bool(signs) and signs == mark(connection)
    return "indexed" if current else "found word by word; kb rebuild makes searches quicker"


def check_collection(home: Home, store: Store, *, originals: bool = True) -> dict[str, Any]:
    """Totals, digests and ``problems`` (a list of sentences, empty where all agree)."""
    problems = []
    with store.read() as connection:
        names = upkeep.ids(connection)
        held = {row["document"]: row for row in upkeep.originals(connection)}
        pending = upkeep.pending(connection)
    if originals:
        for document, row in held.items():
            path = home.original(row["sha256"])
            if not path.is_file():
                problems.append(f"the original of {document} is missing; index {row['name']} again")
            elif digest(path) != row["sha256"]:
                problems.append(f"the original of {document} has changed on disk; restore it or index it again")
    if pending:
        problems.append(f"{len(pending)} documents wait to be indexed; run kb index again")
    different = differs(home, store, thorough=True)
    if different:
        problems.append(f"{different}; run kb rebuild")
    return {
        "documents": len(names),
        "originals": len({row["sha256"] for row in held.values()}),
        "engine": engine_name(store),
        "concepts": _concepts(store),
        "store_digest": store_digest(store),
        "index_digest": index_digest(home, store),
        "problems": problems,
    }
