"""What documents say of themselves, on beginnings written for these tests."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.blocks import Facts
from indexer.describe import describe
from indexer.describe.describe import Described
from kb.nouns import Kind, Passage


def passages(*lines: str) -> list[Passage]:
    """A beginning: ``# text`` is a heading, anything else a passage below the headings so far."""
    made: list[Passage] = []
    heading: tuple[str, ...] = ()
    for line in lines:
        if line.startswith("# "):
            heading = (*heading[:2], line[2:])
        else:
            number = len(made)
            made.append(
                Passage(document="d", anchor=f"0_{number}", label="", text=line, ordinal=number, heading=heading)
            )
    return made


def described(*lines: str, name: str = "file.pdf", facts: Facts | None = None) -> Described:
    return describe(Path(name), facts or Facts(), passages(*lines))


def test_a_judgment_is_its_case_with_number_day_state_and_ecli() -> None:
    found = described(
        "FOURTH SECTION",
        "CASE OF EXAMPLE AND OTHERS v. ALBANIA",
        "(Applications nos. 11234/05 and 21/06)",
        "JUDGMENT",
        "This version was rectified in accordance with Rule 81 of the Rules of Court on 10 May 2011",
        "STRASBOURG",
        "7 October 2008",
        "FINAL",
        "07/01/2009",
        "The European Court of Human Rights (Fourth Section), sitting as a Chamber",
        name="001-99999.txt",
    )
    assert found["title"] == "CASE OF EXAMPLE AND OTHERS v. ALBANIA"
    assert found["kind"] is Kind.JUDGMENT
    assert found["reference"] == "nos. 11234/05 and 21/06"
    assert found["date"] == "2008-10-07"
    assert found["state"] == "ALB"
    assert found["mechanism"] == "ECtHR"
    assert found["work"] == "ecli:ce:echr:2008:1007jud001123405"
    assert found["source_url"].endswith("001-99999")


def test_a_case_of_another_court_is_not_the_strasbourg_courts() -> None:
    found = described("CASE OF EXAMPLE v. ALBANIA", "before some other body", "JUDGMENT")
    assert "mechanism" not in found
    assert found["kind"] is Kind.JUDGMENT


@pytest.mark.parametrize(
    ("lines", "work"),
    [
        (("Optional Protocol to the Convention against Torture",), "opcat"),
        (
            ("# Convention", "# against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment", "x"),
            "cat",
        ),
        (("# DEKLARATA E PËRGJITHSHME MBI TË DREJTAT E NJERIUT", "Preambulë"), "udhr"),
        (("# ОПШТА ДЕКЛАРАЦИЈА О ПРАВИМА ЧОВЕКА УВОД", "x"), "udhr"),
        (("# Die Allgemeine Erklärung der Menschenrechte", "x"), "udhr"),
        (("# The Nelson Mandela Rules", "x"), "mandela"),
        (("# European Prison Rules", "Recommendation Rec(2006)2-rev of the Committee of Ministers"), "epr-2020"),
        (("# European Prison Rules", "Recommendation Rec(2006)2 of the Committee of Ministers"), "epr-2006"),
    ],
)
def test_an_instrument_is_known_by_any_of_its_names(lines: tuple[str, ...], work: str) -> None:
    found = described(*lines)
    assert found["kind"] is Kind.INSTRUMENT
    assert found["work"] == work
    assert found["date"]


@pytest.mark.parametrize(
    "lines",
    [
        ("# How to use the Optional Protocol to the Convention against Torture", "A guide"),
        ("# European Prison Rules", "which edition this is nobody says"),
        ("# Report", "The Convention against Torture and Other Cruel, Inhuman or Degrading Treatment is applied"),
    ],
)
def test_a_mention_is_not_the_instrument_and_an_edition_is_not_guessed(lines: tuple[str, ...]) -> None:
    assert "work" not in described(*lines)


def test_a_cpt_report_has_its_code_state_and_long_name() -> None:
    title = "Report to the Government of Albania on the visit of the European Committee for the Prevention of Torture"
    found = described(
        "CPT/Inf (2031) 9", f"# {title}", "from 1 to 9 May 2030", "Strasbourg, 5 November 2031", "1. In pursuance"
    )
    assert found["kind"] is Kind.CPT_REPORT
    assert found["title"] == title
    assert found["reference"] == "CPT/Inf (2031) 9"
    assert found["work"] == "cpt/inf/2031/9"
    assert found["state"] == "ALB"
    assert found["mechanism"] == "CPT"


def test_a_response_of_a_government_is_not_a_cpt_report() -> None:
    found = described(
        "CPT/Inf (2031) 10",
        "# Response of the Government of Albania to the report of the European Committee for the Prevention of Torture",
        "1. The Government",
    )
    assert found["kind"] is Kind.REPORT


def test_the_letterhead_is_not_the_title_and_the_code_joins_language_versions() -> None:
    english = described(
        "# EXAMPLE CENTRE", "EXC/2031/4-en · 3 March 2031", "# Report on the Visit to Nowhere Prison", "1. We went"
    )
    albanian = described(
        "# QENDRA SHEMBULL", "EXC/2031/4-sq · 3 mars 2031", "# Raport për vizitën në Burgun Askund", "1. Shkuam"
    )
    assert english["title"] == "Report on the Visit to Nowhere Prison"
    assert albanian["title"] == "Raport për vizitën në Burgun Askund"
    assert english["work"] == albanian["work"] == "exc/2031/4"
    assert english["date"] == albanian["date"] == "2031-03-03"
    assert english["kind"] is Kind.REPORT


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Press release: new report published", Kind.PRESS_RELEASE),
        ("Komunikatë për media: raporti i ri", Kind.PRESS_RELEASE),
        ("Saopštenje za javnost", Kind.PRESS_RELEASE),
        ("Саопштење за јавност", Kind.PRESS_RELEASE),
        ("Communiqué de presse", Kind.PRESS_RELEASE),
        ("Standard Operating Procedure for Visits", Kind.SOP),
        ("Procedurat standarde të veprimit për vizita", Kind.SOP),
        ("Standardna operativna procedura za posete", Kind.SOP),
        ("Стандардни оперативни поступак", Kind.SOP),
        ("Training manual on the Istanbul Protocol", Kind.TRAINING),
        ("Doracak për trajnimin e rojave", Kind.TRAINING),
        ("Priručnik za obuku", Kind.TRAINING),
        ("Материјал за обуку", Kind.TRAINING),
        ("Matériel de formation", Kind.TRAINING),
        ("Paper presented at the Conference on Torture Prevention", Kind.CONFERENCE_PAPER),
        ("Kumtesë në konferencën vjetore", Kind.CONFERENCE_PAPER),
        ("Zbornik radova sa konferencije", Kind.CONFERENCE_PAPER),
        ("Protokoll për vizitat", Kind.PROTOCOL),
        ("Протокол о поступању", Kind.PROTOCOL),
        ("Annual report 2031", Kind.REPORT),
        ("Raporti vjetor 2031", Kind.REPORT),
        ("Godišnji izveštaj za 2031. godinu", Kind.REPORT),
        ("Годишњи извештај за 2031. годину", Kind.REPORT),
        ("Yıllık Rapor 2031", Kind.REPORT),
        ("LIGJI PËR EKZEKUTIMIN", Kind.LAW),
        ("Zakon o izvršenju", Kind.LAW),
        ("Закон о извршењу", Kind.LAW),
        ("Recipes of my grandmother", Kind.OTHER),
        ("Reporters at work", Kind.OTHER),
    ],
)
def test_the_kind_is_read_from_the_titles_own_words(title: str, kind: Kind) -> None:
    assert described(f"# {title}", "Some text follows here.")["kind"] is kind


def test_a_law_has_its_own_number_and_not_that_of_its_legal_basis() -> None:
    kosovo = described("# LIGJI NR. 09/L-999 PËR SHEMBUJT", "Neni 1")
    assert (kosovo["kind"], kosovo["work"]) == (Kind.LAW, "law/xkx/09-l-999")
    serbian = described(
        "Na osnovu člana 5. Zakona o primerima („Sl. glasnik RS”, br. 1/2030) donosim",
        "# Zakon o primerima",
        "Zakon je objavljen u „Sl. glasniku RS”, br. 99/2031",
    )
    assert serbian["reference"] == "Sl. glasnik RS, br. 99/2031"
    assert (kosovo["state"], serbian["state"]) == ("XKX", "SRB")
    assert "work" not in serbian  # an issue of the gazette holds many laws


def test_a_stated_title_is_believed_where_the_page_prints_it_and_never_when_a_program_wrote_it() -> None:
    lines = ("# SECTION NINE", "On Visiting Places", "Some text")
    assert described(*lines, facts=Facts(title="On Visiting Places"))["title"] == "On Visiting Places"
    assert described(*lines, facts=Facts(title="Microsoft Word - final2.doc"))["title"] == "SECTION NINE"


def test_a_title_in_plain_type_above_the_introduction_is_the_title() -> None:
    found = described(
        "A Plan for the Teaching of Rights 2018-2022", "# Hyrje", "Text of it.", "# Qëllimi", "More of it."
    )
    assert found["title"] == "A Plan for the Teaching of Rights 2018-2022"


def test_the_date_of_a_law_that_is_cited_is_not_the_documents() -> None:
    cited = "BAZA LIGJORE: Ligji nr. 1234 datë 20.05.2010 “Për diçka”"
    assert "date" not in described("# ANKIM", cited, "Text of it.")
    assert described("# ANKIM", cited, "Tiranë, më 3.4.2014")["date"] == "2014-04-03"
    assert described("LIGJ", "Nr. 1234, datë 20.5.2010", "PËR DIÇKA")["date"] == "2010-05-20"
    assert described("# Raport", "Nr. 77, datë 20.5.2010")["date"] == "2010-05-20"


def test_nothing_printed_leaves_the_files_name() -> None:
    assert describe(Path("my_notes-3.txt"), Facts(), [])["title"] == "my notes 3"
    assert described("123", "///", name="scan.pdf")["title"] == "scan"


LINES = st.lists(
    st.one_of(
        st.text(max_size=80),
        st.sampled_from(
            [
                "# Convention",
                "CASE OF ",
                "CPT/Inf (2019) 9",
                "# Report to the Government of ",
                "# ZAKON",
                "Na osnovu",
                "# ",
                "31 May 2019",
            ]
        ),
    ),
    max_size=12,
)


@settings(max_examples=100, deadline=None)
@given(LINES, st.text(max_size=40))
def test_describing_never_raises_and_always_names_the_document(lines: list[str], stated: str) -> None:
    found = describe(Path("some file.pdf"), Facts(title=stated, date=stated), passages(*lines))
    assert found["title"].strip()
    assert isinstance(found["kind"], Kind)


def test_describing_is_quick_beside_reading() -> None:
    long = passages("# A title", *("word " * 400 for _ in range(500)))
    describe(Path("a.pdf"), Facts(), long)
    began = time.process_time()
    for _ in range(20):
        describe(Path("a.pdf"), Facts(), long)
    assert (time.process_time() - began) / 20 < 0.03
