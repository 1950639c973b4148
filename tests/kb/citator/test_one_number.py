"""Several judgments share one application number; ranges of paragraphs count for each paragraph in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.batch.run import Batch, Options
from kb.citator import aim_of, authorities_in, citator, count_citing
from kb.collection import Collection
from kb.home import Home
from kb.nouns import Access

STAGES = {  # file → day, access, number of paragraphs
    "admissibility": ("2004-03-02", "public", 3),
    "merits": ("2006-05-09", "public", 9),
    "satisfaction": ("2008-11-20", "public", 4),
}
CITING = {
    "by-day": "1. The Court refers to One v. Poland, no. 1001/02, § 3, 9 May 2006, on this.\n",
    "by-decision": "1. It refers to One v. Poland (dec.), no. 1001/02, § 3, on this.\n",
    "by-paragraph": "1. It refers to One v. Poland, no. 1001/02, § 8, on this.\n",
    "by-nothing": "1. It refers to One v. Poland, no. 1001/02, § 3, on this.\n",
    "by-other-day": "1. It refers to One v. Poland, no. 1001/02, § 3, 1 June 2011, on this.\n",
    "by-range": "1. It refers to One v. Poland, no. 1001/02, §§ 5-8, 9 May 2006, on this.\n",
    "secret": "1. It refers to One v. Poland, no. 1001/02, §§ 6-9, 9 May 2006, on this.\n",
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    root: Path = tmp_path_factory.mktemp("stages")
    (root / "in").mkdir()
    manifest = ['[defaults]\nlanguage = "en"\naccess = "public"']
    for name, (day, access, paragraphs) in STAGES.items():
        text = (
            f"{n}. In this {name} text the Court says its sentence number {n} of it." for n in range(1, paragraphs + 1)
        )
        (root / "in" / f"{name}.txt").write_text("\n\n".join(text), "utf-8")
        title = "ONE v. POLAND" + (" (dec.)" if name == "admissibility" else "")
        manifest.append(
            f'[files."{name}.txt"]\ntitle = "CASE OF {title} {name}"\nkind = "judgment"\nreference = "1001/02"\n'
            f'date = "{day}"\nstate = "POL"\nmechanism = "ECtHR"\naccess = "{access}"'
        )
    for number, (name, text) in enumerate(CITING.items()):
        (root / "in" / f"{name}.txt").write_text(text, "utf-8")
        access = "restricted" if name == "secret" else "public"
        manifest.append(f'[files."{name}.txt"]\nkind = "report"\ndate = "20{10 + number}"\naccess = "{access}"')
    (root / "in" / "kb.toml").write_text("\n\n".join(manifest), "utf-8")
    made = Home.at(root / "home")
    Batch(made, Options(jobs=1)).run([root / "in"])
    return made


@pytest.fixture(scope="module", params=[Access.RESTRICTED, Access.PUBLIC], ids=str)
def held(home: Home, request: pytest.FixtureRequest) -> Collection:
    return Collection(home, request.param)


@pytest.fixture(scope="module")
def ids(home: Home) -> dict[str, str]:
    keeper = Collection(home)
    return {keeper.original_name(each.id).partition(".")[0]: each.id for each in keeper.documents()}


@pytest.mark.parametrize(
    ("citing", "leads"),
    [
        ("by-day", "merits#3"),
        ("by-decision", "admissibility#3"),
        ("by-paragraph", "merits#8"),
        ("by-nothing", "ambiguous"),
        ("by-other-day", "not in the collection"),
        ("by-range", "merits#5"),
    ],
)
def test_a_day_a_chamber_or_an_existing_paragraph_decides_else_it_stays_ambiguous(
    held: Collection, ids: dict[str, str], citing: str, leads: str
) -> None:
    [link] = held.links(ids[citing])
    if "#" in leads:
        name, _, anchor = leads.partition("#")
        assert link.resolved == f"{ids[name]}#{anchor}"
    else:
        assert link.resolved is None
        assert link.why.startswith(leads)
    if leads == "ambiguous":
        assert {ids[name] in link.why for name in STAGES} == {True}


def test_the_page_of_the_shared_number_names_each_text_and_counts_all(held: Collection, ids: dict[str, str]) -> None:
    page = citator(held, aim_of(held, "1001/02"))
    assert page.aim.shared
    assert {document.id for document in page.aim.documents} == {ids[name] for name in STAGES}
    assert page.total == (7 if held.clearance is Access.RESTRICTED else 6)
    beside = citator(held, aim_of(held, "no. 1001/02, § 3"))
    assert {document.id for document, _ in beside.texts} == {ids[name] for name in STAGES}


def test_each_texts_own_page_counts_what_leads_to_it(held: Collection, ids: dict[str, str]) -> None:
    def citing(reference: str) -> set[str]:
        page = citator(held, aim_of(held, reference))
        assert page.total == len(page.citing)
        return {held.original_name(each.document.id).partition(".")[0] for each in page.citing}

    secret = {"secret"} if held.clearance is Access.RESTRICTED else set()
    assert citing(f"{ids['merits']}#3") == {"by-day"}
    assert citing(f"{ids['admissibility']}#3") == {"by-decision"}
    assert citing(f"{ids['satisfaction']}#3") == set()
    assert citing(ids["merits"]) == {"by-day", "by-paragraph", "by-range"} | secret
    assert citing(f"{ids['merits']}#7") == {"by-range"} | secret
    assert citing(f"{ids['merits']}#8") == {"by-range", "by-paragraph"} | secret


@pytest.mark.parametrize(
    ("paragraph", "public"),
    [("4", set()), ("5", {"by-range"}), ("6", {"by-range"}), ("8", {"by-range", "by-paragraph"}), ("9", set())],
)
def test_a_range_counts_for_each_paragraph_in_it(held: Collection, paragraph: str, public: set[str]) -> None:
    aim = aim_of(held, f"no. 1001/02, § {paragraph}")
    page = citator(held, aim)
    found = {held.original_name(each.document.id).partition(".")[0] for each in page.citing}
    secret = {"secret"} if held.clearance is Access.RESTRICTED and paragraph in "6789" else set()
    assert found == public | secret
    assert page.total == count_citing(held, aim) == len(found)


def test_a_list_names_the_candidates_of_what_is_ambiguous(held: Collection, ids: dict[str, str]) -> None:
    [listed] = authorities_in(held, "no. 1001/02, § 3")
    assert listed.resolved == ""
    assert {name for name, title in listed.candidates} == {f"{ids[name]}#3" for name in STAGES}
    assert all(title.startswith("CASE OF ONE") for _, title in listed.candidates)
