"""ZIP archives. What the directory announces is weighed before a byte is unpacked; zipfile gives no byte more."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from indexer.containers.member import Member, clean_name
from indexer.containers.names import decoded
from indexer.formats.reading import damaged
from indexer.limits import MIB, limits
from kb.errors import UnreadableOriginal

BROKEN = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error, KeyError)
_HEADER = 30  # bytes of a member's own header, without its name
_SMALL = 32 * MIB  # below this no ratio is a bomb


def members(path: Path, password: str) -> Iterator[Member]:
    """The files in an archive in the order of its directory, links and folders left out.

    Raises UnreadableOriginal: ``damaged``; ``bomb`` where it announces more than an archive of documents does.
    """
    try:
        archive = zipfile.ZipFile(path)
        found = [info for info in archive.infolist() if not info.is_dir() and not _is_link(info)]
    except BROKEN as error:
        raise damaged(path, f"its directory cannot be read ({error})") from error
    _weigh(path, found)
    for info in found:
        yield Member(name=clean_name(decoded(info)), size=info.file_size, read=_reading(archive, info, password))


def _is_link(info: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(info.external_attr >> 16)


def _weigh(path: Path, found: list[zipfile.ZipInfo]) -> None:
    size, total = path.stat().st_size, sum(info.file_size for info in found)
    if len(found) > limits().members:
        raise bomb(path, f"holds {len(found):,} files")
    if total > limits().archive:
        raise bomb(path, f"unpacks to {total >> 20:,} MiB")
    if total > _SMALL and total > limits().ratio * size:
        raise bomb(path, f"unpacks to {total // max(size, 1):,} times its size")
    ordered = sorted(found, key=lambda info: info.header_offset)
    if any(a.header_offset + _HEADER + a.compress_size > b.header_offset for a, b in pairwise(ordered)):
        raise bomb(path, "has files that lie over one another")


def bomb(path: Path | str, what: str) -> UnreadableOriginal:
    """The error for an archive that is made to fill a disk, or looks so."""
    return UnreadableOriginal(
        f"the archive {what}",
        where=str(path),
        advice="If it is what it should be, unpack it and index the folder, or raise the limits in kb.toml",
        kind="bomb",
    )


def _reading(archive: zipfile.ZipFile, info: zipfile.ZipInfo, password: str) -> Callable[[], bytes]:
    def read() -> bytes:
        where = info.filename
        if info.file_size > limits().output // 2:
            raise UnreadableOriginal(
                f"has {info.file_size >> 20:,} MiB, more than a member of an archive may have",
                where=where,
                advice="Unpack the archive and index the folder",
                kind="too-large",
            )
        if info.flag_bits & 1 and not password:
            raise _locked(where, "needs a password", "Give the password in kb.toml or kb.csv, or unpack the archive")
        try:
            with archive.open(info, pwd=password.encode() if password else None) as stream:
                return stream.read()
        except BROKEN as error:
            if info.flag_bits & 1:
                said = "cannot be opened with the password that is given, or is encrypted in a way that is not read"
                raise _locked(where, said, "Check the password, or unpack the archive") from error
            raise damaged(Path(where), f"it cannot be unpacked ({error})") from error

    return read


def _locked(where: str, what: str, advice: str) -> UnreadableOriginal:
    return UnreadableOriginal(what, where=where, advice=advice, kind="encrypted")
