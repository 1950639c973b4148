"""Bold and italic spans of blocks arrive as spans of passages, wherever their text goes."""

from __future__ import annotations

from indexer.blocks import Block, Page
from indexer.segment import segment
from kb.nouns import Passage

LONG = "The delegation heard from staff, from persons held there and from the doctor who visits the place each week."


def _cut(*blocks: Block) -> list[Passage]:
    return segment([Page(number=None, blocks=blocks)], document="d")


def _block(text: str, bold: str = "", italic: str = "", **more) -> Block:
    def spans(words: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(words), text.index(words) + len(words)),) if words else ()

    return Block(text=text, bold=spans(bold), italic=spans(italic), **more)


def _read(passage: Passage) -> tuple[list[str], list[str]]:
    return [passage.text[a:b] for a, b in passage.bold], [passage.text[a:b] for a, b in passage.italic]


def test_spans_move_with_the_text_that_is_joined_to_a_paragraph():
    found = _cut(
        _block(f"1. {LONG}", bold="staff"),
        _block("  It recommends this strongly.", bold="recommends", italic="strongly", continues=True),
        _block("2. Next, in short.", italic="Next"),
    )
    assert _read(found[0]) == (["staff", "recommends"], ["strongly"])
    assert _read(found[1]) == ([], ["Next"])


def test_a_number_that_only_the_format_knows_shifts_the_spans():
    found = _cut(
        _block("The roof leaks.", bold="roof", number="1."), _block("The door does not.", bold="not", number="2.")
    )
    assert [_read(passage)[0] for passage in found] == [["roof"], ["not"]]
    assert found[0].text == "1. The roof leaks."


def test_spans_that_only_a_line_break_parts_are_one():
    found = _cut(
        _block(f"1. {LONG}"),
        _block("2. The Centre recommends", bold="The Centre recommends"),
        _block("that the roof be mended.", bold="that the roof be mended.", continues=True),
        _block(f"3. {LONG}"),
    )
    assert _read(found[1])[0] == ["The Centre recommends that the roof be mended."]


def test_a_long_text_is_cut_with_its_spans():
    text = "A sentence that goes on and on. " * 250
    block = Block(text=text, bold=((0, 10), (7_000, 7_010)))
    found = _cut(block)
    assert len(found) == 2
    assert [len(words) for passage in found for words in _read(passage)[0]] == [10, 10]


def test_spans_of_a_label_glued_to_a_line_stay_with_the_line():
    blocks = [Block(text=text) for text in ("Član 1.", "Prvo.", "Član 2.")]
    glued = Block(text="-izostavljenČlan 3.", bold=((0, 12), (12, 19)))
    found = _cut(*blocks, glued, *(Block(text=text) for text in ("Treće.", "Član 4.", "Četvrto.")))
    assert [_read(passage)[0] for passage in found] == [[], ["-izostavljen"], ["Član 3."], []]
