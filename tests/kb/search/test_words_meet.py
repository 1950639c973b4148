"""The words of the field as people type them, and what they find: every form, script and spelling, in both engines."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.engines import ENGINES
from kb.nouns import Answer, Document, Kind, Query
from kb.search import search
from tests.kb.search.conftest import Held, fill

TEXTS = {
    Document(id="sr", title="Izveštaj", kind=Kind.OTHER, language="sr-Latn"): [
        ("1", "Mučenje je zabranjeno i kažnjivo."),
        ("2", "Nije bilo navoda o zlostavljanju; jedan zatvorenik je tražio premeštaj."),
        ("3", "Lekar dolazi dvaput nedeljno."),
        ("4", "Osuđena lica čekaju na pregled."),
        ("5", "Delegacija je govorila o sprečavanju samopovređivanja."),
        ("6", "Lečenje zavisnika nije obezbeđeno."),
    ],
    Document(id="cy", title="Извештај", kind=Kind.OTHER, language="sr-Cyrl"): [
        ("1", "Жалбе због мучења нису испитане."),
    ],
    Document(id="bs", title="Izvještaj", kind=Kind.OTHER, language="bs"): [
        ("1", "Ljekar dolazi jednom sedmično."),
        ("2", "Mjere za sprječavanje bjekstva su stroge."),
        ("3", "Za liječenje zavisnika nema mjesta."),
    ],
    Document(id="sq", title="Raporti", kind=Kind.OTHER, language="sq"): [
        ("1", "Një i burgosur kërkoi ndihmë mjekësore."),
        ("2", "Burgu është i vjetër."),
        ("3", "Dritaret e burgut janë të vogla."),
        ("4", "Të burgosurit ankohen për ushqimin."),
        ("5", "Në të gjitha burgjet mungojnë mjekët."),
    ],
    Document(id="tr", title="Rapor", kind=Kind.OTHER, language="tr"): [
        ("1", "İşkence iddiaları soruşturulmalıdır."),
        ("2", "IŞIK YETERSİZDİR."),
    ],
    Document(id="en", title="Convention", kind=Kind.LAW, language="en"): [
        ("article-3", "Article 3 No one shall be degraded."),
        ("article-5", "Article 5 Everyone has the right to liberty; 3 exceptions exist, and article 15 applies."),
    ],
}
LANGUAGES = ["sr-Latn", "sr-Cyrl", "bs", "sq", "tr", "en"]


class Words:
    def __init__(self, folder: Path, engine: str) -> None:
        self._held = Held()
        self._reader = fill(folder, engine, TEXTS, self._held)

    def answer(self, text: str, *, exact: bool = False) -> Answer:
        return search(
            Query(text=text, exact=exact), readers=[self._reader], languages=LANGUAGES,
            texts=lambda keys: {key: self._held[key] for key in keys if key in self._held},
        )  # fmt: skip

    def find(self, text: str, *, exact: bool = False) -> set[str]:
        return {f"{hit.document}#{hit.anchor}" for hit in self.answer(text, exact=exact).hits}


@pytest.fixture(scope="module", params=ENGINES)
def words(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Words:
    return Words(tmp_path_factory.mktemp("words"), request.param)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("мучење mučenje mucenje mučenja МУЧЕЊА MUČENJEM", {"sr#1", "cy#1"}),
        ("zatvorenicima zatvorenik затвореника Zatvorenici", {"sr#2"}),
        ("lekar ljekar lekara ljekarima лекар љекара", {"sr#3", "bs#1"}),
        ("sprečavanje sprječavanje sprecavanju sprjecavanja спречавањем", {"sr#5", "bs#2"}),
        ("liječenja lečenje лечењем lijecenju", {"sr#6", "bs#3"}),
        ("osuđeni osudjenih osudena осуђеног", {"sr#4"}),
        ("IŞKENCE işkence iskence İŞKENCE ISKENCE", {"tr#1"}),
        ("ışık IŞIK isik", {"tr#2"}),
    ],
)
def test_every_spelling_of_a_word_finds_the_same_passages(words: Words, typed: str, expected: set[str]) -> None:
    assert {each: words.find(each) for each in typed.split()} == dict.fromkeys(typed.split(), expected)


@pytest.mark.parametrize("typed", ["burgu", "burgut", "burgjet", "burg", "burgjeve", "BURGU"])
def test_the_forms_of_prison_find_one_another_and_the_form_typed_comes_first(words: Words, typed: str) -> None:
    assert {"sq#2", "sq#3", "sq#5"} <= words.find(typed)
    first = {"burgu": "2", "burgut": "3", "burgjet": "5", "BURGU": "2"}.get(typed)
    assert first is None or words.answer(typed).hits[0].anchor == first


@pytest.mark.parametrize("typed", ["të burgosurit", "te burgosurit", "i burgosur", "burgosur", "të burgosurve"])
def test_the_prisoner_is_found_with_and_without_the_article_before_the_word(words: Words, typed: str) -> None:
    assert {"sq#1", "sq#4"} <= words.find(typed)


@pytest.mark.parametrize("typed", ['"Article 3"', '"article 3"'])
@pytest.mark.parametrize("exact", [False, True])
def test_a_quoted_article_never_finds_another(words: Words, typed: str, exact: bool) -> None:
    assert words.find(typed, exact=exact) == {"en#article-3"}


def test_an_unrelated_word_finds_nothing(words: Words) -> None:
    assert words.find("krompir") == set()
