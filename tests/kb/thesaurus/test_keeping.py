"""Concepts in the store: the same keys, whether they were made now or kept ready on the machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.home import Home
from kb.nouns import Concept
from kb.store import Connection, Store, upkeep
from kb.thesaurus import keep

CONCEPTS = [
    Concept(id="prison", terms={"en": ("prison", "jail"), "sq": ("i burgosur", "burg")}),
    Concept(id="nothing", terms={"en": ("—",)}, related=("prison",)),
]


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of the machine."""
    monkeypatch.setenv("KB_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "concepts"


def _kept(folder: Path, origin: str = "shipped") -> list[tuple[Concept, object]]:
    home = Home(folder)
    with home.writing():
        store = Store(home.store)
        with store.write() as connection:
            assert keep(connection, CONCEPTS, origin=origin)
            assert not keep(connection, CONCEPTS, origin=origin), "they are there"
            found = _all(connection)
        store.close()
    return found


def _all(connection: Connection) -> list[tuple[Concept, object]]:
    return [(concept, keys) for concept, keys in upkeep.concepts(connection)]


def test_keys_from_the_machines_cache_are_those_made_anew(tmp_path: Path, machine: Path) -> None:
    first = _kept(tmp_path / "first")
    assert len(list(machine.iterdir())) == 1
    assert _kept(tmp_path / "second") == first
    assert {concept.id: concept for concept, _ in first} == {concept.id: concept for concept in CONCEPTS}


@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b"[]", b"[[[1]], []]", b"[[[1, 2]], []]", b"\xff\xfe"])
def test_a_damaged_file_in_the_cache_costs_time_and_nothing_else(tmp_path: Path, machine: Path, content: bytes) -> None:
    first = _kept(tmp_path / "first")
    (file,) = machine.iterdir()
    whole = file.read_bytes()
    file.write_bytes(content)
    assert _kept(tmp_path / "second") == first
    assert file.read_bytes() == whole


def test_a_machine_without_a_cache_has_the_same_concepts(tmp_path: Path, machine: Path) -> None:
    machine.parent.write_text("a file where the folder should be")
    assert [concept.id for concept, _ in _kept(tmp_path / "first")] == ["nothing", "prison"]


def test_what_a_collection_imported_is_not_put_where_others_look(tmp_path: Path, machine: Path) -> None:
    _kept(tmp_path / "first", origin="ours")
    assert not machine.exists()
