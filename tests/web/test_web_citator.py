"""The citator on the web: the page of every address, tables of authorities, citing out, and the box."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote, urlencode

import pytest

from kb.nouns import Access, Document
from tests.kb.citator.conftest import MANIFEST, TEXTS


@pytest.fixture(scope="module")
def cited_home(tmp_path_factory: pytest.TempPathFactory) -> Any:
    from indexer.batch.run import Batch, Options
    from kb.home import Home

    root = tmp_path_factory.mktemp("cited")
    (root / "in").mkdir()
    (root / "in" / "kb.toml").write_text(MANIFEST, "utf-8")
    for name, text in TEXTS.items():
        (root / "in" / name).write_text(text, "utf-8")
    Batch(Home.at(root / "home"), Options(jobs=1)).run([root / "in"])
    return Home.at(root / "home")


@pytest.fixture(scope="module")
def keeper(cited_home: Any, serve_home: Callable[..., Any]) -> Any:
    return serve_home(cited_home, Access.RESTRICTED)


@pytest.fixture(scope="module")
def everyone(cited_home: Any, serve_home: Callable[..., Any]) -> Any:
    return serve_home(cited_home, Access.PUBLIC)


def named(browser: Any) -> dict[str, Document]:
    return {browser.collection.original_name(d.id): d for d in browser.collection.documents()}


def test_a_provision_has_its_text_side_by_side_and_those_who_cite_it(keeper: Any) -> None:
    got = keeper.get("/cite/opcat~article-19")
    assert got.status == 200
    assert got.text.count('class="column"') == 2
    assert "<mark>Article 19 OPCAT</mark>" in got.text
    assert 'role="img"' in got.text
    assert "<table" in got.text
    for group in ("Judgments", "Findings", "Recommendations"):
        assert group in got.text


def test_what_a_reader_may_not_see_is_on_no_page(everyone: Any, keeper: Any) -> None:
    paths = ("/cite/opcat~article-19", "/cite/opcat", "/cite/app/3003/10~44", "/cite/opcat~article-19?group=findings")
    for path in paths:
        assert "informant" not in everyone.get(path).text
        assert "Confidential note" not in everyone.get(path).text
    assert "Confidential note" in keeper.get(paths[0]).text
    hidden = named(keeper)["note.txt"].id
    for path in (
        f"/cite/d/{hidden}",
        f"/d/{hidden}/authorities",
        f"/d/{hidden}/export/ris",
        f"/api/citator/d/{hidden}",
    ):
        assert everyone.get(path).status == 404
        assert keeper.get(path).status == 200


@pytest.mark.parametrize(
    ("spelling", "own"),
    [
        ("/cite/app/1001/02", "/cite/app/1001/02"),
        ("/cite/OPCAT~article-19", "/cite/opcat~article-19"),
        ("/cite/a/res/57/199", "/cite/opcat"),
        ("/cite/ecli:ce:echr:2008:0506jud000100102", "/cite/app/1001/02"),
    ],
)
def test_every_spelling_of_an_address_leads_to_one(keeper: Any, spelling: str, own: str) -> None:
    got = keeper.get(spelling)
    if spelling != own:
        assert got.status == 303
        assert got.headers["Location"] == own
    else:
        assert got.status == 200


@pytest.mark.parametrize("path", ["/cite/nonsense", "/cite/~", "/cite/opcat/..", "/cite/d/nothing", "/cite/%3Cb%3E"])
def test_what_is_no_address_is_not_found(keeper: Any, path: str) -> None:
    assert keeper.get(unquote(path)).status == 404


@pytest.mark.parametrize(
    "query", ["group=x", "role=poem", "kind=x", "lang=%00", "from=x", "page=0", "beside=%3C", "limit=0"]
)
def test_filters_that_can_never_be_right_are_refused(keeper: Any, query: str) -> None:
    assert keeper.get(f"/cite/opcat~article-19?{query}").status == 400


def test_a_group_is_paged_and_filters_stay_in_its_addresses(keeper: Any) -> None:
    got = keeper.get("/cite/opcat~article-19?group=findings&limit=2&from=2000")
    assert got.text.count('class="citing-one"') == 2
    assert "page=2" in got.text
    assert re.search(r"group=findings&amp;from=2000", got.text)


def test_what_is_not_held_says_what_would_bring_it(keeper: Any) -> None:
    text = keeper.get("/cite/app/3003/10~44").text
    assert "Not in the collection." in text
    assert re.search(r'href="https://hudoc\.echr\.coe\.int/[^"]*3003/10', text)
    assert "kb index" in text


@pytest.mark.parametrize(
    ("typed", "leads"),
    [
        ("OPCAT article 19", "/cite/opcat~article-19"),
        ("neni 19 i OPCAT", "/cite/opcat~article-19"),
        ("члан 19 OPCAT", "/cite/opcat~article-19"),
        ("no. 1001/02, § 3", "/cite/app/1001/02~3"),
        ("CPT/Inf(2019)9", "/cite/cpt/inf/2019/9"),
        ("ECLI:CE:ECHR:2008:0506JUD000100102", "/cite/app/1001/02"),
        ("OPCAT article 19; no. 30210/96, § 92", "/authorities"),
    ],
)
def test_a_reference_in_the_box_leads_to_its_page(keeper: Any, typed: str, leads: str) -> None:
    got = keeper.get("/search?" + urlencode({"q": typed}))
    assert got.status == 303
    assert got.headers["Location"].partition("?")[0] == leads
    there = keeper.get(got.headers["Location"])
    assert there.status == 200
    if leads != "/authorities":
        back = re.search(r'href="(/search\?[^"]*words=1)"', there.text)
        assert back
        assert keeper.get(back[1].replace("&amp;", "&")).status == 200


@pytest.mark.parametrize("words", ["register", "article", "OPCAT", "the register and OPCAT article 19 in this report"])
def test_words_in_the_box_are_searched(keeper: Any, words: str) -> None:
    assert keeper.get("/search?" + urlencode({"q": words})).status == 200


def test_a_pasted_list_becomes_a_table_and_its_files(keeper: Any) -> None:
    body = urlencode({"text": "OPCAT article 19\n=SUM(A1)\n<b>30210/96</b>\nno. 30210/96"}).encode()
    form = {"CONTENT_TYPE": "application/x-www-form-urlencoded", "CONTENT_LENGTH": str(len(body))}
    got = keeper.get("/authorities", method="POST", body=body, **form)
    assert got.status == 200
    assert "/cite/opcat~article-19" in got.text
    assert "<b>" not in got.text
    body += b"&as=csv"
    form["CONTENT_LENGTH"] = str(len(body))
    table = keeper.get("/authorities", method="POST", body=body, **form)
    rows = list(csv.DictReader(io.StringIO(table.body.decode("utf-8-sig"))))
    assert [row["text"] for row in rows][:2] == ["OPCAT article 19", "'=SUM(A1)"]
    assert "attachment" in table.headers["Content-Disposition"]


@pytest.mark.parametrize("body", [b"text=%ff%fe", b"text=" + b"x" * 120_000, b"text=%00", b"&" * 2000])
def test_what_cannot_be_read_as_a_form_is_refused_or_empty(keeper: Any, body: bytes) -> None:
    form = {"CONTENT_TYPE": "application/x-www-form-urlencoded", "CONTENT_LENGTH": str(len(body))}
    assert keeper.get("/authorities", method="POST", body=body, **form).status in (200, 400)


def test_a_document_has_a_table_of_authorities(keeper: Any) -> None:
    document = named(keeper)["two.txt"].id
    text = keeper.get(f"/d/{document}/authorities").text
    assert "Case law" in text
    assert "/cite/app/1001/02" in text
    assert f'href="/d/{document}/p/2"' in text
    assert keeper.get(f"/d/{document}/authorities?as=csv").headers["Content-Type"].startswith("text/csv")
    assert json.loads(keeper.get(f"/d/{document}/authorities?as=json").body)


def test_a_passage_shows_styles_exports_and_the_ways_to_the_citator(keeper: Any) -> None:
    document = named(keeper)["visit.txt"].id
    text = keeper.get(f"/d/{document}/p/1").text
    assert "<details" in text
    assert 'id="cite-court"' in text
    assert f'href="/d/{document}/p/1/export/bibtex"' in text
    assert 'href="/cite/opcat~article-19"' in text
    assert "/cite/opcat~article-19?group=findings" in text
    assert "4 other passages cite it" in text
    judgment = named(keeper)["one.txt"].id
    assert 'href="/cite/app/1001/02~3"' in keeper.get(f"/d/{judgment}/p/3").text


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl", "csv"])
def test_files_for_other_programs_of_a_document_a_passage_and_a_search(keeper: Any, form: str) -> None:
    document = named(keeper)["one.txt"].id
    for path in (f"/d/{document}", f"/d/{document}/p/2"):
        got = keeper.get(f"{path}/export/{form}")
        assert got.status == 200
        assert "attachment" in got.headers["Content-Disposition"]
        assert "1001/02" in got.text
    assert "1001/02" in keeper.get(f"/search/export/{form}?q=domestic+courts").text
    assert keeper.get(f"/d/{document}/export/doc").status == 404
    assert keeper.get(f"/search/export/{form}").status == 404
