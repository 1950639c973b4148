"""Spans and parts of passages, how each page was read: whatever the tables of today have and the database has not."""

from __future__ import annotations

from kb.store.missing import add_missing

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    add_missing()


def downgrade() -> None:
    raise NotImplementedError("restore the backup that was made before the upgrade")
