"""Which concepts the words of a question name."""

from __future__ import annotations

import pytest

from kb.nouns import Concept
from kb.thesaurus import Thesaurus, nodes_of, terms_of
from kb.thesaurus.keys import keys_of

CONCEPTS = [
    Concept(id="prison", terms={"en": ("prison", "jail"), "sq": ("burg",), "sr": ("zatvor",), "mk": ("затвор",)}),
    Concept(id="prisoner", terms={"en": ("prisoner",), "sq": ("i burgosur",), "sr": ("zatvorenik",)}),
    Concept(id="solitary", terms={"en": ("solitary confinement",), "sr": ("samica",), "tr": ("hücre hapsi",)}),
    Concept(id="confinement", terms={"en": ("confinement",)}),
]


@pytest.fixture(scope="module")
def thesaurus() -> Thesaurus:
    return Thesaurus((concept, keys_of(concept)) for concept in CONCEPTS)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("zatvorenicima", [(0, 1, "prisoner")]),
        ("затвореницима", [(0, 1, "prisoner")]),
        ("prisons", [(0, 1, "prison")]),
        ("burgut", [(0, 1, "prison")]),
        ("të burgosurit", [(1, 2, "prisoner")]),
        ("Solitary Confinement", [(0, 2, "solitary")]),
        ("hucre hapsi", [(0, 2, "solitary")]),
        ("women in solitary confinement in jail", [(2, 4, "solitary"), (5, 6, "prison")]),
        ("solitary women", []),
        ("", []),
    ],
)
def test_words_name_concepts_in_any_language_and_form(
    thesaurus: Thesaurus, words: str, named: list[tuple[int, int, str]]
) -> None:
    assert [(one.start, one.end, one.concept.id) for one in thesaurus.named(words.split())] == named


def test_a_thesaurus_without_concepts_names_nothing() -> None:
    assert Thesaurus().named(["prison"]) == []


def test_only_terms_of_the_languages_asked_for_are_looked_for() -> None:
    assert terms_of(CONCEPTS[0], ["sr-Cyrl", "en"]) == {"en": ("prison", "jail"), "sr": ("zatvor",)}
    assert set(terms_of(CONCEPTS[0], None)) == {"en", "sq", "sr", "mk"}


def test_a_term_without_letters_finds_nothing() -> None:
    assert nodes_of({"en": ("—",)}, 1.0) == ()
