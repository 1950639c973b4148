"""Citations as courts and bodies write them: a table a lawyer could read."""

from __future__ import annotations

import pytest

from kb.citing import STYLES, Facts
from kb.citing.facts import case_name, day_of, place_of
from kb.nouns import Document, Instrument, Kind, Passage

NUMBER, DAY = "12345/96", "26 October 2000"
JUDGMENT = Facts(
    document=Document(
        id="j",
        title="CASE OF DOE v. RURITANIA",
        kind=Kind.JUDGMENT,
        date="2000-10-26",
        mechanism="ECtHR",
        reference="no. 12345/96",
    ),
    name="Doe v. Ruritania",
    numbers=("12345/96",),
    grand=True,
    word="paragraph",
    number="92",
    address="http://h/d/j/p/92",
)
TREATY = Facts(
    document=Document(id="t", title="Protocol", kind=Kind.INSTRUMENT, date="2002"),
    name="Protocol",
    instrument=Instrument(id="t", names={"en": "Protocol on Visits"}, references=("A/RES/57/1",), adopted="2002-12-18"),
    word="article",
    number="19",
)
RULES = Facts(
    document=Document(id="r", title="Rules", kind=Kind.INSTRUMENT),
    name="Rules",
    instrument=Instrument(id="r", names={"en": "Minimum Rules"}, references=("A/RES/70/1",), numbering="rule"),
    word="rule",
    number="43",
)
REPORT = Facts(
    document=Document(
        id="c",
        title="Report on the visit.",
        kind=Kind.CPT_REPORT,
        date="2019-05",
        mechanism="CPT",
        reference="CPT/Inf (2019) 9",
    ),
    name="Report on the visit.",
    word="paragraph",
    number="41 (a)",
    address="http://h/d/c/p/41.a",
)
NOTE = Facts(document=Document(id="n", title="Notes"), name="Notes", address="http://h/d/n")


@pytest.mark.parametrize(
    ("facts", "style", "words"),
    [
        (JUDGMENT, "court", "Doe v. Ruritania [GC], no. 12345/96, § 92, 26 October 2000"),
        (JUDGMENT, "oscola", "Doe v Ruritania App no 12345/96 (ECtHR [GC], 26 October 2000), para 92"),
        (JUDGMENT, "cpt", "Doe v. Ruritania (application no. 12345/96, judgment of 26 October 2000), paragraph 92"),
        (
            JUDGMENT,
            "un",
            f"European Court of Human Rights, Doe v. Ruritania, application No. {NUMBER}, judgment of {DAY}, para. 92",
        ),
        (JUDGMENT, "plain", "ECtHR, Doe v. Ruritania, no. 12345/96, 2000, para. 92, http://h/d/j/p/92"),
        (TREATY, "court", "Article 19 of the Protocol on Visits"),
        (TREATY, "oscola", "Protocol on Visits (adopted 18 December 2002) art 19"),
        (TREATY, "cpt", "Article 19 of the Protocol on Visits (A/RES/57/1)"),
        (TREATY, "un", "Protocol on Visits, art. 19"),
        (RULES, "court", "Rule 43 of the Minimum Rules (A/RES/70/1)"),
        (RULES, "oscola", "Minimum Rules r 43"),
        (RULES, "un", "Minimum Rules, General Assembly resolution 70/1, annex, rule 43"),
        (REPORT, "court", "Report on the visit, CPT/Inf (2019) 9, § 41 (a)"),
        (REPORT, "oscola", "CPT, ‘Report on the visit’ (CPT/Inf (2019) 9) para 41 (a)"),
        (REPORT, "cpt", "Report on the visit (CPT/Inf (2019) 9), paragraph 41 (a)"),
        (REPORT, "un", "CPT, Report on the visit, CPT/Inf (2019) 9, para. 41 (a)"),
        (REPORT, "plain", "CPT, Report on the visit, CPT/Inf (2019) 9, para. 41 (a), http://h/d/c/p/41.a"),
        (NOTE, "court", "Notes"),
        (NOTE, "oscola", "‘Notes’"),
        (NOTE, "cpt", "Notes"),
        (NOTE, "un", "Notes"),
        (NOTE, "plain", "Notes, http://h/d/n"),
    ],
)
def test_a_style_follows_its_rules(facts: Facts, style: str, words: str) -> None:
    assert STYLES[style](facts) == words


def test_several_applications_and_a_decision_are_said() -> None:
    from dataclasses import replace

    joined = replace(JUDGMENT, numbers=("1/02", "2/03"), grand=False, decision=True)
    assert STYLES["court"](joined) == "Doe v. Ruritania (dec.), nos. 1/02 and 2/03, § 92, 26 October 2000"
    many = replace(joined, numbers=tuple(f"{n}/02" for n in range(1, 9)))
    assert "nos. 1/02 and 7 others" in STYLES["court"](many)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("CASE OF O’DOE AND OTHERS v. THE UNITED KINGDOM", "O’Doe and Others v. the United Kingdom"),
        ("CASE OF DOE-ROE v. RURITANIA (No. 2)", "Doe-Roe v. Ruritania (No. 2)"),
        ("Doe v. Ruritania", "Doe v. Ruritania"),
        ("AFFAIRE DOE c. RURITANIE", "Doe c. Ruritanie"),
        ("THE DOE FOUNDATION v. RURITANIA", "The Doe Foundation v. Ruritania"),
        ("", ""),
    ],
)
def test_names_of_cases_lose_their_capitals(title: str, name: str) -> None:
    assert case_name(title) == name


@pytest.mark.parametrize(
    ("date", "words"), [("2000-10-26", "26 October 2000"), ("2000-10", "October 2000"), ("2000", "2000"), (None, "")]
)
def test_a_day_is_as_precise_as_it_is_known(date: str | None, words: str) -> None:
    assert day_of(date) == words


@pytest.mark.parametrize(
    ("label", "anchor", "place"),
    [
        ("41", "41", ("paragraph", "41")),
        ("(a)", "41.a", ("paragraph", "41 (a)")),
        ("18.1", "rule-18.1", ("rule", "18.1")),
        ("Neni 3", "article-3", ("article", "3")),
        ("Article 3", "article-3~2", ("article", "3")),
        ("", "0_1", ("", "")),
        ("ii", "6.ii~2", ("paragraph", "6 (ii)")),
    ],
)
def test_a_passage_is_named_by_its_number(label: str, anchor: str, place: tuple[str, str]) -> None:
    passage = Passage(document="d", anchor=anchor, label=label, text="", ordinal=0)
    assert place_of(Document(id="d", title="T"), passage) == place
