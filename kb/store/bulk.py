"""Many rows at once. SQLite takes them as they are, past SQLAlchemy, which would spend as long on them as SQLite."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import JSON, Connection, Table, bindparam, insert, update

Rows = Sequence[dict[str, Any]]
_encode = json.JSONEncoder().encode


def put_rows(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert the rows. All have the columns of the first, in its order."""
    if not rows:
        return
    if connection.dialect.name != "sqlite":
        connection.execute(insert(table), list(rows))
        return
    names = ", ".join(f'"{name}"' for name in rows[0])
    places = ", ".join("?" * len(rows[0]))
    connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({names}) VALUES ({places})', list(_tuples(table, rows)))  # noqa: S608 - names of the schema


def change_rows(connection: Connection, table: Table, rows: Rows) -> None:
    """Change the rows with these ids; ``id`` is each row's last column."""
    if not rows:
        return
    *names, _ = rows[0]
    if connection.dialect.name != "sqlite":
        found = update(table).where(table.c.id == bindparam("id_")).values({name: bindparam(name) for name in names})
        connection.execute(found, [{**row, "id_": row["id"]} for row in rows])
        return
    places = ", ".join(f'"{name}" = ?' for name in names)
    connection.exec_driver_sql(f'UPDATE "{table.name}" SET {places} WHERE "id" = ?', list(_tuples(table, rows)))  # noqa: S608 - names of the schema


def _tuples(table: Table, rows: Rows) -> Iterator[tuple[Any, ...]]:
    lists = [at for at, name in enumerate(rows[0]) if isinstance(table.c[name].type, JSON)]
    written: dict[Any, str] = {(): "[]"}  # headings stand above many passages, and most have no spans
    for row in rows:
        values = list(row.values())
        for at in lists:
            value = values[at]
            known = written.get(value) if isinstance(value, tuple) else None
            if known is None:
                known = _encode(value)
                if isinstance(value, tuple):
                    written[value] = known
            values[at] = known
        yield tuple(values)
