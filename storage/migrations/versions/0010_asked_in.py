"""Who has asked to be let in where, so that keepers are asked once a day."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "asked_in",
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("asked_at", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_asked_in_person_people")),
        sa.PrimaryKeyConstraint("person", "agency", name=op.f("pk_asked_in")),
    )


def downgrade() -> None:
    op.drop_table("asked_in")
