"""Themes of sixty recommendations of the samples, labelled by hand: what each is about, and what is near enough.

The even lines were looked at while the rules were made, the odd ones not. ``a/b`` in a label: either will do.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from corpus.concepts import concepts
from kb.register.addressees import is_address, names_of
from kb.register.themes import themes_of
from kb.thesaurus import Thesaurus
from kb.thesaurus.keys import keys_of

LABELLED = Path(__file__).parents[2] / "golden" / "themes" / "recommendations.tsv"
LANGUAGES = ("en", "sq", "sr")


@pytest.fixture(scope="module")
def thesaurus() -> Thesaurus:
    return Thesaurus((concept, keys_of(concept)) for concept in concepts())


def test_a_theme_has_evidence_and_little_is_missed(thesaurus: Thesaurus) -> None:
    with LABELLED.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for part in ("looked at", "untouched", *LANGUAGES, ""):
        right = wrong = met = wanted = 0
        for number, row in enumerate(rows):
            if part not in ("", row["language"][:2], ("looked at", "untouched")[number % 2]):
                continue
            groups, language = [each.split("/") for each in row["about"].split()], row["language"]
            headings = [h for h in row["headings"].split(" / ") if not is_address(h, names_of(), thesaurus, language)]
            found = themes_of(row["text"], headings, thesaurus, language)
            about = {one for group in groups for one in group}
            right += sum(one in about for one in found)
            wrong += sum(one not in about and one not in row["near"].split() for one in found)
            met += sum(not set(found).isdisjoint(group) for group in groups)
            wanted += len(groups)
        precision, recall = right / (right + wrong), met / wanted
        print(f"{part or 'all':<10} precision {precision:.2f}  recall {recall:.2f}")
        assert precision >= 0.7, part
        assert recall >= 0.6, part


@pytest.mark.parametrize(
    ("language", "text", "never"),
    [
        ("en", "Nobody should be held in this room for longer than an hour.", "police-custody"),
        ("en", "The metal sheets should be removed from the windows.", "deportation"),
        ("sr-Latn", "Šetnju treba omogućiti svim zatvorenicima.", "woman-prisoner"),
        ("sr-Latn", "Prema svima treba postupati jednako.", "admission-procedure"),
        ("sr-Latn", "Ključ ne sme da drži niko ko radi u smeni.", "work"),
        ("sq", "Numri i të burgosurve duhet të ulet.", "woman-prisoner"),
        ("sq", "Çdo përdorim i forcës të shënohet në regjistër.", "scar"),
        ("sq", "Të vendosen telefona në çdo krah.", "accommodation"),
    ],
)
def test_a_word_that_only_looks_like_a_term_is_no_theme(
    thesaurus: Thesaurus, language: str, text: str, never: str
) -> None:
    assert never not in themes_of(text, (), thesaurus, language)


def test_women_are_named_by_forms_that_are_only_theirs(thesaurus: Thesaurus) -> None:
    assert "woman-prisoner" in themes_of("Šetnju treba omogućiti zatvorenicama.", (), thesaurus, "sr-Latn")


def test_of_a_heading_with_two_subjects_the_one_counts_that_the_text_speaks_of(thesaurus: Thesaurus) -> None:
    heading = ("Contact with the outside world and complaints",)
    found = themes_of("Each complaint should be answered in writing.", heading, thesaurus, "en")
    assert found[0] == "complaint"
    assert "contact-with-outside-world" not in found


def test_who_everybody_is_counts_only_where_nothing_else_is_named(thesaurus: Thesaurus) -> None:
    assert themes_of("Remand prisoners should have telephones.", (), thesaurus, "en") == ("telephone",)
    assert themes_of("Remand prisoners should have more.", (), thesaurus, "en") == ("remand-prisoner",)
