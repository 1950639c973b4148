"""What a search finds through dictionaries and through words that look alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kb.nouns import Answer, Query
from kb.search import search
from kb.store import Store, lexicon
from kb.store.lexicon import Lexeme
from kb.thesaurus import Dictionary, Thesaurus

SENSE = [Lexeme("ours", "1-n", "en", "freedom", "en:freedom", 1.0), Lexeme("ours", "1-n", "hbs", "sloboda", "", 1.0)]
SAY = [Lexeme("ours", "2-v", "sq", "the", "", 1.0), Lexeme("ours", "2-v", "en", "exceptions", "", 1.0)]


@pytest.fixture
def ask(desk: Any, tmp_path: Path) -> Iterator[Callable[..., Answer]]:
    from kb.thesaurus.keys import key_of

    store = Store(tmp_path / "store.db")
    with store.write() as connection:
        words = [
            one._replace(key=" ".join(key_of(one.term, {"hbs": "sr"}.get(one.language, "en")).stems))
            for one in (*SENSE, *SAY)
        ]
        lexicon.put(connection, "ours", {"name": "Ours"}, words)

    def asked(text: str, **values: Any) -> Answer:
        return search(
            Query(text=text, **values), readers=desk.readers, texts=desk.texts,
            languages=["en", "sr-Cyrl", "sr-Latn", "sq"], thesaurus=Thesaurus(), dictionary=Dictionary(store.read),
        )  # fmt: skip

    yield asked
    store.close()


def keys(answer: Answer) -> list[str]:
    return [f"{hit.document}#{hit.anchor}" for hit in answer.hits]


def test_a_word_is_found_in_another_language_and_that_is_said(ask: Callable[..., Answer]) -> None:
    answer = ask("freedom")
    assert "rules-sr#article-5" in keys(answer)
    assert [(one.id, one.source, one.terms["sr"]) for one in answer.expansions if one.source == "wordnet"] == [
        ("wordnet:freedom", "wordnet", ("sloboda",))
    ]


def test_it_can_be_taken_away_and_exact_looks_for_nothing_else(ask: Callable[..., Answer]) -> None:
    assert "rules-sr#article-5" not in keys(ask("freedom", without=("wordnet:freedom", "alike:freedom")))
    assert ask("freedom", exact=True).expansions == ()


def test_the_word_typed_comes_before_its_translations(ask: Callable[..., Answer]) -> None:
    assert keys(ask("freedom OR torture", limit=50))[-1] == "rules-sr#article-5"


def test_a_name_that_nothing_knows_finds_what_looks_like_it(ask: Callable[..., Answer]) -> None:
    answer = ask("policija")
    assert any(one.id == "alike:policija" and "police" in one.terms["und"] for one in answer.expansions)
    assert "visit-2019#42" in keys(answer)


def test_the_small_words_of_a_question_are_looked_up_in_no_dictionary(ask: Callable[..., Answer]) -> None:
    assert all(one.words != "the" for one in ask("the right").expansions)
    assert any(one.words == "exceptions" and one.source == "wordnet" for one in ask("the exceptions").expansions)
