"""The headings above a passage: which stand above which, and which are one in two lines."""

from __future__ import annotations

import pytest

from indexer.blocks import Block, Page
from indexer.segment import segment
from indexer.segment.headings import division_of

LONG = "Osoblje ustanove dužno je da se prema licima lišenim slobode odnosi čovečno i da poštuje njihovo dostojanstvo."


def _h(text: str, level: int = 2, size: float = 12.0, page: int = 1) -> Block:
    return Block(text=text, kind="heading", level=level, size=size, page=page)


def _cut(*blocks: Block | str):
    made = tuple(Block(text=block, size=10.0) if isinstance(block, str) else block for block in blocks)
    return segment([Page(number=1, blocks=made)], document="d")


@pytest.mark.parametrize(
    ("line", "depth"),
    [
        ("PART I", 1), ("Chapter 2", 2), ("Glava II", 2), ("GLAVA DVADESET PRVA", 2), ("Глава друга", 2),
        ("KREU III", 2), ("KREU I PARË", 2), ("Titre II", 1), ("BİRİNCİ BÖLÜM", 2), ("Shtojca 1", 0),
        ("Annex: Places", 0), ("Ek", 0), ("Part of the staff were absent", None), ("Deo osoblja bio je odsutan", None),
        ("On Monday", None),
    ],
)  # fmt: skip
def test_a_division_knows_its_depth(line, depth):
    assert division_of(line) == depth


def test_names_above_articles_follow_one_another_under_the_section():
    found = _cut(
        *(_h("Glava prva"), _h("1. Opšte odredbe", 4), _h("Predmet", 3), "Član 1.", LONG),
        *(_h("Značenje izraza", 3), "Član 2.", LONG, _h("2. Nadzor", 4), _h("Nadležnost", 3), "Član 3.", LONG),
    )
    assert [(passage.anchor, passage.heading) for passage in found] == [
        ("article-1", ("Glava prva", "1. Opšte odredbe", "Predmet")),
        ("article-2", ("Glava prva", "1. Opšte odredbe", "Značenje izraza")),
        ("article-3", ("Glava prva", "2. Nadzor", "Nadležnost")),
    ]


def test_a_heading_in_two_lines_is_one():
    found = _cut(
        _h("Dozvola za posete koje nisu bile unapred odobrene od"), _h("suda"), "Član 1.", LONG, "Član 2.", LONG
    )
    assert found[0].heading == ("Dozvola za posete koje nisu bile unapred odobrene od suda",)


def test_a_heading_in_two_lines_with_nothing_beneath_is_one_passage():
    found = _cut("Član 1.", LONG, "Član 2.", LONG, _h("Dozvola za posete koje nisu"), _h("unapred odobrene"))
    assert (found[-1].form, found[-1].text) == ("heading", "Dozvola za posete koje nisu unapred odobrene")


def test_two_headings_are_two():
    found = _cut(_h("DEO PRVI", 1), _h("OPŠTE ODREDBE", 1), "Član 1.", LONG, "Član 2.", LONG)
    assert found[0].heading == ("DEO PRVI", "OPŠTE ODREDBE")


def test_the_operative_part_of_a_judgment_has_its_own_heading():
    reasons = "FOR THESE REASONS, THE COURT, UNANIMOUSLY,"
    found = _cut("THE LAW", f"1. {LONG}", f"2. {LONG}", reasons, "1. Declares it admissible;", "2. Holds that it is.")
    assert [(passage.anchor, passage.heading) for passage in found[2:]] == [("1~2", (reasons,)), ("2~2", (reasons,))]


def test_the_title_of_a_chapter_is_no_name_of_its_first_article():
    found = _cut(
        *(_h("Glava prva", 2), _h("OPŠTE ODREDBE", 2), "Član 1.", LONG, _h("Značenje", 3), "Član 2.", LONG),
        *(_h("Nadzor", 3), "Član 3.", LONG, _h("Glava druga", 2), _h("KAZNE", 2), "Član 4.", LONG),
    )
    assert [passage.heading for passage in found] == [
        ("Glava prva", "OPŠTE ODREDBE"),
        ("Glava prva", "OPŠTE ODREDBE", "Značenje"),
        ("Glava prva", "OPŠTE ODREDBE", "Nadzor"),
        ("Glava druga", "KAZNE"),
    ]
