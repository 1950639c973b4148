"""Compounds, apostrophes and brackets as people write them in a sentence, in both engines."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.engines import ENGINES
from kb.nouns import Answer, Document, Kind, Query
from kb.search import search
from kb.search.parse import parse
from tests.kb.search.conftest import Held, fill

TEXTS = {
    Document(id="en", title="Report", kind=Kind.OTHER, language="en"): [
        ("1", "Allegations of ill-treatment were received from several persons."),
        ("2", "The treatment room was clean and the persons who were ill had beds."),
        ("3", "Persons said that they were ill-treated during transport."),
        ("4", "Follow up visits to the prisoner were announced late."),
    ],
    Document(id="fr", title="Rapport", kind=Kind.OTHER, language="fr"): [
        ("1", "Une mesure d'isolement doit rester courte."),
    ],
}


class Shelf:
    def __init__(self, folder: Path, engine: str) -> None:
        self._held = Held()
        self._reader = fill(folder, engine, TEXTS, self._held)

    def ask(self, text: str, **values: bool) -> Answer:
        return search(
            Query(text=text, **values), readers=[self._reader], languages=["en", "fr"],  # type: ignore[arg-type]
            texts=lambda keys: {key: self._held[key] for key in keys if key in self._held},
        )  # fmt: skip

    def keys(self, text: str, **values: bool) -> list[str]:
        return [f"{hit.document}#{hit.anchor}" for hit in self.ask(text, **values).hits]


@pytest.fixture(scope="module", params=ENGINES)
def shelf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(tmp_path_factory.mktemp("compounds"), request.param)


def test_a_compound_finds_its_words_side_by_side_in_all_their_forms(shelf: Shelf) -> None:
    assert shelf.keys("ill-treatment") == ["en#1"]
    assert shelf.keys("ill-treating") == ["en#3"]
    assert shelf.keys("follow-up") == ["en#4"]
    assert shelf.keys("follow-ups visit") == shelf.keys("follow-up visits") == ["en#4"]


def test_exact_finds_a_compound_as_typed_alone(shelf: Shelf) -> None:
    assert shelf.keys("ill-treated", exact=True) == ["en#3"]
    assert shelf.keys("ill-treating", exact=True) == []


def test_in_a_sentence_the_words_of_a_compound_count_each_by_itself(shelf: Shelf) -> None:
    sentence = "what did they report of the announced follow-on visits made lately"
    assert shelf.keys(sentence)[0] == "en#4"  # no passage has "follow on"; this one has "follow"
    sentence = "were there complaints of ill-treatment or any other treatment there"
    assert shelf.keys(sentence)[0] == "en#1"  # side by side is still the best


@pytest.mark.parametrize("text", ["prisoner's", "prisoner’s", "PRISONER'S", "the prisoner's"])
def test_the_english_genitive_asks_for_the_word(shelf: Shelf, text: str) -> None:
    assert "en#4" in shelf.keys(text)


@pytest.mark.parametrize("text", ["l'isolement", "L’isolement", "qu'isolement"])
def test_what_an_apostrophe_ties_to_a_french_word_is_not_asked_for(shelf: Shelf, text: str) -> None:
    assert shelf.keys(text) == ["fr#1"]


@pytest.mark.parametrize("text", ["l'", "'s", "d's", "s's", "l'l'l"])
def test_apostrophes_between_single_letters_are_words_like_others(shelf: Shelf, text: str) -> None:
    assert shelf.ask(text).total == 0


def test_brackets_in_a_sentence_part_nothing() -> None:
    assert parse("persons (ill or not) (in (a room))") == parse("persons ill or not in a room")
    assert parse("(a b) OR c d") != parse("a b c d")


def test_brackets_with_an_operator_still_group(shelf: Shelf) -> None:
    assert set(shelf.keys("(isolement OR room)")) == {"fr#1", "en#2"}
    assert shelf.keys("persons NOT (room beds)") == ["en#1", "en#3"]
