"""Fetching against a local server that replays answers of the services' shapes, written for this test."""

from __future__ import annotations

import csv
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner

from indexer.fetch.cpt import Cpt
from indexer.fetch.errors import KINDS, FetchError
from indexer.fetch.http import Manners, Web, _checked
from indexer.fetch.hudoc import Hudoc
from indexer.fetch.item import Item
from indexer.fetch.keeping import Keeping
from indexer.fetch.paging import said_date
from indexer.fetch.rss import Rss
from indexer.fetch.run import fetch_all
from indexer.fetch.wanted import Wanted
from indexer.formats.html import blocks_of
from indexer.manifest import Manifests
from kb.cli.main import kb

REPO = Path(__file__).resolve().parents[3]
WORD = """<style>.s1{font-weight:bold} .s2{vertical-align:super}</style><div>
<p class="s3"><span class="s1">THE FACTS</span></p>
<p><span>1.</span><span style="width:13pt">&#xa0;</span><span>The applicant was born in 1970.</span></p>
<p><span>2.</span><span>&#xa0;&#xa0;</span><span>He was held in a cell of four square metres.</span></p></div>"""


class Server(ThreadingHTTPServer):
    """``answers`` maps a path to answers (status, headers, body), the last of which stays; ``asked`` is the log."""

    def __init__(self) -> None:
        self.answers: dict[str, list[tuple[int, dict[str, str], bytes]]] = {}
        self.asked: list[tuple[str, Any]] = []
        self.rows: list[dict[str, Any]] = []
        super().__init__(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.server_address[1]}"

    def says(self, path: str, body: bytes, status: int = 200, **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers.setdefault(path, []).append((status, named, body))

    def count(self, path: str) -> int:
        return sum(urlsplit(asked).path == path for asked, _ in self.asked)


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers))
        parts = urlsplit(self.path)
        kept = self.server.answers.get(parts.path)
        status, headers, body = 404, {}, b""
        if kept:
            status, headers, body = kept[0] if len(kept) == 1 else kept.pop(0)
        elif parts.path == "/app/query/results":
            asked = parse_qs(parts.query)
            start, length = int(asked["start"][0]), int(asked["length"][0])
            page = [{"columns": row} for row in self.server.rows[start : start + length]]
            status, body = 200, json.dumps({"resultcount": len(self.server.rows), "results": page}).encode()
        if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
            status, body = 304, b""
        self.send_response(status)
        for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield running
        running.shutdown()


class Clock:
    """Time that passes only in sleep."""

    def __init__(self) -> None:
        self.now, self.slept = 0.0, list[float]()

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def web(folder: Path, clock: Clock | None = None, **manners: Any) -> Web:
    clock = clock or Clock()
    return Web(Keeping(folder), manners=Manners(**manners), clock=lambda: clock.now, sleep=clock.sleep)


def judgment(number: int, **other: Any) -> dict[str, Any]:
    return {
        "itemid": f"001-{number}",
        "appno": "123/10;456/11",
        "docname": f"CASE OF INVENTED v. NOWHERE {number}",
        "ecli": f"ECLI:CE:ECHR:2020:{number}",
        "kpdate": "2020-05-04T00:00:00",
        "languageisocode": "ALB",
        "respondent": "ALB",
    } | other


def section(number: int, **other: Any) -> dict[str, Any]:
    return {
        "cptdocumentid": "p-alb-20230504-en",
        "cptsectiontitle": f"Part {number}",
        "cptsectionnumber": f"{number:04}",
        "cptsectiontotal": "2",
        "cptdocumentdate": "2023-05-04T00:00:00",
        "cptdocumenttype": "Visit report",
        "cptstate": "ALB",
        "cptlanguage": "en",
        "cptdocumentreference": "CPT/Inf (2024) 01",
    } | other


def test_results_of_many_pages_are_asked_for_five_hundred_at_a_time(server: Server, tmp_path: Path) -> None:
    server.rows = [judgment(number) for number in range(1203)]
    names = [item.name for item in Hudoc(web(tmp_path), server.base).items(Wanted())]
    assert names == [f"001-{number}" for number in range(1203)]
    assert server.count("/app/query/results") == 3
    assert len(list(Hudoc(web(tmp_path), server.base).items(Wanted(limit=7)))) == 7


def test_judgments_arrive_with_a_manifest_and_are_not_fetched_twice(server: Server, tmp_path: Path) -> None:
    server.rows = [judgment(1), judgment(2)]
    server.says("/app/conversion/docx/html/body", WORD.encode())
    arguments = ["fetch", "hudoc", "--base", server.base, "--into", str(tmp_path / "f"), "--pause", "0", "--json"]
    first = CliRunner().invoke(kb, arguments)
    assert first.exit_code == 0, first.output
    assert json.loads(first.stdout.splitlines()[-1])["summary"] == {"fetched": 2, "held": 0, "failed": 0}
    said = Manifests().settings(tmp_path / "f" / "001-1.html")
    assert (said.kind, said.date, said.state, said.language) == ("judgment", "2020-05-04", "ALB", "sq")
    assert (said.reference, said.work) == ("nos. 123/10 and 456/11", "ecli:ce:echr:2020:1")
    again = CliRunner().invoke(kb, arguments)
    assert json.loads(again.stdout.splitlines()[-1])["summary"] == {"fetched": 0, "held": 2, "failed": 0}
    assert server.count("/app/conversion/docx/html/body") == 2
    ledger = [json.loads(line) for line in (tmp_path / "f/.fetch/ledger.jsonl").read_text().splitlines()]
    assert all(len(line["sha256"]) == 64 and line["date"] and line["address"] for line in ledger)


def test_what_people_wrote_in_the_manifest_stays(server: Server, tmp_path: Path) -> None:
    (tmp_path / "kb.csv").write_text("file;title;access\n001-1.html;My title;internal\nown.pdf;Own;\n")
    server.says("/x", WORD.encode())
    item = Item(name="001-1", addresses=(f"{server.base}/x",), suffix=".html", title="Theirs", date="2020")
    list(fetch_all([item], web(tmp_path), Keeping(tmp_path)))
    with (tmp_path / "kb.csv").open() as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [(row["file"], row["title"], row["access"], row["date"]) for row in rows] == [
        ("001-1.html", "My title", "internal", "2020"),
        ("own.pdf", "Own", "", ""),
    ]


def test_sections_become_one_document_in_their_order_and_an_interruption_loses_none(
    server: Server, tmp_path: Path
) -> None:
    server.rows = [section(2), section(1)]
    path = "/app/conversion/docx/section/html/body"
    for body, status in ((b"<p>1. First.</p>", 200), (b"", 503), (b"<p>2. Second.</p>", 200)):
        server.says(path, body, status)
    (item,) = Cpt(web(tmp_path), server.base).items(Wanted())
    assert (item.work, item.kind, item.language) == ("p-alb-20230504", "report", "en")
    with pytest.raises(FetchError, match="503"):
        list(fetch_all([item], web(tmp_path, tries=1), Keeping(tmp_path)))
    assert not list(tmp_path.glob("*.html"))
    keeping = Keeping(tmp_path)
    assert [done.outcome for done in fetch_all([item], web(tmp_path), keeping)] == ["fetched"]
    assert server.count(path) == 3
    text = (tmp_path / "p-alb-20230504-en.html").read_text()
    assert 0 < text.index("First") < text.index("Second")


def test_there_is_a_pause_between_requests_and_a_name_in_them(server: Server, tmp_path: Path) -> None:
    server.says("/robots.txt", b"User-agent: *\nCrawl-delay: 7\nDisallow: /shut\n")
    server.says("/x", b"text")
    clock = Clock()
    fetcher = web(tmp_path, clock)
    fetcher.get(f"{server.base}/x?1")
    fetcher.get(f"{server.base}/x?2")
    assert clock.slept == [2.0, 7.0]
    assert all(headers["User-Agent"].startswith("DetentionKB/") for _, headers in server.asked)
    with pytest.raises(FetchError) as caught:
        fetcher.get(f"{server.base}/shut/x")
    assert caught.value.kind == "robots"
    assert server.count("/shut/x") == 0


def test_a_busy_server_is_left_in_peace_for_as_long_as_it_asks(server: Server, tmp_path: Path) -> None:
    server.says("/x", b"", 429, Retry_After="33")
    server.says("/x", b"text")
    clock = Clock()
    assert web(tmp_path, clock).get(f"{server.base}/x").body == b"text"
    assert 33.0 in clock.slept


def test_an_answer_is_asked_for_on_condition_that_it_changed(server: Server, tmp_path: Path) -> None:
    server.says("/x", b"text", ETag='"1"')
    assert web(tmp_path).get(f"{server.base}/x").body == b"text"
    assert web(tmp_path).get(f"{server.base}/x").body == b"text"
    assert json.loads((tmp_path / ".fetch/ledger.jsonl").read_text().splitlines()[-1])["status"] == 304


@pytest.mark.parametrize(
    ("status", "headers", "body", "kind"),
    [
        (500, {}, b"", "busy"),
        (429, {"Retry_After": "86400"}, b"", "busy"),
        (404, {}, b"", "refused"),
        (302, {"Location": "/x"}, b"", "redirects"),
        (302, {"Location": "file:///etc/passwd"}, b"", "address"),
        (200, {"Content_Length": "99"}, b"cut", "unreachable"),
        (200, {}, b"x" * 2000, "too-large"),
    ],
)
def test_what_cannot_be_had_says_so(
    server: Server, tmp_path: Path, status: int, headers: dict[str, str], body: bytes, kind: str
) -> None:
    server.says("/x", body, status, **headers)
    with pytest.raises(FetchError) as caught:
        web(tmp_path, max_bytes=1000, timeout=2).get(f"{server.base}/x")
    assert caught.value.kind == kind
    assert caught.value.advice


def test_a_secure_address_never_leads_to_an_insecure_one() -> None:
    with pytest.raises(FetchError) as caught:
        _checked("http://example.org/", True)
    assert caught.value.kind == "insecure"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (b"<html>", "all of it"),
        (b"[]", "all of it"),
        (b'{"results": []}', "resultcount"),
        (b'{"resultcount": 1, "results": {}}', "results"),
        (b'{"resultcount": 1, "results": []}', "results"),
        (b'{"resultcount": 1, "results": [{"row": {}}]}', "columns"),
        (b'{"resultcount": 1, "results": [{"columns": {}}]}', "itemid"),
        (json.dumps({"resultcount": 1, "results": [{"columns": judgment(1, kpdate="x")}]}).encode(), "kpdate"),
        (json.dumps({"resultcount": 1, "results": [{"columns": judgment(1, itemid="../../x")}]}).encode(), "itemid"),
    ],
)
def test_a_changed_shape_names_the_field_and_keeps_the_answer(
    server: Server, tmp_path: Path, body: bytes, field: str
) -> None:
    server.says("/app/query/results", body)
    with pytest.raises(FetchError, match=field) as caught:
        list(Hudoc(web(tmp_path), server.base).items(Wanted()))
    assert caught.value.kind == "shape"
    assert [path.read_bytes() for path in (tmp_path / ".fetch/answers").iterdir()] == [body]


def test_sections_that_contradict_their_total_are_refused(server: Server, tmp_path: Path) -> None:
    server.rows = [section(3)]
    with pytest.raises(FetchError, match="cptsectiontotal"):
        list(Cpt(web(tmp_path), server.base).items(Wanted()))


def test_a_feed_and_a_list_bring_what_they_name(server: Server, tmp_path: Path) -> None:
    feed = "<rss><channel><item><title>A visit</title><link>/a/report.html</link><pubDate>Mon, 04 May 2020 10:00:00 GMT"
    server.says("/feed", f"{feed}</pubDate></item></channel></rss>".encode())
    server.says("/a/report.html", b"<p>Text</p>")
    (item,) = Rss(web(tmp_path)).items(f"{server.base}/feed")
    assert (item.title, item.date, item.addresses) == ("A visit", "2020-05-04", (f"{server.base}/a/report.html",))
    (tmp_path / "list.txt").write_text(f"# ours\n{server.base}/a/report.html\n{server.base}/none\n")
    into = tmp_path / "f"
    done = CliRunner().invoke(kb, ["fetch", "list", str(tmp_path / "list.txt"), "--into", str(into), "--pause", "0"])
    assert done.exit_code == 1
    assert "1 fetched, 0 held, 1 failed" in done.output
    assert [path.read_bytes() for path in into.glob("report-*.html")] == [b"<p>Text</p>"]


def test_a_feed_with_entities_is_not_read(server: Server, tmp_path: Path) -> None:
    server.says("/feed", b'<!DOCTYPE x [<!ENTITY a "b">]><rss/>')
    with pytest.raises(FetchError, match="entities"):
        list(Rss(web(tmp_path)).items(f"{server.base}/feed"))


def test_a_value_cannot_leave_its_quotes(server: Server, tmp_path: Path) -> None:
    with pytest.raises(FetchError):
        list(Hudoc(web(tmp_path), server.base).items(Wanted(state='ALB" OR x="')))
    with pytest.raises(FetchError):
        list(Hudoc(web(tmp_path), server.base).items(Wanted(query="a) OR (b")))
    assert not server.asked


def test_a_date_is_not_guessed() -> None:
    assert [said_date(said, "", "") for said in ("2020-05-04T00:00:00", "13/05/2020", "5/13/2020", "04/05/2020")] == [
        "2020-05-04",
        "2020-05-13",
        "2020-05-13",
        "2020",
    ]


def test_words_html_keeps_the_printed_numbers() -> None:
    texts = [block.text for block in blocks_of(WORD.encode(), Path("word.html"))]
    assert texts[0] == "THE FACTS"
    assert [text.split()[0] for text in texts[1:]] == ["1.", "2."]


def test_every_kind_of_failure_is_documented() -> None:
    text = (REPO / "docs/fetching.md").read_text("utf-8")
    assert [kind for kind in KINDS if f"| `{kind}` |" not in text] == []


def test_an_atom_feed_brings_what_its_entries_enclose_or_lead_to(server: Server, tmp_path: Path) -> None:
    feed = """<feed xmlns="http://www.w3.org/2005/Atom"><title>All</title>
    <entry><title>One</title><link href="/a/one.html"/><published>2024-03-05T10:00:00Z</published></entry>
    <entry><title>Two</title><link rel="alternate" href="/b.html"/><link rel="enclosure" href="/b.pdf"/></entry>
    </feed>"""
    server.says("/atom", feed.encode())
    found = list(Rss(web(tmp_path)).items(f"{server.base}/atom"))
    assert [(item.title, item.date, item.addresses) for item in found] == [
        ("One", "2024-03-05", (f"{server.base}/a/one.html",)),
        ("Two", "", (f"{server.base}/b.pdf",)),
    ]


def test_an_entry_that_leads_nowhere_and_what_is_no_feed_are_a_changed_shape(server: Server, tmp_path: Path) -> None:
    server.says("/empty", b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>One</title></entry></feed>')
    server.says("/page", b"<html><body>Moved</body></html>")
    for path in ("/empty", "/page"):
        with pytest.raises(FetchError) as caught:
            list(Rss(web(tmp_path)).items(server.base + path))
        assert caught.value.kind == "shape"


def test_an_answer_that_drips_is_given_up_at_its_deadline(server: Server, tmp_path: Path) -> None:
    server.says("/x", b"x" * 300_000)
    ticking = iter(range(0, 100_000, 100))  # each look at the clock is a hundred seconds later
    slow = Web(Keeping(tmp_path), manners=Manners(pause=0), clock=lambda: next(ticking), sleep=lambda _: None)
    with pytest.raises(FetchError) as caught:
        slow.get(f"{server.base}/x")
    assert caught.value.kind == "slow"
    assert not [line for line in _ledger(tmp_path) if line["address"].endswith("/x")]


def test_a_server_whose_rules_are_shut_is_left_alone(server: Server, tmp_path: Path) -> None:
    server.says("/robots.txt", b"", 403)
    server.says("/x", b"text")
    with pytest.raises(FetchError) as caught:
        web(tmp_path).get(f"{server.base}/x")
    assert caught.value.kind == "robots"
    assert server.count("/x") == 0


def test_what_is_fetched_is_indexed_at_once_if_asked_for(server: Server, tmp_path: Path) -> None:
    server.rows = [judgment(1)]
    server.says("/app/conversion/docx/html/body", WORD.encode())
    options = ["--base", server.base, "--into", str(tmp_path / "f"), "--pause", "0", "--index"]
    done = CliRunner().invoke(kb, ["--home", str(tmp_path / "home"), "fetch", "hudoc", *options])
    assert done.exit_code == 0, done.output
    held = CliRunner().invoke(kb, ["--home", str(tmp_path / "home"), "documents", "--json"])
    assert "CASE OF INVENTED v. NOWHERE 1" in held.stdout


def _ledger(folder: Path) -> list[dict[str, Any]]:
    ledger = folder / ".fetch/ledger.jsonl"
    return [json.loads(line) for line in ledger.read_text().splitlines()] if ledger.exists() else []
