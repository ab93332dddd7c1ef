"""The ledger of exports."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "exports",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("start_at", NUMBER, nullable=False),
        sa.Column("end_at", NUMBER, nullable=False),
        sa.Column("agency", sa.Text(), nullable=True),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("asked_at", NUMBER, nullable=False),
        sa.Column("made_at", NUMBER, nullable=True),
        sa.Column("rows", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_exports_person_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exports")),
    )
    op.create_index(op.f("ix_exports_made_at_id"), "exports", ["made_at", "id"], unique=False)


def downgrade() -> None:
    op.drop_table("exports")
