"""What one original may cost before it is left, each with its reason: the one place where readers ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

MIB = 1 << 20
_SIZES = frozenset({"memory", "output", "file", "part", "unpacked", "archive"})  # people give these in MiB


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Times in seconds, sizes in bytes. A limit that is passed is a named failure of that original alone.

    In a manifest's table ``limits`` the same names stand, with sizes in MiB.
    """

    seconds: float = 120.0  # wall time and, apart, time on the processor: the longest real document took five
    extension: float = 3600.0  # how much more, in all, a reader can ask for: a page by OCR takes seconds
    memory: int = 768 * MIB  # address space beyond what the worker has: 1,000 pages take 150 MiB, a scan's picture 100
    output: int = 256 * MIB  # what was read, as it is handed on: thirty times the longest code of laws
    file: int = 40 * MIB  # a file that is text: the characters below, at two bytes each
    part: int = 96 * MIB  # one part of a container, unpacked: 3,000 real files had none above 40 MB
    unpacked: int = 256 * MIB  # all that is unpacked of one container
    parts: int = 20_000  # files in a container, each of which costs time even where it is empty
    elements: int = 2_000_000  # of a tree of XML or HTML: a part of its largest size with little but tags
    blocks: int = 200_000  # paragraphs, headings, items, notes: the longest codes have a tenth of that
    pages: int = 5_000  # of paper: five volumes
    characters: int = 20_000_000  # of text in one document: what so many pages hold
    members: int = 10_000  # files in an archive or messages in a mailbox, those of archives inside it counted too
    archive: int = 4096 * MIB  # all that comes out of one archive, likewise
    ratio: int = 200  # how many times larger than itself that may be; text shrinks to a fiftieth at best
    depth: int = 3  # archives in archives, messages in messages
    pixels: int = 50_000_000  # of one picture: A3 at 400 dpi is 31 million


def changed(said: Mapping[str, Any], base: Limits) -> Limits:
    """``base`` with what a table of people's numbers says otherwise; ValueError for what it cannot say."""
    values: dict[str, float | int] = {}
    known = {each.name: each.type for each in fields(Limits)}
    for name, value in said.items():
        if name not in known:
            raise ValueError(f"{name!r} is not a limit; known: {', '.join(known)}")
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1e12:
            raise ValueError(f"{name} = {value!r}: it is a number above 0")
        if name in _SIZES:
            value = int(value * MIB)
        values[name] = float(value) if known[name] == "float" else int(value)
    return replace(base, **values)  # type: ignore[arg-type]


_in_force = Limits()


def limits() -> Limits:
    """Those for the original in hand."""
    return _in_force


def use(chosen: Limits) -> None:
    """From now on these hold, in this process. For the process that reads, before each original."""
    global _in_force
    _in_force = chosen
