"""The language of a brief decides in which words it is, never what is in it; over the sample documents."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from indexer.batch.run import Batch, Options
from kb.brief import LANGUAGES, Brief, Wanted, gather, language_of
from kb.brief.formats import made
from kb.brief.themes import theme_meant
from kb.collection import Collection
from kb.errors import NotHeld
from kb.home import Home
from kb.languages.scripts import script_of
from kb.nouns import Access, Role
from kb.register.register import Register

SAMPLES = Path(__file__).resolve().parents[3] / "corpus/samples"
PLACES = ("xe-bregmir", "xe-zalina", "xe-lirava")
THEMES = ("solitary-confinement", "health-care", "")
Registers = tuple[Register, Register]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    found = Home.at(tmp_path_factory.mktemp("samples") / "home")
    Batch(found, Options(jobs=1)).run([SAMPLES])
    return found


def opened(home: Home, clearance: Access) -> Registers:
    register = Register(Collection(home, clearance))
    return register, Register(register.collection, Role.FINDING, filing=register.filing)


@pytest.fixture(scope="module")
def registers(home: Home) -> Registers:
    return opened(home, Access.RESTRICTED)


def brief(registers: Registers, language: str, place: str, theme: str = "") -> Brief:
    return gather(*registers, Wanted(institutions=(place,), themes=(theme,) if theme else (), language=language))


def held(registers: Registers, one: Brief) -> dict[str, set[str]]:
    """By section: its passages, each by its document's work and its anchor, so that translations are one."""
    collection = registers[0].collection
    found: dict[str, set[str]] = {}
    for section in one.sections:
        for line in (line for group in section.groups for line in group.lines if line.key):
            document, _, anchor = line.key.partition("#")
            work = collection.document(document).work or document
            found.setdefault(section.key, set()).add(f"{work}#{anchor}")
    return found


@pytest.mark.parametrize(("clearance", "places"), [(Access.PUBLIC, PLACES[:1]), (Access.RESTRICTED, PLACES)])
def test_what_is_in_a_brief_does_not_depend_on_its_language(
    home: Home, clearance: Access, places: tuple[str, ...]
) -> None:
    registers, some = opened(home, clearance), 0
    for place, theme in product(places, THEMES):
        english = held(registers, brief(registers, "en", place, theme))
        some += sum(map(len, english.values()))
        for language in ("sq", "sr-Latn", "sr-Cyrl"):
            assert held(registers, brief(registers, language, place, theme)) == english, (language, place, theme)
    assert some > 20


def test_what_one_language_version_says_it_is_about_gathers_it_in_every_language(registers: Registers) -> None:
    nurse = {line.key for line in brief(registers, "en", "xe-bregmir", "solitary-confinement").lines()}
    assert any(key.startswith("annual-report-2023-en") and key.endswith("#27") for key in nurse)


@pytest.mark.parametrize("language", ["sr", "sr-Latn", "sr-Cyrl"])
def test_serbian_in_either_script_goes_before_another_language(registers: Registers, language: str) -> None:
    rows = [row for each in registers for row in each.snapshot().rows]
    versions = {version.key: [one.language for one in row] for row in rows for version in row}
    languages = registers[0].collection.document
    shown = [line.key for place in PLACES for line in brief(registers, language, place).lines() if line.key in versions]
    serbian = [key for key in shown if any(code.startswith("sr") for code in versions[key])]
    assert len(serbian) > 20
    assert {(languages(key.partition("#")[0]).language or "")[:2] for key in serbian} == {"sr"}


def test_headings_are_in_the_letters_that_were_asked_for_and_passages_as_they_are_printed(registers: Registers) -> None:
    latin, cyrillic = (brief(registers, code, "xe-bregmir") for code in ("sr-Latn", "sr-Cyrl"))
    for one, script in ((latin, "Latn"), (cyrillic, "Cyrl")):
        ours = [one.title, one.subtitle, *(section.title for section in one.sections)]
        ours += [group.title for section in one.sections for group in section.groups]
        assert {script_of(words) for words in ours} == {script}
        passages = [line.text for line in one.lines() if line.key]
        assert {script_of(text) for text in passages} == {"Latn", "Cyrl"}
    assert cyrillic.subtitle == "Притворски центар Брегмир"
    assert b"sr-Cyrl" in made(cyrillic, "html")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("solitary-confinement", "solitary-confinement"),
        ("izolim", "solitary-confinement"),
        ("Samica", "solitary-confinement"),
        ("самица", "solitary-confinement"),
        ("punishment cells", "punishment-cell"),
    ],
)
def test_a_theme_is_meant_by_its_id_or_by_a_name_in_any_language(registers: Registers, said: str, meant: str) -> None:
    assert theme_meant(registers[0].collection.thesaurus, said) == meant


def test_what_may_be_several_themes_or_none_is_said_with_what_to_do(registers: Registers) -> None:
    thesaurus = registers[0].collection.thesaurus
    with pytest.raises(NotHeld, match="may be several") as several:
        theme_meant(thesaurus, "veçim")
    assert "administrative-segregation, seclusion" in str(several.value.advice)
    for said in ("xyzzy", "", "samica xyzzy"):
        with pytest.raises(NotHeld, match="is known") as none:
            theme_meant(thesaurus, said)
        assert "kb thesaurus list" in str(none.value.advice)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("sr", "sr-Latn"),
        ("sr-Cyrl-RS", "sr-Cyrl"),
        ("sr_Latn", "sr-Latn"),
        ("SR-CYRL", "sr-Cyrl"),
        ("en-GB", "en"),
        ("fr", ""),
        ("", ""),
    ],
)
def test_a_code_means_one_of_the_languages_there_are(said: str, meant: str) -> None:
    assert language_of(said) == meant
    assert meant in (*LANGUAGES, "")
