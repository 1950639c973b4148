"""Every page on a real collection: what stands on it, and where it leads."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode

import pytest

from kb.nouns import Document


class Balanced(HTMLParser):
    """Fails on an element that is closed twice, never, or in the wrong order."""

    EMPTY = frozenset({"meta", "link", "input", "img", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value or "" for name, value in attrs if name == "id"]
        assert not any(name == "style" or name.startswith("on") for name, _ in attrs), f"the policy forbids it: {attrs}"
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def well_formed(got: Any) -> Any:
    parser = Balanced()
    parser.feed(got.text)
    assert parser.open == []
    assert len(parser.ids) == len(set(parser.ids))
    assert not re.search(r"(src|href)=[\"'](https?:)?//(?!example\.org)", got.text)
    return got


@pytest.mark.parametrize(
    "address",
    ["/", "/search", "/search?q=cells", "/search?q=%22%22", "/search?q=zzzz", "/collection", "/about", "/nowhere"],
)
def test_a_page_is_well_formed_and_has_no_inline_style_script_or_stranger(web: Any, address: str) -> None:
    got = well_formed(web.get(address))
    assert got.headers["Content-Type"] == "text/html; charset=utf-8"
    assert got.headers["Cache-Control"] == "no-store"


def test_the_first_page_says_what_there_is_to_search(web: Any) -> None:
    text = web.get("/").text
    assert 'name="q"' in text
    assert "/search?kind=report" in text


def test_a_hit_leads_to_its_passage(web: Any) -> None:
    found = web.get("/search?q=solitary+confinement").text
    assert "<mark>" in found
    for address in re.findall(r'href="(/d/[^"]+/p/[^"]+)"', found):
        assert web.get(address).status == 200


def test_filters_are_chips_that_can_be_removed_and_boxes_that_stay_ticked(web: Any) -> None:
    found = web.get("/search?q=solitary&kind=report&lang=en&from=2020").text
    assert 'value="report" checked' in found
    chips = re.findall(r'<li><a href="([^"]+)">(?:<span class="chip-field">)', found)
    assert len(chips) == 3
    assert "kind=report" not in chips[0]
    assert "lang=en" in chips[0]


def test_a_filter_that_nothing_matches_stays_in_sight(web: Any) -> None:
    found = web.get("/search?q=solitary&kind=judgment").text
    assert 'value="judgment" checked' in found
    assert "Search without filters" in found


def test_filters_alone_are_a_question(web: Any) -> None:
    assert "Report on the visit to Example Prison" in web.get("/search?kind=report").text


def test_hits_come_in_pages(web: Any) -> None:
    first, third = web.get("/search?q=chronicle").text, web.get("/search?q=chronicle&page=3").text
    assert first.count('class="hit"') == third.count('class="hit"') == 20
    assert 'rel="next"' in first
    assert 'rel="prev"' not in first
    assert "Page 3 of 23" in third
    last = web.get("/search?q=chronicle&page=23").text
    assert 'rel="next"' not in last


def test_grouped_there_is_one_hit_of_each_document(web: Any) -> None:
    found = web.get("/search?q=chronicle&group=1").text
    assert found.count('class="hit"') == 1
    assert "more passages of this document" in found


def test_nothing_found_comes_with_advice(web: Any) -> None:
    found = web.get("/search?q=xylophonist").text
    assert "Nothing found" in found
    assert "What you can try" in found


def test_a_reference_is_offered_as_the_place_it_names(web: Any, held: dict[str, Document]) -> None:
    found = web.get("/search?" + urlencode({"q": "CPT/Inf (2019) 9", "words": "1"})).text
    assert f'href="/d/{held["standards"].id}"' in found
    assert "This names one place" in found


def test_a_question_that_cannot_be_read_shows_the_place(web: Any) -> None:
    got = web.get("/search?" + urlencode({"q": "(" * 30 + "cells"}))
    assert got.status == 400
    assert 'role="alert"' in got.text
    assert "<mark>(</mark>" in got.text


def test_a_document_shows_its_facts_contents_and_passages(web: Any, held: dict[str, Document]) -> None:
    got = well_formed(web.get(f"/d/{held['standards'].id}"))
    assert "CPT/Inf (2019) 9" in got.text
    assert '<details class="contents"' in got.text
    assert "never last longer than two weeks" in got.text


def test_a_document_leads_to_its_language_versions_and_its_original(web: Any, held: dict[str, Document]) -> None:
    text = web.get(f"/d/{held['visit-en'].id}").text
    assert f'href="/d/{held["visit-sq"].id}"' in text
    assert f'href="/original/{held["visit-en"].id}"' in text
    assert 'href="https://example.org/npm/2022/1" rel="noreferrer noopener external"' in text


def test_a_long_document_comes_in_parts_and_every_passage_is_in_one(web: Any, held: dict[str, Document]) -> None:
    address = f"/d/{held['chronicle'].id}"
    parts = [web.get(f"{address}?part={n}").text for n in (1, 2, 3)]
    numbers = [number for part in parts for number in re.findall(r'id="p-([^"]+)"', part)]
    assert numbers == [passage.anchor for passage in web.collection.passages(held["chronicle"].id)]
    assert web.get(f"{address}?part=4").status == 400
    back = re.search(r'href="(/d/[^"]+#p-300)"', web.get(f"{address}/p/300").text)
    assert back
    assert "part=2" in back[1]


def test_a_passage_stands_between_its_neighbours_beside_its_page(web: Any, held: dict[str, Document]) -> None:
    report = held["visit-en"]
    got = well_formed(web.get(f"/d/{report.id}/p/4"))
    assert "keep a register of every placement" in got.text
    assert f'rel="prev" href="/d/{report.id}/p/3"' in got.text
    assert f'rel="next" href="/d/{report.id}/p/5"' in got.text
    assert f"/page/{report.id}/2.png?w=800" in got.text
    assert re.search(r'<rect x="0\.\d+" y="0\.\d+" width="0\.\d+" height="0\.\d+">', got.text)


def test_the_citation_can_be_copied_without_a_script(web: Any, held: dict[str, Document]) -> None:
    text = web.get(f"/d/{held['visit-en'].id}/p/2").text
    citation = (
        "NPM, Report on the visit to Example Prison, NPM/2022/1, 2022, para. 2, p. 1, "
        f"http://127.0.0.1:8080/d/{held['visit-en'].id}/p/2"
    )
    assert f"{citation}</textarea>" in text
    assert f"({citation})</textarea>" in text


def test_a_passage_shows_the_same_passage_in_other_languages(web: Any, held: dict[str, Document]) -> None:
    text = web.get(f"/d/{held['visit-en'].id}/p/2").text
    assert f'href="/d/{held["visit-sq"].id}/p/2"' in text
    assert "mbajtur në izolim" in text


def test_a_passage_shows_what_it_cites_and_why_a_citation_leads_nowhere(web: Any, held: dict[str, Document]) -> None:
    text = web.get(f"/d/{held['visit-en'].id}/p/3").text
    assert f'<a class="cite" href="/d/{held["standards"].id}">CPT/Inf (2019) 9</a>' in text
    assert 'class="cite-open"' in text


def test_the_collection_says_which_files_failed_and_why(web: Any) -> None:
    text = web.get("/collection").text
    assert "broken.pdf" in text
    assert 'class="why"' in text


def test_readers_nobody_knows_see_no_path_of_the_machine(public_web: Any, served_home: object) -> None:
    for address in ("/collection", "/api/collection"):
        text = public_web.get(address).text
        assert str(getattr(served_home, "path", "")).rpartition("/")[0] not in text


def test_what_is_not_for_a_reader_is_nowhere(public_web: Any, held: dict[str, Document]) -> None:
    for address in ("/", "/collection", "/search?q=handcuffs", "/api/documents", "/api/search?q=Zylfije"):
        text = public_web.get(address).text
        assert "Internal note" not in text
        assert "Names of those" not in text
    secret, missing = held["names"].id, "no-such-document"
    for form in (
        "/d/{}",
        "/d/{}/p/1",
        "/original/{}",
        "/page/{}/1.png",
        "/api/documents/{}",
        "/api/passages/{}/1",
        "/similar/{}/1",
        "/api/similar/{}/1",
    ):
        there, nowhere = public_web.get(form.format(secret)), public_web.get(form.format(missing))
        assert there.status == nowhere.status == 404
        assert there.text.replace(secret, missing) == nowhere.text
    assert public_web.get("/api/complete?q=zylf").json["completions"] == []


def test_the_keeper_sees_how_confidential_a_document_is(web: Any, held: dict[str, Document]) -> None:
    first = web.collection.passages(held["names"].id)[0]
    assert 'class="access access-restricted"' in web.get(first.url).text


def test_other_words_are_said_and_each_can_be_taken_away(web: Any) -> None:
    got = well_formed(web.get("/search?q=samica"))
    assert "Also searched for" in got.text
    away = re.findall(r'href="(/search\?q=samica&amp;without=[^"]+)"', got.text)
    assert away
    after = well_formed(web.get(away[0].replace("&amp;", "&")))
    assert f'href="{away[0]}"' not in after.text
    assert "Without other words for" in after.text


def test_a_concept_that_is_none_is_refused(web: Any) -> None:
    assert web.get("/search?q=samica&without=%3Cb%3E").status == 400


def test_more_like_this_leads_from_a_passage_to_others_in_every_language(web: Any, held: dict[str, Document]) -> None:
    shown = well_formed(web.get(f"/d/{held['visit-en'].id}/p/2"))
    address = f"/similar/{held['visit-en'].id}/2"
    assert f'href="{address}"' in shown.text
    got = well_formed(web.get(address))
    assert "More like this" in got.text
    assert f'href="/d/{held["standards"].id}/p/1"' in got.text
    assert f'href="/d/{held["visit-sq"].id}/p/2"' in got.text
    found = re.findall(r'<h2><a href="([^"]+)"', got.text)
    assert f"/d/{held['visit-en'].id}/p/2" not in found
    narrowed = well_formed(web.get(f"{address}?lang=sq"))
    assert set(re.findall(r'<h2><a href="/d/([^/"]+)', narrowed.text)) == {held["visit-sq"].id}
    away = re.findall(rf'href="({address}\?without=[^"]+)"', got.text)
    assert away
    less = well_formed(web.get(away[0].replace("&amp;", "&")))
    assert less.text.count("do without") == got.text.count("do without") - 1


def test_nothing_like_it_is_said(web: Any, held: dict[str, Document]) -> None:
    got = well_formed(web.get(f"/similar/{held['visit-en'].id}/2?lang=tr"))
    assert "Nothing like it is held." in got.text


def test_more_like_this_never_shows_what_is_not_for_the_reader(
    web: Any, public_web: Any, held: dict[str, Document]
) -> None:
    address = f"/similar/{held['visit-en'].id}/5"
    assert "Internal note on handcuffs" in web.get(address).text
    assert "Internal note" not in public_web.get(address).text
    assert "Internal note" not in public_web.get(f"/api{address}").text
