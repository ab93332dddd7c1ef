"""What an agency has decided for its own work, and closings that wait for a second person."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "agency_rules",
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("evidence", NUMBER, nullable=False),
        sa.Column("four_eyes", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("agency", name="pk_agency_rules"),
    )
    op.add_column("reports", sa.Column("proposed", NUMBER, nullable=True))


def downgrade() -> None:
    op.drop_column("reports", "proposed")
    op.drop_table("agency_rules")
