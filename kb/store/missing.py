"""Bring a database to the tables of today by comparing: what is missing is added, nothing is taken away."""

from __future__ import annotations

from alembic import op
from sqlalchemy import inspect

from kb.store.schema import METADATA


def add_missing() -> None:
    """Add the tables, columns and indexes of today that the database has not; for use inside a migration.

    Until 0.1.0 is released the tables grow from day to day, and each addition has a default; so a home of yesterday
    opens today without a hand-written list of differences, which could be wrong.
    """
    bind = op.get_bind()
    METADATA.create_all(bind)
    there = inspect(bind)
    for table in METADATA.sorted_tables:
        columns = {column["name"] for column in there.get_columns(table.name)}
        for column in table.columns:
            if column.name not in columns:
                op.add_column(table.name, column.copy())
        indexes = {index["name"] for index in there.get_indexes(table.name)}
        for index in table.indexes:
            if index.name not in indexes:
                index.create(bind, checkfirst=True)
