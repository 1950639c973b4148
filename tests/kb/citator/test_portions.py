"""A dissent is not the judgment: its numbers are its own, wherever it is cited and wherever it cites."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from indexer.batch.run import Batch, Options
from kb.citator import Asking, CitingPassage, aim_of, aim_of_passage, citator, table_of_authorities
from kb.citator.shapes import authority_shape, page_shape
from kb.citing import STYLES, facts_of
from kb.citing.formats import FORMATS
from kb.cli.main import kb
from kb.collection import Collection
from kb.home import Home
from web.citation_text import pinpoint
from web.i18n import Speech, speaking
from web.templating import environment

MANIFEST = """
[files."doe.txt"]
title = "CASE OF DOE v. STATE"
kind = "judgment"
reference = "5005/05"
date = "2010-03-04"
mechanism = "ECtHR"
language = "en"

[files."opcat.md"]
title = "OPCAT in English"
kind = "instrument"
work = "opcat"
language = "en"

[files."after.txt"]
title = "CASE OF AFTER v. STATE"
kind = "judgment"
reference = "6006/06"
date = "2015-03-04"
mechanism = "ECtHR"
language = "en"
"""
TEXTS = {
    "doe.txt": "THE LAW\n\n1. The case originated in an application (no. 5005/05) against the State.\n\n"
    "2. The Court relies on Article 19 OPCAT in what it says of visits to prisons.\n\n"
    "FOR THESE REASONS, THE COURT\n\n"
    "1. Holds by six votes to one that there has been a violation of Article 3 of the Convention;\n\n"
    "2. Holds that the respondent State is to let the mechanism in, as Article 19 OPCAT requires.\n\n"
    "JOINT DISSENTING OPINION OF JUDGES ROE AND DE POE\n\n"
    "1. We cannot agree with the majority, for reasons that we set out here at some length.\n\n"
    "2. Article 19 OPCAT does not say what the majority makes it say about these visits.\n\n"
    "3. Nothing in the file shows that anybody was refused, and so we voted against.\n",
    "opcat.md": "# OPCAT\n\n### Article 19\n\nThe mechanisms shall at least have the power to examine treatment.\n\n"
    "### Article 20\n\nTo enable them, States Parties undertake to grant access to all information.\n",
    "after.txt": "1. The case originated in an application (no. 6006/06) against the State.\n\n"
    "2. The Court has said so before (see Doe v. State, no. 5005/05, § 2, 4 March 2010).\n\n"
    "3. The Government relied on Doe v. State, no. 5005/05, § 3, 4 March 2010, in their submissions.\n",
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    root = tmp_path_factory.mktemp("portions")
    folder: Path = root / "originals"
    folder.mkdir()
    (folder / "kb.toml").write_text(MANIFEST, "utf-8")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    home = Home.at(root / "home")
    Batch(home, Options(jobs=1)).run([folder])
    return home


@pytest.fixture(scope="module")
def held(home: Home) -> Collection:
    return Collection(home)


@pytest.fixture(scope="module")
def doe(held: Collection) -> str:
    return next(each.id for each in held.documents() if "DOE" in each.title)


OPINION = "joint dissenting opinion of Judges Roe and De Poe"
CASE = "application {}o. 5005/05, judgment of 4 March 2010"


@pytest.mark.parametrize(
    ("anchor", "style", "words"),
    [
        ("2", "court", "Doe v. State, no. 5005/05, § 2, 4 March 2010"),
        ("2~2", "court", "Doe v. State, no. 5005/05, 4 March 2010, point 2 of the operative provisions"),
        ("2~3", "court", f"Doe v. State, no. 5005/05, 4 March 2010, {OPINION}, § 2"),
        ("3", "court", f"Doe v. State, no. 5005/05, 4 March 2010, {OPINION}, § 3"),
        ("2~2", "oscola", "Doe v State App no 5005/05 (ECtHR, 4 March 2010), operative provision 2"),
        ("2~3", "oscola", f"Doe v State App no 5005/05 (ECtHR, 4 March 2010), para 2 ({OPINION})"),
        ("2~2", "cpt", f"Doe v. State ({CASE.format('n')}), operative provision 2"),
        ("2~3", "cpt", f"Doe v. State ({CASE.format('n')}), {OPINION}, paragraph 2"),
        ("2~2", "un", f"European Court of Human Rights, Doe v. State, {CASE.format('N')}, operative para. 2"),
        ("2~3", "un", f"European Court of Human Rights, Doe v. State, {CASE.format('N')}, {OPINION}, para. 2"),
        ("2~2", "plain", "ECtHR, Doe v. State, 5005/05, 2010, operative provision 2, http://h/d/{doe}/p/2~2"),
        ("2~3", "plain", f"ECtHR, Doe v. State, 5005/05, 2010, {OPINION}, para. 2, http://h/d/{{doe}}/p/2~3"),
    ],
)
def test_every_style_says_what_is_a_dissent(held: Collection, doe: str, anchor: str, style: str, words: str) -> None:
    facts = facts_of(held, held.document(doe), held.passage(doe, anchor), root="http://h")
    assert STYLES[style](facts) == words.format(doe=doe)


@pytest.mark.parametrize("form", list(FORMATS))
def test_every_format_says_it_too(held: Collection, doe: str, form: str) -> None:
    document = held.document(doe)
    written = FORMATS[form].write([facts_of(held, document, held.passage(doe, "2~3"))])
    assert f"{OPINION}, para. 2" in written
    assert "operative provision 2" in FORMATS[form].write([facts_of(held, document, held.passage(doe, "2~2"))])


@pytest.mark.parametrize(
    ("language", "anchor", "words"),
    [
        ("en", "2", "§ 2"),
        ("en", "2~2", "operative part, point 2"),
        ("en", "2~3", f"{OPINION}, § 2"),
        ("sq", "2~2", "dispozitivi, pika 2"),
        ("sq", "2~3", "mendim mospajtues (Roe, De Poe), § 2"),
        ("sr-Latn", "2~3", "suprotno mišljenje (Roe, De Poe), § 2"),
        ("sr-Cyrl", "2~2", "изрека, тачка 2"),
        ("sr-Cyrl", "2~3", "супротно мишљење (Roe, De Poe), § 2"),
        ("fr", "2~3", "opinion dissidente (Roe, De Poe), § 2"),
    ],
)
def test_the_text_to_copy_says_it_in_the_language_of_the_reader(
    held: Collection, doe: str, language: str, anchor: str, words: str
) -> None:
    with speaking(Speech(language=language)):
        assert pinpoint(held.document(doe), held.passage(doe, anchor)) == words


def test_a_paragraph_of_a_judgment_is_never_looked_for_in_a_dissent(held: Collection, doe: str) -> None:
    """The judgment has two paragraphs, the dissent a third: § 3 of the judgment does not exist."""
    assert held.passage(doe, "3").text.startswith("3. Nothing in the file")
    after = next(each.id for each in held.documents() if "AFTER" in each.title)
    leads = {link.anchor: (link.resolved, link.why) for link in held.links(after) if link.citation.pinpoint}
    assert leads == {"2": (f"{doe}#2", ""), "3": (None, "no such paragraph")}
    assert held.address("no. 5005/05, § 2") == f"/d/{doe}/p/2"
    assert held.address("no. 5005/05, § 3") is None
    page = citator(held, aim_of(held, "no. 5005/05, § 3"))
    assert page.why == "no such paragraph"
    assert not page.texts


@pytest.mark.parametrize("anchor", ["2~2", "2~3", "3"])
def test_the_page_of_a_dissents_paragraph_is_not_that_of_the_judgments(held: Collection, doe: str, anchor: str) -> None:
    aim = aim_of_passage(held, held.document(doe), anchor)
    assert aim.address == f"d/{doe}#{anchor}"
    page = citator(held, aim)
    assert [passage.anchor for _, passage in page.texts] == [anchor]
    assert page.total == 0
    assert aim_of_passage(held, held.document(doe), "2").address == "app/5005/05#2"


def test_the_citator_says_which_of_those_who_cite_are_dissents(held: Collection) -> None:
    page = citator(held, aim_of(held, "OPCAT article 19"), Asking(whole_list=True))
    assert [_told(each) for each in page.citing] == [("2", ""), ("2", "operative-part"), ("2", "dissenting-opinion")]
    shape = page_shape(page)
    assert [each["portion_title"] for each in shape["citing"]] == ["", "", OPINION]


def test_a_table_of_authorities_says_which_places_are_in_a_dissent(held: Collection, doe: str) -> None:
    [row] = [each for each in table_of_authorities(held, held.document(doe)) if each.address == "opcat"]
    assert [(one.label, one.portion) for one in row.cited_in] == [
        ("2", ""),
        ("2", "operative-part"),
        ("2", "dissenting-opinion"),
    ]
    assert authority_shape(row)["cited_in"][2] == {"anchor": "2~3", "label": "2", "portion": "dissenting-opinion"}


def test_the_command_line_says_it(home: Home, doe: str) -> None:
    def run(*words: str) -> str:
        return CliRunner().invoke(kb, ["--home", str(home.path), *words]).stdout

    shown = run("citator", "OPCAT article 19")
    assert "2 · dissenting opinion · judgments" in shown
    assert "2 · operative part · judgments" in shown
    assert "2, 2 (operative part), 2 (dissenting opinion)" in run("authorities", "--document", doe)
    as_json = json.loads(run("citator", "OPCAT article 19", "--json"))
    assert [each["portion"] for each in as_json["citing"]][2] == "dissenting-opinion"


def test_pages_say_it_in_the_language_of_the_reader(held: Collection, doe: str) -> None:
    label = environment().from_string("{{ passage|portion(document) }}")
    document = held.document(doe)
    with speaking(Speech(language="sr-Cyrl")):
        assert label.render(document=document, passage=held.passage(doe, "2~3")) == "супротно мишљење"
        assert label.render(document=document, passage=held.passage(doe, "2")) == ""


def _told(each: CitingPassage) -> tuple[str, str]:
    return each.passage.label, each.portion.kind if each.portion is not None else ""


def test_the_command_line_says_what_would_bring_a_text_that_is_missing(home: Home, tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("Article 3 ECHR\nOPCAT article 19\nno reference at all\n", "utf-8")
    told = CliRunner().invoke(kb, ["--home", str(home.path), "authorities", str(listed)]).stdout.splitlines()
    assert "not in the collection" in told[0]
    assert any("is published by Council of Europe: https://" in line for line in told[1:4])
    held = next(n for n, line in enumerate(told) if "→" in line)
    assert "not read as a reference" in told[held + 1]  # what is held needs nothing
    assert "Write it as" in told[held + 2]
