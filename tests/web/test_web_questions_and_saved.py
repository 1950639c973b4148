"""Lists of questions and saved searches in the browser and for programs."""

from __future__ import annotations

import html
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from kb.home import Home
from kb.nouns import Access
from tests.web.test_web_api import described

FORM = "application/x-www-form-urlencoded"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def shared(served_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    path: Path = tmp_path_factory.mktemp("saved") / "home"
    shutil.copytree(served_home.path, path)
    return Home.at(path)


@pytest.fixture(scope="module")
def own(shared: Home, serve_home: Callable[[Home, Access], Any]) -> Any:
    return serve_home(shared, Access.RESTRICTED)


@pytest.fixture(scope="module")
def public(shared: Home, serve_home: Callable[[Home, Access], Any]) -> Any:
    return serve_home(shared, Access.PUBLIC)


def send(site: Any, fields: dict[str, str], file: tuple[str, bytes] | None = None) -> Any:
    """What a browser sends for the form of questions."""
    edge, parts = "----edge", []
    for name, value in fields.items():
        parts.append(f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode())
    if file:
        head = f'--{edge}\r\nContent-Disposition: form-data; name="table"; filename="{file[0]}"\r\n'
        parts.append(head.encode() + b"Content-Type: text/csv\r\n\r\n" + file[1] + b"\r\n")
    body = b"".join(parts) + f"--{edge}--\r\n".encode()
    return site.get("/questions", method="POST", body=body, CONTENT_TYPE=f"multipart/form-data; boundary={edge}")


def post(site: Any, path: str, fields: dict[str, Any]) -> Any:
    return site.get(path, method="POST", body=urlencode(fields, doseq=True).encode(), CONTENT_TYPE=FORM)


def test_pasted_questions_are_answered_and_downloaded(own: Any) -> None:
    assert own.get("/questions").status == 200
    pasted = "Are handcuffs used during transport?\nA ka izolim më gjatë se tridhjetë ditë?\n<wqx>Qqqq zzzz</wqx>?"
    shown = send(own, {"text": pasted, "best": "2"})
    assert shown.status == 200
    assert "Handcuffs were applied" in shown.text
    assert "izolim për tridhjetë" in shown.text
    assert "&lt;wqx&gt;Qqqq" in shown.text
    assert "<wqx>Qqqq" not in shown.text
    assert "Nothing found" in shown.text
    kept = html.unescape(re.search(r'<textarea name="carried" hidden>(.*?)</textarea>', shown.text, re.DOTALL)[1])  # type: ignore[index]
    again = {"carried": kept, "best": "2"}
    table = send(own, again | {"as": "csv"})
    assert table.headers["Content-Type"].startswith("text/csv")
    assert "izolim më gjatë" in table.text
    assert "nothing found" in table.text
    book = load_workbook(io.BytesIO(send(own, again | {"as": "xlsx"}).body))
    assert book.worksheets[0]["C2"].value == "Are handcuffs used during transport?"
    assert send(own, again | {"as": "docx"}).body.startswith(b"PK")
    assert len(json.loads(send(own, again | {"as": "json"}).text)) == 3
    assert "](" in send(own, again | {"as": "md"}).text or "[^1]" in send(own, again | {"as": "md"}).text


def test_a_table_is_uploaded_and_its_bad_lines_are_named(own: Any) -> None:
    table = "Nr;Pyetja;Lloji\r\n7;A u përdorën prangat?;\r\n8;Handcuffs?;poem\r\n".encode("utf-16")
    shown = send(own, {"text": "ignored", "best": "1"}, ("q.csv", table))
    assert "A u përdorën prangat?" in shown.text
    assert "Line 3" in shown.text
    assert "poem" in shown.text


@pytest.mark.parametrize(
    ("fields", "file", "said"),
    [
        ({}, None, "There is no question"),
        ({"text": "a b\n" * 201}, None, "at most 200"),
        ({"text": "x", "best": "99"}, None, "whole number"),
        ({"text": "x", "lang": "!"}, None, "no language code"),
        ({}, ("q.xlsx", b"PK\x03\x04 broken"), "cannot be read as a workbook"),
        ({}, ("q.csv", b"a,b\n1,2\n"), "has no column"),
        ({"text": "handcuffs", "as": "exe"}, None, "cannot be written"),
    ],
)
def test_what_cannot_be_asked_is_told(own: Any, fields: dict[str, str], file: Any, said: str) -> None:
    got = send(own, fields, file)
    assert got.status == 400
    assert said.casefold() in html.unescape(got.text).casefold()


def test_readers_of_less_are_answered_from_less(own: Any, public: Any) -> None:
    assert "Internal note on handcuffs" in send(own, {"text": "handcuffs team thinks note", "best": "10"}).text
    assert "Internal note" not in send(public, {"text": "handcuffs team thinks note", "best": "10"}).text


def test_programs_ask_lists_too(own: Any) -> None:
    body = json.dumps({"questions": ["Are handcuffs used during transport?", "Qqqq zzzz?"]}).encode()
    got = own.get("/api/questions", "best=1", method="POST", body=body, CONTENT_TYPE="application/json")
    first, second = described(own, "/api/questions", got, "post")["questions"]
    assert len(first["passages"]) == 1
    assert second["passages"] == []
    rows = b"question,kind\nhandcuffs,\nx,poem\n"
    got = own.get("/api/questions", method="POST", body=rows, CONTENT_TYPE="text/csv")
    assert described(own, "/api/questions", got, "post")["misread"][0]["line"] == 3
    for bad in (b"{", b'{"questions": [1]}', b"[]"):
        assert own.get("/api/questions", method="POST", body=bad, CONTENT_TYPE="application/json").status == 400


def test_a_search_is_saved_shown_fed_and_removed(own: Any, public: Any) -> None:
    assert "Save this search" in own.get("/search", "q=handcuffs&kind=report").text
    sent = {"q": "handcuffs", "kind": "report", "name": "Cuffs <1>", "why": "for <b>March</b>", "who": "Ana"}
    done = post(own, "/saved", sent | {"access": "internal"})
    assert done.status == 303
    here = done.headers["Location"]
    shown = own.get(here)
    assert "Cuffs &lt;1&gt;" in shown.text
    assert "for &lt;b&gt;March" in shown.text
    assert "Nothing new" in shown.text
    assert 'type="application/atom+xml"' in shown.text
    feed = html.unescape(re.search(rf'href="({here}\.atom\?key=[^"]+)"', shown.text)[1])  # type: ignore[index]
    got = own.get(*feed.split("?"))
    assert got.headers["Content-Type"].startswith("application/atom+xml")
    assert ElementTree.fromstring(got.body).findtext(f"{ATOM}title") == "Cuffs <1>"  # noqa: S314 - our own
    assert own.get(f"{here}.atom").status == 404, "not public, and no key"
    assert own.get(f"{here}.atom", "key=wrong").status == 404
    assert public.get(here).status == 404
    assert "Cuffs" not in public.get("/saved").text
    assert public.get(*feed.split("?")).status == 404
    number = int(here.rpartition("/")[2])
    assert number in [each["id"] for each in described(own, "/api/saved", own.get("/api/saved"))["saved"]]
    assert described(own, "/api/saved/{saved}/new", own.get(f"/api/saved/{number}/new"))["new"] == 0
    assert post(own, "/saved", sent | {"name": "cuffs <1>"}).status == 400
    again = post(own, "/saved", sent | {"name": ""})
    assert again.status == 400
    assert "for &lt;b&gt;March" in again.text, "what was typed is kept"
    assert post(own, here, {"do": "burn"}).status == 400
    assert post(own, here, {"do": "seen", "upto": "99999"}).status == 303
    assert post(own, here, {"do": "remove"}).status == 303
    assert own.get(here).status == 404


def test_where_everybody_reads_nothing_is_saved_and_the_page_says_so(own: Any, public: Any) -> None:
    here = post(own, "/saved", {"q": "handcuffs", "name": "For all", "who": "Ana", "access": "public"}).headers[
        "Location"
    ]
    listed = public.get("/saved").text
    assert "For all" in listed
    assert "Ana" not in listed
    assert "nothing can be saved" in listed
    assert "nothing can be saved" in public.get(here).text
    assert "Save this search" not in public.get("/search", "q=handcuffs").text
    assert post(public, "/saved", {"q": "x", "name": "y"}).status == 403
    assert post(public, here, {"do": "remove"}).status == 403
    assert public.get(f"{here}.atom").status == 200
    assert own.get(f"{here}.atom").status == 200
    assert "Ana" not in own.get(f"{here}.atom").text
