"""Lists within numbered paragraphs: whose numbers are whose."""

from __future__ import annotations

from indexer.blocks import Block, Page
from indexer.segment import segment
from kb.nouns import Mark, Passage


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


def test_items_in_parentheses_are_passages_and_their_paragraph_keeps_what_introduces_them():
    items = ["(a) a roof;", "(b) a stove, which must", "(c) a door."]
    found = _cut(
        f"1. {LONG}", "2. Three things are asked for:", *items, "All of it by the end of the year.", f"3. {LONG}"
    )
    assert _anchors(found) == ["1", "2", "2.a", "2.b", "2.c", "2_1", "3"]
    assert [p.label for p in found[1:5]] == ["2", "(a)", "(b)", "(c)"]
    assert found[1].text == "2. Three things are asked for:"
    assert found[5].text == "All of it by the end of the year."


def test_items_with_half_a_bracket_keep_it_in_their_label_and_not_in_their_anchor():
    found = _cut(f"1. {LONG}", "2. Asked for:", "a) a roof;", "b) a stove.", f"3. {LONG}")
    assert [(p.anchor, p.label) for p in found[2:4]] == [("2.a", "a)"), ("2.b", "b)")]


def test_a_list_within_an_item_hangs_on_the_item():
    items = [
        "(a) of the roof:",
        "(i) its tiles;",
        "(ii) its beams;",
        "(b) of the door:",
        "(i) its lock;",
        "(ii) a bell.",
    ]
    found = _cut(f"1. {LONG}", "2. Asked for:", *items, f"3. {LONG}")
    assert _anchors(found) == ["1", "2", "2.a", "2.a.i", "2.a.ii", "2.b", "2.b.i", "2.b.ii", "3"]


def test_an_i_is_the_ninth_letter_or_the_first_roman_number_as_what_follows_it_says():
    letters = [f"({letter}) thing {letter};" for letter in "abcdefghij"]
    found = _cut(f"1. {LONG}", "2. Asked for:", *letters, f"3. {LONG}")
    assert _anchors(found)[2:-1] == [f"2.{letter}" for letter in "abcdefghij"]
    nested = [*letters[:8], "(i) its lock;", "(ii) its key;", "(i) a window."]
    found = _cut(f"1. {LONG}", "2. Asked for:", *nested, f"3. {LONG}")
    assert _anchors(found)[9:-1] == ["2.h", "2.h.i", "2.h.ii", "2.i"]


def test_a_number_in_parentheses_printed_twice_or_passed_over_is_a_slip():
    items = ["(a) a roof;", "(b) a stove;", "(b) a door;", "(d) a bed."]
    found = _cut(f"1. {LONG}", "2. Asked for:", *items, f"3. {LONG}")
    assert _anchors(found) == ["1", "2", "2.a", "2.b", "2.b~2", "2.d", "3"]


def test_what_is_set_in_under_the_last_item_is_more_of_it():
    last = [Block(text="(b) a stove.", indent=90.0), Block(text="It must be lit daily.", indent=110.0)]
    blocks = ["2. Asked for:", Block(text="(a) a roof;", indent=90.0), *last, Block(text="So be it.", indent=70.0)]
    found = _cut(f"1. {LONG}", *blocks, f"3. {LONG}")
    assert [(p.anchor, p.text) for p in found[3:5]] == [
        ("2.b", "(b) a stove.\nIt must be lit daily."),
        ("2_1", "So be it."),
    ]


def test_items_within_a_line_stay_in_it():
    found = _cut(f"1. {LONG}", "2. Asked for: (a) a roof; (b) a stove.", f"3. {LONG}")
    assert _anchors(found) == ["1", "2", "3"]


def test_numbered_paragraphs_of_a_text_of_rules_keep_their_items():
    found = _cut("LAW ON PRISONS", f"1. {LONG}", "2. Asked for:", "(a) a roof;", "(b) a stove.", f"3. {LONG}")
    assert _anchors(found)[-3:] == ["1", "2", "3"]
    assert found[-2].text.endswith("(b) a stove.")


def test_a_quotation_that_a_paragraph_announces_is_a_passage_after_it():
    quoted = ["“1. Visits last an hour.", "2. No visit is refused.”"]
    found = _cut(f"1. {LONG}", "2. The house rules read:", *quoted, "The staff did not know them.", f"3. {LONG}")
    assert [(p.anchor, p.text) for p in found[1:4]] == [
        ("2", "2. The house rules read:"),
        ("2_1", "\n".join(quoted)),
        ("2_2", "The staff did not know them."),
    ]


def test_a_quotation_set_in_on_both_sides_needs_no_marks():
    def mark(x0: float, x1: float) -> tuple[Mark, ...]:
        return (Mark(1, x0, 0.1, x1, 0.2),)

    blocks = [
        Block(text=f"1. {LONG}", indent=70.0, marks=mark(0.1, 0.9)),
        Block(text="2. The rule provides that:", indent=70.0, marks=mark(0.1, 0.9)),
        Block(text=LONG, indent=100.0, marks=mark(0.17, 0.85)),
        Block(text=LONG, indent=100.0, marks=mark(0.17, 0.85)),
        Block(text=f"Since then, {LONG}", indent=70.0, marks=mark(0.1, 0.9)),
        Block(text=f"3. {LONG}", indent=70.0, marks=mark(0.1, 0.9)),
    ]
    assert _anchors(_cut(*blocks)) == ["1", "2", "2_1", "2_2", "3"]


def test_bullets_of_a_sentence_are_passages_and_those_of_a_few_words_are_lines():
    sentences = [f"• {LONG}", f"• As was said, {LONG}"]
    found = _cut(f"1. {LONG}", "2. Asked for:", *sentences, f"3. {LONG}")
    assert _anchors(found) == ["1", "2", "2_1", "2_2", "3"]
    found = _cut(f"1. {LONG}", "2. Asked for:", "• a roof;", "• a stove.", f"3. {LONG}")
    assert _anchors(found) == ["1", "2", "3"]
    assert found[1].text == "2. Asked for:\n• a roof;\n• a stove."


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
