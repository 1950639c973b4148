"""Charts that are read on a desk and on a telephone."""

from __future__ import annotations

from web.charts import BAR, NARROW, WIDE, Bar, stacked

BARS = [
    Bar(name="Ministry of Labour and Social Affairs", counts={"open": 3, "closed": 1}, address="/register"),
    Bar(name="Police", counts={"open": 2}),
    Bar(name="Nobody", counts={}),
]
PARTS = [("open", "Open"), ("closed", "Closed"), ("other", "Other")]
WIDEST = 8.2  # pixels of an average letter of 13: what is wider than its place would be cut off


def test_a_chart_is_drawn_for_a_desk_and_for_a_telephone_with_the_same_figures() -> None:
    drawn = stacked(BARS, PARTS)
    assert [one.form for one in drawn.drawings] == [WIDE, NARROW]
    assert drawn.parts == (("open", "Open"), ("closed", "Closed"))
    for one in drawn.drawings:
        assert [[piece.words for piece in pieces] for _, _, _, pieces, _ in one.bars] == [
            ["Open: 3", "Closed: 1"],
            ["Open: 2"],
            [],
        ]
        assert max(end for *_, end in one.bars) == one.form.width - one.form.right
        assert all(top + one.form.down + BAR <= one.height for _, top, *_ in one.bars)


def test_no_name_is_wider_than_its_place_and_on_a_telephone_it_stands_above_its_bar() -> None:
    wide, narrow = stacked(BARS, PARTS).drawings
    assert WIDE.longest * WIDEST <= WIDE.label[0]
    assert NARROW.longest * WIDEST <= NARROW.width + 10
    assert wide.bars[0][2].endswith("…")
    assert narrow.bars[0][2] == BARS[0].name
    assert 13 <= NARROW.label[1] < NARROW.down


def test_a_chart_of_nothing_is_drawn() -> None:
    assert [one.height for one in stacked([], PARTS).drawings] == [0, 0]
