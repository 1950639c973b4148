"""The register in the browser: found, filtered, written, and nothing lost when two people write."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from openpyxl import load_workbook

from kb.home import Home
from kb.nouns import Access
from kb.register.checked import checked
from kb.register.register import Register

FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def own(served_home: Home, tmp_path: Path, serve_home: Callable[[Home, Access], Any]) -> Any:
    """A site of its own, to be written to."""
    shutil.copytree(served_home.path, tmp_path / "home")
    return serve_home(Home.at(tmp_path / "home"), Access.RESTRICTED)


@pytest.fixture
def key(own: Any) -> str:
    """The one recommendation of the visit."""
    (found,) = [each.key for each in Register(own.collection).each() if each.passage.label == "4"]
    return found


def post(site: Any, path: str, fields: dict[str, Any], **headers: str) -> Any:
    body = urlencode(fields, doseq=True).encode()
    return site.get(path, method="POST", body=body, CONTENT_TYPE=FORM, **headers)


def page_of(key: str) -> str:
    return "/register/" + key.replace("#", "/")


def test_it_lists_filters_and_counts(own: Any) -> None:
    whole = own.get("/register")
    assert whole.status == 200
    assert "keep a register of every placement" in whole.text
    assert re.search(r'name="addressee" value="institution-director"', whole.text)
    assert "keep a register" in own.get("/register", "addressee=institution-director&year=2022&q=solitary").text
    assert "No recommendation of this kind" in own.get("/register", "addressee=parliament").text
    assert "No recommendation of this kind" in own.get("/register", "q=xylophone").text
    assert own.get("/register", "status=done").status == 400
    assert own.get("/register", "page=0").status == 400


def test_a_status_is_written_with_its_evidence_and_shown_in_the_history(own: Any, key: str) -> None:
    document = key.partition("#")[0]
    sent = {"set": "accepted", "on": "2023-01-02", "note": "A <b>letter</b>", "who": "Ana", "seen": 0}
    done = post(own, page_of(key), sent | {"evidence": f"http://127.0.0.1:8080/d/{document}/p/5"})
    assert (done.status, done.headers["Location"]) == (303, page_of(key))
    shown = own.get(page_of(key)).text
    assert "A &lt;b&gt;letter&lt;/b&gt;" in shown
    assert f"/d/{document}/p/5" in shown
    assert "2 January 2023" in shown
    assert 'name="seen" value="1"' in shown


def test_the_second_of_two_people_is_shown_what_the_first_wrote_and_keeps_what_they_typed(own: Any, key: str) -> None:
    post(own, page_of(key), {"set": "accepted", "who": "Ana", "seen": 0})
    late = post(own, page_of(key), {"set": "rejected", "who": "Blerim", "note": "my own note", "seen": 0})
    assert late.status == 409
    assert "Ana" in late.text
    assert "my own note" in late.text
    assert 'name="seen" value="1"' in late.text
    assert post(own, page_of(key), {"set": "rejected", "who": "Blerim", "seen": 1}).status == 303
    assert [entry.who for entry in Register(own.collection).one(key).history] == ["Ana", "Blerim"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"set": "done"},
        {"on": "tomorrow"},
        {"evidence": "nowhere"},
        {"who": "x" * 150},
        {"note": "x" * 4_001},
        {"seen": "x"},
    ],
)
def test_what_cannot_be_taken_is_said_and_nothing_is_written(own: Any, key: str, wrong: dict[str, str]) -> None:
    refused = post(own, page_of(key), {"set": "accepted", "seen": "0"} | wrong)
    assert refused.status == 400
    assert Register(own.collection).one(key).history == ()


def test_many_are_given_a_status_at_once_and_those_changed_meanwhile_are_named(own: Any, key: str) -> None:
    done = post(own, "/register?year=2022", {"ticked": [f"{key}@0"], "set": "accepted", "who": "Ana"})
    assert done.status == 303
    assert "1 entry was written" in own.get(done.headers["Location"]).text
    late = post(own, "/register", {"ticked": [f"{key}@0"], "set": "rejected"})
    assert late.status == 409
    assert "somebody has changed it meanwhile" in late.text
    assert post(own, "/register", {"set": "accepted"}).status == 400
    assert post(own, "/register", {"ticked": ["nonsense"], "set": "accepted"}).status == 400


def test_a_form_on_another_site_writes_nothing(own: Any, key: str) -> None:
    sent = {"set": "accepted", "seen": 0}
    assert post(own, page_of(key), sent, HTTP_ORIGIN="https://evil.example").status == 403
    assert post(own, page_of(key), sent, HTTP_ORIGIN="null").status == 403
    assert post(own, page_of(key), sent, HTTP_SEC_FETCH_SITE="cross-site").status == 403
    assert Register(own.collection).one(key).history == ()
    assert post(own, page_of(key), sent, HTTP_ORIGIN="http://127.0.0.1:8080").status == 303


def test_whoever_is_not_known_reads_and_writes_nothing(own: Any, key: str, serve_home: Any) -> None:
    public = serve_home(own.collection.home, Access.PUBLIC)
    Register(own.collection).say(key, checked("accepted", note="said in confidence", who="Ana"))
    shown = public.get(page_of(key)).text
    assert "Accepted" in shown
    assert "said in confidence" not in shown
    assert "<form action" not in shown.partition("<main")[2]
    assert post(public, page_of(key), {"set": "rejected", "seen": 1}).status == 403
    assert post(public, "/register", {"ticked": [f"{key}@1"], "set": "rejected"}).status == 403
    assert post(public, "/register/import", {}).status == 403


def test_the_register_is_downloaded_filled_in_and_taken_back(own: Any, key: str) -> None:
    sheet = load_workbook(io.BytesIO(own.get("/register.xlsx").body)).worksheets[0]
    assert key in [row[0].value for row in sheet.iter_rows(min_row=2)]
    table = own.get("/register.csv", "year=2022")
    assert table.headers["Content-Disposition"].startswith("attachment")
    filled = table.body.replace(b"no-answer,,,,,0", b"implemented,2024-01-01,,,Ana,0")
    boundary = "xXx"
    body = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="table"; filename="r.csv"\r\n'
        "Content-Type: text/csv\r\n\r\n"
    ).encode() + filled
    body += f"\r\n--{boundary}--\r\n".encode()
    kind = f"multipart/form-data; boundary={boundary}"
    taken = own.get("/register/import", method="POST", body=body, CONTENT_TYPE=kind)
    assert taken.status == 200
    assert "Rows written: 1." in taken.text
    assert Register(own.collection).one(key).history[-1].who == "Ana"
    assert own.get("/register/import", method="POST", body=b"junk", CONTENT_TYPE=kind).status == 400
    assert post(own, "/register/import", {"a": "b"}).status == 400


def test_a_passage_that_recommends_nothing_is_not_in_the_register(own: Any, key: str) -> None:
    assert own.get(page_of(key).rpartition("/")[0] + "/1").status == 404
    assert post(own, page_of(key).rpartition("/")[0] + "/1", {"set": "accepted", "seen": 0}).status == 404
