"""What is inside a container, and what its members are called."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

INSIDE = "!/"  # between a container's path and a member's: archive.zip!/folder/report.pdf
_LONGEST = 500  # characters of a member's name; longer ones keep their end, where the suffix is
_UNSEEN = re.compile("[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # a name must read as it is
_DRIVE = re.compile(r"^[A-Za-z]:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """``name`` is clean and unique in its container. ``read`` gives its bytes, or raises UnreadableOriginal."""

    name: str
    size: int
    read: Callable[[], bytes]


def clean_name(printed: str) -> str:
    """A relative path that stays where it is: no root, no drive, no ``..``, nothing invisible, no ``!/`` of its own."""
    text = _UNSEEN.sub("", _DRIVE.sub("", printed.replace("\\", "/")))
    parts = [part.strip() for part in text.split("/")]
    kept = [f"{part[:-1]}_" if part.endswith("!") else part for part in parts if part not in ("", ".", "..")]
    return "/".join(kept)[-_LONGEST:].lstrip("/") or "unnamed"


def apart(members: Iterable[Member]) -> list[Member]:
    """The members under names that no two of them share: the second ``report.pdf`` is ``report (2).pdf``."""
    taken: set[str] = set()
    found = []
    for member in members:
        path, name, turn = PurePosixPath(member.name), member.name, 1
        while name in taken:
            turn += 1
            name = str(path.with_name(f"{path.stem} ({turn}){path.suffix}"))
        taken.add(name)
        found.append(replace(member, name=name))
    return found
