"""What erasing needs: why a report is empty, who was there last when, and what was erased."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_ENDED = sa.text("erased IS NULL AND closed_at IS NOT NULL")


def upgrade() -> None:
    op.add_column("reports", sa.Column("erased", sa.Text, nullable=True))
    op.create_index(
        "ix_reports_ended",
        "reports",
        ["closed_at"],
        unique=False,
        sqlite_where=_ENDED,
        postgresql_where=_ENDED,
    )
    op.add_column("people", sa.Column("seen_at", NUMBER, nullable=True))
    op.execute("UPDATE people SET seen_at = COALESCE(consent_at, added_at)")
    op.create_index("ix_people_seen_at", "people", ["seen_at"], unique=False)
    op.create_table(
        "erasures",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("done_at", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_erasures"),
    )


def downgrade() -> None:
    op.drop_table("erasures")
    op.drop_index("ix_people_seen_at", table_name="people")
    op.drop_column("people", "seen_at")
    op.drop_index("ix_reports_ended", table_name="reports")
    op.drop_column("reports", "erased")
