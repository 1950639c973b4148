"""Concepts out and in again: SKOS and tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.nouns import Concept
from kb.thesaurus import skos, table
from kb.thesaurus.fault import ThesaurusFault

CONCEPTS = [
    Concept(
        id="cell",
        terms={"en": ("cell", "prison cell"), "sr": ("ćelija", "soba"), "mk": ("ќелија",), "tr": ("hücre", "koğuş")},
        broader="prison",
        related=("yard",),
        standards=("mandela#rule-12",),
    ),
    Concept(id="prison", terms={"en": ("prison",), "sq": ("burg",)}),
    Concept(id="yard", terms={"en": ('"yard", with | no bars'.replace("|", "and"),)}),
]


def alike(concept: Concept) -> tuple[object, ...]:
    """A concept without the order of its other terms, which SKOS does not keep."""
    terms = {language: (several[0], frozenset(several[1:])) for language, several in concept.terms.items()}
    return concept.id, terms, concept.broader, concept.related, concept.standards


@pytest.mark.parametrize("suffix", skos.FORMATS)
def test_what_is_written_as_skos_is_read_again(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"ours{suffix}"
    path.write_text(skos.written(CONCEPTS, suffix), encoding="utf-8")
    assert [alike(each) for each in skos.read(path)] == [alike(each) for each in CONCEPTS]


def test_what_is_written_as_a_table_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "ours.csv"
    path.write_text(table.written(CONCEPTS), encoding="utf-8")
    assert table.read(path) == CONCEPTS


def test_a_spreadsheets_semicolons_and_mark_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "ours.csv"
    path.write_text("\ufeffid;en;sq\ncell;cell|room;qeli\n", encoding="utf-8")
    assert table.read(path) == [Concept(id="cell", terms={"en": ("cell", "room"), "sq": ("qeli",)})]


def test_another_vocabularys_skos_is_read(tmp_path: Path) -> None:
    path = tmp_path / "theirs.ttl"
    path.write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "<http://vocabulary.example/terms/12> a skos:Concept ;\n"
        '  skos:prefLabel "pritvor"@hr, "detention"@en ; skos:broader <http://vocabulary.example/terms/1> .\n',
        encoding="utf-8",
    )
    assert skos.read(path) == [Concept(id="12", terms={"en": ("detention",), "sr": ("pritvor",)}, broader="1")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("broken.ttl", "this is no turtle <"),
        ("empty.ttl", ""),
        ("empty.csv", ""),
        ("noid.csv", "name,en\ncell,cell\n"),
        ("noterm.csv", "id,en\ncell,\n"),
        ("long.csv", "id,en\ncell,cell,more\n"),
    ],
)
def test_a_file_that_is_none_is_named(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ThesaurusFault) as raised:
        (skos.read if name.endswith(".ttl") else table.read)(path)
    assert name in str(raised.value.where)


def test_a_table_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "latin.csv"
    path.write_bytes("id,sr\ncell,ćelija\n".encode("cp1250"))
    with pytest.raises(ThesaurusFault):
        table.read(path)
