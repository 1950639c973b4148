"""Open one container and whatever containers it holds: in a child behind the fence, batch by batch.

The child reads and hands over bytes; this process, a worker, keeps them by their hash and knows nothing of formats.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
from collections import Counter
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from pathlib import Path, PurePosixPath
from typing import Any

from indexer import limits as in_force
from indexer.batch.child import adopt_orphans, die_with_parent
from indexer.batch.fence import Fence
from indexer.batch.keep import keep_bytes
from indexer.containers import archive, enclosed, mailbox
from indexer.containers.kinds import ARCHIVE, HEAD, MAILBOX, MESSAGE, is_document, kind_of
from indexer.containers.member import INSIDE, Member, apart
from indexer.limits import MIB, Limits
from kb.errors import KBError, UnreadableOriginal
from kb.home import Home

BATCH = 16 * MIB  # bytes handed over at once
_SMALL = 32 * MIB
_OPEN = {ARCHIVE: archive.members, MAILBOX: mailbox.members, MESSAGE: enclosed.members}


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """A file to be opened. ``source`` is what it and its members are called after."""

    source: str
    path: Path
    kind: str
    password: str
    home: Home
    limits: Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A member that is a document: its source, and its bytes' size and hash, or why they could not be had."""

    source: str
    size: int = 0
    sha256: str = ""
    error: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Unpacked:
    """All documents in a container, those of containers in it with them; ``error`` where it could not be opened."""

    members: list[Found] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    error: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    path: Path
    kind: str
    password: str
    limits: Limits
    start: int


def start(parent: int) -> None:
    """Make a worker ready; it ends with the run, whose process id is given."""
    die_with_parent(parent)
    adopt_orphans()
    message_from_bytes(b"Subject: x\n\nx", policy=policy.default).as_bytes()  # a reader shut in can load nothing more


def _hand_over(asked: _Asked) -> bytes:
    """In the child: members from ``start`` on, until a batch is full. One line of JSON, then the bytes."""
    in_force.use(asked.limits)
    try:
        members = _listed(asked)
    except KBError as error:
        return json.dumps({"error": error.as_dict()}).encode()
    told: list[dict[str, Any]] = []
    data: list[bytes] = []
    size = 0
    at = asked.start
    while at < len(members) and size < BATCH:
        member = members[at]
        at += 1
        if not is_document(member.name):
            told.append({"name": member.name, "left": True})
            continue
        try:
            data.append(member.read())
        except KBError as error:
            told.append({"name": member.name, "error": error.as_dict()})
            continue
        size += len(data[-1])
        told.append({"name": member.name, "size": len(data[-1])})
    more = at if at < len(members) else None
    return b"\n".join((json.dumps({"members": told, "next": more}).encode(), b"".join(data)))


_listing: tuple[Path, list[Member]] | None = None


def _listed(asked: _Asked) -> list[Member]:
    """The members, listed once however many batches they take."""
    global _listing
    if _listing is None or _listing[0] != asked.path or asked.start == 0:
        _listing = (asked.path, apart(_OPEN[asked.kind](asked.path, asked.password)))
    return _listing[1]


class _Budget:
    """What may come out of one container with all that is in it."""

    def __init__(self, container: Container) -> None:
        self._limits, self._whole = container.limits, container.path.stat().st_size
        self._bytes = self._members = 0

    def take(self, source: str, size: int) -> None:
        """UnreadableOriginal of kind ``bomb`` where it is spent."""
        self._bytes += size
        self._members += 1
        if self._members > self._limits.members:
            raise archive.bomb(source, f"and what is in it hold more than {self._limits.members:,} files")
        if self._bytes > self._limits.archive or (
            self._bytes > _SMALL and self._bytes > self._limits.ratio * max(self._whole, 1)
        ):
            raise archive.bomb(source, "and the archives in it unpack to far more than their size")


def unpack(container: Container) -> Unpacked:
    """The documents in a container, kept by their hash. Never raises for what is in the file."""
    found = Unpacked()
    try:
        _open(container, found, _Budget(container), depth=1)
    except UnreadableOriginal as error:
        return Unpacked(found.members, found.warnings, error.as_dict() | {"where": container.source})
    except OSError as error:
        wrong = UnreadableOriginal(f"cannot be read ({error.strerror})", where=container.source, kind="no-access")
        return Unpacked(found.members, found.warnings, wrong.as_dict())
    return found


def _open(container: Container, found: Unpacked, budget: _Budget, *, depth: int) -> None:
    left: Counter[str] = Counter()
    inside: list[Container] = []
    fence = Fence(
        _hand_over, container.limits, sees=(container.path,), sweeping=multiprocessing.parent_process() is not None
    )
    try:
        at: int | None = 0
        while at is not None:
            asked = _Asked(container.path, container.kind, container.password, container.limits, at)
            head, _, data = fence.run(asked, where=container.source).partition(b"\n")
            said = json.loads(head)
            if "error" in said:
                raise UnreadableOriginal(**(said["error"] | {"where": container.source}))
            place = 0
            for each in said["members"]:
                source = f"{container.source}{INSIDE}{each['name']}"
                if "left" in each:
                    left[PurePosixPath(each["name"]).suffix.casefold() or PurePosixPath(each["name"]).name] += 1
                elif "error" in each:
                    found.members.append(Found(source=source, error=each["error"] | {"where": source}))
                else:
                    piece = data[place : place + each["size"]]
                    place += each["size"]
                    budget.take(source, len(piece))
                    _keep(container, source, piece, found, inside)
            at = said["next"]
    finally:
        fence.close()
    if left:
        kinds = ", ".join(f"{count} {name}" for name, count in left.most_common(6))
        found.warnings.append(f"{container.source}: {left.total()} files that are no documents were left out ({kinds})")
    for other in inside:
        _open_inside(other, found, budget, depth=depth + 1)


def _keep(container: Container, source: str, piece: bytes, found: Unpacked, inside: list[Container]) -> None:
    sha256 = hashlib.sha256(piece).hexdigest()
    kept = container.home.original(sha256)
    keep_bytes(piece, kept, where=source)
    kind = kind_of(source, piece[:HEAD])
    if kind:
        inside.append(
            Container(source=source, path=kept, kind=kind, password=container.password, home=container.home,
                      limits=container.limits)
        )  # fmt: skip
    if kind in (None, MESSAGE):  # an archive is no document, and is not looked for among them
        found.members.append(Found(source=source, size=len(piece), sha256=sha256))


def _open_inside(container: Container, found: Unpacked, budget: _Budget, *, depth: int) -> None:
    """A container in a container; what is wrong with it is its own failure, unless all is spent."""
    try:
        if depth > container.limits.depth:
            raise UnreadableOriginal(
                f"lies more than {container.limits.depth} archives or messages deep",
                where=container.source,
                advice="Unpack it and index the folder, or raise depth in the table limits of kb.toml",
                kind="too-deep",
            )
        _open(container, found, budget, depth=depth)
    except UnreadableOriginal as error:
        found.members.append(Found(source=container.source, error=error.as_dict() | {"where": container.source}))
