"""Paragraphs whose number has no neighbour, and headings printed anew at the top of a column."""

from __future__ import annotations

from indexer.blocks import Block, Page
from indexer.segment import segment

LONG = "The delegation heard from staff, from persons held there and from the doctor who visits the place each week."


def _anchors(*blocks: Block | str) -> list[str]:
    made = tuple(Block(text=block) if isinstance(block, str) else block for block in blocks)
    return [passage.anchor for passage in segment([Page(number=None, blocks=made)], document="d")]


def test_paragraphs_over_a_gap_keep_their_numbers():
    assert _anchors(*(f"{n}. {LONG}" for n in ("1", "2", "2a", "10"))) == ["1", "2", "2a", "10"]
    assert _anchors(*(Block(text=LONG, number=f"{n}.") for n in ("1", "2", "2a", "40"))) == ["1", "2", "2a", "40"]


def test_a_far_number_that_is_only_printed_is_no_paragraph():
    assert _anchors(f"1. {LONG}", f"2. {LONG}", f"40. {LONG}") == ["1", "2"]


def test_a_number_behind_a_heading_does_not_count_on():
    heading = Block(text="Annex", kind="heading")
    assert _anchors(f"1. {LONG}", f"2. {LONG}", heading, f"10. {LONG}")[-1] == "2_1"


def test_the_one_numbered_paragraph_of_a_text_has_its_label():
    assert _anchors("A word before.", f"1. {LONG}", LONG) == ["0_1", "1", "1_1"]
    assert _anchors("A word before.", Block(text=LONG, number="1.")) == ["0_1", "1"]


def test_one_line_of_a_list_and_another_number_alone_are_no_paragraph():
    assert _anchors("There was:", f"1. {LONG}") == ["0_1"]
    assert _anchors("A word before.", "1. A stove.") == ["0_1", "0_2"]
    assert _anchors("A word before.", f"7. {LONG}") == ["0_1", "0_2"]


def test_a_heading_printed_anew_cuts_no_sentence():
    heading = Block(text="RECOMMENDATIONS", kind="heading", level=1)
    blocks = [heading, LONG, "If the court goes on as the only", heading, "one of its kind, its staff must grow.", LONG]
    made = tuple(Block(text=block) if isinstance(block, str) else block for block in blocks)
    found = segment([Page(number=None, blocks=made)], document="d")
    assert [passage.text for passage in found] == [
        LONG,
        "If the court goes on as the only one of its kind, its staff must grow.",
        LONG,
    ]
    assert {passage.heading for passage in found} == {("RECOMMENDATIONS",)}
