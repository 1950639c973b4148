"""Concepts as terms of the index."""

from __future__ import annotations

import pytest

from corpus.concepts import concepts
from kb.languages import terms
from kb.nouns import Concept, IndexEntry
from kb.thesaurus import Signs, sign, signed_group
from kb.thesaurus.keys import keys_of

CONCEPTS = [
    Concept(id="prison", terms={"en": ("prison", "jail"), "sq": ("burg",), "sr": ("zatvor",)}),
    Concept(id="doctor", terms={"en": ("doctor",), "sq": ("mjek i burgut",)}),
    Concept(id="solitary", terms={"en": ("solitary confinement",), "sr": ("samica",), "tr": ("hücre hapsi",)}),
    Concept(id="a name with blanks", terms={"en": ("cell",)}),
]


@pytest.fixture(scope="module")
def signs() -> Signs:
    return Signs(((key.stems, concept.id) for concept in CONCEPTS for key in keys_of(concept)), "the mark")


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("The prisons and the jail.", "en", ["@en:prison", "@en:prison"]),
        ("Në burgjet e vendit", "sq", ["@sq:prison"]),
        ("те затворима", "sr-Cyrl", ["@hbs:prison"]),
        ("burg", "en", []),
        ("Solitary confinement, in solitary cellular confinement", "en", ["@en:solitary", "@en:solitary"]),
        ("solitary is no confinement of the kind", "en", []),
        ("confinement", "en", []),
        ("hücre hapsinde", "tr", ["@tr:solitary"]),
        ("mjekut të burgut", "sq", ["@sq:prison"]),
        ("mjeku i burgut", "sq", ["@sq:doctor", "@sq:prison"]),
        ("cells", "en", ["@en:a_name_with_blanks"]),
        ("", "en", []),
    ],
)
def test_a_passage_has_the_signs_of_what_it_names(signs: Signs, text: str, language: str, found: list[str]) -> None:
    assert signs.of(terms(text, language)[2]).split() == found


def test_signs_stand_behind_the_stems_and_what_names_nothing_stays_as_it_was(signs: Signs) -> None:
    def entry(text: str) -> IndexEntry:
        exact, folded, stem = terms(text, "en")
        return IndexEntry(key="d#1", document="d", anchor="1", ordinal=0, exact=exact, folded=folded, stem=stem)

    assert signs.signed(entry("a jail")).stem == "en:a en:jail @en:prison"
    assert signs.signed(entry("a jail")).folded == "a jail"
    assert signs.signed(entry("a garden")) == entry("a garden")
    assert signs.mark == "the mark"


def test_every_term_of_the_thesaurus_names_its_concept() -> None:
    known = [(concept, keys_of(concept)) for concept in concepts()]
    signs = Signs((key.stems, concept.id) for concept, keys in known for key in keys)
    for concept, keys in known:
        for key in keys:
            group = key.stems[0].partition(":")[0]
            found = signs.of(" ".join(key.stems)).split()
            assert sign(concept.id, group) in found, (concept.id, key)
            assert all(signed_group(one) == group for one in found)
