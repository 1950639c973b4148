"""Visits as reports tell of them: places, days and kinds, in the languages of the field."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from corpus.places import institutions
from indexer.visits import visits_of
from kb.institutions import mentions_of, use_institutions
from kb.nouns import Document, Kind, Passage


@pytest.fixture(autouse=True)
def known() -> Iterator[None]:
    use_institutions(institutions())
    yield
    use_institutions(())


def told(
    *texts: str, title: str = "Report", kind: Kind = Kind.REPORT, form: str = "text", mechanism: str | None = "NPM"
) -> list[tuple[tuple[str, ...], str, str, str]]:
    document = Document(id="d", title=title, kind=kind, mechanism=mechanism)
    passages = [
        Passage(document="d", anchor=str(n), label=str(n), text=text, ordinal=n, form=form)
        for n, text in enumerate(texts, 1)
    ]
    found = visits_of(document, passages, mentions_of(document, passages))
    return [(one.institutions, one.begins, one.ends, one.kind) for one in found]


DUBRAVA = ("xk-dubrava",)


@pytest.mark.parametrize(
    ("text", "visit"),
    [
        ("The team visited Dubrava Prison from 4 to 6 March 2024.", (DUBRAVA, "2024-03-04", "2024-03-06", "")),
        (
            "A follow-up visit to Dubrava Prison took place on 4 March 2024.",
            (DUBRAVA, "2024-03-04", "2024-03-04", "follow-up"),
        ),
        ("Dubrava Prison was visited without notice in March 2024.", (DUBRAVA, "2024-03", "2024-03", "unannounced")),
        (
            "The ad hoc visit to Dubrava Prison lasted from 30 June to 2 July 2023.",
            (DUBRAVA, "2023-06-30", "2023-07-02", "ad-hoc"),
        ),
        ("Ekipi vizitoi burgun e Dubravës nga 4 deri më 6 mars 2024.", (DUBRAVA, "2024-03-04", "2024-03-06", "")),
        (
            "Vizita e rregullt në burgun e Dubravës u zhvillua më 4 dhe 5 mars 2024.",
            (DUBRAVA, "2024-03-04", "2024-03-05", "periodic"),
        ),
        (
            "Tim je bez najave posetio zatvor Dubrava od 7. do 9. oktobra 2024.",
            (DUBRAVA, "2024-10-07", "2024-10-09", "unannounced"),
        ),
        (
            "Контролна посета затвору Дубрава обављена је 24. новембра 2022.",
            (DUBRAVA, "2022-11-24", "2022-11-24", "follow-up"),
        ),
    ],
)
def test_a_sentence_tells_of_a_visit(text: str, visit: tuple[tuple[str, ...], str, str, str]) -> None:
    assert told(text) == [visit]


@pytest.mark.parametrize(
    "text",
    [
        "The team will visit Dubrava Prison on 4 March 2024.",
        "A man was taken to Dubrava Prison on 4 March 2024.",
        "Families visited Dubrava on 4 March 2024.",
        "The team visited Dubrava Prison.",
        "The team visited the Ministry of Justice in Prishtina on 4 March 2024.",
        "The team visited Dubrava Prison on 45 March 2024.",
    ],
)
def test_plans_other_persons_and_visits_without_date_or_place_are_none(text: str) -> None:
    assert told(text) == []


def test_what_is_no_report_of_a_mechanism_tells_of_none() -> None:
    text = "The team visited Dubrava Prison on 4 March 2024."
    assert told(text, kind=Kind.JUDGMENT) == []
    assert told(text, mechanism=None) == []


def test_the_place_may_be_that_of_the_whole_report() -> None:
    text = "The visit was carried out on 4 March 2024."
    assert told(text, title="Report on the visit to Dubrava Prison") == [(DUBRAVA, "2024-03-04", "2024-03-04", "")]


def test_each_place_has_its_own_date() -> None:
    text = "The team visited Dubrava Prison on 4 March 2024 and Gjilan Detention Centre on 7 and 8 May 2024."
    assert told(text) == [
        (DUBRAVA, "2024-03-04", "2024-03-04", ""),
        (("xk-gjilan-detention",), "2024-05-07", "2024-05-08", ""),
    ]


def test_a_date_may_come_before_its_place() -> None:
    text = "On 4 March 2024 the team visited Dubrava Prison and on 7 May 2024 Gjilan Detention Centre."
    assert [(places, begins) for places, begins, _, _ in told(text)] == [
        (DUBRAVA, "2024-03-04"),
        (("xk-gjilan-detention",), "2024-05-07"),
    ]


def test_the_date_of_an_earlier_visit_is_not_that_of_this_one() -> None:
    text = (
        "On 21 May 2024 the team made a follow-up visit to Dubrava Prison, eight months after that of September 2023."
    )
    assert told(text) == [(DUBRAVA, "2024-05-21", "2024-05-21", "follow-up")]


def test_a_table_has_a_visit_in_each_cell_and_two_where_two_are_written() -> None:
    rows = (
        "Establishment | Dates of visit",
        "Dubrava Prison | 6–8 February; 9 October 2023",
        "Gjilan Detention Centre | 5 June 2023",
    )
    table = "\n".join(rows)
    assert told(table, form="table") == [
        (DUBRAVA, "2023-02-06", "2023-02-08", ""),
        (DUBRAVA, "2023-10-09", "2023-10-09", ""),
        (("xk-gjilan-detention",), "2023-06-05", "2023-06-05", ""),
    ]


def test_one_visit_told_twice_is_one_with_the_fuller_date() -> None:
    said = (
        "In March 2024 the team visited Dubrava Prison.",
        "The visit to Dubrava Prison, on 4 March 2024, was unannounced.",
    )
    assert told(*said) == [(DUBRAVA, "2024-03-04", "2024-03-04", "unannounced")]
