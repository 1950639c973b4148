"""``kb serve`` as a command: what it refuses, and that it serves."""

from __future__ import annotations

import socket
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kb.cli.main import kb
from kb.errors import KBError
from kb.home import Home
from web.cli import is_loopback, reached_at


def run(home: Home, *arguments: str) -> Result:
    return CliRunner().invoke(kb, ["--home", str(home.path), "serve", *arguments])


def refused(result: Result) -> KBError:
    assert isinstance(result.exception, KBError)
    return result.exception


def test_it_prints_its_address_and_serves(live: str) -> None:
    with urllib.request.urlopen(live + "/search?q=cells") as reply:
        assert reply.status == 200
        assert "Server" not in reply.headers
        assert b"<mark>" in reply.read()


def test_another_host_name_is_refused_on_the_wire(live: str) -> None:
    request = urllib.request.Request(live, headers={"Host": "evil.example"})
    with pytest.raises(urllib.error.HTTPError) as raised:
        urllib.request.urlopen(request)
    assert raised.value.code == 421


def test_a_port_that_is_taken_is_named(served_home: Home) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        error = refused(run(served_home, "--port", str(taken.getsockname()[1])))
    assert error.kind == "port"
    assert "--port" in error.advice


@pytest.mark.parametrize("port", ["0", "-1", "65536", "http"])
def test_a_port_that_is_none_is_a_misuse(served_home: Home, port: str) -> None:
    result = run(served_home, "--port", port)
    assert result.exit_code == 2
    assert "--port" in result.output


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org"])  # noqa: S104 - named, not bound
def test_other_computers_are_served_public_documents_only(served_home: Home, host: str) -> None:
    error = refused(run(served_home, "--host", host))
    assert error.kind == "misuse"
    assert "--clearance public" in error.advice


def test_an_open_server_must_know_its_address(served_home: Home) -> None:
    error = refused(run(served_home, "--host", "0.0.0.0", "--clearance", "public"))  # noqa: S104 - named, not bound
    assert "--address" in error.where


def test_a_home_without_a_collection_is_said_so(tmp_path: Path) -> None:
    assert refused(run(Home.at(tmp_path / "none"))).kind == "empty"


def test_where_it_is_reached_decides_the_names_it_answers_to() -> None:
    assert reached_at("127.0.0.1", 8080, "") == (
        "http://127.0.0.1:8080",
        frozenset({"localhost", "127.0.0.1", "::1"}),
    )
    assert reached_at("::1", 80, "")[0] == "http://[::1]:80"
    root, names = reached_at("0.0.0.0", 8080, "https://kb.example.org/")  # noqa: S104 - named, not bound
    assert (root, names) == ("https://kb.example.org", frozenset({"0.0.0.0", "kb.example.org"}))  # noqa: S104 - named, not bound
    for wrong in ("kb.example.org", "javascript:alert(1)", "https://", "https://x/?y"):
        with pytest.raises(KBError):
            reached_at("127.0.0.1", 80, wrong)


def test_loopback_is_what_no_other_computer_reaches() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.9.9.9", "::1", "localhost", "LOCALHOST")))
    assert not any(map(is_loopback, ("0.0.0.0", "::", "10.0.0.1", "localhost.example", "")))  # noqa: S104 - named, not bound
