"""A second agency that is invited to a report."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("reports", sa.Column("partner", sa.Text, nullable=True))
    op.add_column("reports", sa.Column("partner_head", sa.Text, nullable=True))
    op.create_index(op.f("ix_reports_partner"), "reports", ["partner"])
    op.create_index(op.f("ix_reports_partner_head"), "reports", ["partner_head"])


def downgrade() -> None:
    op.drop_index(op.f("ix_reports_partner_head"), "reports")
    op.drop_index(op.f("ix_reports_partner"), "reports")
    op.drop_column("reports", "partner_head")
    op.drop_column("reports", "partner")
