"""The pages of places of detention and of themes: what was found, what is open, when somebody was there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from indexer.batch.run import Batch, Options
from kb.home import Home
from kb.institutions import known
from kb.nouns import Access, Role
from kb.register.register import Register
from web.failures import failed
from web.i18n import Speech, speaking
from web.pages.institution import LATEST, municipality_of, telling_first
from web.places import named_in_words
from web.strings import name_of
from web.timeline import timeline

MANIFEST = """
[defaults]
access = "public"
state = "XKX"
mechanism = "NPM"
kind = "report"

[files."dubrava-2023.txt"]
title = "Report on the visit to Dubrava Prison"
date = "2023-06-01"
institutions = ["xk-dubrava"]

[files."dubrava-hidden.txt"]
title = "Report on another visit to Dubrava Prison"
date = "2024-06-01"
access = "restricted"
institutions = ["xk-dubrava"]
"""
SHOWN = (
    "1. The delegation visited Dubrava Prison from 6 to 8 March 2023.\n\n"
    "2. Two prisoners had been held in solitary confinement for forty days.\n\n"
    "3. It is recommended that the Director end solitary confinement after fifteen days.\n"
)
HIDDEN = (
    "1. The delegation visited Dubrava Prison on 4 February 2024.\n\n"
    "2. A third prisoner was found in solitary confinement, whose name must not be known.\n\n"
    "3. It is recommended that the prosecutor look into his solitary confinement at once.\n"
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    folder: Path = tmp_path_factory.mktemp("places")
    (folder / "in").mkdir()
    (folder / "in" / "kb.toml").write_text(MANIFEST, "utf-8")
    (folder / "in" / "dubrava-2023.txt").write_text(SHOWN, "utf-8")
    (folder / "in" / "dubrava-hidden.txt").write_text(HIDDEN, "utf-8")
    made = Home.at(folder / "home")
    Batch(made, Options(jobs=1)).run([folder / "in"])
    return made


@pytest.fixture(scope="module")
def all_sites(home: Home, serve_home: Callable[[Home, Access], Any]) -> dict[Access, Any]:
    return {level: serve_home(home, level) for level in (Access.PUBLIC, Access.RESTRICTED)}


def test_a_place_shows_its_visits_findings_and_open_recommendations(all_sites: dict[Access, Any]) -> None:
    shown = all_sites[Access.RESTRICTED].get("/institution/xk-dubrava").text
    assert "6 March 2023" in shown
    assert "4 February 2024" in shown
    assert shown.partition("bars days")[2].count("<circle") == 2
    assert "end solitary confinement after fifteen days" in shown
    assert "prosecutor look into" in shown
    assert re.search(r'href="/theme/solitary-confinement"[^>]*>[^<]+</a></th><td>1</td><td>1</td><td>2</td>', shown)


def test_what_introduces_a_report_comes_after_what_was_found(all_sites: dict[Access, Any]) -> None:
    held = Register(all_sites[Access.RESTRICTED].collection, Role.FINDING).find({})
    assert len(held.items) > 2
    first, *others = held.items
    visit = replace(first, passage=replace(first.passage, heading=("Report", "A. The visit")))
    told = telling_first(replace(held, items=(visit, *others)))
    assert told.items == (*others, visit)[:LATEST]
    assert told.total == held.total
    assert telling_first(held).items == held.items[:LATEST]  # else their order stays


@pytest.mark.parametrize(
    ("language", "place", "municipality"),
    [
        ("sr-Cyrl", "xe-bregmir", "Брегмир"),
        ("sr-Latn", "xk-dubrava", "Istok"),
        ("sr-Cyrl", "xk-dubrava", "Исток"),
        ("sq", "xk-dubrava", "Istog"),
    ],
)
def test_a_municipality_has_its_serbian_name_for_readers_of_serbian(
    language: str, place: str, municipality: str
) -> None:
    with speaking(Speech(language=language)):
        assert municipality_of(known().by_id[place]) == municipality


def test_the_source_of_invented_places_is_in_the_readers_language(all_sites: dict[Access, Any]) -> None:
    text = all_sites[Access.PUBLIC].get("/institution/xe-bregmir", "ui=sr-Cyrl").text
    assert "измишљено" in text
    assert "invented" not in text


def test_what_to_do_about_a_pdf_without_text_holds_where_ocr_found_none() -> None:
    with speaking(Speech(language="en")):
        assert "where OCR found nothing" in failed("needs-ocr")[1]


def test_whoever_may_not_read_a_report_learns_nothing_of_it(all_sites: dict[Access, Any]) -> None:
    public = all_sites[Access.PUBLIC]
    place, theme = public.get("/institution/xk-dubrava").text, public.get("/theme/solitary-confinement").text
    for page in (place, theme, public.get("/institutions").text, public.get("/themes").text):
        assert "third prisoner" not in page
        assert "prosecutor" not in page.lower()
        assert "February 2024" not in page
    assert re.search(r'href="/theme/solitary-confinement"[^>]*>[^<]+</a></th><td>1</td><td>1</td>', place)
    assert re.search(
        r'xk-dubrava"[^>]*>[^<]+</a></th><td[^>]*>[^<]+</td><td>2</td><td><a[^>]+>1</a></td><td>1</td>',
        public.get("/institutions").text,
    )


def test_a_theme_shows_standards_findings_and_recommendations(all_sites: dict[Access, Any]) -> None:
    shown = all_sites[Access.RESTRICTED].get("/theme/solitary-confinement").text
    assert 'href="/cite/mandela~rule-43"' in shown
    assert "forty days" in shown
    assert "end solitary confinement after fifteen days" in shown
    assert 'href="/institution/xk-dubrava"' in shown
    assert 'href="/theme/solitary-confinement"' in all_sites[Access.RESTRICTED].get("/themes").text


@pytest.mark.parametrize("path", ["/institution/xk-nowhere", "/theme/no-such-theme", "/institution/../etc"])
def test_what_nobody_knows_is_not_there(all_sites: dict[Access, Any], path: str) -> None:
    assert all_sites[Access.RESTRICTED].get(path).status == 404


def test_days_stand_on_their_years_and_above_one_another() -> None:
    line = timeline([("2021-03-04", "a"), ("2021-03-05", "b"), ("2023", "c"), ("", "no day")])
    assert line is not None
    assert [year for year, _ in line.years] == ["2021", "2022", "2023", "2024"]
    assert [dot.words for dot in line.dots] == ["a", "b", "c"]
    assert line.dots[0].y != line.dots[1].y
    assert line.dots[0].x < line.dots[2].x
    assert timeline([("", "x")]) is None


def test_the_collections_own_places_come_first_and_the_others_are_folded_away(all_sites: dict[Access, Any]) -> None:
    page = all_sites[Access.PUBLIC].get("/institutions").text
    before, folded, after = page.partition("<summary>Known, and named in no document")
    assert folded
    assert re.findall(r'"/institution/([^"]+)"', before) == ["xk-dubrava"]
    assert len(re.findall(r'"/institution/xk-', after)) > 40


@pytest.mark.parametrize(
    ("language", "english", "shown"),
    [
        ("fr", "Istog Police Station", "Poste de police d’Istog"),
        ("tr", "Istog Police Station", "Istog Polis Karakolu"),
        ("fr", "High Security Prison", "Prison de haute sécurité"),
        ("en", "Istog Police Station", "Istog Police Station"),
        ("tr", "A House of Many Names", "A House of Many Names"),
    ],
)
def test_a_place_without_a_name_in_a_language_gets_one_of_known_words(language: str, english: str, shown: str) -> None:
    with speaking(Speech(language=language)):
        assert named_in_words(english) == shown


def test_the_state_of_the_samples_has_a_name() -> None:
    for language, name in (("en", "Exemplia"), ("sr-Latn", "Egzemplija"), ("sr-Cyrl", "Егземплија")):
        with speaking(Speech(language=language)):
            assert name_of("XEX", "state") == name
