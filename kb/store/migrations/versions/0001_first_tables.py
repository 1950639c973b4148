"""The first tables."""

from __future__ import annotations

from alembic import op

from kb.store.schema import METADATA

revision = "0001"
down_revision = None


def upgrade() -> None:
    # The first revision makes the tables as they stand until 0.1.0 is released; from then on each change is its own
    # revision, and this one is frozen.
    METADATA.create_all(op.get_bind())


def downgrade() -> None:
    METADATA.drop_all(op.get_bind())
