"""Open the database: SQLite by default, anything SQLAlchemy speaks for a federation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import DatabaseError

from kb.errors import HomeError
from kb.store.migrate import migrate


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    # FULL is the only setting that lost nothing in simulated power cuts (MEASUREMENTS: NORMAL lost the last commits).
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=30000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _from_json(text: str) -> Any:
    """Most lists that a passage has are empty, and a page of hits has hundreds."""
    return [] if text == "[]" else json.loads(text)


def connect(where: Path | str) -> Engine:
    """An engine on the database at a path (SQLite) or an address (``postgresql+psycopg://…``), migrated.

    Raises HomeError of kind ``damaged`` where the file is no database, ``newer`` where a newer program wrote it.
    """
    url = URL.create("sqlite", database=str(where)) if isinstance(where, Path) else make_url(where)
    engine = create_engine(url, json_deserializer=_from_json)
    if url.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    try:
        migrate(engine, where=url.render_as_string(hide_password=True))
    except DatabaseError as error:
        engine.dispose()
        raise HomeError(
            f"cannot be read as the collection's store ({error.orig})",
            where=url.render_as_string(hide_password=True),
            advice="Restore a backup with `kb restore`, or index the originals into another --home",
            kind="damaged",
        ) from error
    return engine
