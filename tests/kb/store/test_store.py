"""What is put into the store comes out the same, for those who may see it, and a failure leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from kb.errors import HomeError
from kb.nouns import Access, Reading
from kb.store import Store, fetching, read, upkeep, write
from kb.store.migrate import HEAD, MIGRATIONS, revision, upgrade
from kb.store.schema import METADATA

Make = Callable[..., Reading]


def put(store: Store, reading: Reading, *targets: str) -> None:
    with store.write() as connection:
        write.put_reading(connection, reading, name="file.pdf", targets=targets or (reading.document.id,))


def test_a_reading_comes_back_as_it_was_put(store: Store, reading: Make) -> None:
    made = reading()
    put(store, made)
    with store.read() as connection:
        assert read.document(connection, "report", Access.INTERNAL) == (made.document, "file.pdf")
        assert tuple(read.passages(connection, "report", Access.INTERNAL)) == made.passages
        assert tuple(read.links(connection, "report", None, Access.INTERNAL)) == made.links
        assert tuple(read.pages(connection, "report", Access.INTERNAL)) == made.pages
        assert fetching.fetch(connection, ["report#2", "report#9", "x#1"], Access.INTERNAL) == {
            "report#2": (made.document, made.passages[1])
        }


def test_putting_again_replaces_and_leaves_nothing_of_the_old(store: Store, reading: Make) -> None:
    put(store, reading(count=5))
    put(store, reading(count=2))
    with store.read() as connection:
        assert len(read.passages(connection, "report", Access.INTERNAL)) == 2
        assert upkeep.passages_by_document(connection, Access.INTERNAL) == {"report": 2}


@pytest.mark.parametrize("clearance", [Access.PUBLIC, Access.INTERNAL])
def test_no_read_shows_what_is_above_the_clearance(store: Store, reading: Make, clearance: Access) -> None:
    put(store, reading("secret", Access.RESTRICTED))
    with store.read() as connection:
        held = read.passage(connection, "secret", "1", Access.RESTRICTED)
        assert held is not None
        assert read.documents(connection, clearance) == []
        assert read.document(connection, "secret", clearance) is None
        assert read.passages(connection, "secret", clearance) == []
        assert read.passage(connection, "secret", "1", clearance) is None
        assert read.around(connection, held, clearance, before=1, after=1) == []
        assert fetching.fetch(connection, ["secret#1"], clearance) == {}
        assert read.links(connection, "secret", None, clearance) == []
        assert read.pages(connection, "secret", clearance) == []
        assert read.answering(connection, "secret", clearance) == []
        assert read.siblings(connection, "secret", clearance) == []
        assert read.counts(connection, "kind", clearance) == {}
        assert read.totals(connection, clearance) == {"documents": 0, "passages": 0, "pages": 0, "bytes": 0}
        assert read.languages(connection, clearance) == []


def test_an_error_inside_a_transaction_leaves_the_document_as_it_was(store: Store, reading: Make) -> None:
    made = reading()
    put(store, made)

    def broken() -> None:
        with store.write() as connection:
            write.put_reading(connection, reading(count=7), name="x", targets=())
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError):
        broken()
    with store.read() as connection:
        assert tuple(read.passages(connection, "report", Access.INTERNAL)) == made.passages


def test_a_citation_is_looked_up_again_when_its_target_comes_and_goes(store: Store, reading: Make) -> None:
    put(store, reading("citing", cites="opcat"))
    with store.write() as connection:
        waiting = upkeep.unsettled(connection, 10)
        write.settle_links(connection, waiting)
        assert upkeep.unsettled(connection, 10) == []
    put(store, reading("text", cites="nothing"), "opcat")
    with store.read() as connection:
        assert [link.document for _, link in upkeep.unsettled(connection, 10)] == ["citing", "text"]
    with store.write() as connection:
        write.settle_links(connection, upkeep.unsettled(connection, 10))
        write.remove_document(connection, "text")
        assert [link.document for _, link in upkeep.unsettled(connection, 10)] == ["citing"]


def test_removing_a_document_keeps_the_record_of_its_file(store: Store, reading: Make) -> None:
    put(store, reading())
    row = {
        "path": "/a.pdf",
        "size": 3,
        "mtime_ns": 2**62,
        "sha256": "0" * 64,
        "settings": "s",
        "document": "report",
        "outcome": "indexed",
        "error": None,
        "warnings": ["page 2: needs OCR"],
        "access": "internal",
        "seconds": 0.5,
    }
    with store.write() as connection:
        write.put_source(connection, row)
        assert upkeep.source(connection, "/a.pdf") == row
        assert upkeep.has_source(connection, "report")
        write.remove_document(connection, "report")
        assert upkeep.source(connection, "/a.pdf") == row | {"document": None}
        assert upkeep.pending(connection) == ["report"]


def test_two_stores_with_the_same_facts_dump_the_same_whatever_the_order(tmp_path: Path, reading: Make) -> None:
    forward, backward = Store(tmp_path / "a.sqlite"), Store(tmp_path / "b.sqlite")
    for name in ("one", "two"):
        put(forward, reading(name))
    for name in ("two", "one", "two"):
        put(backward, reading(name))
    with forward.read() as left, backward.read() as right:
        assert dict(upkeep.dump(left)) == dict(upkeep.dump(right))
    forward.close()
    backward.close()


def test_the_migrations_make_exactly_the_tables_of_a_new_store(store: Store, tmp_path: Path) -> None:
    migrated = create_engine(f"sqlite:///{tmp_path / 'migrated.sqlite'}")
    upgrade(migrated, None, where="here")
    assert revision(migrated) == HEAD
    with migrated.connect() as by_migration, store.read() as at_once:
        assert compare_metadata(MigrationContext.configure(by_migration), METADATA) == []
        assert compare_metadata(MigrationContext.configure(at_once), METADATA) == []
        assert MigrationContext.configure(at_once).get_current_revision() == HEAD
    migrated.dispose()


def test_head_names_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_a_store_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    made = Store(tmp_path / "store.sqlite")
    with made.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    made.close()
    with pytest.raises(HomeError) as refused:
        Store(tmp_path / "store.sqlite")
    assert refused.value.kind == "newer"


def test_a_file_that_is_no_database_is_named_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    path.write_bytes(b"this is not a database, whatever its name says" * 100)
    before = path.read_bytes()
    with pytest.raises(HomeError) as refused:
        Store(path)
    assert refused.value.kind == "damaged"
    assert path.read_bytes() == before


def test_the_store_writes_durably(store: Store) -> None:
    with store.read() as connection:
        assert connection.execute(text("PRAGMA synchronous")).scalar() == 2
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
