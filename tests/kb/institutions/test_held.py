"""Institutions in a collection: the facet, the filter, visits, files of one's own; nothing shows what is restricted."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

REPORT = """# Raport për vizitën në Burgun e Dubravës

Mekanizmi Kombëtar për Parandalimin e Torturës

1. Mekanizmi vizitoi burgun e Dubravës pa paralajmërim nga 4 deri më 6 mars 2023. Ekipi kishte dy anëtarë.

2. Qelitë ishin të lagështa dhe pa dritë.

3. Personat ishin sjellë nga Qendra e Paraburgimit në Gjilan.
"""
NOTES = """# Notes

National Preventive Mechanism

1. The mechanism visited the Prizren Detention Centre on 7 May 2022, after a call from a prisoner's brother.

2. Shembull Prison was named too.
"""
MANIFEST = """
[files."secret.md"]
access = "restricted"
mechanism = "NPM"
kind = "report"
[files."report.md"]
access = "public"
mechanism = "NPM"
kind = "report"
"""
ALBANIA = """
state = "ALB"
source = "test"
[[institution]]
id = "al-shembull"
kind = "prison"
names = { en = "Shembull Prison" }
places = { sq = ["Shembull"] }
"""


def kb(home: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "kb.cli", "--home", str(home), *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("held")
    (folder / "in").mkdir()
    for name, text in (("report.md", REPORT), ("secret.md", NOTES), ("kb.toml", MANIFEST)):
        (folder / "in" / name).write_text(text, "utf-8")
    kb(folder / "home", "index", "--jobs", "1", str(folder / "in"))
    return folder / "home"


def found(home: Path, institution: str) -> set[str]:
    answer = json.loads(kb(home, "search", "*", "--institution", institution, "--limit", "100", "--json"))
    return {hit["document"].rpartition("-")[0] + "#" + hit["anchor"] for hit in answer["hits"]}


@pytest.mark.parametrize("name", ["xk-dubrava", "Dubrava Prison", "Zatvor Dubrava", "burgun e Dubravës", "dubrava"])
def test_the_filter_takes_an_id_and_any_name(home: Path, name: str) -> None:
    if name == "burgun e Dubravës":
        name = "Burgu i Dubravës"
    assert {"report#1", "report#2", "report#3"} <= found(home, name)


def test_a_passage_belongs_to_what_it_names_besides_the_documents_own(home: Path) -> None:
    assert found(home, "Gnjilane Detention Centre") == set()  # no such name, no such place and kind
    assert found(home, "xk-gjilan-detention") == {"report#3"}


def test_visits_have_their_place_days_and_kind(home: Path) -> None:
    first, second = lines(kb(home, "visits", "--json"))
    assert {key: first[key] for key in ("institutions", "begins", "ends", "kind", "mechanism")} == {
        "institutions": ["xk-dubrava"],
        "begins": "2023-03-04",
        "ends": "2023-03-06",
        "kind": "unannounced",
        "mechanism": "NPM",
    }
    assert (second["institutions"], second["begins"]) == (["xk-prizren-detention"], "2022-05-07")
    assert len(lines(kb(home, "visits", "--institution", "Dubrava", "--json"))) == 1
    assert lines(kb(home, "visits", "--from", "2024", "--json")) == []
    assert kb(home, "visits", "--to", "2022").startswith("2022-05-07")


def test_no_list_tells_a_reader_of_what_is_restricted(home: Path) -> None:
    from kb.home import Home
    from kb.institutions.visits import told
    from kb.nouns import Access
    from kb.store import Store, institutions

    store = Store(Home.at(home).store)
    with store.read() as connection:
        assert "xk-prizren-detention" in institutions.counts(connection, Access.RESTRICTED)
        assert "xk-prizren-detention" not in institutions.counts(connection, Access.INTERNAL)
    assert [one.institutions for one in told(store, Access.INTERNAL)] == [("xk-dubrava",)]
    store.close()


def test_names_in_every_language_are_completed_but_for_what_is_restricted(home: Path) -> None:
    from kb.collection import Collection
    from kb.home import Home
    from kb.nouns import Access

    def completed(clearance: Access, start: str) -> set[str]:
        collection = Collection(Home.at(home), clearance)
        found = {one.text for one in collection.suggest(start) if one.kind == "institution"}
        collection.close()
        return found

    assert "Dubrava Prison" in completed(Access.PUBLIC, "dubrav")
    assert "Burgu i Dubravës" in completed(Access.PUBLIC, "burgu i d")
    assert "Prizren Detention Centre" in completed(Access.RESTRICTED, "prizren")
    assert completed(Access.INTERNAL, "prizren") == set()


def test_a_file_of_ones_own_is_found_in_what_is_held_and_can_be_removed(home: Path, tmp_path: Path) -> None:
    (tmp_path / "albania.toml").write_text(ALBANIA, "utf-8")
    kb(home, "institutions", "import", str(tmp_path / "albania.toml"))
    listed = {one["id"]: one for one in lines(kb(home, "institutions", "--named", "--json"))}
    assert (listed["al-shembull"]["origin"], listed["al-shembull"]["passages"]) == ("albania", 1)
    assert found(home, "al-shembull") == {"secret#2"}
    kb(home, "rebuild")
    assert found(home, "al-shembull") == {"secret#2"}
    kb(home, "index", "--jobs", "1", str(home.parent / "in"))
    assert found(home, "al-shembull") == {"secret#2"}
    kb(home, "institutions", "remove", "albania")
    assert "al-shembull" not in kb(home, "institutions", "--json")
    assert found(home, "shembull") == set()


def test_a_wrong_file_changes_nothing_and_says_why(home: Path, tmp_path: Path) -> None:
    (tmp_path / "wrong.toml").write_text("state = 1", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "kb.cli", "--home", str(home), "institutions", "import", str(tmp_path / "wrong.toml")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "[[institution]]" in done.stderr
    assert not (home / "institutions" / "wrong.toml").exists()
