"""The hour of an agency's morning digest, and the day of its last one."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("agency_rules", sa.Column("digest_at", NUMBER, nullable=True))
    op.create_table(
        "digests",
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("agency", name="pk_digests"),
    )


def downgrade() -> None:
    op.drop_table("digests")
    op.drop_column("agency_rules", "digest_at")
