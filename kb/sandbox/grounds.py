"""What every reader has to read besides its original: Python, libraries, fonts, dictionaries. No one's documents."""

from __future__ import annotations

import os
import site
import sys
import sysconfig
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kb.home import machine_cache

NULL = Path("/dev/null")
_PUBLIC = (
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/usr/local/lib",
    "/usr/share",
    "/usr/local/share",
    "/nix/store",
    "/gnu/store",
    "/etc/ld.so.cache",
    "/etc/ld.so.preload",
    "/etc/fonts",
    "/etc/localtime",
    "/etc/ssl/openssl.cnf",
    "/dev/urandom",
    "/dev/random",
    "/dev/zero",
    "/proc/self",
    "/proc/meminfo",
    "/proc/cpuinfo",
    "/sys/devices/system/cpu",
)
_LOADERS = ("lib64/ld-*", "lib/ld-*", "lib/*/ld-*", "usr/lib/ld-*", "usr/lib/*/ld-*", "usr/lib64/ld-*")


def readable() -> tuple[Path, ...]:
    """Files and folders that a reader may read."""
    return tuple(dict.fromkeys([*map(Path, _PUBLIC), machine_cache(), *_python(), *_loaded()]))


@cache
def loaders() -> tuple[Path, ...]:
    """What starts programs: the kernel runs it first, so it must be allowed beside the program."""
    return tuple(sorted({found.resolve() for pattern in _LOADERS for found in Path("/").glob(pattern)}))


def around(program: Path) -> tuple[Path, ...]:
    """What a program reads that was installed beside it: its libraries and its data."""
    prefix = program.resolve().parent.parent
    data = [Path(os.environ[name]) for name in ("TESSDATA_PREFIX", "FONTCONFIG_PATH") if os.environ.get(name)]
    return (program, prefix / "lib", prefix / "share", *data)


def _python() -> Iterator[Path]:
    for name in ("stdlib", "platstdlib", "purelib", "platlib"):
        yield Path(sysconfig.get_path(name))
    yield Path(sys.base_prefix, "lib")
    for folder in site.getsitepackages():
        yield Path(folder)
    if site.ENABLE_USER_SITE:
        yield Path(site.getusersitepackages())


def _loaded() -> Iterator[Path]:
    """Where the packages in use were found, ours among them: they need not be installed in the usual place."""
    for name, module in list(sys.modules.items()):
        if "." not in name:
            yield from map(Path, getattr(module, "__path__", None) or ())
