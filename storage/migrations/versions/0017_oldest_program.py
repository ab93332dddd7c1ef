"""Which programs may still work on the tables."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "oldest_program",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("step", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_oldest_program")),
    )


def downgrade() -> None:
    op.drop_table("oldest_program")
