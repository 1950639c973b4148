"""Seccomp: a filter over calls to the kernel (Linux, x86_64 and aarch64; docs.kernel.org, Seccomp BPF).

Landlock knows files, and TCP; the filter is for what it leaves: other sockets, the marks on files, other processes.
Where there is no Landlock it also keeps the process from making, emptying and removing files. The filter is a list of
calls that are refused, not of those that are let through: what a C library needs next year must not break a reader.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
import sys

from kb.sandbox.syscalls import CLONE3, MACHINES, OPENAT2, Machine
from kb.sandbox.system import no_new_privileges, prctl

_SECCOMP, _FILTER = 22, 2  # prctl(2)
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06  # linux/bpf_common.h
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_NUMBER, _AUDIT, _ARGUMENTS = 0, 4, 16  # where they stand in what the filter is shown

_MAKING = 0o100 | 0o1000 | 0o20000000  # O_CREAT, O_TRUNC, O_TMPFILE
_THREAD_OR_VFORK = 0x10000 | 0x4000
_NAMESPACES = 0x7E020080
_TYPING = (0x5412, 0x541C)  # TIOCSTI, TIOCLINUX: what is typed into a terminal, another program obeys


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def machine() -> Machine | None:
    """This machine, None where no filter is known for it."""
    return MACHINES.get(platform.machine()) if sys.platform == "linux" else None


def available() -> bool:
    """Whether a filter can be put in force here."""
    if machine() is None:
        return False
    try:
        prctl(_SECCOMP, _FILTER, None)
    except OSError as error:
        return error.errno == errno.EFAULT  # it knows the question, and the filter is missing, as it is
    return False


def restrict(*, files: bool) -> bool:
    """Refuse those calls to this process and all that it starts, for good; whether that is in force.

    With ``files`` it also opens no file that this would make or empty: for where nothing else sees to that.
    """
    here = machine()
    if here is None:
        return False
    steps = program(here, files=files)
    try:
        no_new_privileges()
        prctl(_SECCOMP, _FILTER, ctypes.byref(_Program(len(steps) // 8, steps)))
    except OSError:
        return False
    return True


def program(here: Machine, *, files: bool) -> bytes:
    """The filter: eight bytes a step. A jump skips so many steps where the comparison holds, or does not."""
    no = _step(_RETURN, _REFUSE | errno.EPERM)
    unknown = _step(_RETURN, _REFUSE | errno.ENOSYS)
    yes = _step(_RETURN, _ALLOW)
    steps = [_step(_LOAD, _AUDIT), _step(_EQUAL, here.audit, 1, 0), _step(_RETURN, _KILL), _step(_LOAD, _NUMBER)]
    if here.foreign:
        steps += [_step(_AT_LEAST, here.foreign, 0, 1), no]
    for number in (CLONE3, OPENAT2):
        steps += [_step(_EQUAL, number, 0, 1), unknown]
    for number in here.refused.values():
        steps += [_step(_EQUAL, number, 0, 1), no]
    for number, place in here.opens.items() if files else ():
        steps += _only_if(number, [_argument(place), _step(_ANY_BIT, _MAKING, 0, 1), no, yes])
    typed = [step for code in _TYPING for step in (_step(_EQUAL, code, 0, 1), no)]
    steps += _only_if(here.ioctl, [_argument(1), *typed, yes])
    # A thread, or the start of another program, and never a copy of the reader.
    copies = [_argument(0), _step(_ANY_BIT, _NAMESPACES, 0, 1), no, _step(_ANY_BIT, _THREAD_OR_VFORK, 1, 0), no, yes]
    steps += _only_if(here.clone, copies)
    return b"".join([*steps, yes])


def _step(code: int, value: int, holds: int = 0, fails: int = 0) -> bytes:
    return struct.pack("=HBBI", code, holds, fails, value)


def _argument(place: int) -> bytes:
    """Load the lower half of an argument: all the flags are there, on machines that begin with it."""
    return _step(_LOAD, _ARGUMENTS + 8 * place)


def _only_if(number: int, steps: list[bytes]) -> list[bytes]:
    return [_step(_EQUAL, number, 0, len(steps)), *steps]
