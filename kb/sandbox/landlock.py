"""Landlock: from here on, only these files can be opened (Linux 5.13 and later; docs.kernel.org, Landlock).

By the kernel's own interface: three calls and two structures, so that no package is needed that may not be there.
"""

from __future__ import annotations

import ctypes
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from kb.sandbox.system import no_new_privileges, syscall

CREATE, ADD, RESTRICT = 444, 445, 446  # the same numbers on every architecture
_VERSION, _BENEATH = 1, 1

# Rights over files by the bit that names them (linux/landlock.h).
_EXECUTE, _WRITE, _READ, _LIST = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_ON_FILES = _EXECUTE | _WRITE | _READ | 1 << 14 | 1 << 15
_KNOWN_BY = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}  # version: what it can refuse
_TCP, _SCOPES = 0b11, 0b11  # bind and connect, from version 4; abstract sockets and signals, from version 6


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def version() -> int:
    """Which Landlock the kernel has, 0 where it has none or has it switched off."""
    try:
        return syscall(CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(_VERSION))
    except (OSError, AttributeError):
        return 0


def restrict(*, read: Iterable[Path], write: Iterable[Path] = (), run: Iterable[Path] = ()) -> int:
    """Shut this process in, for good; the version of Landlock that does it, 0 where there is none.

    ``read`` and all below it can be read, ``run`` can be started, and nothing can be written but the files named in
    ``write``. Paths that are not there are left out.
    """
    known = version()
    if not known:
        return 0
    files = max(mask for since, mask in _KNOWN_BY.items() if since <= known)
    rules = _Ruleset(files, _TCP if known >= 4 else 0, _SCOPES if known >= 6 else 0)
    size = 24 if known >= 6 else 16 if known >= 4 else 8
    handle = syscall(CREATE, ctypes.byref(rules), ctypes.c_size_t(size), ctypes.c_uint32(0))
    try:
        for paths, rights in ((read, _READ | _LIST), (write, _READ | _WRITE), (run, _READ | _EXECUTE)):
            for path in paths:
                _allow(handle, path, rights & files)
        no_new_privileges()
        syscall(RESTRICT, ctypes.c_int(handle), ctypes.c_uint32(0))
    finally:
        os.close(handle)
    return known


def _allow(handle: int, path: Path, rights: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(place).st_mode):
            rights &= _ON_FILES
        rule = _Beneath(rights, place)
        syscall(ADD, ctypes.c_int(handle), ctypes.c_int(_BENEATH), ctypes.byref(rule), ctypes.c_uint32(0))
    finally:
        os.close(place)
