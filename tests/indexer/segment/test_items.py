"""Lists within numbered paragraphs: whose numbers are whose."""

from __future__ import annotations

from indexer.blocks import Block, Page
from indexer.segment import segment
from kb.nouns import Passage


def _cut(*blocks: Block | str) -> list[Passage]:
    made = tuple(Block(text=block) if isinstance(block, str) else block for block in blocks)
    return segment([Page(number=None, blocks=made)], document="d")


def _anchors(passages: list[Passage]) -> list[str]:
    return [passage.anchor for passage in passages]


LONG = "The delegation heard from staff, from persons held there and from the doctor who visits the place each week."


def test_a_count_that_begins_again_further_in_is_the_paragraphs_own_list():
    blocks = [Block(text=f"{n}. {LONG}", indent=113.0) for n in (1, 2, 3)]
    blocks += [Block(text=f"{n}. To mend the roof above wing {n} ({LONG})", indent=142.0) for n in range(1, 7)]
    blocks += [Block(text=f"{n}. {LONG}", indent=113.0) for n in (4, 5)]
    assert _anchors(_cut(*blocks)) == ["1", "2", "3", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "4", "5"]


def test_a_count_that_begins_again_at_the_same_indent_is_a_text_of_its_own():
    blocks = [Block(text=f"{n}. {LONG}", indent=113.0) for n in (1, 2, 3)]
    blocks += [Block(text=f"{n}. {LONG}", indent=113.0) for n in (1, 2, 3)]
    assert _anchors(_cut(*blocks)) == ["1", "2", "3", "1~2", "2~2", "3~2"]


def test_an_item_at_the_head_of_a_page_is_no_rest_of_the_one_before():
    found = _cut(
        f"1. {LONG}",
        "2. Three things are asked for:",
        Block(text="i. a roof;", kind="list"),
        Block(text="ii. a stove;", kind="list", continues=True),
        Block(text="iii. a door.", kind="list"),
        f"3. {LONG}",
    )
    assert _anchors(found) == ["1", "2", "2.i", "2.ii", "2.iii", "3"]


def test_items_of_an_article_stay_in_the_article():
    found = _cut("Article 1", f"{LONG} It asks for:", "a. a roof;", "b. a stove.", "Article 2", LONG)
    assert _anchors(found) == ["article-1", "article-2"]


def test_items_that_word_numbers_by_itself_are_items_as_well():
    found = _cut(
        f"1. {LONG}",
        "2. Two things are asked for:",
        Block(text="a roof;", kind="list", number="a."),
        Block(text="a stove.", kind="list", number="b."),
        f"3. {LONG}",
    )
    assert _anchors(found) == ["1", "2", "2.a", "2.b", "3"]
    assert found[2].text == "a. a roof;"


def test_items_count_in_the_order_of_their_own_alphabet():
    items = ["а. кров;", "б. пећ;", "в. врата;", "г. прозор;", "д. кревет."]
    found = _cut(f"1. {LONG}", "2. Тражи се следеће:", *items, f"3. {LONG}")
    assert _anchors(found) == ["1", "2", "2.a", "2.b", "2.v", "2.g", "2.d", "3"]


def test_one_item_alone_or_one_that_does_not_count_from_one_is_no_list():
    found = _cut(
        f"1. {LONG}", "c. 1890, the year it was built, is on the door.", f"2. {LONG}", "a. is a letter.", "3. x"
    )
    assert _anchors(found) == ["1", "2", "3"]


def test_a_second_list_of_the_same_paragraph_has_anchors_of_its_own():
    found = _cut(
        f"1. {LONG}", "2. Asked for:", "i. a roof;", "ii. a stove.", "Given:", "i. a door;", "ii. a bed.", "3. x"
    )
    assert _anchors(found) == ["1", "2", "2.i", "2.ii", "2_1", "2.i~2", "2.ii~2", "3"]


def test_a_quotation_left_open_in_an_earlier_paragraph_does_not_hide_a_list():
    found = _cut(f"1. “{LONG}", "2. Asked for:", "i. a roof;", "ii. a stove.", f"3. {LONG}")
    assert _anchors(found) == ["1", "2", "2.i", "2.ii", "3"]
