"""Weak signs add up to a recommendation, and are named; no single one is enough."""

from __future__ import annotations

import pytest

from indexer.evidence import ENOUGH, weigh
from indexer.obligations import share
from indexer.roles import judge
from kb.nouns import Document, Kind, Passage, Role

REPORT = Document(id="d", title="Report on the visit to Nowhere Prison", kind=Kind.REPORT, mechanism="NPM")


def passage(text: str, *, bold: str = "", heading: tuple[str, ...] = ()) -> Passage:
    spans = ((text.index(bold), text.index(bold) + len(bold)),) if bold else ()
    return Passage(document="d", anchor="7", label="7", text=text, ordinal=0, heading=heading, bold=spans)


LONG = "The cells were damp. Prisoners should have a dry mattress."


def test_what_ought_to_be_done_in_a_finding_is_no_recommendation_unless_it_is_in_bold() -> None:
    assert judge(passage(LONG), REPORT).role is Role.FINDING
    emphasised = judge(passage(LONG, bold="Prisoners should have a dry mattress."), REPORT)
    assert emphasised.role is Role.RECOMMENDATION
    assert "what ought to be done is in bold" in emphasised.why
    assert judge(passage(LONG, bold="The cells were damp."), REPORT).role is Role.FINDING


def test_a_heading_of_what_is_to_be_done_counts() -> None:
    text = "Mattresses were old. They must be replaced by the Ministry."
    assert weigh(passage(text)).score < ENOUGH
    assert weigh(passage(text, heading=("Šta treba učiniti",))).score >= ENOUGH


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Every cell should have a call bell.", ENOUGH),
        ("Çdo qeli duhet të ketë zile.", ENOUGH),
        ("Svaka ćelija treba da ima zvono.", ENOUGH),
        ("Свака ћелија мора имати звоно.", ENOUGH),
        ("Toute cellule doit disposer d'une sonnette.", ENOUGH),
        ("Her hücrede bir zil bulunmalıdır.", ENOUGH),
    ],
)
def test_a_paragraph_that_says_only_what_ought_to_be_done_recommends(text: str, least: float) -> None:
    assert weigh(passage(text)).score >= least


@pytest.mark.parametrize(
    "text",
    [
        "It should be noted that the cells were clean.",
        "Every death must be investigated promptly (Rule 71 Mandela Rules).",
        "The staff should have been trained before.",
        "Cell 12 was damp.",
        "Duhet theksuar se stafi ishte i sjellshëm.",
        "Treba napomenuti da je osoblje bilo ljubazno.",
        "",
    ],
)
def test_remarks_standards_and_facts_do_not(text: str) -> None:
    assert weigh(passage(text)).score < ENOUGH


def test_the_share_of_sentences_does_not_count_the_label() -> None:
    assert share("17. Every cell should have a bell.") == 1.0
    assert share("17. Bells were broken. They should be mended.") == 0.5


@pytest.mark.parametrize("kind", [Kind.TRAINING, Kind.CONFERENCE_PAPER, Kind.JUDGMENT])
def test_teaching_and_talks_and_courts_recommend_nothing(kind: Kind) -> None:
    document = Document(id="d", title="On bells", kind=kind, mechanism="NPM")
    assert judge(passage("The Centre recommends that every cell have a bell."), document).role is Role.OTHER


def test_every_role_but_other_has_a_score_and_a_reason() -> None:
    for text in ("The CPT recommends that cells be heated.", "The CPT trusts that cells will be heated."):
        judged = judge(passage(text), REPORT)
        assert judged.score > 0.5
        assert judged.why
