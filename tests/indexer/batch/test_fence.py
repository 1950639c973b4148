"""A reading that crashes, hangs or swells costs itself alone."""

from __future__ import annotations

import os
import signal
import sys
import time

import pytest

from indexer.batch.fence import fenced
from indexer.batch.job import Limits
from kb.errors import UnreadableOriginal

SMALL = Limits(seconds=1.0, memory=64 << 20, output=1000)
linux = pytest.mark.skipif(sys.platform != "linux", reason="the limits are the kernel's")


def echo(text: str) -> bytes:
    return text.encode()


def crash(_: str) -> bytes:
    os.kill(os.getpid(), signal.SIGSEGV)
    return b""


def hang(_: str) -> bytes:
    time.sleep(60)
    return b""


def spin(_: str) -> bytes:
    while True:
        pass


def swell(_: str) -> bytes:
    return bytes(512 << 20)[:1]


def shout(_: str) -> bytes:
    return b"x" * 5000


def write(path: str) -> bytes:
    try:
        with open(path, "w") as file:  # noqa: PTH123 - what a library inside would do
            file.write("x")
    except OSError as error:
        return str(error.errno).encode()
    return b"written"


def leave(_: str) -> bytes:
    os._exit(3)


def test_what_the_task_returns_comes_back() -> None:
    assert fenced(echo, "šta je ovo", SMALL, where="x.pdf") == "šta je ovo".encode()


@linux
@pytest.mark.parametrize(
    ("task", "kind"),
    [
        (crash, "crashed"),
        (leave, "crashed"),
        (hang, "timeout"),
        (spin, "timeout"),
        (swell, "memory"),
        (shout, "too-large"),
    ],
)
def test_what_goes_wrong_has_a_name(task: object, kind: str) -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableOriginal) as stopped:
        fenced(task, "", SMALL, where="bad.pdf")  # type: ignore[arg-type]
    assert (stopped.value.kind, stopped.value.where) == (kind, "bad.pdf")
    assert stopped.value.advice
    assert time.monotonic() - began < 20


@linux
def test_a_reader_cannot_write_files(tmp_path: object) -> None:
    assert fenced(write, f"{tmp_path}/out", SMALL, where="x") != b"written"
