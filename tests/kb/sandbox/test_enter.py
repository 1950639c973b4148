"""What a shut-in process tries in vain, and what it still can do."""

from __future__ import annotations

import ctypes
import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from kb.sandbox import FILES, NETWORK, PROCESSES, enter, in_force, landlock, seccomp
from kb.sandbox.syscalls import MACHINES

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the protections are the kernel's")
files = pytest.mark.skipif(FILES not in in_force(), reason="this kernel has no Landlock")
calls = pytest.mark.skipif(NETWORK not in in_force(), reason="this kernel or processor has no filter")
SHELL = "/bin/sh"


def shut_in(deed: Callable[[], object], *, read: tuple[Path, ...] = (), run: tuple[str, ...] = ()) -> str:
    """What became of it in a process that had shut itself in: "done …", or the error's name."""
    listen, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            enter(read=read, run=run)
            said = f"done {deed()!r}"
        except BaseException as error:
            said = type(error).__name__
        os.write(tell, said.encode()[:4000])
        os._exit(0)
    os.close(tell)
    with os.fdopen(listen, "rb") as heard:
        told = heard.read().decode()
    os.waitpid(child, 0)
    return told


def system_call(number: int) -> Callable[[], object]:
    def call() -> object:
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.syscall(ctypes.c_long(number), 0, 0, 0, 0, 0, 0) < 0:
            raise OSError(ctypes.get_errno(), "")
        return None

    return call


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    made = tmp_path / "store.sqlite"
    made.write_text("held in confidence", "utf-8")
    return made


@files
def test_it_reads_what_it_is_shown_and_nothing_beside_it(tmp_path: Path, secret: Path) -> None:
    shown = tmp_path / "shown"
    shown.mkdir()
    (shown / "original").write_text("the original", "utf-8")
    assert shut_in(lambda: (shown / "original").read_text(), read=(shown,)) == "done 'the original'"
    assert shut_in(secret.read_text, read=(shown,)) == "PermissionError"
    assert shut_in(lambda: list(tmp_path.iterdir()), read=(shown,)) == "PermissionError"
    assert shut_in(Path("/etc/passwd").read_text) == "PermissionError"


@files
def test_a_link_leads_it_nowhere(tmp_path: Path, secret: Path) -> None:
    shown = tmp_path / "shown"
    shown.mkdir()
    (shown / "original").symlink_to(secret)
    assert shut_in((shown / "original").read_text, read=(shown,)) == "PermissionError"


@files
@pytest.mark.parametrize(
    "deed",
    [
        lambda path: (path / "new").write_text("x"),
        lambda path: (path / "original").write_text("x"),
        lambda path: (path / "original").open("r+"),
        lambda path: (path / "original").unlink(),
        lambda path: (path / "original").rename(path / "other"),
        lambda path: (path / "folder").mkdir(),
        lambda path: (path / "link").symlink_to("/etc"),
        lambda _: Path("/tmp/new").write_text("x"),  # noqa: S108 - it must not exist
        lambda _: Path("/dev/shm/new").write_text("x"),  # noqa: S108
    ],
)
def test_it_writes_nowhere_not_even_where_it_reads(tmp_path: Path, deed: Callable[[Path], object]) -> None:
    (tmp_path / "original").write_text("as it was", "utf-8")
    assert shut_in(lambda: deed(tmp_path), read=(tmp_path,)) == "PermissionError"
    assert [path.name for path in tmp_path.iterdir()] == ["original"]
    assert (tmp_path / "original").read_text() == "as it was"


@calls
@pytest.mark.parametrize(
    "deed",
    [
        lambda path: path.chmod(0o777),
        lambda path: os.utime(path, (0, 0)),
        lambda path: os.chown(path, os.getuid(), os.getgid()),
        lambda path: os.setxattr(path, "user.mark", b"x"),
        lambda path: os.truncate(path, 0),
    ],
)
def test_it_leaves_no_mark_on_a_file(secret: Path, deed: Callable[[Path], object]) -> None:
    before = secret.stat()
    assert shut_in(lambda: deed(secret), read=(secret,)) == "PermissionError"
    assert secret.stat() == before


@calls
@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6, socket.AF_UNIX, socket.AF_NETLINK])
def test_it_calls_nobody(family: int) -> None:
    assert shut_in(lambda: socket.socket(family, socket.SOCK_DGRAM)) == "PermissionError"


@files
@pytest.mark.skipif(landlock.version() < 4, reason="this kernel's Landlock knows no network")
def test_a_socket_that_it_was_left_with_leads_nowhere_either() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as left:
        deed = lambda: left.connect(server.getsockname())  # noqa: E731
        assert shut_in(deed) == "PermissionError"


@calls
def test_it_cannot_copy_itself_without_end() -> None:
    assert shut_in(os.fork) == "PermissionError"


@files
def test_it_starts_no_shell() -> None:
    assert shut_in(lambda: subprocess.run([SHELL, "-c", "exit 0"])) == "PermissionError"
    loader = ["/lib64/ld-linux-x86-64.so.2", SHELL, "-c", "exit 0"]
    told = shut_in(lambda: subprocess.run(loader, stderr=subprocess.DEVNULL, check=True), run=("tesseract",))
    assert told in ("CalledProcessError", "FileNotFoundError")


@files
@pytest.mark.skipif(landlock.version() < 6, reason="this kernel's Landlock knows no signals")
def test_it_ends_no_other_process() -> None:
    assert shut_in(lambda: os.kill(os.getppid(), 0)) == "PermissionError"


@calls
@pytest.mark.parametrize(
    "name", ["ptrace", "mount", "bpf", "keyctl", "kexec_load", "process_vm_readv", "io_uring_setup"]
)
def test_it_asks_nothing_of_the_machine(name: str) -> None:
    here = seccomp.machine()
    assert here is not None
    assert shut_in(system_call(here.refused[name])) == "PermissionError"


def test_what_a_reader_does_goes_on_as_before(tmp_path: Path) -> None:
    def deeds() -> list[str]:
        import sqlite3  # a module that was not loaded before

        done: list[str] = [sqlite3.__name__]
        thread = threading.Thread(target=done.append, args=("thread",))
        thread.start()
        thread.join()
        with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - as libraries do it
            nowhere.write("x")
        return [*done, f"{len(os.urandom(4))}"]

    assert shut_in(deeds, read=(tmp_path,)) == "done ['sqlite3', 'thread', '4']"


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="needs tesseract")
def test_a_program_that_is_named_can_be_started_and_is_shut_in_too() -> None:
    listed = ["tesseract", "--list-langs"]
    assert "eng" in shut_in(lambda: subprocess.run(listed, capture_output=True, check=True).stdout, run=("tesseract",))
    written = ["tesseract", "-", "/tmp/kb-out", "pdf"]  # noqa: S108 - it must not exist
    shut_in(lambda: subprocess.run(written, input=b"P1 1 1 1", capture_output=True), run=("tesseract",))
    assert not Path("/tmp/kb-out.pdf").exists()  # noqa: S108


@files
@calls
def test_what_is_in_force_is_what_is_promised() -> None:
    promised = in_force()
    assert promised == (FILES, NETWORK, PROCESSES)
    assert shut_in(lambda: enter()) == f"done {promised!r}"


@calls
def test_without_landlock_it_still_makes_and_empties_no_file(secret: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landlock, "version", lambda: 0)
    assert FILES not in in_force()
    assert shut_in(lambda: secret.write_text("x")) == "PermissionError"
    assert shut_in(secret.unlink) == "PermissionError"
    assert shut_in(secret.read_text) == "done 'held in confidence'"


@pytest.mark.parametrize("name", MACHINES)
def test_the_filter_of_every_machine_is_one_the_kernel_can_take(name: str) -> None:
    for kept in (False, True):
        steps = seccomp.program(MACHINES[name], files=kept)
        assert len(steps) % 8 == 0
        assert len(steps) // 8 < 4096


def test_elsewhere_nothing_is_promised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert in_force() == ()
    assert enter() == ()
