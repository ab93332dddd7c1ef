"""Announcements and who hears them."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "announcements",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("made_by", NUMBER, nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("urgent", NUMBER, nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", NUMBER, nullable=False),
        sa.Column("total", NUMBER, nullable=False),
        sa.Column("queued", NUMBER, nullable=False),
        sa.Column("stopped_at", NUMBER, nullable=True),
        sa.Column("done_at", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(
            ["made_by"], ["people.id"], name=op.f("fk_announcements_made_by_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcements")),
    )
    op.create_table(
        "announcement_hearers",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("announcement", NUMBER, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("chosen_at", NUMBER, nullable=False),
        sa.Column("queued_at", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(
            ["announcement"],
            ["announcements.id"],
            name=op.f("fk_announcement_hearers_announcement_announcements"),
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_announcement_hearers_person_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcement_hearers")),
    )
    op.create_index(
        op.f("ix_announcement_hearers_announcement_queued_at_id"),
        "announcement_hearers",
        ["announcement", "queued_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_announcement_hearers_person_chosen_at"),
        "announcement_hearers",
        ["person", "chosen_at"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_table("announcement_hearers")
    op.drop_table("announcements")
