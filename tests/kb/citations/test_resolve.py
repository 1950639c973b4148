"""Resolving: to what is held, or to a reason; and what documents and passages answer to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from corpus.catalogue import instruments
from kb import citations
from kb.citations import references, resolve, targets
from kb.nouns import Citation, Document, Kind


@pytest.fixture(autouse=True, scope="module")
def _catalogue() -> Iterator[None]:
    citations.use_instruments(instruments())
    yield
    citations.use_instruments(())


def document(name: str, **fields: object) -> Document:
    title = fields.pop("title_", name)
    return Document(id=name, title=title, **fields)  # type: ignore[arg-type]


OPCAT_EN = document("opcat-en", kind=Kind.INSTRUMENT, work="opcat", language="en")
OPCAT_SQ = document("opcat-sq", kind=Kind.INSTRUMENT, work="opcat", language="sq")
EPR_06 = document("epr06", kind=Kind.INSTRUMENT, work="epr-2006", language="en")
EPR_20 = document("epr20", kind=Kind.INSTRUMENT, work="epr-2020", language="en")
REPORT = document("report", kind=Kind.CPT_REPORT, reference="CPT/Inf (2019) 09", language="en")
MERITS = document("merits", kind=Kind.JUDGMENT, reference="no. 30210/96", date="2000-10-26", language="en")
JUST = document("just", kind=Kind.JUDGMENT, reference="no. 30210/96", date="2002-01-15", language="en")


class Shelf:
    """A collection as resolving sees it."""

    def __init__(self, **anchors: tuple[Document, str]) -> None:
        self.held = [pair[0] for pair in anchors.values()]
        self.anchors = {pair[0].id: set(pair[1].split()) for pair in anchors.values()}

    def documents(self, target: str) -> Sequence[Document]:
        return [one for one in self.held if target in targets(one)]

    def has(self, name: str, anchor: str) -> bool:
        return anchor in self.anchors[name]

    def lead(self, text: str, *, language: str | None = None, date: str | None = None) -> tuple[str | None, str]:
        (citation,) = citations.find(text)
        return resolve(citation, documents=self.documents, anchors=self.has, language=language, date=date)


def test_a_provision_is_led_to_its_passage_in_the_citing_language_or_english() -> None:
    shelf = Shelf(a=(OPCAT_SQ, "article-19"), b=(OPCAT_EN, "article-19"))
    assert shelf.lead("neni 19 i OPCAT", language="sq") == ("opcat-sq#article-19", "")
    assert shelf.lead("члан 19 OPCAT", language="sr-Cyrl") == ("opcat-en#article-19", "")
    assert shelf.lead("OPCAT article 19") == ("opcat-en#article-19", "")


def test_a_whole_document_is_led_to_itself() -> None:
    assert Shelf(a=(REPORT, "1 2")).lead("CPT/Inf(2019)9") == ("report", "")


def test_what_is_not_held_says_so() -> None:
    assert Shelf(a=(REPORT, "1")).lead("CPT/Inf (2020) 9") == (None, "not in the collection")


def test_a_paragraph_that_is_not_there_says_so() -> None:
    assert Shelf(a=(REPORT, "1 2")).lead("CPT/Inf (2019) 9, § 41") == (None, "no such paragraph")


def test_two_judgments_of_one_application_are_ambiguous_until_the_paragraph_decides() -> None:
    shelf = Shelf(a=(MERITS, "1 40 92"), b=(JUST, "1 40"))
    assert shelf.lead("no. 30210/96") == (None, "ambiguous between just, merits")
    assert shelf.lead("no. 30210/96, § 40") == (None, "ambiguous between just, merits")
    assert shelf.lead("no. 30210/96, § 92") == ("merits#92", "")


def test_an_ecli_names_one_judgment_by_its_day() -> None:
    shelf = Shelf(a=(MERITS, "1"), b=(JUST, "1"))
    assert shelf.lead("ECLI:CE:ECHR:2000:1026JUD003021096") == ("merits", "")
    assert shelf.lead("ECLI:CE:ECHR:2001:1026JUD003021096") == (None, "not in the collection")


def test_an_edition_is_decided_by_its_year_or_the_citing_date_and_never_guessed() -> None:
    shelf = Shelf(a=(EPR_06, "18.4"), b=(EPR_20, "18.4"))
    assert shelf.lead("Rule 18.4 of Rec(2006)2-rev") == ("epr20#18.4", "")
    assert shelf.lead("Rule 18.4 of the 2006 European Prison Rules") == ("epr06#18.4", "")
    assert shelf.lead("Rule 18.4 EPR") == (None, "edition unknown")
    assert shelf.lead("Rule 18.4 EPR", date="2015-03-01") == ("epr06#18.4", "")
    assert shelf.lead("Rule 18.4 EPR", date="2024") == ("epr20#18.4", "")
    assert shelf.lead("Rule 18.4 EPR", date="2020") == (None, "edition unknown")
    assert shelf.lead("Rule 18.4 EPR", date="2020-06-30") == ("epr06#18.4", "")
    assert shelf.lead("Rule 18.4 EPR", date="1970") == (None, "edition unknown")


def test_an_edition_that_is_not_held_is_not_replaced_by_another() -> None:
    assert Shelf(a=(EPR_20, "18.4")).lead("Rule 18.4 EPR", date="2010") == (None, "not in the collection")


@pytest.mark.parametrize(
    ("anchors", "text", "led"),
    [
        ("rule-18.4", "Rule 18.4 of Rec(2006)2", "rule-18.4"),
        ("18.4", "Rule 18.4 of Rec(2006)2", "18.4"),
        ("60.6", "Rule 60.6.a of Rec(2006)2", "60.6"),
        ("rule-18", "Rule 18.4 of Rec(2006)2", "rule-18"),
        ("18.1 18 18.4", "Rule 18.9 of Rec(2006)2", None),
        ("19", "Rule 18.4 of Rec(2006)2", None),
    ],
)
def test_a_finer_part_is_led_to_the_passage_that_holds_it(anchors: str, text: str, led: str | None) -> None:
    resolved, why = Shelf(a=(EPR_06, anchors)).lead(text)
    assert (resolved, why) == ((f"epr06#{led}", "") if led else (None, "no such paragraph"))


def test_documents_answer_to_their_work_family_references_and_ecli() -> None:
    assert targets(EPR_20) == ("epr-2020", "epr")
    assert targets(REPORT) == ("cpt/inf/2019/9",)
    assert targets(MERITS) == ("app/30210/96", "ecli:ce:echr:2000:1026jud003021096")
    joined = document("joined", kind=Kind.JUDGMENT, reference="nos. 1/02 and 2/03", date="2005")
    assert targets(joined) == ("app/1/02", "app/2/03")
    hudoc = document("h", source_url="https://hudoc.echr.coe.int/?i=001-58007")
    assert targets(hudoc) == ("hudoc/001-58007",)
    assert targets(document("plain")) == ()


@pytest.mark.parametrize(
    ("label", "held", "expected"),
    [
        ("Neni 19", OPCAT_SQ, ("article-19", "opcat#article-19")),
        ("article-19", OPCAT_SQ, ("article-19", "opcat#article-19")),
        ("article-19~2", OPCAT_SQ, ("article-19", "article-19~2", "opcat#article-19", "opcat#article-19~2")),
        ("41", REPORT, ("41", "cpt/inf/2019/9#41")),
        ("18.4", EPR_20, ("18.4", "rule-18.4", "epr-2020#18.4", "epr-2020#rule-18.4", "epr#18.4", "epr#rule-18.4")),
        ("", REPORT, ()),
        ("41_1", REPORT, ()),
        ("fn12", REPORT, ()),
    ],
)
def test_a_passage_answers_to_its_label_within_its_document(
    label: str, held: Document, expected: tuple[str, ...]
) -> None:
    assert references(label, held) == expected


@pytest.mark.parametrize(
    ("label", "anchor"),
    [
        ("41.", "41"),
        ("7.2", "7.2"),
        ("Article 3", "article-3"),
        ("Neni 3", "article-3"),
        ("Član 3.", "article-3"),
        ("Члан 3", "article-3"),
        ("Член 3", "article-3"),
        ("Madde 3", "article-3"),
        ("Artikel 3", "article-3"),
        ("Rule 18.1", "rule-18.1"),
        ("Rregulla 22", "rule-22"),
        ("Pravilo 18.1", "rule-18.1"),
        ("Principle 3", "principle-3"),
        ("§ 5", "5"),
        ("Article 53A", "article-53a"),
        ("Chapter 3", None),
        ("Introduction", None),
        ("", None),
    ],
)
def test_a_label_in_any_language_gives_one_anchor(label: str, anchor: str | None) -> None:
    assert citations.anchor_of(label) == anchor


def test_the_same_citation_resolves_when_its_document_arrives() -> None:
    citation = Citation(text="x", start=0, end=1, grammar="cpt", target="cpt/inf/2019/9", pinpoint="2")
    empty = Shelf()
    assert resolve(citation, documents=empty.documents, anchors=empty.has)[0] is None
    shelf = Shelf(a=(REPORT, "1 2"))
    assert resolve(citation, documents=shelf.documents, anchors=shelf.has)[0] == "report#2"


def test_an_item_of_a_paragraph_leads_to_the_item_or_to_its_paragraph() -> None:
    citation = Citation(text="x", start=0, end=1, grammar="cpt", target="cpt/inf/2019/9", pinpoint="41.a.i")
    for held, anchor in (("41 41.a 41.a.i", "41.a.i"), ("41 41.a", "41.a"), ("41", "41")):
        shelf = Shelf(a=(REPORT, held))
        assert resolve(citation, documents=shelf.documents, anchors=shelf.has)[0] == f"report#{anchor}"


def test_the_day_decides_between_the_texts_of_one_application() -> None:
    shelf = Shelf(a=(MERITS, "1 40"), b=(JUST, "1 40"))
    assert shelf.lead("A v. Poland, no. 30210/96, § 40, 15 January 2002") == ("just#40", "")
    assert shelf.lead("A v. Poland, no. 30210/96, § 40, 26 October 2000") == ("merits#40", "")
    assert shelf.lead("A v. Poland, no. 30210/96, § 40, 1 March 2001") == (None, "not in the collection")
    assert shelf.lead("A v. Poland, no. 30210/96, § 40") == (None, "ambiguous between just, merits")


def test_a_decision_is_not_the_judgment_and_the_grand_chamber_is_preferred() -> None:
    grand = document("grand", kind=Kind.JUDGMENT, reference="no. 30210/96 [GC]", date="2003-05-05", language="en")
    decision = document("decision", kind=Kind.JUDGMENT, title_="x", reference="no. 30210/96 (dec.)", date="1999-01-01")
    assert Shelf(a=(MERITS, "1")).lead("A v. Poland (dec.), no. 30210/96") == (None, "not in the collection")
    assert Shelf(a=(MERITS, "1"), b=(decision, "1")).lead("A v. Poland (dec.), no. 30210/96") == ("decision", "")
    assert Shelf(a=(MERITS, "1"), b=(grand, "1")).lead("A v. Poland [GC], no. 30210/96") == ("grand", "")


def test_an_article_of_the_convention_in_its_old_numbering_is_not_led_to_the_new_one() -> None:
    echr = document("echr", kind=Kind.INSTRUMENT, work="echr", language="en")
    shelf = Shelf(a=(echr, "article-3 article-25 article-50"))
    assert shelf.lead("Article 50 ECHR", date="1995-07-13") == (None, "edition unknown")
    assert shelf.lead("Article 3 ECHR", date="1995-07-13") == ("echr#article-3", "")
    assert shelf.lead("Article 50 ECHR", date="2005") == ("echr#article-50", "")
    assert shelf.lead("under former Article 25 of the ECHR", date="2005") == (None, "edition unknown")


def test_a_case_is_known_by_its_name() -> None:
    soering = document("s", title_="CASE OF SOERING v. THE UNITED KINGDOM", kind=Kind.JUDGMENT, date="1989-07-07")
    assert {"case/soering-v-united-kingdom", "case/soering"} <= set(targets(soering))
    shelf = Shelf(a=(soering, "88"))
    assert shelf.lead("Soering v. the United Kingdom, 7 July 1989, § 88, Series A no. 161") == ("s#88", "")
    assert shelf.lead("the Soering judgment of 7 July 1989, Series A no. 161, § 88") == ("s#88", "")
    assert shelf.lead("Soering c. Royaume-Uni, § 88") == ("s#88", "")


def test_a_second_number_in_an_ecli_leads_to_the_judgment_of_that_day() -> None:
    joined = document("joined", kind=Kind.JUDGMENT, reference="nos. 1234/02 and 2345/03", date="2005-05-03")
    assert Shelf(a=(joined, "1")).lead("ECLI:CE:ECHR:2005:0503JUD000234503") == ("joined", "")
    assert Shelf(a=(joined, "1")).lead("ECLI:CE:ECHR:2005:0504JUD000234503") == (None, "not in the collection")


def test_an_ecli_that_contradicts_the_number_is_not_answered_to() -> None:
    said = "no. 71409/10, ECLI:CE:ECHR:2018:1109JUD007140910"
    right = document("r", kind=Kind.JUDGMENT, reference=said, date="2018-11-09")
    wrong = document("w", kind=Kind.JUDGMENT, reference=said.replace("71409/10", "71410/10"), date="2018-11-09")
    assert "ecli:ce:echr:2018:1109jud007140910" in targets(right)
    assert "ecli:ce:echr:2018:1109jud007140910" not in targets(wrong)
    assert citations.find("ECLI:CE:ECHR:2018:1109JUD007140910")[0].target == "ecli:ce:echr:2018:1109jud007140910"


def test_a_law_is_known_by_its_name_in_its_state() -> None:
    assert "law/srb/criminal-code" in targets(document("k", title_="Krivični zakonik", kind=Kind.LAW, state="SRB"))
    assert "law/xkx/constitution" in targets(document("c", title_="Kushtetuta", kind=Kind.LAW, state="XKX"))
    assert targets(document("u", title_="Krivični zakonik", kind=Kind.LAW)) == ()


@pytest.mark.parametrize(
    ("title", "state", "target"),
    [
        ("KUSHTETUTA E REPUBLIKËS SË SHQIPËRISË", "ALB", "law/alb/constitution"),
        ("KUSHTETUTA E REPUBLIKES SE KOSOVES", None, "law/xkx/constitution"),
        ("KRIVIČNI ZAKONIK", "SRB", "law/srb/criminal-code"),
        ("krivicni zakonik", "SRB", "law/srb/criminal-code"),
        ("КРИВИЧНИ ЗАКОНИК", "SRB", "law/srb/criminal-code"),
        ("ZAKON O IZVRŠENJU KRIVIČNIH SANKCIJA", "SRB", "law/srb/law-on-enforcement-of-criminal-sanctions"),
        ("LIGJI PËR POLICINË", "XKX", "law/xkx/law-on-police"),
        ("УСТАВ НА РЕПУБЛИКА СЕВЕРНА МАКЕДОНИЈА", None, "law/mkd/constitution"),
        ("CONSTITUTION OF THE REPUBLIC OF KOSOVO", None, "law/xkx/constitution"),
        ("CRIMINAL CODE", "XKX", "law/xkx/criminal-code"),
        ("Kodi Penal i Republikës së Kosovës", None, "law/xkx/criminal-code"),
        ("LAW ON EXECUTION OF PENAL SANCTIONS", "XKX", "law/xkx/law-on-enforcement-of-criminal-sanctions"),
        ("Law on the rights of prisoners", "XKX", "law/xkx/law-on-rights-of-prisoners"),
    ],
)
def test_a_law_is_known_however_its_title_is_printed(title: str, state: str | None, target: str) -> None:
    assert target in targets(document("l", title_=title, kind=Kind.LAW, state=state))


def test_the_gazette_tells_whose_law_it_is() -> None:
    law = document("z", title_="Krivični zakonik", kind=Kind.LAW, reference="Sl. glasnik RS, br. 85/2005")
    assert targets(law) == ("law/srb/gazette/2005/85", "law/srb/criminal-code")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("ZAKON O POLICIJI I ZAŠTITI", Kind.LAW),
        ("ZAKON O POLICIJSKOJ AKADEMIJI", Kind.LAW),
        ("USTAVNI ZAKON", Kind.LAW),
        ("Kodi Penal i Ushtrisë", Kind.LAW),
        ("KUSHTETUTA", Kind.REPORT),
        ("LAW AND ORDER IN PRISON: a study", Kind.LAW),
    ],
)
def test_another_title_is_not_that_law(title: str, kind: Kind) -> None:
    assert targets(document("l", title_=title, kind=kind, state="SRB")) == ()


def test_a_reference_to_a_constitution_leads_to_the_one_printed_in_capitals() -> None:
    held = document("c", title_="KUSHTETUTA E REPUBLIKËS SË SHQIPËRISË", kind=Kind.LAW, state="ALB", language="sq")
    shelf = Shelf(a=(held, "article-28"))
    assert shelf.lead("neni 28 i Kushtetutës së Shqipërisë") == ("c#article-28", "")
    assert shelf.lead("neni 28 i Kushtetutës së Kosovës") == (None, "not in the collection")
