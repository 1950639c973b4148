"""The calls to the Linux kernel that the standard library has no name for."""

from __future__ import annotations

import ctypes
import os
from functools import cache
from typing import Any

NO_NEW_PRIVS = 38  # prctl(2)


@cache
def _libc() -> Any:
    return ctypes.CDLL(None, use_errno=True)


def syscall(number: int, *arguments: object) -> int:
    """What the kernel returns; OSError where it refuses."""
    return _told(_libc().syscall(ctypes.c_long(number), *arguments))


def prctl(option: int, first: object, second: object = 0) -> int:
    """prctl(2); OSError where the kernel refuses."""
    return _told(_libc().prctl(option, first, second, ctypes.c_ulong(0), ctypes.c_ulong(0)))


def no_new_privileges() -> None:
    """Nothing that this process starts gains rights by being started: both protections ask for this first."""
    prctl(NO_NEW_PRIVS, ctypes.c_ulong(1))


def _told(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
