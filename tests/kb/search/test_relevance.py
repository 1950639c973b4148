"""The measures of relevance, against values worked out by hand."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from kb.search.relevance import Judged, Measures, RelevanceFault, measure, read_judged

GOLDEN = Path(__file__).parents[2] / "golden" / "relevance" / "queries.tsv"


def test_recall_reciprocal_rank_and_gain_are_those_of_the_book() -> None:
    judged = [
        Judged(id="1", text="one", language="en", part="tune", grades={"a#1": 2, "a#2": 1}),
        Judged(id="2", text="two", language="sq", part="tune", grades={"b#1": 1}),
    ]
    answers = {"one": ["x#1", "a#1", "a#2"], "two": []}
    found = measure(judged, lambda text: answers[text])
    gain = (3 / math.log2(3) + 1 / math.log2(4)) / (3 / math.log2(2) + 1 / math.log2(3))
    assert found["tune", "en"] == Measures(queries=1, recall=1.0, mrr=0.5, ndcg=gain)
    assert found["tune", "sq"] == Measures(queries=1, recall=0.0, mrr=0.0, ndcg=0.0)
    assert found["", ""] == Measures(queries=2, recall=0.5, mrr=0.25, ndcg=gain / 2)


def test_the_first_ten_of_many_relevant_are_all_that_can_be_found() -> None:
    grades = {f"a#{n}": 1 for n in range(30)}
    found = measure([Judged(id="1", text="one", grades=grades)], lambda _: list(grades))
    assert found["", ""] == Measures(queries=1, recall=1.0, mrr=1.0, ndcg=1.0)


def test_the_set_that_ships_has_forty_questions_in_three_languages_in_two_halves() -> None:
    judged = read_judged(GOLDEN)
    assert len(judged) == 120
    halves = {(one.part, one.language) for one in judged}
    assert halves == {(part, code) for part in ("tune", "held") for code in ("en", "sq", "sr")}


@pytest.mark.parametrize(
    ("queries", "qrels"),
    [
        ("query\thalf\tlanguage\ttext\n1\ttune\ten\n", "1 0 a#1 1\n"),
        ("query\thalf\tlanguage\ttext\n1\ttune\ten\tone\n", "1 0 a#1\n"),
        ("query\thalf\tlanguage\ttext\n1\ttune\ten\tone\n", "1 0 a#1 much\n"),
        ("query\thalf\tlanguage\ttext\n1\ttune\ten\tone\n", "1 0 a#1 0\n"),
        ("query\thalf\tlanguage\ttext\n1\ttune\ten\tone\n", None),
    ],
    ids=["a column short", "a grade short", "no number", "nothing relevant", "no judgements"],
)
def test_a_set_that_is_wrong_is_named(tmp_path: Path, queries: str, qrels: str | None) -> None:
    path = tmp_path / "queries.tsv"
    path.write_text(queries, encoding="utf-8")
    if qrels is not None:
        (tmp_path / "qrels.txt").write_text(qrels, encoding="utf-8")
    with pytest.raises(RelevanceFault):
        read_judged(path)
