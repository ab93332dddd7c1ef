"""What routing learns: examples, versions, shared words, changed keywords; reports' category."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("reports", sa.Column("category", sa.Text(), nullable=True))
    _examples()
    _versions()
    op.create_table(
        "shared_words",
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("since", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("word", name=op.f("pk_shared_words")),
    )
    _keywords()


def downgrade() -> None:
    for table in ("keyword_changes", "shared_words", "learning_versions", "learning_examples"):
        op.drop_table(table)
    op.drop_column("reports", "category")


def _examples() -> None:
    op.create_table(
        "learning_examples",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("report", NUMBER, nullable=True),
        sa.Column("sector", sa.Text(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("left_out", NUMBER, nullable=False),
        sa.Column("added_at", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["report"], ["reports.id"], name=op.f("fk_learning_examples_report_reports")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learning_examples")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_learning_examples_report_id"), "learning_examples", ["report", "id"])


def _versions() -> None:
    op.create_table(
        "learning_versions",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("made_at", NUMBER, nullable=False),
        sa.Column("upto", NUMBER, nullable=False),
        sa.Column("examples", NUMBER, nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learning_versions")),
    )


def _keywords() -> None:
    op.create_table(
        "keyword_changes",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("sector", sa.Text(), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("weight", NUMBER, nullable=False),
        sa.Column("is_name", NUMBER, nullable=False),
        sa.Column("weight_before", NUMBER, nullable=True),
        sa.Column("made_at", NUMBER, nullable=False),
        sa.Column("made_by", NUMBER, nullable=False),
        sa.Column("undone_at", NUMBER, nullable=True),
        sa.Column("undone_by", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(
            ["made_by"], ["people.id"], name=op.f("fk_keyword_changes_made_by_people")
        ),
        sa.ForeignKeyConstraint(
            ["undone_by"], ["people.id"], name=op.f("fk_keyword_changes_undone_by_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keyword_changes")),
    )
