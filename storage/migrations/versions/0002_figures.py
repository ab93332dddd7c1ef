"""What figures are counted from."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_COLUMNS = [
    "filed_at",
    "agency_head",
    "agency",
    "report_class",
    "sector",
    "status",
    "answered_at",
    "settled_at",
    "closed_at",
    "rating",
    "hops",
    "suggested_agency",
]


def upgrade() -> None:
    op.add_column("reports", sa.Column("suggested_agency", sa.Text, nullable=True))
    op.create_index("ix_reports_figures", "reports", _COLUMNS, unique=False)


def downgrade() -> None:
    op.drop_index("ix_reports_figures", table_name="reports")
    op.drop_column("reports", "suggested_agency")
