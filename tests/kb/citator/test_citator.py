"""From a rule to who relies on it, as far as the reader may see."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kb.citator import Asking, Page, address_of_path, aim_of, citator, path_of
from kb.citator.printed import whole
from kb.citator.shapes import page_shape
from kb.collection import Collection
from kb.errors import QueryError


def look(collection: Collection, reference: str, **asking: Any) -> Page:
    return citator(collection, aim_of(collection, reference), Asking(**asking))


@pytest.mark.parametrize(
    ("reference", "address"),
    [
        ("OPCAT article 19", "opcat#article-19"),
        ("neni 19 i OPCAT", "opcat#article-19"),
        ("члан 19 OPCAT", "opcat#article-19"),
        ("art. 19 OPCAT", "opcat#article-19"),
        ("opcat#article-19", "opcat#article-19"),
        ("OPCAT", "opcat"),
        ("1001/02", "app/1001/02"),
        ("no. 1001/02, § 3", "app/1001/02#3"),
        ("app/1001/02#3", "app/1001/02#3"),
        ("ECLI:CE:ECHR:2008:0506JUD000100102", "app/1001/02"),
        ("CPT/Inf(2019)9", "cpt/inf/2019/9"),
        ("CPT/Inf (2019) 09", "cpt/inf/2019/9"),
        ("A/RES/57/199", "opcat"),
        ("EPR 18.4", "epr#rule-18.4"),
    ],
)
def test_every_form_of_a_reference_leads_to_one_address(keeper: Collection, reference: str, address: str) -> None:
    assert aim_of(keeper, reference).address == address


@pytest.mark.parametrize("words", ["", "the handcuffs", "Article 3", "d/nothing", "x" * 500, "#", "\x00", "../../etc"])
def test_what_is_no_reference_is_refused_with_advice(keeper: Collection, words: str) -> None:
    with pytest.raises(QueryError) as refused:
        aim_of(keeper, words)
    assert refused.value.advice


@pytest.mark.parametrize(
    "address", ["opcat#article-19", "app/1/02", "ecli:ce:echr:2008:x", "d/some-id#41~2", "npm/ë 1"]
)
def test_an_address_and_its_path_are_one(address: str) -> None:
    from urllib.parse import unquote

    path = path_of(address)
    assert path.isascii()
    assert address_of_path(unquote(path.removeprefix("/cite/"))) == address


def test_an_article_has_its_text_in_every_language_and_everyone_who_cites_it(keeper: Collection) -> None:
    page = look(keeper, "OPCAT article 19")
    assert [document.language for document, _ in page.texts] == ["en", "sq"]
    assert all(passage.anchor == "article-19" for _, passage in page.texts)
    assert page.groups == {"judgments": 1, "findings": 3, "recommendations": 1}
    assert [each.document.date for each in page.citing if each.group == "findings"] == ["2023", "2021", "2020-03"]
    assert page.years[2021] == {"findings": 1, "recommendations": 1}
    [english] = [each for each in page.citing if each.document.date == "2021" and each.group == "findings"]
    assert english.sentence.text == "This is against Article 19 OPCAT, which the law repeats."
    [(start, end)] = english.sentence.spans
    assert english.sentence.text[start:end] == "Article 19 OPCAT"


def test_nothing_unseen_is_counted_or_shown(public: Collection, keeper: Collection) -> None:
    page, whole = look(public, "OPCAT article 19"), look(keeper, "OPCAT article 19")
    assert page.total == whole.total - 1
    assert page.groups["findings"] == whole.groups["findings"] - 1
    assert 2023 not in page.years
    assert "2023" not in json.dumps(page_shape(page))
    assert "informant" not in json.dumps(page_shape(page))
    assert look(public, "no. 3003/10, § 44").total == 1
    assert look(keeper, "no. 3003/10, § 44").total == 2


def test_a_hidden_document_is_no_address_for_those_who_may_not_see_it(
    public: Collection, keeper: Collection, ids: dict[str, str]
) -> None:
    assert aim_of(keeper, ids["note.txt"]).address == f"d/{ids['note.txt']}"
    with pytest.raises(QueryError):
        aim_of(public, ids["note.txt"])


def test_a_paragraph_of_a_judgment_lists_those_who_cite_it(keeper: Collection, ids: dict[str, str]) -> None:
    page = look(keeper, "no. 1001/02, § 3")
    [(document, passage)] = page.texts
    assert (document.id, passage.anchor) == (ids["one.txt"], "3")
    [citing] = page.citing
    assert (citing.document.id, citing.passage.anchor) == (ids["two.txt"], "2")
    assert citing.sentence.text.startswith("A prisoner must be protected")
    assert aim_of(keeper, f"{ids['one.txt']}#3").address == "app/1001/02#3"


def test_a_case_counts_every_paragraph_and_not_itself(keeper: Collection) -> None:
    page = look(keeper, "1001/02")
    assert (page.total, page.citations) == (2, 2)
    assert {part.address: part.passages for part in page.parts} == {"app/1001/02#3": 1, "app/1001/02#2": 1}


def test_what_is_not_held_has_its_page_with_what_would_bring_it(keeper: Collection) -> None:
    page = look(keeper, "no. 3003/10, § 44")
    assert page.texts == ()
    assert page.why == "not in the collection"
    assert "hudoc.echr.coe.int" in page.advice[0]
    assert page.total == 2


def test_a_number_that_a_held_text_lacks_is_said_to_be_missing(keeper: Collection) -> None:
    page = look(keeper, "OPCAT article 99")
    assert page.why == "no such paragraph"
    assert page.advice


def test_what_a_provision_cites_and_a_finding_under_it(keeper: Collection) -> None:
    page = look(keeper, "no. 1001/02, § 2")
    assert [link.citation.address for link in page.cites] == ["opcat#article-19", "opcat#article-20"]


@pytest.mark.parametrize(
    ("asking", "total"),
    [
        ({"language": ("sq",)}, 1),
        ({"kind": ("judgment",)}, 1),
        ({"role": ("recommendation",)}, 1),
        ({"state": ("XKX",)}, 3),
        ({"year_from": 2021}, 3),
        ({"year_to": 2008}, 1),
        ({"year_from": 2020, "year_to": 2020}, 1),
        ({"group": "findings"}, 3),
        ({"group": "standards"}, 0),
        ({"language": ("sq",), "kind": ("judgment",)}, 0),
    ],
)
def test_filters_narrow_and_the_facets_of_their_own_field_stay(
    keeper: Collection, asking: dict[str, Any], total: int
) -> None:
    page = look(keeper, "OPCAT article 19", **asking)
    assert page.total == total
    if "language" in asking and "kind" not in asking:
        assert set(page.facets["language"]) == {"en", "sq"}


def test_pages_of_a_list_hold_each_passage_once(keeper: Collection) -> None:
    seen = []
    for offset in range(0, 6, 2):
        page = look(keeper, "OPCAT article 19", whole_list=True, limit=2, offset=offset)
        assert page.total == 5
        seen += [each.passage.key for each in page.citing]
    assert len(seen) == len(set(seen)) == 5


def test_an_edition_counts_those_who_wrote_while_it_was_in_force(tmp_path: Any) -> None:
    from indexer.batch.run import Batch, Options
    from kb.home import Home

    (tmp_path / "in").mkdir()
    for year in (1999, 2010, 2022):
        (tmp_path / "in" / f"r{year}.txt").write_text(
            f"1. In {year} the delegation relied on Rule 18.4 of the European Prison Rules in its findings.\n", "utf-8"
        )
    files = "\n".join(f'[files."r{year}.txt"]\ndate = "{year}-05-05"\nkind = "report"' for year in (1999, 2010, 2022))
    (tmp_path / "in" / "kb.toml").write_text(files, "utf-8")
    home = Home.at(tmp_path / "home")
    Batch(home, Options(jobs=1)).run([tmp_path / "in"])
    collection = Collection(home)
    assert look(collection, "epr#rule-18.4").total == 3
    assert {
        edition: look(collection, f"{edition}#rule-18.4").total for edition in ("epr-1987", "epr-2006", "epr-2020")
    } == {
        "epr-1987": 1,
        "epr-2006": 1,
        "epr-2020": 1,
    }


@pytest.mark.parametrize(
    ("language", "begins"),
    [("sr-Latn", "Konvencija za zaštitu"), ("sr-Cyrl", "Конвенција за заштиту"), ("mk", "Конвенција за заштита"),
     ("sr-Cyrl-RS", "Конвенција за заштиту"), ("is", "Convention for")],
)  # fmt: skip
def test_an_instrument_is_named_in_the_language_of_the_reader(language: str, begins: str) -> None:
    assert whole("echr", language=language).startswith(begins)
