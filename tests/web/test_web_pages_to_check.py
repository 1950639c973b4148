"""The list of pages to compare with their picture, and the notice on passages that stand on such pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fpdf import FPDF
from PIL import Image
from sqlalchemy import update

from indexer.batch.run import Batch, Options
from kb.home import Home
from kb.nouns import Access, PageState
from kb.store import Store, schema
from tests.web.test_web_api import described
from tests.web.test_web_pages import well_formed

SERBIAN = (
    "Svako lice lišeno slobode mora da bude obavešteno o svojim pravima na jeziku koji razume.",
    "O svakom smeštanju u posebnu ćeliju vodi se beleška, koju čita i potpisuje lekar ustanove.",
    "Nadzornik će obići zatvor najmanje četiri puta godišnje i o tome obavestiti Skupštinu.",
    "Pritvoreno lice može da razgovara sa svojim braniocem bez prisustva službenih lica.",
)
AS_SIGNS = str.maketrans("ŽŠĆČĐžšćčđ", "@[]^\\`{}~|")
ENGLISH = "The delegation visited the prison and spoke with many prisoners in private about their daily regime."
SCANS = 60
MANIFEST = """
[defaults]
access = "public"
title = "Scanned register <of> placements"
[files."law.pdf"]
title = "Law with broken letters"
kind = "report"
[files."names.pdf"]
title = "Scan of names"
access = "restricted"
[files."note.txt"]
title = "Note"
"""


def pdf(path: Path, texts: tuple[str, ...], pictures: int) -> None:
    """A page of text, then pages that are nothing but a picture."""
    made = FPDF()
    made.set_font("Helvetica", size=12)
    made.add_page()
    for number, text in enumerate(texts, 1):
        made.multi_cell(0, 7, f"{number}. {text}", new_x="LMARGIN", new_y="NEXT")
        made.ln(5)
    picture = Image.new("L", (40, 60), 90)
    for _ in range(pictures):
        made.add_page()
        made.image(picture, 20, 20, 160)
    made.output(str(path))


def indexed(root: Path, files: dict[str, tuple[tuple[str, ...], int]]) -> Home:
    (root / "in").mkdir()
    (root / "in" / "kb.toml").write_text(MANIFEST, "utf-8")
    (root / "in" / "note.txt").write_text(f"1. {ENGLISH}\n", "utf-8")
    for name, (texts, pictures) in files.items():
        pdf(root / "in" / name, texts, pictures)
    home = Home.at(root / "home")
    Batch(home, Options(jobs=1, ocr="never")).run([root / "in"])
    return home


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    broken = tuple(text.translate(AS_SIGNS) for text in SERBIAN)
    english = (ENGLISH, ENGLISH.replace("prison", "police station"))
    files = {"law.pdf": (broken, 0), "scans.pdf": (english, SCANS), "names.pdf": ((*english, ENGLISH), 1)}
    return indexed(tmp_path_factory.mktemp("check"), files)


@pytest.fixture(scope="module")
def site(home: Home, serve_home: Callable[[Home, Access], Any]) -> Any:
    return serve_home(home, Access.RESTRICTED)


@pytest.fixture(scope="module")
def ids(site: Any) -> dict[str, str]:
    return {site.collection.original_name(d.id).partition(".")[0]: d.id for d in site.collection.documents()}


def rows(text: str) -> list[str]:
    return re.findall(r'<li class="check-row">(.*?)</li>', text, re.DOTALL)


def test_every_page_that_was_mended_or_left_is_a_row_with_its_picture(site: Any, ids: dict[str, str]) -> None:
    text = well_formed(site.get("/pages")).text
    assert f"<strong>{SCANS + 2}</strong> pages" in text
    assert len(rows(text)) == 50
    [row] = rows(well_formed(site.get(f"/pages?document={ids['law']}")).text)
    assert "Law with broken letters" in row
    assert "Text repaired" in row
    assert "letters that were printed as signs" in row
    address = re.search(r'href="(/d/[^"]+/p/[^"]+)"', row)
    assert address is not None
    assert "obavešteno o svojim pravima" in site.get(address[1]).text
    picture = re.search(r'<img src="([^"]+)"', row)
    assert picture is not None
    assert site.get(picture[1]).headers["Content-Type"] == "image/png"


def test_a_page_that_was_left_says_that_it_is_not_searched(site: Any, ids: dict[str, str]) -> None:
    [row] = rows(site.get(f"/pages?state=needs-ocr&document={ids['names']}").text)
    assert "A picture, not read" in row
    assert "not searched" in row
    assert "/p/" not in row, "no passage begins on it"
    assert f'href="/d/{ids["names"]}"' in row


def test_the_chips_narrow_and_widen_what_is_listed(site: Any, ids: dict[str, str]) -> None:
    text = site.get("/pages").text
    assert "/pages?state=needs-ocr" in text
    assert f"/pages?document={ids['scans']}" in text
    narrowed = site.get(f"/pages?state=needs-ocr&document={ids['scans']}").text
    assert f"<strong>{SCANS}</strong> pages" in narrowed
    assert f'href="/pages?document={ids["scans"]}"' in narrowed
    assert 'href="/pages?state=needs-ocr"' in narrowed
    assert "Scanned register &lt;of&gt; placements" in narrowed


def test_pages_of_the_list_follow_one_another_and_keep_the_filters(site: Any, ids: dict[str, str]) -> None:
    query = f"state=needs-ocr&document={ids['scans']}"
    first = site.get(f"/pages?{query}").text
    assert 'rel="prev"' not in first
    assert f'rel="next" href="/pages?{query.replace("&", "&amp;")}&amp;page=2"' in first
    second = site.get(f"/pages?{query}&page=2").text
    assert len(rows(second)) == SCANS - 50
    assert 'rel="next"' not in second
    beyond = site.get(f"/pages?{query}&page=9")
    assert beyond.status == 200
    assert "No page of this kind" in beyond.text


@pytest.mark.parametrize("query", ["state=text", "state=nonsense", "document=../etc", "page=0", "page=x", "page=99999"])
def test_what_can_never_be_right_is_said(site: Any, query: str) -> None:
    assert site.get(f"/pages?{query}").status == 400
    assert (
        site.get(f"/api/pages?{query.replace('page', 'offset').replace('=0', '=-1').replace('=99999', '=x')}").status
        == 400
    )


def test_readers_see_pages_of_their_own_documents_alone(
    home: Home, ids: dict[str, str], serve_home: Callable[[Home, Access], Any]
) -> None:
    everyone = serve_home(home, Access.PUBLIC)
    assert f"<strong>{SCANS + 1}</strong> pages" in everyone.get("/pages").text
    assert "Scan of names" not in everyone.get("/pages").text
    hidden, unknown = (everyone.get(f"/pages?document={name}") for name in (ids["names"], "unknown"))
    assert (hidden.status, unknown.status) == (404, 404)
    assert hidden.text.replace(ids["names"], "unknown") == unknown.text
    assert everyone.get(f"/api/pages?document={ids['names']}").status == 404
    assert everyone.get("/api/pages").json["total"] == SCANS + 1


def test_the_same_as_json(site: Any, ids: dict[str, str]) -> None:
    found = described(site, "/api/pages", site.get(f"/api/pages?document={ids['law']}"))
    assert (found["total"], found["states"]) == (1, {"repaired": 1})
    [page] = found["pages"]
    assert (page["document"], page["page"], page["state"]) == (ids["law"], 1, "repaired")
    assert "yu-ascii" in page["repairs"]
    assert page["url"].startswith(f"/d/{ids['law']}/p/")
    many = described(site, "/api/pages", site.get("/api/pages?state=needs-ocr&state=ocr&limit=3&offset=60"))
    assert (many["total"], len(many["pages"])) == (SCANS + 1, 1)
    described(site, "/api/pages", site.get("/api/pages?state=nonsense"))
    described(site, "/api/pages", site.get("/api/pages?document=unknown"))


def test_the_collection_and_the_document_lead_to_their_pages(site: Any, ids: dict[str, str]) -> None:
    assert f"{SCANS + 2} pages were repaired, read by OCR or not read" in site.get("/collection").text
    assert f'href="/pages?document={ids["law"]}"' in site.get(f"/d/{ids['law']}").text
    assert "/pages?document" not in site.get(f"/d/{ids['note']}").text


def test_all_is_well_where_nothing_was_mended_or_left(
    tmp_path: Path, serve_home: Callable[[Home, Access], Any]
) -> None:
    clean = serve_home(indexed(tmp_path, {"visit.pdf": ((ENGLISH,), 0)}), Access.RESTRICTED)
    text = well_formed(clean.get("/pages")).text
    assert "All is well" in text
    assert rows(text) == []
    assert "read by OCR or not read" not in clean.get("/collection").text
    assert clean.get("/api/pages").json == {"total": 0, "states": {}, "pages": []}


def test_a_passage_on_a_mended_page_says_so_and_others_do_not(site: Any, ids: dict[str, str]) -> None:
    text = well_formed(site.get(f"/d/{ids['law']}/p/1")).text
    assert "The text of this page was repaired (letters that were printed as signs" in text
    assert f'href="/page/{ids["law"]}/1.png?w=1800">Compare with page 1' in text
    assert "page-notice" not in site.get(f"/d/{ids['scans']}/p/1").text
    assert "page-notice" not in site.get(f"/d/{ids['note']}/p/1").text


@pytest.mark.parametrize(("confidence", "words"), [(0.94, "Read by OCR (confidence 94%)."), (None, "Read by OCR.")])
def test_a_passage_on_a_page_read_by_ocr_says_how_sure_it_is(
    home: Home, site: Any, ids: dict[str, str], confidence: float | None, words: str
) -> None:
    """The facts of a page are put as a run with Tesseract puts them, which not every machine has."""
    store, page = Store(home.store), schema.page.c
    with store.write() as connection:
        where = (page.document == ids["names"]) & (page.number == 1)
        values = {"state": PageState.OCR.value, "confidence": confidence, "score": 0.97}
        connection.execute(update(schema.page).where(where).values(**values))
    store.close()
    assert words in well_formed(site.get(f"/d/{ids['names']}/p/1")).text
    [row] = rows(site.get("/pages?state=ocr").text)
    assert "quality of the text 97%" in row
    assert ("confidence 94%" in row) is (confidence is not None)
