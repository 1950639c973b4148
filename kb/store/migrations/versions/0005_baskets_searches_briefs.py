"""Baskets, saved searches and briefs: whatever the database has not of today's tables."""

from __future__ import annotations

from kb.store.missing import add_missing

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    add_missing()


def downgrade() -> None:
    raise NotImplementedError("restore the backup that was made before the upgrade")
