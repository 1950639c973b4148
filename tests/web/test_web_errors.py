"""Whatever is asked, the answer is a page or an object with words in it, and never a trace of the machine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kb.errors import EngineError, HomeError, NotHeld, QueryError
from kb.home import Home
from kb.nouns import Access, Document
from web.errors import fault_of

ODD = [
    "\x00",
    "..",
    "../../etc/passwd",
    "%2e%2e",
    "a" * 5_000,
    "\u202e\u2066",
    "𝔘𝔫𝔦",
    "é\u0301",
    "\ufffe",
    "\ud800",
    "a\r\nX: y",
    "'\"--",
    "{{7*7}}",
    "~",
    "-1",
    "٣",
]
FORMS = [
    "/d/{}",
    "/d/x/p/{}",
    "/d/{}/p/1",
    "/original/{}",
    "/page/{}/1.png",
    "/static/{}",
    "/{}",
    "/api/{}",
    "/api/documents/{}",
    "/api/passages/{}/{}",
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("odd", ODD, ids=ascii)
def test_an_odd_path_is_400_or_404(web: Any, form: str, odd: str) -> None:
    path = form.replace("{}", odd).encode("utf-8", "surrogatepass").decode("utf-8", "surrogateescape")
    got = web.get(path.replace("?", "%3F"))
    assert got.status in (400, 404)
    assert "Traceback" not in got.text


NAMES = ("q", "kind", "role", "lang", "institution", "document", "from", "page", "limit", "sort")


@pytest.mark.parametrize("odd", ODD, ids=ascii)
@pytest.mark.parametrize("address", ["/search", "/api/search", "/api/complete", "/api/cite", "/collection", "/d/x"])
def test_an_odd_field_never_breaks_the_site(web: Any, address: str, odd: str) -> None:
    value, text = quote(odd.encode("utf-8", "surrogatepass")), quote(odd[:50], errors="replace")
    for name in NAMES if "search" in address else NAMES[:1]:
        got = web.get(address, f"{name}={value}&text={text}")
        assert got.status in (200, 400, 404), name
        if address.startswith("/api/") and got.status != 200:
            assert set(got.json["error"]) >= {"kind", "message", "advice"}


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=60))
@example(query="E/0/0")  # has the shape of a symbol of the United Nations
def test_any_question_is_answered_refused_in_words_or_led_to_what_it_cites(web: Any, query: str) -> None:
    got = web.get("/search", f"q={quote(query.encode('utf-8', 'surrogatepass'))}")
    assert got.status in (200, 303, 400)
    if got.status == 303:
        assert web.get(urlsplit(got.headers["Location"]).path).status in (200, 404)


@pytest.mark.parametrize(
    "query",
    ["q=%FF%FE", "q=" + "a" * 9_000, "&".join(f"f{n}=1" for n in range(200)), "from=abc", "page=0", "limit=101",
     "sort=x", "kind=novel", "role=%3Cscript%3E", "lang=..", "from=99999", "offset=10001", "page=999999",
     "document=../x"],
)  # fmt: skip
@pytest.mark.parametrize("address", ["/search", "/api/search"])
def test_what_can_never_be_right_is_400(web: Any, address: str, query: str) -> None:
    assert web.get(address, query).status == 400


def test_pages_of_an_original_that_are_not_there_are_404(web: Any, held: dict[str, Document]) -> None:
    report = held["visit-en"].id
    for address in (f"/page/{report}/0.png", f"/page/{report}/99.png", f"/page/{held['standards'].id}/1.png"):
        assert web.get(address).status == 404
    assert web.get(f"/page/{report}/1.png", "w=0").status == 400
    assert web.get(f"/page/{report}/1.png", "w=999999").status == 400
    assert web.get(f"/page/{report}/99999999999999999999.png").status == 404


def test_errors_of_the_machine_say_nothing_of_it() -> None:
    for error in (HomeError("locked", where="/srv/kb/home"), EngineError("corrupt", where="/srv/kb/index")):
        fault = fault_of(error)
        assert fault.status == 503
        assert "/srv" not in json.dumps(fault.as_dict())


def test_a_missing_thing_keeps_its_words_but_not_its_path() -> None:
    fault = fault_of(NotHeld("the original is missing", where="/srv/kb/originals/ab", advice="Restore a backup"))
    assert (fault.status, fault.message) == (404, "the original is missing")
    assert "/srv" not in json.dumps(fault.as_dict())


def test_a_misread_question_keeps_its_place() -> None:
    assert fault_of(QueryError("odd", where="character 3")).where == "character 3"


def test_an_original_gone_from_the_home_is_404_and_a_broken_store_500_without_details(
    tmp_path: Path, serve_home: Any, capsys: pytest.CaptureFixture[str]
) -> None:

    from indexer.batch.run import Batch, Options

    (tmp_path / "a.txt").write_text("1. One paragraph about a cell and its window.\n", "utf-8")
    home = Home.at(tmp_path / "home")
    Batch(home, Options(jobs=1)).run([tmp_path / "a.txt"])
    site = serve_home(home, Access.RESTRICTED)
    document = site.collection.documents()[0]
    home.original(document.sha256).unlink()
    got = site.get(f"/original/{document.id}")
    assert got.status == 404
    assert str(tmp_path) not in got.text
    site.collection.close()
    home.store.write_bytes(b"this is no store" * 1000)
    for address in ("/", "/api/documents"):
        broken = site.get(address)
        assert broken.status in (500, 503)
        assert str(tmp_path) not in broken.text
        assert "Traceback" not in broken.text
    capsys.readouterr()
