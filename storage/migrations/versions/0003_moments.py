"""When each report is to be looked at next, and days off that admins add."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_OPEN = (
    "Belum Terverifikasi",
    "Terdisposisi ke",
    "Ditindaklanjuti oleh Instansi",
    "Ditanggapi oleh Pelapor",
    "Menunggu Kelengkapan Informasi",
)


def upgrade() -> None:
    op.add_column("reports", sa.Column("next_at", NUMBER, nullable=True))
    op.add_column("reports", sa.Column("next_what", sa.Text, nullable=True))
    op.create_index("ix_reports_next_at_id", "reports", ["next_at", "id"], unique=False)
    reports = sa.table(
        "reports",
        sa.column("status", sa.Text),
        sa.column("next_at", NUMBER),
        sa.column("next_what", sa.Text),
    )
    op.execute(
        reports.update().where(reports.c.status.in_(_OPEN)).values(next_at=0, next_what="review")
    )
    op.create_table(
        "days_off",
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("added_by", NUMBER, nullable=True),
        sa.Column("added_at", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["added_by"], ["people.id"], name="fk_days_off_added_by_people"),
        sa.PrimaryKeyConstraint("day", name="pk_days_off"),
    )


def downgrade() -> None:
    op.drop_table("days_off")
    op.drop_index("ix_reports_next_at_id", table_name="reports")
    op.drop_column("reports", "next_what")
    op.drop_column("reports", "next_at")
