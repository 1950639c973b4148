"""Judgments that cite one another: a citation opens the other at the paragraph, whose page lists who cites it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from indexer.batch.run import Batch, Options
from kb.citator import aim_of, aim_of_passage, citator, table_of_authorities
from kb.collection import Collection
from kb.home import Home
from kb.nouns import Document

# By their HUDOC items: three that cite paragraphs of the last one.
CITING, CITED, PARAGRAPH = ("001-116076", "001-96389", "001-138580"), "001-85019", "137"


@pytest.fixture(scope="module")
def judgments(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Collection:
    root = tmp_path_factory.mktemp("judgments")
    (root / "in").mkdir()
    for item in (*CITING, CITED):
        shutil.copy(real_data / "judgments" / f"{item}.txt", root / "in")
    home = Home.at(root / "home")
    Batch(home, Options(jobs=1)).run([root / "in"])
    return Collection(home)


def by_item(judgments: Collection) -> dict[str, Document]:
    """The judgments by their HUDOC items, which their files are called after."""
    return {judgments.original_name(each.id).partition(".")[0]: each for each in judgments.documents()}


@pytest.mark.real
def test_a_citation_opens_the_other_judgment_at_the_paragraph_which_lists_the_citing_ones(
    judgments: Collection,
) -> None:
    held = by_item(judgments)
    target = f"{held[CITED].id}#{PARAGRAPH}"
    for item in CITING:
        assert target in {link.resolved for link in judgments.links(held[item].id)}
    page = citator(judgments, aim_of_passage(judgments, held[CITED], PARAGRAPH))
    assert {each.document.id for each in page.citing} == {held[item].id for item in CITING}
    assert page.texts[0][1].key == target
    for each in page.citing:
        assert each.sentence.spans
    number = next(one for one in page.aim.targets if one.startswith("app/"))[4:]
    assert aim_of(judgments, f"no. {number}, § {PARAGRAPH}").address == page.aim.address


@pytest.mark.real
def test_a_judgments_table_of_authorities_names_the_held_ones_with_its_paragraphs(judgments: Collection) -> None:
    held = by_item(judgments)
    table = table_of_authorities(judgments, held[CITING[0]])
    [row] = [row for row in table if row.held and row.kind == "case-law" and row.name.startswith(held[CITED].title)]
    assert PARAGRAPH in row.pinpoints
    assert row.cited_in
    assert {row.kind for row in table} >= {"case-law", "instruments"}
