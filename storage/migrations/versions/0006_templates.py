"""Ready-made answers."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "templates",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("name", sa.LargeBinary, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("changed_by", NUMBER, nullable=False),
        sa.Column("changed_at", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["changed_by"], ["people.id"], name="fk_templates_changed_by_people"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_templates"),
    )
    op.create_index("ix_templates_agency", "templates", ["agency"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_templates_agency", table_name="templates")
    op.drop_table("templates")
