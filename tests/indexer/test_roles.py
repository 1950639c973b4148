"""Roles by place and words, on sentences written for these tests."""

from __future__ import annotations

import pytest

from indexer.roles import role_of, roles_of
from kb.nouns import Document, Kind, Passage, Role

VISIT = Document(id="d", title="Report on the visit to Nowhere Prison", kind=Kind.REPORT, mechanism="NPM")


def role(text: str, *, document: Document = VISIT, anchor: str = "7", label: str = "7", **fields: object) -> Role:
    passage = Passage(document="d", anchor=anchor, label=label, text=text, ordinal=0, **fields)  # type: ignore[arg-type]
    return role_of(passage, document)


@pytest.mark.parametrize(
    "text",
    [
        "The Committee recommends that cells be heated.",
        "It is recommended that the windows be mended.",
        "Steps should be taken to mend the windows.",
        "Measures must be taken to heat the cells.",
        "Le Comité recommande de chauffer les cellules.",
        "Qendra rekomandon që dritaret të riparohen.",
        "Rekomandohet që qelitë të ngrohen.",
        "Duhet të merren masa për ngrohjen e qelive.",
        "Centar preporučuje da se prozori poprave.",
        "Preporucuje se da se prozori poprave.",
        "Центар препоручује да се прозори поправе.",
        "Треба предузети мере да се ћелије загреју.",
        "Центарот препорачува прозорците да се поправат.",
        "Merkez, pencerelerin onarılmasını tavsiye eder.",
    ],
)
def test_the_formulas_of_each_language_make_a_recommendation(text: str) -> None:
    assert role(text) is Role.RECOMMENDATION


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 it had recommended that the windows be mended.",
        "The doctor recommended rest, which was not granted.",
        "The windows are broken and the cells are cold.",
        "Drejtori tha se nuk rekomandon ndryshime.",
        "The recommendations of 2019 were carried out.",
    ],
)
def test_what_is_only_told_of_recommendations_is_a_finding(text: str) -> None:
    assert role(text) is Role.FINDING


def test_requests_comments_and_immediate_observations_are_told_apart() -> None:
    assert role("The CPT would like to receive the register of 2019.") is Role.REQUEST
    assert role("The CPT requests further information on this point.") is Role.REQUEST
    assert role("The authorities are invited to reconsider the menu.") is Role.COMMENT
    assert role("The delegation made an immediate observation under Article 8 on the cold cells.") is Role.IMMEDIATE


@pytest.mark.parametrize(
    "heading", ["Recommendations", "V. Rekomandime", "Preporuke", "ПРЕПОРУКЕ", "II. CONCLUSIONS AND/OR RECOMMENDATIONS"]
)
def test_items_under_a_heading_of_recommendations_are_recommendations(heading: str) -> None:
    assert role("Mend the windows of wing B before winter.", heading=("Report", heading)) is Role.RECOMMENDATION
    assert role("The following were made:", heading=("Report", heading)) is not Role.RECOMMENDATION
    assert (
        role("58. These recommendations will be examined by all.", heading=("Report", heading))
        is not Role.RECOMMENDATION
    )


def test_an_annex_ends_the_list_of_recommendations() -> None:
    assert (
        role("Mr Somebody, Minister of Something.", heading=("Recommendations", "Annex: the delegation"))
        is Role.FINDING
    )
    assert role("Mend the windows of wing B.", heading=("Annex", "List of recommendations")) is Role.RECOMMENDATION


def test_what_states_say_in_a_review_is_told_and_what_is_listed_at_the_end_is_made() -> None:
    review = Document(id="d", title="Report of the Working Group", kind=Kind.REPORT, mechanism="UPR")
    listed = ("II. Conclusions and/or recommendations",)
    assert role("Utopia recommends that prisons be closed.", document=review) is Role.OTHER
    assert role("Close the prisons (Utopia);", document=review, heading=listed, label="9.1") is Role.RECOMMENDATION
    assert role("The recommendation contained in 9.1 was noted.", document=review, heading=listed) is Role.OTHER


@pytest.mark.parametrize("kind", [Kind.INSTRUMENT, Kind.LAW])
def test_numbered_provisions_of_instruments_and_laws_are_provisions(kind: Kind) -> None:
    law = Document(id="d", title="A law", kind=kind)
    assert role("Article 3. No one shall …", document=law, anchor="article-3", label="Article 3") is Role.PROVISION
    assert role("18.4 The law recommends that …", document=law, anchor="18.4", label="18.4") is Role.PROVISION
    assert role("Preamble", document=law, anchor="0_1", label="") is Role.OTHER


def test_a_response_answers_and_does_not_recommend() -> None:
    response = Document(id="d", title="Response of the Ministry of Justice", kind=Kind.REPORT)
    assert role("The Ministry recommends that …", document=response) is Role.RESPONSE


def test_a_judgment_and_an_ordinary_text_stay_other() -> None:
    court = Document(id="d", title="CASE OF A v. B", kind=Kind.JUDGMENT, mechanism="ECtHR")
    assert role("The CPT recommends that cells be heated.", document=court) is Role.OTHER
    plain = Document(id="d", title="Notes", kind=Kind.OTHER)
    assert role("The windows are broken.", document=plain) is Role.OTHER


@pytest.mark.parametrize("form", ["footnote", "heading"])
def test_footnotes_and_headings_have_no_role(form: str) -> None:
    assert role("The Centre recommends that …", form=form) is Role.OTHER


def test_unnumbered_text_of_a_report_is_not_a_finding() -> None:
    assert role("Published by the Centre.", anchor="0_1", label="") is Role.OTHER


def _passages(*given: tuple[str, str, str]) -> list[Passage]:
    return [
        Passage(document="d", anchor=anchor, label=label, text=text, ordinal=n)
        for n, (anchor, label, text) in enumerate(given)
    ]


def test_what_a_recommendation_introduces_is_recommended_item_by_item() -> None:
    passages = _passages(
        ("7", "7", "7. The Committee recommends that:"),
        ("7.a", "(a)", "(a) the cells be heated;"),
        ("7.a.i", "(i)", "(i) all of them;"),
        ("7_1", "", "– the yard be paved."),
        ("7_2", "", "The director agreed."),
        ("8", "8", "8. The delegation found:"),
        ("8.a", "(a)", "(a) cold cells;"),
    )
    assert roles_of(passages, VISIT) == [Role.RECOMMENDATION] * 4 + [Role.OTHER] + [Role.FINDING] * 2


def test_a_quotation_set_apart_recommends_nothing() -> None:
    assert role("“The Committee recommends that cells be heated.”", anchor="7_1", label="") is Role.OTHER


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("recommendations", Role.RECOMMENDATION),
        ("comments", Role.COMMENT),
        ("requests for information", Role.REQUEST),
        ("Kërkesa për informacion", Role.REQUEST),
        ("Komentari", Role.COMMENT),
    ],
)
def test_the_list_at_the_end_of_a_report_says_what_its_items_are(heading: str, expected: Role) -> None:
    above = ("Appendix I. List of the recommendations, comments and requests for information", "Health care", heading)
    item = "– the cells of the second floor to be heated from October on (paragraph 12);"
    assert role(item, anchor="80_3", label="", heading=above, part="recommendations") is expected
    pointer = "To the Ministry of Health: paragraph 30."
    assert role(pointer, anchor="80_4", label="", heading=above, part="recommendations") is Role.OTHER
