"""The thesaurus that ships: it holds together, and a broken file is named with its line."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from corpus.catalogue import instruments
from corpus.concepts import COLUMNS, LANGUAGES, ThesaurusError, concepts, hold_together, read_file
from kb.nouns import Concept

MOST_SHARED = 3  # concepts that one word may name: samica is a cell, a punishment and a regime


def _file(folder: Path, *rows: str) -> Path:
    path = folder / "one.tsv"
    path.write_text("\n".join(("\t".join(COLUMNS), *rows)) + "\n", encoding="utf-8")
    return path


def test_four_hundred_concepts_have_terms_in_every_language():
    assert len(concepts()) >= 400
    assert all(concept.terms.get(language) for concept in concepts() for language in LANGUAGES)


def test_every_standard_is_in_an_instrument_that_the_catalogue_knows():
    known = {instrument.id for instrument in instruments()}
    named = {standard for concept in concepts() for standard in concept.standards}
    assert {name.split("#")[0] for name in named if not name.startswith("cpt:")} <= known


def test_no_word_names_many_concepts():
    for language in LANGUAGES:
        count = Counter(term.lower() for concept in concepts() for term in concept.terms[language])
        assert count.most_common(1)[0][1] <= MOST_SHARED


def test_no_two_concepts_are_called_the_same():
    called = Counter((code, terms[0].casefold()) for one in concepts() for code, terms in one.terms.items() if terms)
    assert [name for name, count in called.items() if count > 1] == []


def test_macedonian_terms_are_in_cyrillic():
    latin = [
        term
        for concept in concepts()
        for term in concept.terms["mk"]
        if any("a" <= char.lower() <= "z" for char in term)
    ]
    assert latin == []


def test_a_line_with_too_few_columns_is_named(tmp_path: Path):
    with pytest.raises(ThesaurusError) as raised:
        list(read_file(_file(tmp_path, "cell\t\t\t\tcell")))
    assert "one.tsv, line 2" in str(raised.value)


def test_a_concept_without_an_english_term_is_refused(tmp_path: Path):
    with pytest.raises(ThesaurusError):
        list(read_file(_file(tmp_path, "cell\t\t\t\t\tqeli\t\t\t\t\t")))


@pytest.mark.parametrize(
    "found",
    [
        [Concept(id="a", terms={"en": ("a",)}, broader="b")],
        [Concept(id="a", terms={"en": ("a",)}, broader="b"), Concept(id="b", terms={"en": ("b",)}, broader="a")],
        [Concept(id="a", terms={"en": ("a",)}, related=("c",))],
    ],
    ids=["missing", "circle", "related to nothing"],
)
def test_what_does_not_hold_together_is_refused(found: list[Concept]):
    with pytest.raises(ThesaurusError):
        hold_together(found)
