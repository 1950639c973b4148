"""At the beginning of a run: which containers are to be opened, and what is in those that have not changed."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

from indexer.batch.discover import Found
from indexer.containers.kinds import HEAD, MESSAGE, kind_of
from indexer.containers.unpack import Container, Unpacked, start, unpack
from indexer.limits import Limits
from indexer.manifest import Manifests, Settings
from kb.errors import UnreadableOriginal
from kb.home import Home
from kb.index.check import digest
from kb.store import Store, upkeep, write

RULES = "1"  # raised when containers are opened otherwise: then each is opened again


class Opening:
    """Puts the members of containers beside them in the list of what is found."""

    def __init__(
        self,
        home: Home,
        store: Store,
        manifests: Manifests,
        *,
        limits: Callable[[Path], Limits],
        jobs: int = 1,
        retry: bool = False,
        dry_run: bool = False,
        executor: Callable[[], Executor] | None = None,
    ) -> None:
        self._home, self._store, self._manifests, self._limits = home, store, manifests, limits
        self._jobs, self._retry, self._dry_run, self._make = jobs, retry, dry_run, executor
        with store.read() as connection:
            self._sources = upkeep.all_sources(connection)
            self._known = upkeep.containers(connection)

    def expand(self, found: list[Found]) -> list[Found]:
        """Everything found, and after each container its members in the order of their names.

        An archive or mailbox is marked as such, since it is no document; a message is one.
        """
        new = {each.path: each for each in found if not each.error and self._is_new(each)}
        opened = self._unopened(new) if self._dry_run else self._open_all(new)
        everything: list[Found] = []
        for each in found:
            row = opened[str(each.path)] if each.path in new else self._known.get(str(each.path))
            if each.error or row is None:
                everything.append(each)
            else:
                everything += _with_members(each, row, fresh=each.path in new)
        return everything

    def _unopened(self, new: dict[Path, Found]) -> dict[str, dict[str, Any]]:
        said = "what is in it is known when it has been opened"
        rows: dict[Path, dict[str, Any]] = {
            path: {"kind": self._kind(each), "members": [], "error": None} for path, each in new.items()
        }
        return {str(path): row | {"warnings": [said], "sha256": ""} for path, row in rows.items()}

    def _is_new(self, each: Found) -> bool:
        """Whether a file is a container that has to be opened. Only what has changed is looked into."""
        path = str(each.path)
        row, known = self._sources.get(path), self._known.get(path)
        settings = self._manifests.settings(each.path)
        if row and (row["size"], row["mtime_ns"]) == (each.size, each.mtime_ns):
            if known is None and row["outcome"] == "indexed":
                return False
            if known and known["settings"] == _stamp(settings):
                failed = known["error"] or any(member[3] for member in known["members"])
                return bool(self._retry and failed) or not self._complete(known)
        return self._kind(each) is not None

    def _complete(self, known: dict[str, Any]) -> bool:
        """Whether the originals of all members are kept."""
        return all(self._home.original(sha256).is_file() for _, _, sha256, _ in known["members"] if sha256)

    def _kind(self, each: Found) -> str | None:
        try:
            with each.path.open("rb") as file:
                return kind_of(str(each.path), file.read(HEAD))
        except OSError:
            return None  # the reader says it

    def _open_all(self, new: dict[Path, Found]) -> dict[str, dict[str, Any]]:
        """Rows of what was opened, each in the store as soon as it is there."""
        rows: dict[str, dict[str, Any]] = {}
        for each, (sha256, unpacked) in self._unpacked(list(new.values())):
            row = {
                "path": str(each.path),
                "kind": self._kind(each) or "",
                "sha256": sha256,
                "settings": _stamp(self._manifests.settings(each.path)),
                "members": sorted([m.source, m.size, m.sha256, m.error] for m in unpacked.members),
                "warnings": unpacked.warnings,
                "error": unpacked.error,
            }
            before = self._known.get(str(each.path))
            if unpacked.error and before:  # what an earlier version held is not lost
                row["members"] = before["members"]
            with self._store.write() as connection:
                write.put_container(connection, row)
            rows[str(each.path)] = row
        return rows

    def _unpacked(self, new: list[Found]) -> Iterator[tuple[Found, tuple[str, Unpacked]]]:
        if not new:
            return
        with self._executor(len(new)) as executor:
            futures: list[tuple[Found, Future[tuple[str, Unpacked]]]] = [
                (each, executor.submit(_open_one, self._container(each))) for each in new
            ]
            for each, future in futures:
                try:
                    yield each, future.result()
                except BrokenExecutor:
                    error = UnreadableOriginal(
                        "ended the worker process", where=str(each.path), advice="Unpack it", kind="crashed"
                    )
                    yield each, ("", Unpacked(error=error.as_dict()))

    def _container(self, each: Found) -> Container:
        settings = self._manifests.settings(each.path)
        return Container(
            source=str(each.path),
            path=each.path,
            kind=self._kind(each) or "",
            password=settings.password or "",
            home=self._home,
            limits=self._limits(each.path),
        )

    def _executor(self, files: int) -> Executor:
        if self._make is not None:
            return self._make()
        context = multiprocessing.get_context("spawn")  # it must not inherit the store and its locks
        return ProcessPoolExecutor(
            min(self._jobs, files), mp_context=context, initializer=start, initargs=(os.getpid(),)
        )


def _with_members(each: Found, row: dict[str, Any], *, fresh: bool) -> list[Found]:
    warnings = tuple(row["warnings"])
    if row["kind"] == MESSAGE:  # its text is a document too; where that cannot be read, its reader says so
        if row["error"]:
            warnings = (*warnings, f"its attachments could not be taken out: {row['error']['message']}")
        whole = replace(each, sha256=row["sha256"], warnings=warnings)
    else:
        whole = replace(
            each, sha256=row["sha256"], container=True, fresh=fresh, warnings=warnings, failure=row["error"]
        )
    return [
        whole,
        *(
            Found(Path(source), size, each.mtime_ns, sha256=sha256, failure=error, member=True, fresh=fresh)
            for source, size, sha256, error in row["members"]
        ),
    ]


def _open_one(container: Container) -> tuple[str, Unpacked]:
    """The hash of a container and what is in it."""
    return digest(container.path), unpack(container)


def _stamp(settings: Settings) -> str:
    return hashlib.sha256(f"{RULES}|{settings.password}".encode()).hexdigest()[:16]
