"""Bring a database to this program's tables, by Alembic; refuse one that a newer program has written."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, inspect, text

from kb.errors import HomeError
from kb.store.schema import METADATA

MIGRATIONS = Path(__file__).parent / "migrations"
HEAD = "0005"  # the newest file in migrations/versions; a test holds the two together


def revision(engine: Engine) -> str | None:
    """The revision the database is at; None for an empty one."""
    if not inspect(engine).has_table("alembic_version"):
        return None
    with engine.connect() as connection:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate(engine: Engine, *, where: str) -> None:
    """Upgrade to HEAD; HomeError of kind ``newer`` if the database is ahead of this program."""
    current = revision(engine)
    if current is None and not inspect(engine).get_table_names():
        _create(engine)
    elif current != HEAD:
        upgrade(engine, current, where=where)


def _create(engine: Engine) -> None:
    """Make the newest tables at once. Loading Alembic takes a third of a second, which a new collection can do without;
    a test holds these tables against those that the migrations make."""
    with engine.begin() as connection:
        METADATA.create_all(connection)
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
        connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})


def upgrade(engine: Engine, current: str | None, *, where: str) -> None:
    """Run the migrations that are missing."""
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if current is not None and current not in known:
        raise HomeError(
            f"was written by a newer Detention KB (its tables are at {current}, this program knows {HEAD})",
            where=where,
            advice="Install the newer version, or choose another --home",
            kind="newer",
        )
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
