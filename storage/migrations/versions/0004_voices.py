"""Reports that another report speaks for."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("reports", sa.Column("joined_to", NUMBER, nullable=True))
    op.create_index("ix_reports_joined_to", "reports", ["joined_to"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_reports_joined_to", table_name="reports")
    op.drop_column("reports", "joined_to")
