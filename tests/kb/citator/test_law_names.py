"""A law called by its name alone: led to the one that is held, never to one that the reader may not see."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.batch.run import Batch, Options
from kb.citator import authorities_in, citator
from kb.citator.aim import aim_of
from kb.collection import Collection
from kb.home import Home
from kb.nouns import Access, Query

MANIFEST = """
[defaults]
kind = "law"
access = "public"

[files."enforcement.txt"]
title = "ZAKON O IZVRŠENJU KRIVIČNIH SANKCIJA"
reference = "Sl. glasnik RS, br. 55/2014"
language = "sr-Latn"

[files."railway.txt"]
title = "Закон о безбедности железнице"
state = "SRB"
language = "sr-Cyrl"

[files."code-xkx.txt"]
title = "Kodi Penal i Republikës së Kosovës"
state = "XKX"
language = "sq"

[files."code-alb.txt"]
title = "KODI PENAL"
state = "ALB"
language = "sq"

[files."secret.txt"]
title = "Zakon o poslovima obezbeđenja"
state = "SRB"
language = "sr-Latn"
access = "restricted"

[files."notlaw.txt"]
title = "Zakon o sportu"
kind = "report"
state = "SRB"
language = "sr-Latn"
"""
WORDS = {
    "enforcement.txt": ("Član", "Osuđeni ima pravo na zdravstvenu zaštitu i redovan obilazak lekara u zavodu"),
    "railway.txt": ("Члан", "Управљач инфраструктуре обезбеђује несметан и безбедан саобраћај возова"),
    "code-xkx.txt": ("Neni", "Kushdo që torturon personin e burgosur dënohet sipas dispozitave të këtij kodi"),
    "code-alb.txt": ("Neni", "Torturimi i personit të ndaluar përbën vepër penale dhe dënohet me burgim"),
    "secret.txt": ("Član", "Službenik postupa po posebnom uputstvu koje nije dostupno javnosti ustanove"),
    "notlaw.txt": ("Član", "Izveštaj opisuje sportske aktivnosti u zavodu tokom čitave prethodne godine"),
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    folder: Path = tmp_path_factory.mktemp("laws")
    for name, (word, text) in WORDS.items():
        body = "".join(f"{word} {number}\n\n{text}, {number}. {text.lower()}.\n\n" for number in range(1, 8))
        (folder / name).write_text(body, "utf-8")
    (folder / "kb.toml").write_text(MANIFEST, "utf-8")
    home = Home(folder / "home")
    Batch(home, Options(jobs=1)).run([folder])
    return home


@pytest.fixture(scope="module")
def keeper(home: Home) -> Iterator[Collection]:
    collection = Collection(home)
    yield collection
    collection.close()


@pytest.fixture(scope="module")
def reader(home: Home) -> Iterator[Collection]:
    collection = Collection(home, Access.PUBLIC)
    yield collection
    collection.close()


def led(collection: Collection, text: str) -> tuple[str, str, str]:
    """The document's file name without its end, the anchor, and the reason where it leads nowhere."""
    (link,) = collection.cite(text)
    name, _, anchor = (link.resolved or "").partition("#")
    return name.rpartition("-")[0], anchor, link.why


@pytest.mark.parametrize(
    ("typed", "law"),
    [
        ("član 3 Zakona o izvršenju krivičnih sankcija", "enforcement"),
        ("clan 3. zakona o izvrsenju krivicnih sankcija", "enforcement"),
        ("cl. 3 st. 2 Zakona o izvršenju krivičnih sankcija", "enforcement"),
        ("члан 3 Закона о извршењу кривичних санкција", "enforcement"),
        ("члан 3. став 1. Закона о извршењу кривичних санкција", "enforcement"),
        ("član 3 Zakona o izvršenju krivičnih sankcija Srbije", "enforcement"),
        ("Zakon o izvršenju krivičnih sankcija, član 3", "enforcement"),
        ("čl. 3 ZIKS", "enforcement"),
        ("čl. 3 ZIKS-a", "enforcement"),
        ("neni 3 i Ligjit për ekzekutimin e sanksioneve penale", "enforcement"),
        ("član 3 Zakona o bezbednosti železnice", "railway"),
        ("neni 3 i Kodit Penal të Kosovës", "code-xkx"),
        ("neni 3 i kodit penal te shqiperise", "code-alb"),
        ("neni 3 i KPRK", "code-xkx"),
        ("Article 3 of the Criminal Code of Kosovo", "code-xkx"),
    ],
)
def test_a_law_by_its_name_leads_to_the_article_of_the_one_that_is_held(
    keeper: Collection, typed: str, law: str
) -> None:
    assert led(keeper, typed) == (law, "article-3", "")
    assert str(keeper.address(typed)).endswith("/p/article-3")


def test_a_name_that_two_laws_have_is_ambiguous_and_both_are_named(keeper: Collection) -> None:
    assert led(keeper, "neni 3 i Kodit Penal")[2].startswith("ambiguous between code-alb")
    (listed,) = authorities_in(keeper, "neni 3 i Kodit Penal")
    assert {title for _, title in listed.candidates} == {"KODI PENAL", "Kodi Penal i Republikës së Kosovës"}


@pytest.mark.parametrize(
    "typed", ["član 3 Zakona o sportu", "član 3 Zakona o policijskoj akademiji", "neni 3 i Kodit Civil"]
)
def test_where_no_law_has_the_name_it_is_said_and_what_would_help(keeper: Collection, typed: str) -> None:
    assert led(keeper, typed) == ("", "", "not in the collection")
    advice = keeper.search(Query(text=typed)).advice
    assert any("State" in each and "3" not in each for each in advice)
    (listed,) = authorities_in(keeper, typed)
    assert "State" in listed.advice[0]


def test_an_article_that_the_law_has_not_says_so(keeper: Collection) -> None:
    assert led(keeper, "član 99 Zakona o bezbednosti železnice") == ("", "", "no such paragraph")


def test_a_law_above_the_readers_level_is_not_held_for_them(keeper: Collection, reader: Collection) -> None:
    typed = "član 3 Zakona o poslovima obezbeđenja"
    assert led(keeper, typed)[:2] == ("secret", "article-3")
    assert led(reader, typed) == ("", "", "not in the collection")
    assert reader.address(typed) is None
    assert not citator(reader, aim_of(reader, typed)).texts


def test_the_page_of_a_name_is_the_page_of_the_law(keeper: Collection) -> None:
    aim = aim_of(keeper, "član 3 Zakona o izvršenju krivičnih sankcija")
    assert aim.target.startswith("law/srb/")
    assert [passage.anchor for _, passage in citator(keeper, aim).texts] == ["article-3"]


@pytest.mark.parametrize(
    "typed",
    [
        "član 3 zakona",
        "član 3 kolektivnog ugovora",
        "article 3 of the newspaper",
        "Zakon o izvršenju krivičnih sankcija",
        "criminal code",
        "code 3 of conduct",
        "article 3 AND law",
        "article 3 and 5 of the law on police",
        "ligji 3 për policinë",
    ],
)
def test_what_names_no_article_of_a_law_stays_a_search(keeper: Collection, typed: str) -> None:
    assert keeper.cite(typed) == []


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("Zakon o policiji", "Krivičnog"),
        ("Ligji për policinë", "Kushtetutës"),
        ("Kudla protiv Poljske", "30210/96"),
        ("soup", "OPCAT"),
    ],
)
def test_advice_for_an_unread_line_is_of_its_kind(keeper: Collection, line: str, word: str) -> None:
    (listed,) = authorities_in(keeper, line)
    assert listed.why == "not read as a reference"
    assert word in listed.advice[0]
