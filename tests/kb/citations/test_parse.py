"""A whole query as one reference."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from corpus.catalogue import instruments
from kb import citations


@pytest.fixture(autouse=True, scope="module")
def _catalogue() -> Iterator[None]:
    citations.use_instruments(instruments())
    yield
    citations.use_instruments(())


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("OPCAT article 19", "opcat#article-19"),
        ("article 19 OPCAT", "opcat#article-19"),
        ("opcat art 19", "opcat#article-19"),
        ("neni 19 i OPCAT", "opcat#article-19"),
        ("neni 19 i opkat?", "opcat#article-19"),
        ("члан 19 OPCAT", "opcat#article-19"),
        ('"art. 19 OPCAT"', "opcat#article-19"),
        ("epr 18.4", "epr#rule-18.4"),
        ("echr 3", "echr#article-3"),
        ("mandela 43", "mandela#rule-43"),
        ("Mandela Rules", "mandela"),
        ("OPCAT", "opcat"),
        ("no. 30210/96", "app/30210/96"),
        ("30210/96", "app/30210/96"),
        ("30210/96 § 92", "app/30210/96#92"),
        ("no. 30210/96, § 92", "app/30210/96#92"),
        ("CPT/Inf(2019)9", "cpt/inf/2019/9"),
        ("CPT/Inf (2019) 09", "cpt/inf/2019/9"),
        ("cpt/inf (2019) 9, paragraph 41", "cpt/inf/2019/9#41"),
        ("001-58007", "hudoc/001-58007"),
        ("ECLI:CE:ECHR:2018:1109JUD007140910", "ecli:ce:echr:2018:1109jud007140910"),
        ("04/L-149", "law/xkx/04-l-149"),
        ("A/RES/70/175", "mandela"),
        ("Rec(2006)2-rev", "epr-2020"),
        ("Kudła v. Poland", "case/kudla-v-poland"),
        ("Kudła v. Poland, no. 30210/96, § 92", "app/30210/96#92"),
        ("Kudła kundër Polonisë, nr. 30210/96, § 92", "app/30210/96#92"),
        ("Кудла против Пољске, бр. 30210/96", "app/30210/96"),
        ("2nd General Report, paragraph 46", "cpt/inf/1992/3#46"),
        ("Rule 60.6.a EPR", "epr#rule-60.6.a"),
        ("neni 3 i KEDNJ", "echr#article-3"),
        ("član 3. EKLJP", "echr#article-3"),
        ("rregulla 22 e RrEB", "epr#rule-22"),
        ("cl. 3 ekljp", "echr#article-3"),
        ("EKLJP cl. 3", "echr#article-3"),
        ("Directive 2013/48/EU", "eu/dir/2013/48"),
        ("Ligji nr. 81/2020", "law/alb/2020/81"),
    ],
)
def test_a_reference_in_any_order_and_case_is_read(query: str, address: str) -> None:
    found = citations.parse_reference(query)
    assert found is not None
    assert found.address == address
    assert query[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "Article 3",
        "Rule 43",
        "torture in Article 3 ECHR",
        "Articles 3 and 8 ECHR",
        "CPT/Inf (2019) 9 CPT/Inf (2019) 10",
        "12/2019",
        "1/2",
        "solitary confinement",
        "mandela in prison",
        "OPCAT AND torture",
        "x" * 5000,
        "30210/96" * 60,
    ],
)
def test_anything_more_or_less_than_one_reference_is_a_search(query: str) -> None:
    assert citations.parse_reference(query) is None


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("Rule 18.4", "epr#rule-18.4"),
        ("rregulla 18.4", "epr#rule-18.4"),
        ("правило 18.4", "epr#rule-18.4"),
        ("60.6.a", "epr#rule-60.6.a"),
        ("60.6.a EPR", "epr#rule-60.6.a"),
        ("EPR 60.6.a", "epr#rule-60.6.a"),
        ("53A EPR", "epr#rule-53a"),
    ],
)
def test_a_rule_with_its_sub_number_is_the_european_prison_rules(typed: str, address: str) -> None:
    found = citations.parse_reference(typed)
    assert found is not None
    assert found.address == address


@pytest.mark.parametrize(
    "typed", ["18.4", "Rule 118.4", "room 18.4", "12.5", "Rule 3", "article 18.4", "0.1.a", "60.6.ab"]
)
def test_a_number_alone_is_nobodys_rule(typed: str) -> None:
    assert citations.parse_reference(typed) is None


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("neni 5 i Ligjit Nr. 04/L-149 për ekzekutimin e sanksioneve penale", "law/xkx/04-l-149#article-5"),
        ("Article 5 of Law No. 04/L-149 on Execution of Penal Sanctions", "law/xkx/04-l-149#article-5"),
        ("član 5 Zakona br. 04/L-149 o izvršenju krivičnih sankcija", "law/xkx/04-l-149#article-5"),
        (
            "Zakon o izvršenju krivičnih sankcija („Sl. glasnik RS”, br. 55/2014), član 163",
            "law/srb/gazette/2014/55#article-163",
        ),
        (
            "član 163 Zakona o izvršenju krivičnih sankcija („Sl. glasnik RS”, br. 55/2014)",
            "law/srb/gazette/2014/55#article-163",
        ),
        (
            "члан 163. Закона о извршењу кривичних санкција (Службени гласник РС, бр. 55/2014)",
            "law/srb/gazette/2014/55#article-163",
        ),
        ("Ligji për ekzekutimin e sanksioneve penale (Nr. 04/L-149), neni 5", "law/xkx/04-l-149#article-5"),
    ],
)
def test_a_law_by_its_number_and_its_name_is_one_reference(typed: str, address: str) -> None:
    found = citations.parse_reference(typed)
    assert found is not None
    assert found.address == address


@pytest.mark.parametrize(
    "typed",
    [
        "torture (Sl. glasnik RS, br. 55/2014), član 163",
        "neni 5 i Ligjit Nr. 04/L-149 tortura",
        "Ligji Nr. 04/L-149 për torturën në burgje",
        "član 163 zakona, Sl. glasnik RS, br. 55/2014",
    ],
)
def test_other_words_beside_a_laws_number_are_a_search(typed: str) -> None:
    assert citations.parse_reference(typed) is None
