"""What is to be done with each file: read it, leave it, or only change what is said of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from indexer.batch.discover import Found
from indexer.containers.member import INSIDE
from indexer.manifest import Settings
from kb.index.check import digest
from kb.languages import fold
from kb.nouns import Access

READER = "5"  # raised when the reader learns to read better: then every original is read again


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """``document`` is the id the file has or will have. ``settled`` means nothing of it has changed."""

    found: Found
    sha256: str
    settings: Settings
    access: Access
    stamp: str
    document: str
    settled: bool
    moved_from: str = ""


def stamp(settings: Settings, access: Access, ocr: str = "auto") -> str:
    """A short hash of everything besides the bytes that decides how a file is read."""
    asked = "" if ocr == "auto" else f"|{ocr}"
    return hashlib.sha256(f"{READER}|{access}|{settings!r}{asked}".encode()).hexdigest()[:16]


def document_id(name: str, sha256: str) -> str:
    """A readable id that depends on nothing but the file's name and bytes: same in every run, on every machine."""
    slug = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:48].strip("-")
    return f"{slug or 'document'}-{sha256[:8]}"


def level(asked: Access | None, settings: Settings, earlier: Mapping[str, Any] | None) -> Access:
    """The access level: asked for now, else what a manifest says of this very file, else its folder's (``internal``
    where none is said) or the one it had, whichever is stricter: nothing but a word about the file itself opens it.
    """
    if asked:
        return asked
    said = settings.access or Access.INTERNAL
    if settings.named or earlier is None:
        return said
    if settings.access is None:
        return Access(earlier["access"])
    return max(said, Access(earlier["access"]), key=list(Access).index)


def _exists(path: str) -> bool:
    """Whether a file is there; for a member, whether its container is."""
    container, inside, _ = path.partition(INSIDE)
    return Path(path).exists() or bool(inside and Path(container).is_file())


def _is_hashed(row: Mapping[str, Any]) -> bool:
    """Whether a source can be told by its bytes: a container and a member that was not taken out cannot."""
    return bool(row["sha256"])


class Planner:
    """Decides file by file, from what the store says of every file that was ever given."""

    def __init__(
        self,
        sources: dict[str, dict[str, Any]],
        *,
        access: Access | None,
        retry: bool,
        ocr: str = "auto",
        again: Collection[str] = (),
    ) -> None:
        """``again`` are the documents that a retry reads anew although they did not fail."""
        self._again = again
        self._sources, self._access, self._retry, self._ocr = sources, access, retry, ocr
        self._by_hash: dict[str, list[dict[str, Any]]] = {}
        for row in filter(_is_hashed, sources.values()):
            self._by_hash.setdefault(row["sha256"], []).append(row)

    def plan(self, found: Found, settings: Settings) -> Plan:
        """The plan for one file; OSError where it cannot be read."""
        path = str(found.path)
        earlier = self._sources.get(path)
        same = earlier and (earlier["size"], earlier["mtime_ns"]) == (found.size, found.mtime_ns)
        sha256 = found.sha256 or (earlier["sha256"] if earlier and same else digest(found.path))
        twin = self._twin(path, sha256)
        access = level(self._access, settings, earlier or twin)
        mark = stamp(settings, access, self._ocr)
        settled = bool(
            earlier
            and (earlier["sha256"], earlier["settings"]) == (sha256, mark)
            and not (self._retry and (earlier["outcome"] == "failed" or earlier["document"] in self._again))
        )
        name = self._document(found, sha256, earlier, twin)
        gone = bool(twin and not earlier and not _exists(twin["path"]))
        return Plan(
            found=found,
            sha256=sha256,
            settings=settings,
            access=access,
            stamp=mark,
            document=name,
            settled=settled,
            moved_from=twin["path"] if twin and gone else "",
        )

    def _twin(self, path: str, sha256: str) -> dict[str, Any] | None:
        """Another file with the same bytes, that has a document if any has: the file before it was moved, or a copy."""
        others = [row for row in self._by_hash.get(sha256, ()) if row["path"] != path]
        return min(others, key=lambda row: (row["document"] is None, row["path"]), default=None)

    def _document(
        self, found: Found, sha256: str, earlier: Mapping[str, Any] | None, twin: Mapping[str, Any] | None
    ) -> str:
        if twin and twin["document"]:
            return str(twin["document"])
        if earlier and earlier["document"]:
            # A new edition in the same place keeps its permanent address, unless a copy elsewhere holds it.
            shared = [row for row in self._by_hash.get(earlier["sha256"], ()) if row["path"] != str(found.path)]
            if earlier["sha256"] == sha256 or not shared:
                return str(earlier["document"])
        return document_id(found.path.stem, sha256)

    def earlier(self, plan: Plan) -> dict[str, Any]:
        """What the store says of the file; KeyError for a file it has not seen."""
        return self._sources[str(plan.found.path)]

    def without_document(self, found: Found, settings: Settings) -> tuple[Plan, bool]:
        """The plan for what is no document, a container or a member that cannot be taken out, and whether the store
        says the same of it already."""
        earlier = self._sources.get(str(found.path))
        access = level(self._access, settings, earlier)
        mark = stamp(settings, access)
        plan = Plan(
            found=found, sha256="", settings=settings, access=access, stamp=mark, document="", settled=not found.fresh
        )
        same = bool(earlier and earlier["settings"] == mark and earlier["error"] == found.failure)
        return plan, same and not found.fresh

    def copied(self, plan: Plan) -> bool:
        """Whether the document was read from these bytes under settings that say the same of it."""
        path = str(plan.found.path)
        rows = [row for row in self._by_hash.get(plan.sha256, ()) if row["document"] == plan.document]
        return any(row["path"] != path for row in rows) and path not in self._sources

    def record(self, row: dict[str, Any]) -> None:
        """Learn what this run has just written, so that later copies in the same run are known as copies."""
        self._sources[row["path"]] = row
        if _is_hashed(row):
            self._by_hash.setdefault(row["sha256"], []).append(row)
