"""A reading that crashes, hangs or swells costs itself alone."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from indexer.batch import patience
from indexer.batch.fence import Fence
from indexer.limits import Limits
from kb.errors import UnreadableOriginal
from kb.sandbox import FILES, NETWORK, in_force

SMALL = Limits(seconds=1.0, extension=3.0, memory=64 << 20, output=1000)
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


def either(text: str) -> bytes:
    return crash("") if text == "bad" else f"{os.getpid()} {text}".encode()


@pytest.fixture
def fenced() -> Iterator[Callable[..., bytes]]:
    made: list[Fence] = []

    def run(task: Callable[[str], bytes], argument: str, *, where: str = "x.pdf") -> bytes:
        made.append(Fence(task, SMALL))
        return made[-1].run(argument, where=where)

    yield run
    for fence in made:
        fence.close()


def test_what_the_task_returns_comes_back(fenced: Callable[..., bytes]) -> None:
    assert fenced(echo, "šta je ovo") == "šta je ovo".encode()


@linux
def test_the_next_file_has_a_child_whatever_became_of_the_last() -> None:
    fence = Fence(either, SMALL)
    first, second = fence.run("a", where="a"), fence.run("b", where="b")
    assert first.split()[0] == second.split()[0]
    with pytest.raises(UnreadableOriginal, match="crashed"):
        fence.run("bad", where="bad")
    third = fence.run("c", where="c")
    assert third.endswith(b" c")
    assert third.split()[0] != first.split()[0]
    fence.close()


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
def test_what_goes_wrong_has_a_name(fenced: Callable[..., bytes], task: Callable[[str], bytes], kind: str) -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableOriginal) as stopped:
        fenced(task, "", where="bad.pdf")
    assert (stopped.value.kind, stopped.value.where) == (kind, "bad.pdf")
    assert stopped.value.advice
    assert time.monotonic() - began < 20


@linux
def test_a_reader_cannot_write_files(fenced: Callable[..., bytes], tmp_path: Path) -> None:
    assert fenced(write, str(tmp_path / "out")) != b"written"


def patient(seconds: str) -> bytes:
    for _ in range(8):
        patience.more(float(seconds))
        time.sleep(0.3)
    return b"read at last"


def greedy(_: str) -> bytes:
    while True:
        patience.more(1e9)
        time.sleep(0.01)


def connect(_: str) -> bytes:
    return str(socket.socket().fileno()).encode()


def look(path: str) -> bytes:
    return Path(path).read_bytes()


def inherited(_: str) -> bytes:
    return " ".join(os.listdir("/proc/self/fd")).encode()  # noqa: PTH208 - names


@linux
def test_a_reader_that_is_getting_on_is_given_more_time(fenced: Callable[..., bytes]) -> None:
    assert fenced(patient, "0.5") == b"read at last"


@linux
def test_more_time_has_an_end(fenced: Callable[..., bytes]) -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableOriginal, match="took more than 4 seconds"):
        fenced(greedy, "")
    assert time.monotonic() - began < 10


def test_outside_a_reader_nobody_is_asked() -> None:
    patience.more(5.0)


@linux
@pytest.mark.skipif(NETWORK not in in_force(), reason="this kernel or processor has no filter")
def test_a_reader_calls_nobody(fenced: Callable[..., bytes]) -> None:
    with pytest.raises(UnreadableOriginal, match="crashed"):
        fenced(connect, "")


@linux
@pytest.mark.skipif(FILES not in in_force(), reason="this kernel has no Landlock")
def test_a_reader_sees_what_it_is_shown_alone(tmp_path: Path) -> None:
    for name in ("shown", "kept"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "original").write_text("text", "utf-8")
    fence = Fence(look, SMALL, sees=(tmp_path / "shown",))
    assert fence.run(str(tmp_path / "shown" / "original"), where="x") == b"text"
    with pytest.raises(UnreadableOriginal, match="crashed"):
        fence.run(str(tmp_path / "kept" / "original"), where="x")
    fence.close()


@linux
def test_a_reader_has_none_of_its_parents_files(fenced: Callable[..., bytes], tmp_path: Path) -> None:
    with (tmp_path / "held").open("w"):
        open_there = fenced(inherited, "").split()
    assert len(open_there) == 5  # three that lead nowhere, the line, and the list itself
