"""Topics of groups, in which of them cards stand, and what a group lacks for them."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MARK = sa.LargeBinary()


def upgrade() -> None:
    op.create_table(
        "topics",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("chat_mark", MARK, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("thread", NUMBER, nullable=False),
        sa.Column("closed", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topics")),
        sa.UniqueConstraint("chat_mark", "subject", name=op.f("uq_topics_chat_mark_subject")),
        sa.UniqueConstraint("chat_mark", "thread", name=op.f("uq_topics_chat_mark_thread")),
    )
    op.add_column("anchors", sa.Column("thread", NUMBER, nullable=True))
    op.add_column("agency_rules", sa.Column("topics", sa.Text, nullable=True))
    op.add_column("bound_groups", sa.Column("lacks", sa.Text, nullable=True))
    op.add_column("bound_groups", sa.Column("lacks_since", NUMBER, nullable=True))


def downgrade() -> None:
    op.drop_column("bound_groups", "lacks_since")
    op.drop_column("bound_groups", "lacks")
    op.drop_column("agency_rules", "topics")
    op.drop_column("anchors", "thread")
    op.drop_table("topics")
