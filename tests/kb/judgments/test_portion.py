"""Headings of operative parts and of separate opinions as courts print them, and what looks like one and is none."""

from __future__ import annotations

import pytest

from kb.judgments import portion_of
from kb.nouns import Document, Kind, Passage

JUDGMENT = Document(id="j", title="CASE OF DOE v. RURITANIA", kind=Kind.JUDGMENT)


def at(*trail: str, text: str = "2. Words.", form: str = "text") -> Passage:
    return Passage(document="j", anchor="2~2", label="2", text=text, ordinal=9, heading=trail, form=form)


@pytest.mark.parametrize(
    ("trail", "kind", "title", "judges"),
    [
        (("FOR THESE REASONS, THE COURT UNANIMOUSLY",), "operative-part", "", ()),
        (("PAR CES MOTIFS, LA COUR, À L’UNANIMITÉ,",), "operative-part", "", ()),
        (("THE LAW", "FOR THESE REASONS, THE COURT"), "operative-part", "", ()),
        (("PËR KËTO ARSYE, GJYKATA",), "operative-part", "", ()),
        (("IZ TIH RAZLOGA, SUD",), "operative-part", "", ()),
        (("DISSENTING OPINION OF JUDGE BONELLO",), "dissenting-opinion", None, ("Bonello",)),
        (
            ("JOINT PARTLY DISSENTING OPINION OF JUDGES FURA-SANDSTRÖM, DE MEYER AND PINTO DE ALBUQUERQUE",),
            "partly-dissenting-opinion",
            "joint partly dissenting opinion of Judges Fura-Sandström, De Meyer and Pinto de Albuquerque",
            ("Fura-Sandström", "De Meyer", "Pinto de Albuquerque"),
        ),
        (("CONCURRING OPINION OF JUDGE O’LEARY",), "concurring-opinion", None, ("O’Leary",)),
        (("PARTLY CONCURRING, PARTLY DISSENTING OPINION OF JUDGE A. ROE",), "partly-dissenting-opinion", None, None),
        (("SEPARATE OPINION OF JUDGE ROE",), "separate-opinion", None, ("Roe",)),
        (("DECLARATION BY JUDGE ROE",), "separate-opinion", None, ("Roe",)),
        (("STATEMENT OF DISSENT BY JUDGE ROE",), "dissenting-opinion", None, ("Roe",)),
        # On two lines, in broken capitals, joined by others, one beneath another, beneath the reasons.
        (
            ("JOINT DISSENTING OPINION OF", "JUDGES ROE AND DOE"),
            "dissenting-opinion",
            "joint dissenting opinion of Judges Roe and Doe",
            ("Roe", "Doe"),
        ),
        (
            ("DISSENTING OPINION OF JUDGE ROE", "JOINED BY JUDGE DOE"),
            "dissenting-opinion",
            "dissenting opinion of Judge Roe joined by Judge Doe",
            ("Roe", "Doe"),
        ),
        (
            ("FOR THESE REASONS, THE COURT", "PARTLY DISSENTing opinion of judge roe joined by judge doe"),
            "partly-dissenting-opinion",
            "partly dissenting opinion of Judge Roe joined by Judge Doe",
            ("Roe", "Doe"),
        ),
        (
            ("CONCURRING OPINION OF JUDGE ROE", "DISSENTING OPINION OF JUDGE DOE", "A. The facts"),
            "dissenting-opinion",
            "dissenting opinion of Judge Doe",
            ("Doe",),
        ),
        (
            ("OPINION PARTIELLEMENT DISSIDENTE DE M. LE JUGE PETTITI",),
            "partly-dissenting-opinion",
            "opinion partiellement dissidente de M. le juge Pettiti",
            ("Pettiti",),
        ),
        (
            ("OPINION DISSIDENTE DE LA JUGE ROE, À LAQUELLE SE RALLIE LE JUGE DOE",),
            "dissenting-opinion",
            "opinion dissidente de la juge Roe, à laquelle se rallie le juge Doe",
            ("Roe", "Doe"),
        ),
        (("OPINION CONCORDANTE COMMUNE AUX JUGES ROE ET DOE",), "concurring-opinion", None, ("Roe", "Doe")),
        (("MENDIM PJESËRISHT MOSPAJTUES I GJYQTARIT ROE",), "partly-dissenting-opinion", None, ("Roe",)),
        (("IZDVOJENO MIŠLJENJE SUDIJE ROE",), "separate-opinion", None, ("Roe",)),
        (("ИЗДВОЈЕНО МИШЉЕЊЕ СУДИЈЕ ПЕТРОВИЋА",), "separate-opinion", None, ("Петровића",)),
        (("YARGIÇ ROE'NUN KISMİ MUHALEFET ŞERHİ",), "partly-dissenting-opinion", None, None),
        (("Издвоено мислење на судијата Роу",), "separate-opinion", None, None),
    ],
)
def test_the_trail_tells_the_portion(
    trail: tuple[str, ...], kind: str, title: str | None, judges: tuple[str, ...] | None
) -> None:
    found = portion_of(JUDGMENT, at(*trail))
    assert found is not None
    assert found.kind == kind
    assert title is None or found.title == title
    assert judges is None or found.judges == judges


@pytest.mark.parametrize(
    "trail",
    [
        (),
        ("THE LAW", "I. ALLEGED VIOLATION OF ARTICLE 3"),
        ("THE FACTS", "(c) Dissenting opinion of Judge Z. of the Constitutional Court"),
        ("RELEVANT DOMESTIC LAW", "Dissenting opinion of Judge Z. of the Supreme Court"),
        ("THE LAW", "The opinion of the Commission"),
        ("FORESEEABLE REASONS",),
        ("x" * 5_000,),
        ("",),
    ],
)
def test_what_the_judgment_itself_says_has_no_portion(trail: tuple[str, ...]) -> None:
    assert portion_of(JUDGMENT, at(*trail)) is None


def test_footnotes_printed_at_the_end_are_no_part_of_the_last_opinion() -> None:
    trail = "DISSENTING OPINION OF JUDGE ROE"
    assert portion_of(JUDGMENT, at(trail, text="[3]. A rule of court.")) is None
    assert portion_of(JUDGMENT, at(trail, form="footnote")) is None


def test_only_judgments_have_portions() -> None:
    report = Document(id="r", title="Report", kind=Kind.REPORT)
    assert portion_of(report, at("FOR THESE REASONS, THE COMMITTEE")) is None
    assert portion_of(report, at("DISSENTING OPINION OF JUDGE ROE")) is None
