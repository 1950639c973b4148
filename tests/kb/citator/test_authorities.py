"""Tables of authorities: of a list that somebody pasted, and of a document."""

from __future__ import annotations

import csv
import io
import json

import pytest
from click.testing import CliRunner, Result

from kb.citator import authorities_in, authorities_of_passages, table_of_authorities
from kb.cli.main import kb as command
from kb.collection import Collection
from kb.home import Home

LIST = """OPCAT article 19
30210/96, § 92; CPT/Inf (2019) 9
nothing of the kind

neni 20 i OPCAT
"""


def run(home: Home, *arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(command, ["--home", str(home.path), *arguments], input=given)


def test_a_list_says_where_each_reference_leads_or_why_nowhere(keeper: Collection, ids: dict[str, str]) -> None:
    listed = authorities_in(keeper, LIST)
    assert [(each.line, each.address, each.why) for each in listed] == [
        (1, "opcat#article-19", ""),
        (2, "app/30210/96#92", "not in the collection"),
        (2, "cpt/inf/2019/9", "not in the collection"),
        (3, "", "not read as a reference"),
        (5, "opcat#article-20", ""),
    ]
    assert listed[0].resolved == f"{ids['opcat-en.md']}#article-19"
    assert listed[0].url == "/cite/opcat~article-19"
    assert all(each.resolved or each.advice for each in listed)


def test_prose_gives_its_references_and_no_complaint(keeper: Collection) -> None:
    prose = "The Court has held this many times. " * 10 + "See Article 19 OPCAT and no. 1001/02, § 3."
    assert [each.address for each in authorities_in(keeper, prose)] == ["opcat#article-19", "app/1001/02#3"]


@pytest.mark.parametrize("text", ["", "\n\n", " \t "])
def test_nothing_pasted_is_an_empty_table(keeper: Collection, text: str) -> None:
    assert authorities_in(keeper, text) == []


def test_a_documents_authorities_stand_under_headings_with_their_paragraphs(
    keeper: Collection, ids: dict[str, str]
) -> None:
    table = table_of_authorities(keeper, keeper.document(ids["two.txt"]))
    assert [(row.kind, row.address, row.held, row.pinpoints) for row in table] == [
        ("case-law", "app/1001/02", True, ("2", "3")),
        ("case-law", "app/3003/10", False, ("44",)),
    ]
    assert [one.anchor for one in table[0].cited_in] == ["2", "3"]
    assert table[0].name.startswith("CASE OF ONE v. STATE")


def test_the_command_writes_tables_for_spreadsheets_and_programs(citing_home: Home) -> None:
    done = run(citing_home, "authorities", "-", "--csv", given="=1+1\nOPCAT article 19\n")
    assert done.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["text"] for row in rows] == ["'=1+1", "OPCAT article 19"]
    assert len(json.loads(run(citing_home, "authorities", "-", "--json", given=LIST).stdout)) == 5


def test_the_command_needs_a_file_or_a_document_and_not_both(citing_home: Home, ids: dict[str, str]) -> None:
    assert run(citing_home, "authorities").exit_code == 2
    assert run(citing_home, "authorities", "-", "--document", ids["two.txt"], given="x").exit_code == 2


def test_the_citator_command_prints_and_refuses(citing_home: Home) -> None:
    found = json.loads(run(citing_home, "citator", "OPCAT article 19", "--limit", "2", "--json").stdout)
    assert (found["total"], len(found["citing"])) == (5, 2)
    for each in found["citing"]:
        for start, end in each["spans"]:
            assert "19" in each["sentence"][start:end]
    plain = run(citing_home, "citator", "no. 3003/10")
    assert "not in the collection" in plain.stdout
    assert "hudoc" in plain.stdout


def test_passages_of_several_documents_have_one_table_of_what_the_reader_may_see(
    keeper: Collection, public: Collection, ids: dict[str, str]
) -> None:
    basket = [
        keeper.passage(ids[name], anchor)
        for name, anchor in (("two.txt", "2"), ("visit.txt", "1"), ("note.txt", "1"), ("visit.txt", "3"))
    ]
    table = authorities_of_passages(keeper, [*basket, basket[0]])
    assert [(row.kind, row.address) for row in table] == [("case-law", "app/1001/02"), ("instruments", "opcat")]
    assert [one.anchor for one in table[1].cited_in] == [basket[1].key, basket[2].key, basket[3].key]
    assert [one.anchor for one in table[0].cited_in] == [basket[0].key]
    assert table[1].pinpoints == ("article-19", "article-20")
    seen = authorities_of_passages(public, basket)
    assert [one.anchor for one in seen[1].cited_in] == [basket[1].key, basket[3].key]
    assert authorities_of_passages(keeper, []) == []
