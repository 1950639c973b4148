"""The language of the interface: chosen by the browser, by an address, kept; and not the language of the search."""

from __future__ import annotations

import re
from typing import Any

import pytest

from kb.nouns import Concept, Expansion
from kb.thesaurus import Thesaurus
from web.concepts import concept_name, expansion_name, theme_name
from web.i18n import (
    LANGUAGES,
    Speech,
    date_text,
    language_name,
    ngettext,
    number_text,
    percent_text,
    speaking,
    state_name,
)
from web.templating import environment

SEARCH = {
    "sq": "Kërko", "sr-Latn": "Traži", "sr-Cyrl": "Тражи", "en": "Search", "fr": "Chercher", "tr": "Ara",
}  # fmt: skip
PASSAGES = ("%(num)s passage", "%(num)s passages")


def test_all_languages_of_the_field_are_offered() -> None:
    assert list(LANGUAGES) == ["sq", "sr-Latn", "sr-Cyrl", "en", "fr", "tr"]


@pytest.mark.parametrize(("code", "word"), SEARCH.items())
def test_each_language_is_spoken_marked_and_kept(web: Any, code: str, word: str) -> None:
    got = web.get(f"/?ui={code}")
    assert f'<html lang="{code}" dir="ltr"' in got.text
    assert got.headers["Content-Language"] == code
    assert f'<button type="submit">{word}</button>' in got.text
    cookie = re.match(r"ui=([\w-]+);", got.headers["Set-Cookie"])
    assert cookie
    assert cookie[1] == code
    kept = web.get("/about", HTTP_COOKIE=f"ui={code}", HTTP_ACCEPT_LANGUAGE="de,mk")
    assert f'<html lang="{code}"' in kept.text


@pytest.mark.parametrize(
    ("accepted", "code"),
    [
        ("sq-XK,sq;q=0.9,en;q=0.8", "sq"),
        ("sr,en;q=0.5", "sr-Cyrl"),
        ("sr-Latn-RS", "sr-Latn"),
        ("bs-BA,de", "sr-Latn"),
        ("de,fr;q=0.4,tr;q=0.6", "tr"),
        ("de", "en"),
        ("en;q=0.1,fr;q=x", "en"),
        ("", "en"),
    ],
)
def test_a_browser_is_answered_in_the_language_it_prefers(web: Any, accepted: str, code: str) -> None:
    got = web.get("/", HTTP_ACCEPT_LANGUAGE=accepted)
    assert f'<html lang="{code}"' in got.text
    assert "Set-Cookie" not in got.headers


def test_the_switch_keeps_the_page_and_the_question(web: Any) -> None:
    text = web.get("/search?q=solitary+confinement&lang=en&kind=report&ui=sq").text
    assert 'href="/search?q=solitary+confinement&amp;lang=en&amp;kind=report&amp;ui=sr-Cyrl"' in text
    assert re.search(r'lang="sq"[^>]* aria-current="true"', text)


def test_the_language_of_the_interface_is_not_that_of_the_search(web: Any) -> None:
    found = [
        re.findall(r'<a href="(/d/[^"]+)"', web.get(f"/search?q=solitary+confinement&lang=sq&ui={code}").text)
        for code in LANGUAGES
    ]
    assert found[0]
    assert all(one == found[0] for one in found)
    assert web.get("/api/search?q=zzqqxx", HTTP_ACCEPT_LANGUAGE="sq").json["advice"] == [
        "“zzqqxx” is in no passage"
    ]  # programs are spoken to in English


def test_errors_and_advice_are_told_in_the_language_of_the_answer(web: Any) -> None:
    assert "Në këtë adresë nuk ka asgjë" in web.get("/nowhere?ui=sq").text
    assert "Реч „zzqqxx“ не постоји ни у једном пасусу." in web.get("/search?q=zzqqxx&ui=sr-Cyrl").text
    assert "2019 ili year:[2015 TO 2019]" in web.get("/search?q=year:never&ui=sr-Latn").text
    failed = web.get("/collection?ui=fr").text
    assert "Le fichier enfreint les règles de son format." in failed
    assert '<p class="dim" lang="en" dir="auto">damaged' in failed


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("sq", ["1 pasazh", "3 pasazhe", "21 pasazhe"]),
        ("fr", ["0 passage", "1 passage", "2 passages"]),
        ("tr", ["1 pasaj", "2 pasaj"]),
        ("en", ["0 passages", "1 passage", "2 passages"]),
    ],
)
def test_plural_forms_are_those_of_the_language(code: str, said: list[str]) -> None:
    with speaking(Speech(language=code)):
        assert [ngettext(*PASSAGES, int(n)) % {"num": n} for n in (one.split()[0] for one in said)] == said


def test_serbian_has_three_plural_forms() -> None:
    forms = ("%(num)s page", "%(num)s pages")
    for code, said in (("sr-Latn", "stranica stranice stranica"), ("sr-Cyrl", "страница странице страница")):
        with speaking(Speech(language=code)):
            one, few, many = said.split()
            wanted = {1: one, 21: one, 2: few, 4: few, 34: few, 5: many, 11: many, 12: many, 100: many, 0: many}
            assert {n: ngettext(*forms, n).removeprefix("%(num)s ") for n in wanted} == wanted


def test_dates_numbers_and_names_are_those_of_the_language() -> None:
    said = {}
    for code in LANGUAGES:
        with speaking(Speech(language=code)):
            said[code] = [date_text("2019-05-21"), number_text(12345), percent_text(0.4), language_name("sr-Cyrl")]
            assert state_name("XKX").startswith(("Kosov", "Косов"))
    assert said == {
        "sq": ["21 maj 2019", "12\u00a0345", "40%", "Serbisht (cirilik)"],
        "sr-Latn": ["21. maj 2019.", "12.345", "40%", "Srpski (ćirilica)"],
        "sr-Cyrl": ["21. мај 2019.", "12.345", "40%", "Српски (ћирилица)"],
        "en": ["21 May 2019", "12,345", "40%", "Serbian (Cyrillic)"],
        "fr": ["21 mai 2019", "12\u202f345", "40\u00a0%", "Serbe (cyrillique)"],
        "tr": ["21 Mayıs 2019", "12.345", "%40", "Sırpça (Kiril)"],
    }


def test_concepts_and_themes_have_their_names_in_the_language_of_the_answer() -> None:
    torture = Concept(id="torture", terms={"en": ("torture", "cruelty"), "sq": ("torturë",), "sr": ("mučenje",)})
    cruelty = Concept(id="cruel-acts", terms={"en": ("cruelty",)})
    held = Thesaurus([(torture, ()), (cruelty, ())])
    expansion = Expansion(id="torture", words="işkence", name="torture", terms={})
    other = Expansion(id="omw:x", words="house", name="house", terms={}, source="omw")
    wanted = {
        "sq": ("torturë", "torturë"), "sr-Latn": ("mučenje", "mučenje"), "sr-Cyrl": ("мучење", "мучење"),
        "fr": ("torture", "torture"),
    }  # fmt: skip
    for code, names in wanted.items():
        with speaking(Speech(language=code)):
            assert (concept_name(held, "torture"), expansion_name(held, expansion)) == names
            assert theme_name(held, "Torture") == names[0]
            assert theme_name(held, "tortures") == names[0]
            assert theme_name(held, "cruelty") == "cruelty"  # preferred of another, which has English terms only
            assert theme_name(held, "Our own theme") == "Our own theme"
            assert concept_name(held, "no-such-concept") == "no such concept"
            assert expansion_name(held, other) == "house"


def test_a_word_that_a_template_names_itself_is_looked_up_for_each_answer() -> None:
    template = environment().from_string('{{ "theme"|named("field") }}')
    with speaking(Speech(language="sq")):
        assert template.render() == "Tema"
    with speaking(Speech(language="fr")):
        assert template.render() == "Thème"
