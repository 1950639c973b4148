"""Language versions are told by their numbers and lengths; what is only numbered alike is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.manifest import Settings
from indexer.read import read
from kb.index.variants.siblings import SIBLINGS, likeness, may_be_siblings
from kb.index.variants.sketch import VERSION
from kb.nouns import Access, Document, Sketch

LENGTHS = (120, 400, 90, 800, 230, 610, 150, 340)


def law(*lengths: int, numbers: tuple[str, ...] = ()) -> Sketch:
    anchors = tuple(f"article-{n}" for n in range(1, len(lengths) + 1))
    return Sketch(version=VERSION, words=9, text="x", anchors=anchors, lengths=lengths,
                  numbers=numbers or ("",) * len(lengths))  # fmt: skip


def document(language: str, **facts: str) -> Document:
    return Document(id=language, title="T", language=language, **facts)  # type: ignore[arg-type]


def test_a_longer_translation_of_the_same_articles_is_likely_a_sibling() -> None:
    found = likeness(document("en"), law(*LENGTHS), document("sq"), law(*(round(1.2 * n) for n in LENGTHS)))
    assert found is not None
    assert found[0] > 0.95
    assert found[1].startswith("numbered passages with the same number: 8 of 8")


def test_another_law_with_as_many_articles_is_not() -> None:
    found = likeness(document("en"), law(*LENGTHS), document("sq"), law(*sorted(LENGTHS)))
    assert found is not None
    assert found[0] < SIBLINGS


def test_other_numbers_in_the_articles_speak_against_it_and_the_same_ones_for_it() -> None:
    mine = law(*LENGTHS, numbers=("1948,72", "24", "2019", "15,30", "48", "72", "10", "99"))
    other = law(*LENGTHS, numbers=("1966,11", "36", "2004", "45,60", "12", "33", "18", "77"))
    same, apart = (likeness(document("en"), mine, document("fr"), each) for each in (mine, other))
    assert same is not None
    assert apart is not None
    assert same[0] > 0.95
    assert apart[0] < SIBLINGS


def test_one_language_another_work_or_another_state_are_no_siblings() -> None:
    assert may_be_siblings(document("en"), document("sq"))
    assert not may_be_siblings(document("en"), document("en"))
    assert not may_be_siblings(document("en", work="opcat"), document("sq", work="cat"))
    assert not may_be_siblings(document("en", state="XKX"), document("sq", state="ALB"))
    assert likeness(document("en"), law(1, 2), document("sq"), law(1, 2)) is None


@pytest.mark.real
def test_the_versions_of_the_universal_declaration_are_proposed_and_no_law_with_them(real_data: Path) -> None:
    files = [*sorted((real_data / "udhr").glob("*.xml"))[::3], real_data / "instruments" / "OPCAT_2002.md"]
    readings = [
        read(file, name=file.name, document=file.name, access=Access.PUBLIC, settings=Settings(), sha256="", size=1)
        for file in files
    ]
    for at, one in enumerate(readings):
        for other in readings[at + 1 :]:
            found = likeness(one.document, one.sketch, other.document, other.sketch)
            both = other.document.id.startswith("udhr")
            assert (found is not None and found[0] >= SIBLINGS) == both, (one.document.id, other.document.id, found)
