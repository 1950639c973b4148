"""Finding: the grammars' own examples, what must not match, spans, and time."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.catalogue import instruments
from kb import citations
from kb.citations import GRAMMARS, Grammar
from kb.citations.grammars import field_examples, internal, law_before
from kb.nouns import Document, Kind

EXAMPLES = [(g.name, text, expected) for g in GRAMMARS for text, expected in g.examples]
NEAR_MISSES = [(g.name, text) for g in GRAMMARS for text in g.near_misses]


@pytest.fixture(autouse=True, scope="module")
def _catalogue() -> Iterator[None]:
    citations.use_instruments(instruments())
    yield
    citations.use_instruments(())


def addresses(text: str, **options: object) -> tuple[str, ...]:
    return tuple(citation.address for citation in citations.find(text, **options))  # type: ignore[arg-type]


def as_in_the_catalogue(address: str) -> str:
    """An example of a grammar names the reference; the catalogue may know whose reference it is."""
    target, hash_, pinpoint = address.partition("#")
    return citations.names.known().references.get(target, target) + hash_ + pinpoint


@pytest.mark.parametrize(("grammar", "text", "expected"), EXAMPLES)
def test_each_grammar_reads_its_own_examples(grammar: str, text: str, expected: tuple[str, ...]) -> None:
    assert addresses(text) == tuple(map(as_in_the_catalogue, expected)), grammar


@pytest.mark.parametrize(("grammar", "text"), NEAR_MISSES)
def test_each_grammar_leaves_its_near_misses_alone(grammar: str, text: str) -> None:
    assert addresses(text) == (), grammar


@pytest.mark.parametrize(("text", "expected"), [*law_before.EXAMPLES, *law_before.NOT_OF_THE_LAW])
def test_an_article_after_its_law_is_the_laws_unless_it_is_said_whose_it_is(
    text: str, expected: tuple[str, ...]
) -> None:
    assert addresses(text) == expected


def test_a_law_with_its_article_is_one_reference_in_the_box() -> None:
    for text, expected in law_before.EXAMPLES:
        if len(expected) == 1 and text[-1].isdigit() and text[0] not in "(„":
            whole = citations.parse_reference(text)
            assert whole is not None, text
            assert (whole.address,) == expected


JUDGMENT_OF_POLAND = Document(
    id="d", title="CASE OF A v. POLAND", kind=Kind.JUDGMENT, mechanism="ECtHR", state="POL", date="2015-03-01"
)
LAW_OF_KOSOVO = Document(id="d", title="Ligji", kind=Kind.LAW, state="XKX")
REPORT = Document(id="d", title="Report", kind=Kind.CPT_REPORT, mechanism="CPT", state="ALB")
IN_CONTEXT = [
    *((JUDGMENT_OF_POLAND, *example) for example in field_examples.JUDGMENT),
    *((LAW_OF_KOSOVO, *example) for example in field_examples.LAW),
    *((REPORT, *example) for example in internal.EXAMPLES),
]


@pytest.mark.parametrize(("document", "text", "expected"), IN_CONTEXT)
def test_the_document_says_what_is_meant(document: Document, text: str, expected: tuple[str, ...]) -> None:
    assert addresses(text, document=document) == expected


@pytest.mark.parametrize("text", internal.NEAR_MISSES)
def test_not_every_number_is_a_paragraph_of_the_document(text: str) -> None:
    assert addresses(text, document=REPORT) == ()


@pytest.mark.parametrize("grammar", [grammar for grammar in GRAMMARS if grammar.initials], ids=lambda one: one.name)
def test_a_reference_begins_with_one_of_its_initials(grammar: Grammar) -> None:
    matches = [match for text, _ in grammar.examples for match in grammar.pattern.finditer(text)]
    read = [match[0][0].lower() for match in matches if list(grammar.read(match))]
    assert read
    assert {"0" if initial.isdecimal() else initial for initial in read} <= set(grammar.initials)


def test_what_is_found_does_not_depend_on_other_words_of_the_passage() -> None:
    def found(text: str) -> list[str]:
        return [one.text for one in citations.find(text, document=JUDGMENT_OF_POLAND)]

    assert found("Regulation 10 of the 1955 Regulations") == ["Regulation 10 of the 1955 Regulations"]
    assert found("the party's 2006 programme") == found("Article 3 and the party's 2006 programme")[1:] == []
    assert found("It sent 5 S 5 boxes") == []
    assert found("Section 53, s. 54 and s 55 of the Prison Act 1952")[1:] == ["s. 54", "s 55 of the Prison Act 1952"]
    assert found("See §§ 75-85 of it; see paragraph 5 above") == ["paragraph 5 above"]
    assert found("Name v. Poland, no. 12345/98, § 3. Id., § 45")[1:] == ["Id., § 45"]
    assert found("His id. number; the id 5") == []


def test_there_are_examples_enough() -> None:
    assert len(EXAMPLES) + len(IN_CONTEXT) >= 400
    assert len(NEAR_MISSES) + len(internal.NEAR_MISSES) >= 150


def test_a_reference_of_the_catalogue_is_its_instrument() -> None:
    assert addresses("A/RES/70/175") == ("mandela",)
    assert addresses("CM/Rec(2008)11") == ("rec-2008-11",)
    assert addresses("CPT/Inf/E (2002) 1 - Rev. 2015") == ("cpt-standards",)
    assert addresses("Rec(2006)2-rev and Rec(2006)2") == ("epr-2020", "epr-2006")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Articles 3, 8 and 13 of the ECHR apply", ["Articles 3", "8", "13 of the ECHR"]),
        ("see (OPCAT article 19) above", ["OPCAT article 19"]),
        ("Article 5 § 1 (e) ECHR.", ["Article 5 § 1 (e) ECHR"]),
        ("člana 3. EKLJP.", ["člana 3. EKLJP"]),
        ("Rules 37-39 of the Mandela Rules", ["Rules 37-39 of the Mandela Rules"]),
        ("no. 12345/98, §§ 59 and 62.", ["no. 12345/98, §§ 59", "62"]),
    ],
)
def test_the_span_is_the_words_of_the_citation(text: str, words: list[str]) -> None:
    found = citations.find(text)
    assert [one.text for one in found] == words
    assert all(text[one.start : one.end] == one.text for one in found)


def test_the_convention_is_what_the_document_calls_so() -> None:
    text = "a violation of Article 3 of the Convention"
    court = Document(id="j", title="CASE OF A v. B", kind=Kind.JUDGMENT, mechanism="ECtHR")
    committee = Document(id="r", title="Report", kind=Kind.CPT_REPORT, mechanism="CPT")
    assert addresses(text) == ()
    assert addresses(text, document=court) == ("echr#article-3",)
    assert addresses(text, document=committee) == ("ecpt#article-3",)
    assert addresses("Article 6 of the Convention on the Rights of the Child", document=court) == ("crc#article-6",)
    elsewhere = ("law/int/convention-on-cybercrime#article-6",)
    assert addresses("Article 6 of the Convention on Cybercrime", document=court) == elsewhere


def test_the_turkish_abbreviation_is_turkish_only() -> None:
    assert addresses("AİHS m. 3", language="tr") == ("echr#article-3",)
    assert addresses("ECHR m. 3", language="en") == ()


def test_without_a_catalogue_instruments_have_no_names() -> None:
    citations.use_instruments(())
    try:
        assert addresses("Article 3 ECHR; CPT/Inf (2019) 9") == ("cpt/inf/2019/9",)
    finally:
        citations.use_instruments(instruments())


PIECES = st.sampled_from(
    [
        "Article ", "Articles ", "neni ", "član ", "члан ", "Rule ", "m. ", "madde ", "3", "18.4", "12345/96",
        "1/02", "§ ", "§§ ", "(", ")", ", ", " and ", " i ", "-", "–", " of the ", " ECHR", "OPCAT ",
        "European Prison Rules ", "Convention", "no. ", "nos. ", "application ", "CPT/Inf ", "(2019) ", "Rec",
        "A/RES/", "A/", "/", "ECLI:", "Sl. glasnik RS", " br. ", "55/2014", "04/L-149", "Ligji nr. ",
        "datë 1.1.2001", "001-", " v. ", " c. ", "Kudła", "Poland", "A. and ", "Others", "[GC]", "((dec.), ",
        "cited above",
        "ibid.", " judgment", " case (", "Series A no. 1", "ECHR 2000-XI", "3 May 2001", "paragraph ",
        "paragraphs ",
        " above", "see ", "below", "section ", "of this Law", "of the ", "Code of ", "Act ", "General Report",
        "P16-",
        "stav ", "(art. 3)", "Protocol No. ", "Regulation (EC) No ", "kundër ", "protiv ",
        "neni 7 i këtij ligji", " " * 40, "a" * 40, "1" * 40, "." * 20, "\n", "İ", "ß",
    ]
)  # fmt: skip
A_KILOBYTE = 0.015  # seconds, for text made of nothing but what grammars look for; real text needs a thirtieth
FIXED_COST = 0.25  # seconds: a busy machine interrupts


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=60).map("".join)))
def test_finding_never_raises_and_spans_slice_the_text(text: str) -> None:
    end = 0
    for one in citations.find(text, document=JUDGMENT_OF_POLAND if len(text) % 2 else LAW_OF_KOSOVO):
        assert text[one.start : one.end] == one.text
        assert one.start >= end
        assert one.target
        assert not any(c.isspace() for c in one.address)
        end = one.end


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, min_size=1, max_size=12).map("".join))
def test_time_grows_with_the_length_alone_whatever_is_repeated(unit: str) -> None:
    text = unit * (60_000 // len(unit) + 1)
    for document in (None, JUDGMENT_OF_POLAND):
        began = time.process_time()
        citations.find(text, document=document)
        assert time.process_time() - began < FIXED_COST + A_KILOBYTE * len(text) / 1000


@pytest.mark.real
def test_nearly_every_citation_of_a_judgment_is_to_a_case_a_provision_or_itself(real_data: object) -> None:
    from pathlib import Path

    assert isinstance(real_data, Path)
    court = Document(id="j", title="CASE OF A v. B", kind=Kind.JUDGMENT, mechanism="ECtHR")
    files = sorted((real_data / "judgments").glob("*.txt"))
    found = [
        c
        for path in files
        for line in path.read_text("utf-8").splitlines()
        for c in citations.find(line, document=court)
    ]
    known = sum(c.grammar in ("case", "ecthr", "internal", "provision") for c in found)
    assert known >= 0.9 * len(found) > 1000


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See CPT/Inf (2015) 44, paragraph 41 (a).", "cpt/inf/2015/44#41.a"),
        ("See CPT/Inf (2015) 44, paragraph 41 (a) (ii).", "cpt/inf/2015/44#41.a.ii"),
        ("See CPT/Inf (2015) 44, paragraph 41(b) and after.", "cpt/inf/2015/44#41.b"),
        ("See CPT/Inf (2015) 44, paragraph 41 (the cells).", "cpt/inf/2015/44#41"),
        ("See CPT/Inf (2015) 44, paragraph 41 (A).", "cpt/inf/2015/44#41"),
    ],
)
def test_an_item_of_a_paragraph_is_part_of_the_pinpoint(text: str, address: str) -> None:
    assert [citation.address for citation in citations.find(text)] == [address]


def test_an_item_is_looked_for_in_its_paragraph_too() -> None:
    assert citations.addresses("cpt/inf/2015/44#41.a.ii") == ("cpt/inf/2015/44#41.a.ii", "cpt/inf/2015/44#41")
    assert citations.addresses("opcat#article-4.a") == ("opcat#article-4.a",)
    assert citations.addresses("unnamed#section-53") == ()
    assert citations.addresses("cpt/inf/2015/44#41") == ("cpt/inf/2015/44#41",)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Kudła v. Poland [GC], no. 30210/96, §§ 90-95", [95]),
        ("Kudła v. Poland [GC], no. 30210/96, §§ 90–95, ECHR 2000-XI", [95]),
        ("no. 30210/96, §§ 90-95 and 97", [95, 0]),
        ("no. 30210/96, §§ 12, 90-94 and 97 to 99", [0, 94, 99]),
        ("no. 30210/96, §§ 190-5", [195]),
        ("no. 30210/96, § 96", [0]),
        ("nos. 30210/96 and 96-97/99", [0]),
        ("Rules 60-65 of the European Prison Rules", [65]),
        ("Articles 2 to 4 ECHR", [4]),
        ("CPT/Inf (2019) 9, paragraphs 41-44", [44]),
        ("no. 30210/96, §§ 95-90", [0]),
        ("no. 30210/96, §§ 5-905", [0]),
        ("no. 30210/96, § 92, 26 October 2000", [0]),
    ],
)
def test_a_range_knows_its_last_number(text: str, ends: list[int]) -> None:
    assert [citation.through for citation in citations.find(text)][: len(ends)] == ends
