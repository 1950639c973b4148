"""Summaries, appendices, lists that gather recommendations, and the paragraphs that their items repeat."""

from __future__ import annotations

import pytest

from indexer.blocks import Block, Page
from indexer.segment import segment
from kb.nouns import Passage

LONG = "The delegation heard from staff, from persons held there and from the doctor who visits the place each week."
ROOF = (
    "The Centre recommends that the roof above the women's wing be mended before the rains of the coming autumn begin."
)
DOOR = "The Centre recommends that each cell door be fitted with a bell that rings in the office of the duty officer."


def _cut(*blocks: Block | str) -> list[Passage]:
    made = tuple(Block(text=block) if isinstance(block, str) else block for block in blocks)
    return segment([Page(number=None, blocks=made)], document="d")


def _h(text: str, level: int = 1) -> Block:
    return Block(text=text, kind="heading", level=level)


def _parts(passages: list[Passage]) -> dict[str, str]:
    return {passage.anchor: passage.part for passage in passages}


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Executive summary", "summary"),
        ("PËRMBLEDHJE EKZEKUTIVE", "summary"),
        ("1. Rezime", "summary"),
        ("Résumé", "summary"),
        ("Özet", "summary"),
        ("Appendix I", "appendix"),
        ("ANNEX 2: PLACES VISITED", "appendix"),
        ("Shtojca II", "appendix"),
        ("Prilog", "appendix"),
        ("Прилог 1", "appendix"),
        ("Annexe", "appendix"),
        ("Ek 1", "appendix"),
        ("Summary of recommendations", "recommendations"),
        ("APPENDIX I LIST OF THE CPT'S RECOMMENDATIONS, COMMENTS AND REQUESTS FOR INFORMATION", "recommendations"),
        ("Shtojca II. Lista e rekomandimeve", "recommendations"),
        ("Spisak preporuka", "recommendations"),
        ("Списак препорука", "recommendations"),
        ("Tavsiyelerin listesi", "recommendations"),
        ("Annexe I. Liste des recommandations", "recommendations"),
        ("Follow-up to recommendations", ""),
        ("Health care", ""),
    ],
)
def test_a_heading_says_which_part_begins(heading, part):
    found = _cut(_h("Report"), LONG, _h(heading, 2), LONG, _h("A next chapter", 2), LONG)
    assert [passage.part for passage in found] == ["", part, ""]


@pytest.mark.parametrize("heading", ["Rekomandimet", "V. PREPORUKE", "Conclusions and recommendations", "Öneriler"])
def test_a_chapter_of_recommendations_gathers_them_where_it_ends_the_document(heading):
    body = [_h("Health care"), f"1. {LONG}", f"2. {LONG}"]
    end = [_h(heading), f"3. {ROOF}", f"4. {DOOR}"]
    appendix = [_h("Annex: Places visited"), "Two prisons."]
    assert _parts(_cut(*body, *end, *appendix)) == {
        "1": "",
        "2": "",
        "3": "recommendations",
        "4": "recommendations",
        "4_1": "appendix",
    }


def test_recommendations_under_each_chapter_are_no_list_that_gathers_them():
    found = _cut(
        *(_h("Police"), f"1. {LONG}", _h("Recommendations", 2), f"2. {ROOF}"),
        *(_h("Prisons"), f"3. {LONG}", f"4. {DOOR}"),
    )
    assert set(_parts(found).values()) == {""}


def test_an_item_repeats_the_paragraph_that_it_prints():
    items = [
        *("– the roof to be mended (paragraph 2);", "– a bell in each door (§ 3);", "– more staff (paragrafi 1);"),
        *("– more staff, again (stav 1);", "To the courts: paragraph 3.", "– it never was (paragraph 77)."),
    ]
    body = [f"1. {LONG}", f"2. {ROOF}", f"3. {DOOR}"]
    found = _cut(_h("Report"), *body, _h("List of recommendations"), *(Block(text=text) for text in items))
    gathered = [passage for passage in found if passage.part == "recommendations"]
    repeats = {line: passage.repeats for passage in gathered for line in passage.text.split("\n")}
    assert repeats[items[0]] == "2"
    assert repeats[items[4]] == "3"


def test_each_long_item_has_its_own_paragraph():
    body = [f"1. {LONG}", f"2. {ROOF}", f"3. {DOOR}"]
    items = [f"– {LONG} (paragraph 1);", f"– {ROOF} (§ 2);", f"– {DOOR} (paragrafi 3);", f"– {DOOR} (paragraph 77)."]
    found = _cut(_h("Report"), *body, _h("List of recommendations"), *items)
    assert [passage.repeats for passage in found[3:]] == ["1", "2", "3", ""]


def test_an_item_without_a_number_repeats_the_paragraph_of_its_words_or_none():
    body = [f"{n}. {text}" for n, text in enumerate((LONG, ROOF, DOOR, LONG.replace("week", "month")), 1)]
    other = "The Centre recommends that a register of all uses of force be kept and shown to every visiting judge."
    items = [f"1. {DOOR}", f"2. {ROOF.removeprefix('The Centre recommends that ')}", f"3. {other}", f"4. {LONG}"]
    found = _cut(_h("Findings"), *body, _h("Summary of recommendations"), *items)
    assert [(passage.anchor, passage.repeats) for passage in found[4:]] == [
        ("1~2", "3"),
        ("2~2", "2"),
        ("3~2", ""),
        ("4~2", ""),  # two paragraphs have its words
    ]
