"""Shut this process in with what the machine has for it, and say what that is."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from kb.sandbox import landlock, seccomp
from kb.sandbox.grounds import NULL, around, loaders, readable

FILES, NETWORK, PROCESSES = "files", "network", "processes"


def enter(*, read: Iterable[Path] = (), run: Iterable[str] = ()) -> tuple[str, ...]:
    """From here on, and for all that is started from here, for good. What is in force after it, see ``in_force``.

    ``read`` are originals, or folders of them; ``run`` the names of programs that may be started, of which those that
    are not installed are left out. Nothing can be written. To be called by a process of one thread: others go on
    unbound. Never raises: where the kernel has less, less is in force.
    """
    if sys.platform != "linux":
        return ()
    programs = [Path(found).resolve() for name in run if (found := shutil.which(name))]
    grounds = [*readable(), *(path for program in programs for path in around(program)), *read]
    try:
        locked = landlock.restrict(read=grounds, write=[NULL], run=[*programs, *loaders()] if programs else ())
    except OSError:
        locked = 0
    return _named(locked, seccomp.restrict(files=not locked))


def in_force() -> tuple[str, ...]:
    """What ``enter`` would put in force on this machine: none, or some of

    ``files`` (only what was named can be read, nothing be written), ``network`` (no connection of any kind) and
    ``processes`` (no other process can be looked into, and no copy of itself be made).
    """
    if sys.platform != "linux":
        return ()
    return _named(landlock.version(), seccomp.available())


def _named(locked: int, filtered: bool) -> tuple[str, ...]:
    found = [FILES] if locked else []
    return tuple(found + ([NETWORK, PROCESSES] if filtered else []))
