"""What an index holds of a passage: the fields every engine must have, and what is asked of each."""

from __future__ import annotations

import json
from pathlib import Path

from kb.errors import EngineError
from kb.nouns import IndexEntry

WORDS = ("exact", "folded", "stem", "heading", "title")  # terms with their positions
SETS = ("refs",)  # terms without positions
LABELS = ("kind", "role", "language", "mechanism", "state", "document")  # one value: filter and facet
MANY = ("institution", "theme")  # several values: filter and facet
UNWEIGHED = (*SETS, *LABELS, *MANY)  # a match says yes and nothing more: every one scores the boost
NUMBERS = ("year", "date")  # 0 is "unknown" and in no range

# Raised by one whenever an index of the version before can no longer be searched.
SCHEMA = 1
STAMP = "engine.json"


def many(entry: IndexEntry, field: str) -> tuple[str, ...]:
    """The values of a field with several values, each once."""
    return tuple(dict.fromkeys(entry.institutions if field == "institution" else entry.themes))


def stamp(folder: Path, engine: str, version: str) -> None:
    """Write down who made the index in this folder, before anything else is in it."""
    folder.mkdir(parents=True, exist_ok=True)
    half = folder / f"{STAMP}.new"
    half.write_text(json.dumps({"engine": engine, "schema": SCHEMA, "version": version}), encoding="utf-8")
    half.replace(folder / STAMP)


def check_stamp(folder: Path, engine: str, version: str) -> None:
    """EngineError unless the folder holds an index that this engine, at this version, wrote."""
    path = folder / STAMP
    if not path.is_file():
        raise EngineError("there is no index here", where=str(folder), kind="no-index", advice="Run: kb rebuild")
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        made = (found["engine"], found["schema"], found["version"])
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise EngineError("the index is damaged", where=str(path), advice="Run: kb rebuild") from problem
    if made != (engine, SCHEMA, version):
        raise EngineError(
            f"the index is of {made[0]} {made[2]}, fields {made[1]}; this is {engine} {version}, fields {SCHEMA}",
            where=str(folder),
            advice="Run: kb rebuild",
        )
