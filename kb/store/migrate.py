"""Bring a database to this program's tables, by Alembic; refuse one that a newer program has written."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, inspect, text

from kb.errors import HomeError

MIGRATIONS = Path(__file__).parent / "migrations"
HEAD = "0001"  # the newest file in migrations/versions; a test holds the two together


def revision(engine: Engine) -> str | None:
    """The revision the database is at; None for an empty one."""
    if not inspect(engine).has_table("alembic_version"):
        return None
    with engine.connect() as connection:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate(engine: Engine, *, where: str) -> None:
    """Upgrade to HEAD; HomeError of kind ``newer`` if the database is ahead of this program."""
    current = revision(engine)
    if current == HEAD:
        return
    # Loading Alembic takes a quarter of a second, and a collection is migrated once in a version.
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
