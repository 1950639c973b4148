"""What a search finds in other words, and what it keeps to itself."""

from __future__ import annotations

from typing import Any

import pytest

from kb.engines.tree import Term
from kb.nouns import Answer, Concept
from kb.search.others import Others
from kb.thesaurus import Thesaurus
from kb.thesaurus.keys import keys_of

TORTURE = Concept(id="torture", terms={"en": ("torture",), "sr": ("mučenje",), "sq": ("dhunë",)})
THESAURUS = Thesaurus([(TORTURE, keys_of(TORTURE))])


@pytest.fixture
def ask(desk: Any) -> Any:
    return type(desk)(desk.readers, desk.held, THESAURUS).ask


def found(answer: Answer) -> list[str]:
    return [f"{hit.document}#{hit.anchor}" for hit in answer.hits]


def test_the_words_typed_come_first_then_the_other_words(ask: Any) -> None:
    keys = found(ask("torture"))
    assert set(keys[:3]) >= {"visit-2019#42", "rules-en#article-3"}
    assert keys[-2:] in (
        ["rules-sr#article-3", "rules-sq#article-3"],
        ["rules-sq#article-3", "rules-sr#article-3"],
    )


def test_another_language_finds_the_same_passages(ask: Any) -> None:
    keys = [found(ask(word)) for word in ("torture", "мучењу", "mucenja", "dhuna")]
    assert len({frozenset(each) for each in keys}) == 1
    assert keys[1][0] == keys[2][0] == "rules-sr#article-3"
    assert keys[3][0] == "rules-sq#article-3"


def test_what_was_added_is_said_and_can_be_taken_away(ask: Any) -> None:
    said = ask("torture").expansions
    assert [(each.id, each.words, each.terms["sr"]) for each in said] == [("torture", "torture", ("mučenje",))]
    without = ask("torture", without=("torture",))
    assert without.expansions == ()
    assert "rules-sr#article-3" not in found(without)


def test_exact_quoted_and_unwanted_words_stay_as_they_are(ask: Any) -> None:
    for answer in (ask("torture", exact=True), ask('"torture"')):
        assert answer.expansions == ()
        assert "rules-sr#article-3" not in found(answer)
    assert "rules-sr#article-3" in found(ask("понашања OR мучењу NOT torture"))


def test_by_date_the_other_words_are_found_too(ask: Any) -> None:
    assert "rules-sq#article-3" in found(ask("torture", sort="date"))


def test_terms_that_no_passage_holds_are_said_and_cost_no_search(desk: Any) -> None:
    concept = Concept(id="torture", terms={"en": ("torture", "qwertzuiop"), "sr": ("mučenje", "mučenje qwertzuiop")})
    others = Others(THESAURUS, readers=desk.readers)
    found = others.of_concept(concept, "torture")
    assert [type(node) for node in found] == [Term, Term], "of each language the one that is held"
    assert [node.text.partition(":")[0] for node in found if isinstance(node, Term)] == ["en", "hbs"]
    assert others.given["torture"].terms["en"] == ("torture", "qwertzuiop")


def test_a_concept_of_which_nothing_is_held_makes_words_no_unit(desk: Any) -> None:
    concept = Concept(id="none", terms={"en": ("qwertzuiop", "asdfghjkl")})
    others = Others(THESAURUS, readers=desk.readers)
    assert others.of_concept(concept, "qwertzuiop") == ()
    assert others.given == {}


def test_a_concept_whose_words_stand_apart_leaves_them_to_find_what_they_can(desk: Any) -> None:
    """Both words are held, but no passage has both: the concept they name is spoken of nowhere."""
    concept = Concept(id="liberty-torture", terms={"en": ("torture liberty",), "sr": ("mučenje slobodu",)})
    answer = type(desk)(desk.readers, desk.held, Thesaurus([(concept, keys_of(concept))])).ask("torture liberty")
    assert {"rules-en#article-3", "rules-en#article-5"} & set(found(answer))
    assert answer.advice == ("No passage has all the words: these have some of them",)
