"""Dictionaries: whatever the tables of today have and the database has not."""

from __future__ import annotations

from alembic import op
from sqlalchemy import inspect

from kb.store.schema import METADATA

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    # Until 0.1.0 is released the tables grow from day to day, and each addition has a default; so what is missing is
    # added by comparing, and a home of yesterday opens today.
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


def downgrade() -> None:
    raise NotImplementedError("restore the backup that was made before the upgrade")
