"""The index is held against the store when a collection opens, and mended when it differs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from indexer.batch.run import Batch, Options
from kb.collection import Collection
from kb.engines import ENGINES
from kb.home import Home
from kb.index.check import check_collection, index_digest
from kb.index.rebuild import rebuild
from kb.index.repair import repair
from kb.nouns import Access, Query
from kb.store import Store, write

TEXT = """1. The water in the cell was cold.

2. The porridge was warm, see Article 3 of the ECHR.

3. Uji në qeli ishte i ftohtë.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    for level in Access:
        (folder / f"{level}.txt").write_text(TEXT.replace("porridge", f"porridge {level}"))
        Batch(Home.at(folder / "home"), Options(access=level)).run([folder / f"{level}.txt"])
    return folder / "home"


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Home:
    shutil.copytree(made, tmp_path / "home")
    return Home.at(tmp_path / "home")


def hits(home: Home, clearance: Access = Access.RESTRICTED) -> int:
    return Collection(home, clearance).search(Query(text="porridge")).total


def test_a_reader_opens_only_what_its_clearance_may_see(home: Home) -> None:
    assert [hits(home, level) for level in Access] == [1, 2, 3]
    public = Collection(home, Access.PUBLIC)
    assert public.search(Query(text="restricted")).total == 0
    assert "restricted" not in public.complete("restr")
    assert set(public.search(Query(text="porridge")).facets["kind"].values()) == {1}
    assert public.statistics()["documents"] == 1
    assert [Path(row["path"]).name for row in public.sources()] == ["public.txt"]
    shutil.rmtree(home.index("tantivy", Access.RESTRICTED))
    shutil.rmtree(home.index("tantivy", Access.INTERNAL))
    assert len(public.readers()) == 1


def test_scores_of_one_clearance_do_not_depend_on_what_it_may_not_see(home: Home, tmp_path: Path) -> None:
    (tmp_path / "alone.txt").write_text(TEXT.replace("porridge", "porridge public"))
    alone = Home.at(tmp_path / "alone")
    Batch(alone, Options(access=Access.PUBLIC)).run([tmp_path / "alone.txt"])
    among = Collection(home, Access.PUBLIC).search(Query(text="porridge"))
    by_itself = Collection(alone, Access.PUBLIC).search(Query(text="porridge"))
    assert [hit.score for hit in among.hits] == [hit.score for hit in by_itself.hits]
    assert among.facets == by_itself.facets


def test_a_missing_index_is_made_anew_when_the_collection_opens(home: Home) -> None:
    shutil.rmtree(home.path / "index")
    assert hits(home) == 3


def test_a_damaged_index_is_made_anew(home: Home) -> None:
    for path in home.index("tantivy", Access.INTERNAL).iterdir():
        if path.is_file():
            path.write_bytes(b"damaged")
    assert hits(home) == 3


def test_documents_left_pending_by_a_kill_are_indexed(home: Home) -> None:
    store = Store(home.store)
    with store.write() as connection:
        write.mark_pending(connection, Collection(home).documents()[0].id)
    with home.writing():
        assert "interrupted" in repair(home, store)
        assert repair(home, store) == ""


def test_an_index_of_another_analysis_is_made_anew(home: Home) -> None:
    store = Store(home.store)
    with store.write() as connection:
        write.put_setting(connection, "analysis", "0")
    with home.writing():
        assert "analysis" in repair(home, store)
    assert check_collection(home, store)["problems"] == []


@pytest.mark.parametrize("engine", ENGINES)
def test_a_rebuild_with_any_engine_holds_the_same_terms(home: Home, engine: str) -> None:
    store = Store(home.store)
    before = index_digest(home, store)
    with home.writing():
        assert rebuild(home, store, engine=engine) > 0
    assert index_digest(home, store) == before
    assert hits(home) == 3
    assert check_collection(home, store)["problems"] == []
