"""A small real collection, indexed from texts written here, and a way to ask the site without a network."""

from __future__ import annotations

import io
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from wsgiref.headers import Headers
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

import pytest
from fpdf import FPDF

from indexer.batch.run import Batch, Options
from kb.collection import Collection
from kb.home import Home
from kb.nouns import Access, Document
from web.app import make_app
from web.site import Site

ADDRESS = "http://127.0.0.1:8080"
HOSTILE_TITLE = '<script>alert("title")</script> & Sons'
HOSTILE_TEXT = '</p><img src=x onerror=alert(1)> "quoted" & <b>bold</b> {{ 7*7 }} seen in the hostile corridor.'

PARAGRAPHS = (
    "The delegation visited Example Prison from 4 to 6 March 2022 and spoke with forty prisoners in private.",
    "Two prisoners had been held in solitary confinement for thirty-one days. The register gave no reason for it.",
    "The cells measured six square metres and had no call bell. See CPT/Inf (2019) 9 and application no. 12345/06.",
    "It is recommended that the director of the prison keep a register of every placement in solitary confinement.",
    "Handcuffs were applied during every transport to court, although no risk had been assessed beforehand.",
)
MANIFEST = """
[defaults]
access = "public"
state = "XKX"
mechanism = "NPM"

[files."visit-en.pdf"]
title = "Report on the visit to Example Prison"
kind = "report"
date = "2022-05-21"
work = "npm/2022/1"
reference = "NPM/2022/1"
institutions = ["Example Prison"]
source_url = "https://example.org/npm/2022/1"

[files."visit-sq.txt"]
title = "Raport për vizitën në Burgun Shembull"
kind = "report"
date = "2022-05-21"
work = "npm/2022/1"
language = "sq"
institutions = ["Example Prison"]
source_url = "javascript:alert(1)"

[files."standards.md"]
title = "Standards on isolation"
kind = "cpt-report"
mechanism = "CPT"
date = "2019"
reference = "CPT/Inf (2019) 9"

[files."hostile.txt"]
title = '''{hostile}'''
kind = "other"

[files."inside.txt"]
title = "Internal note on handcuffs"
access = "internal"

[files."names.txt"]
title = "Names of those interviewed"
access = "restricted"
"""


def write_originals(folder: Path) -> None:
    """The folder that is indexed."""
    folder.mkdir()
    (folder / "kb.toml").write_text(MANIFEST.format(hostile=HOSTILE_TITLE), "utf-8")
    pdf = FPDF()
    pdf.set_font("Helvetica", size=12)
    for part in (PARAGRAPHS[:3], PARAGRAPHS[3:]):
        pdf.add_page()
        for text in part:
            number = PARAGRAPHS.index(text) + 1
            pdf.multi_cell(0, 7, f"{number}. {text}", new_x="LMARGIN", new_y="NEXT")
            pdf.ln(5)
    pdf.output(str(folder / "visit-en.pdf"))
    albanian = (
        "1. Delegacioni vizitoi Burgun Shembull dhe bisedoi me dyzet të burgosur pa praninë e rojeve.\n\n"
        "2. Dy të burgosur ishin mbajtur në izolim për tridhjetë e një ditë, pa asnjë arsye në regjistër.\n"
    )
    (folder / "visit-sq.txt").write_text(albanian, "utf-8")
    (folder / "standards.md").write_text(
        "# Standards on isolation\n\n## Solitary confinement\n\n"
        "1. Solitary confinement should be as short as possible and never last longer than two weeks.\n\n"
        "2. Every cell used for it should have a call bell and a window.\n",
        "utf-8",
    )
    (folder / "hostile.txt").write_text(f"1. {HOSTILE_TEXT}\n\n2. Nothing else was seen in that place.\n", "utf-8")
    (folder / "inside.txt").write_text("1. This internal note says what the team thinks of handcuffs.\n", "utf-8")
    (folder / "names.txt").write_text("1. The person in cell twelve is called Zylfije Secret.\n", "utf-8")
    lines = (
        f"{n}. Paragraph number {n} of the long chronicle describes the corridor once more." for n in range(1, 451)
    )
    (folder / "chronicle.txt").write_text("\n\n".join(lines), "utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nthis is not a PDF after all\n")


@dataclass(frozen=True)
class Got:
    """An answer as it went out."""

    status: int
    headers: Headers
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Browser:
    """Asks a WSGI application, held to the WSGI specification."""

    def __init__(self, app: Any, collection: Collection) -> None:
        self.app, self.collection = app, collection

    def get(self, path: str, query: str = "", *, method: str = "GET", body: bytes = b"", **headers: str) -> Got:
        """``path`` is sent as it stands (UTF-8), ``headers`` in WSGI's names, such as HTTP_HOST."""
        path, _, inside = path.partition("?")
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": path.encode("utf-8", "surrogateescape").decode("latin-1"),
            "QUERY_STRING": query or inside,
            "HTTP_HOST": "127.0.0.1:8080",
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": sys.stderr,
        }
        if body:
            environ |= {"CONTENT_LENGTH": str(len(body)), "CONTENT_TYPE": "text/plain"}
        setup_testing_defaults(environ)
        environ.update(headers)
        started: list[Any] = []

        def start(status: str, sent: list[tuple[str, str]], exc_info: Any = None) -> Any:  # noqa: ARG001 - WSGI's shape
            started[:] = [status, sent]
            return lambda _: None

        checked = validator(self.app) if environ["REQUEST_METHOD"] in ("GET", "HEAD", "POST") else self.app
        parts = checked(environ, start)
        try:
            content = b"".join(parts)
        finally:
            if hasattr(parts, "close"):
                parts.close()
        return Got(int(started[0].split()[0]), Headers(started[1]), content)


@pytest.fixture(scope="session")
def served_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The home of the small collection."""
    root = tmp_path_factory.mktemp("web")
    write_originals(root / "originals")
    home = Home.at(root / "home")
    Batch(home, Options(jobs=1)).run([root / "originals"])
    return home


def browser(home: Home, clearance: Access) -> Browser:
    collection = Collection(home, clearance)
    site = Site(collection=collection, address=ADDRESS, everyone=clearance is Access.PUBLIC)
    return Browser(make_app(site, hosts=frozenset({"127.0.0.1", "localhost", "::1"})), collection)


@pytest.fixture(scope="session")
def serve_home() -> Callable[[Home, Access], Browser]:
    """Makes a site of any home."""
    return browser


@pytest.fixture(scope="session")
def web(served_home: Home) -> Browser:
    """The site as its keeper sees it."""
    return browser(served_home, Access.RESTRICTED)


@pytest.fixture(scope="session")
def public_web(served_home: Home) -> Browser:
    """The site as everyone sees it."""
    return browser(served_home, Access.PUBLIC)


@pytest.fixture(scope="session")
def held(web: Browser) -> dict[str, Document]:
    """The documents by the stem of their file's name."""
    return {web.collection.original_name(d.id).partition(".")[0]: d for d in web.collection.documents()}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def live(served_home: Home) -> Iterator[str]:
    """The address of a real ``kb serve`` in a process of its own."""
    port = free_port()
    command = [sys.executable, "-m", "kb.cli", "--home", str(served_home.path), "serve", "--port", str(port)]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            assert address == f"http://127.0.0.1:{port}"
            _until_up(address)
            yield address
        finally:
            process.terminate()
            process.wait(20)


def _until_up(address: str) -> None:
    for _ in range(50):
        try:
            with urllib.request.urlopen(address + "/robots.txt", timeout=5) as reply:
                assert reply.status == 200
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server printed its address but does not answer")
