"""Baskets and briefs in the browser: collected, arranged, annotated, downloaded; nothing lost, nothing betrayed."""

from __future__ import annotations

import html
import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from docx import Document

from indexer.batch.run import Batch, Options
from kb.home import Home
from kb.nouns import Access
from tests.kb.brief.test_brief import MANIFEST, TEXTS

FORM = "application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home with what was found and recommended in one prison."""
    folder = tmp_path_factory.mktemp("told")
    (folder / "in").mkdir()
    (folder / "in/kb.toml").write_text(MANIFEST, "utf-8")
    for name, text in TEXTS.items():
        (folder / f"in/{name}.txt").write_text(text, "utf-8")
    home = Home.at(folder / "home")
    Batch(home, Options(jobs=1)).run([folder / "in"])
    return home


@pytest.fixture
def own(told: Home, tmp_path: Path, serve_home: Callable[[Home, Access], Any]) -> Any:
    """A site of its own, to be written to."""
    shutil.copytree(told.path, tmp_path / "home")
    return serve_home(Home.at(tmp_path / "home"), Access.RESTRICTED)


@pytest.fixture
def public(told: Home, serve_home: Callable[[Home, Access], Any]) -> Any:
    """The same as everyone sees it."""
    return serve_home(told, Access.PUBLIC)


@pytest.fixture
def visit(own: Any) -> str:
    """The report on the first visit."""
    return next(d.id for d in own.collection.documents() if own.collection.original_name(d.id) == "one.txt")


def post(site: Any, path: str, fields: dict[str, Any], **headers: str) -> Any:
    return site.get(path, method="POST", body=urlencode(fields, doseq=True).encode(), CONTENT_TYPE=FORM, **headers)


def words_of(reply: Any) -> str:
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(reply.body)).paragraphs)


def filled(site: Any, visit: str, *labels: str) -> str:
    """A basket with these paragraphs of the visit; its address."""
    for label in labels:
        assert post(site, "/basket/add", {"key": f"{visit}#{label}"}).status == 303
    return "/basket/" + re.findall(r'action="/basket/(\d+)"', site.get("/basket").text)[0]


def brief(site: Any, **more: Any) -> str:
    """A kept brief of the prison; its address."""
    sent = {"institution": "xk-dubrava", "name": "Before the visit", "lang": "en", "who": "Ana", **more}
    return str(post(site, "/brief", sent).headers["Location"])


def seen(page: str) -> int:
    return int(re.findall(r'name="seen" value="(\d+)"', page)[0])


def test_a_passage_is_added_from_a_search_and_one_is_back_where_one_was(own: Any) -> None:
    found = own.get("/search", "q=confinement+juveniles").text
    back = html.unescape(re.findall(r'name="back" value="([^"]*)"', found)[0])
    key = re.findall(r'name="key" value="([^"]*)"', found)[0]
    added = post(own, "/basket/add", {"key": key, "back": back})
    assert added.status == 303
    assert added.headers["Location"] == f"{back}#b-{key.replace('#', '.')}"
    again = own.get("/search", "q=confinement+juveniles").text
    assert again.count("In the basket") == 1
    assert '<span class="count">1</span>' in again


@pytest.mark.parametrize(
    "page",
    [
        "/d/{visit}/p/2",
        "/similar/{visit}/2",
        "/register/{visit}/2",
        "/institution/xk-dubrava",
        "/theme/health-care",
        "/search?q=doctor",
    ],
)
def test_the_button_is_wherever_passages_are_and_not_where_readers_are_not_known(
    own: Any, visit: str, page: str, public: Any
) -> None:
    address = page.format(visit=visit)
    assert 'action="/basket/add"' in own.get(address).text
    seen_by_all = public.get(address).text
    assert "/basket" not in seen_by_all


@pytest.mark.parametrize("evil", ["//evil.example/", "https://evil.example/", "/\\evil.example", "/a#b", "/\r\nX: y"])
def test_the_button_leads_back_to_this_site_alone(own: Any, visit: str, evil: str) -> None:
    reply = post(own, "/basket/add", {"key": f"{visit}#2", "back": evil})
    assert reply.status in (303, 400)
    assert reply.headers.get("Location", "/basket").startswith("/basket#")


def test_a_basket_is_ordered_annotated_and_emptied(own: Any, visit: str) -> None:
    here = filled(own, visit, "3", "2")
    page = own.get(here).text
    assert page.index(f"/d/{visit}/p/3") < page.index(f"/d/{visit}/p/2")
    assert post(own, here, {"move": f"{visit}#2 {visit}#3", "seen": seen(page)}).status == 303
    assert post(own, here, {"do": "note", "key": f"{visit}#2", "note": "A <b>note</b>", "note_seen": 0}).status == 303
    page = own.get(here).text
    assert page.index(f"/d/{visit}/p/2") < page.index(f"/d/{visit}/p/3")
    assert "A &lt;b&gt;note&lt;/b&gt;" in page
    text = words_of(own.get(f"{here}/file/docx"))
    assert "A <b>note</b>" in text
    assert post(own, here, {"do": "remove", "key": f"{visit}#2"}).status == 303
    assert f"/d/{visit}/p/2" not in own.get(here).text
    post(own, here, {"do": "clear"})
    assert "Nothing is in it" in own.get(here).text


@pytest.mark.parametrize("form", ["docx", "html", "md", "pdf", "bibtex", "ris", "csl", "csv", "authorities"])
def test_a_basket_is_downloaded_in_every_format(own: Any, visit: str, form: str) -> None:
    got = own.get(f"{filled(own, visit, '2')}/file/{form}")
    assert got.status == 200
    assert got.headers["Content-Disposition"].startswith("attachment")
    assert got.body
    assert own.get("/basket/1/file/rtf").status == 404


def test_what_cannot_be_put_in_a_basket_is_said(own: Any, visit: str) -> None:
    assert post(own, "/basket/add", {"key": f"{visit}#nowhere"}).status == 404
    assert post(own, "/basket/add", {"key": "nonsense"}).status == 404
    assert post(own, "/basket/add", {}).status == 400
    here = filled(own, visit, "2")
    assert post(own, here, {"do": "note", "key": f"{visit}#2", "note": "x" * 4_001, "note_seen": 0}).status == 400
    assert post(own, here, {"do": "nonsense"}).status == 400
    assert post(own, here, {"do": "new", "name": " "}).status == 400
    assert own.get("/basket/999").status == 404
    assert post(own, here, {"do": "clear"}, HTTP_ORIGIN="https://evil.example").status == 403


def test_another_basket_is_begun_and_used_by_this_browser(own: Any, visit: str) -> None:
    here = filled(own, visit, "2")
    begun = post(own, here, {"do": "new", "name": "Isolation"})
    cookie = begun.headers["Set-Cookie"].partition(";")[0]
    post(own, "/basket/add", {"key": f"{visit}#3"}, HTTP_COOKIE=cookie)
    assert f"/d/{visit}/p/3" in own.get(begun.headers["Location"]).text
    assert f"/d/{visit}/p/3" not in own.get(here).text
    assert "Isolation" in own.get("/basket", HTTP_COOKIE=cookie).text
    post(own, begun.headers["Location"], {"do": "away"})
    assert "Isolation" not in own.get("/basket").text


def test_a_brief_is_shown_kept_arranged_and_downloaded(own: Any, visit: str) -> None:
    preview = own.get("/brief", "institution=xk-dubrava").text
    assert "employ a second doctor" in preview
    here = brief(own)
    assert here.startswith("/brief/")
    key = f"{visit}#2"
    assert "employ a second doctor" in words_of(own.get(f"{here}/file/docx"))
    post(own, here, {"do": "note", "key": key, "note": "See it.", "note_seen": 0})
    assert "See it." in words_of(own.get(f"{here}/file/docx"))
    post(own, here, {"do": "drop", "key": key})
    assert "employ a second doctor" not in words_of(own.get(f"{here}/file/docx"))
    assert "Take it back" in own.get(here).text
    post(own, here, {"do": "back", "key": key})
    for form in ("docx", "html", "md", "pdf"):
        assert own.get(f"{here}/file/{form}").status == 200
    assert "Before the visit" in own.get("/brief").text


def test_a_brief_is_offered_in_both_scripts_of_serbian_and_an_old_address_still_holds(own: Any) -> None:
    form = own.get("/brief", "ui=sr-Cyrl").text
    assert re.search(r'<option value="sr-Cyrl" selected>', form)
    assert '<option value="sr-Latn">' in form
    shown = own.get("/brief", "institution=xk-dubrava&lang=sr-Cyrl").text
    assert "Преглед за посету" in shown
    assert "Отворене препоруке" in shown
    old = own.get("/brief", "institution=xk-dubrava&lang=sr").text
    assert "Pregled za posetu" in old
    assert '<option value="sr-Latn" selected>' in old
    sent = post(own, "/brief", {"institution": "xk-dubrava", "lang": "sr", "name": "Poseta", "who": "Ana"})
    assert '<option value="sr-Latn" selected>' in own.get(sent.headers["Location"]).text
    assert own.get("/brief", "institution=xk-dubrava&lang=srp").status == 400


def test_sections_are_moved(own: Any) -> None:
    here = brief(own)
    sections = re.findall(r'<h2 id="s-([^"]*)"', own.get(here).text)
    assert len(sections) > 1
    post(own, here, {"section": f"{sections[1]} {sections[0]}"})
    assert re.findall(r'<h2 id="s-([^"]*)"', own.get(here).text)[:2] == [sections[1], sections[0]]


def test_the_second_of_two_people_is_told_what_the_first_did_and_keeps_what_they_typed(own: Any, visit: str) -> None:
    here, key = brief(own), f"{visit}#2"
    opened = seen(own.get(here).text)
    note = {"do": "note", "key": key, "note_seen": 0, "seen": opened}
    assert post(own, here, note | {"note": "Ana's words"}, HTTP_COOKIE="who=Ana").status == 303
    late = post(own, here, note | {"note": "Blerim's words"}, HTTP_COOKIE="who=Blerim")
    assert late.status == 409
    assert "Ana&#39;s words" in late.text
    assert "Blerim&#39;s words" in late.text
    dropped = post(own, here, {"do": "drop", "key": f"{visit}#3", "seen": opened}, HTTP_COOKIE="who=Blerim")
    told = own.get(*dropped.headers["Location"].partition("?")[::2]).text
    assert "Ana: annotated:" in told
    again = int(re.findall(r'name="note_seen" value="([1-9]\d*)"', late.text)[0])
    assert post(own, here, note | {"note": "Both", "note_seen": again}).status == 303


def test_a_brief_that_cannot_be_made_is_said(own: Any) -> None:
    assert own.get("/brief").status == 200
    assert own.get("/brief", "institution=Nowhere").status == 404
    assert own.get("/brief", "institution=xk-dubrava&theme=nonsense").status == 404
    assert own.get("/brief", "institution=xk-dubrava&lang=tlh").status == 400
    assert own.get("/brief", "institution=xk-dubrava&from=2024&to=2020").status == 400
    assert own.get("/brief/file/rtf", "institution=xk-dubrava").status == 404
    here = brief(own)
    taken = post(own, "/brief", {"institution": "xk-dubrava", "name": "Before the visit", "lang": "en"})
    assert taken.status == 400
    assert post(own, here, {"do": "drop", "key": "nowhere#1"}).status == 404
    assert post(own, here, {"do": "want", "institution": "Nowhere"}).status == 404
    post(own, here, {"do": "away"})
    assert own.get(here).status == 404


def test_where_readers_are_not_known_a_brief_is_made_and_downloaded_and_nothing_is_kept(
    own: Any, visit: str, serve_home: Any
) -> None:
    here, basket = brief(own), filled(own, visit, "2")
    public = serve_home(own.collection.home, Access.PUBLIC)
    page = public.get("/brief", "institution=xk-dubrava")
    assert page.status == 200
    assert "It cannot be kept here" in page.text
    assert "Before the visit" not in public.get("/brief").text
    assert "Nothing can be collected here" in public.get("/basket").text
    for path in (here, f"{here}/file/docx", f"{basket}/file/docx"):
        assert public.get(path).status == 404
    assert post(public, "/brief", {"institution": "xk-dubrava", "name": "x"}).status == 403
    assert post(public, "/basket/add", {"key": f"{visit}#2"}).status == 403
    assert post(public, here, {"do": "away"}).status == 403
    sent = {"institution": "xk-dubrava", "lang": "en", "as": "md"}
    whole = post(public, "/brief/file", sent).text
    assert "employ a second doctor" in whole
    assert "employ a second doctor" not in post(public, "/brief/file", sent | {"drop": f"{visit}#2"}).text
