"""The index of voices holds voices alone.

Nearly every report speaks for itself, and an index that holds all of those too is taken for a short
way to the few that are open: a queue read the whole archive.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_VOICES = sa.text("joined_to IS NOT NULL")


def upgrade() -> None:
    op.drop_index(op.f("ix_reports_joined_to"), "reports")
    op.create_index(
        op.f("ix_reports_joined_to"),
        "reports",
        ["joined_to"],
        sqlite_where=_VOICES,
        postgresql_where=_VOICES,
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_reports_joined_to"), "reports")
    op.create_index(op.f("ix_reports_joined_to"), "reports", ["joined_to"])
