"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _inbox()
    _outbox()
    _people()
    _sealing()
    _bound_groups()
    _drafts()
    _invitations()
    _reports()
    _rights()
    _steps()
    _anchors()
    _follow_ups()
    _pin_tries()
    _pins()
    _report_attachments()
    _report_words()
    _history()


def downgrade() -> None:
    for table in (
        "history",
        "report_words",
        "report_attachments",
        "pins",
        "pin_tries",
        "follow_ups",
        "anchors",
        "steps",
        "rights",
        "reports",
        "invitations",
        "drafts",
        "bound_groups",
        "sealing",
        "people",
        "outbox",
        "inbox",
    ):
        op.drop_table(table)


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("update_id", NUMBER, nullable=False),
        sa.Column("lane_mark", sa.LargeBinary, nullable=False),
        sa.Column("lane", sa.LargeBinary, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=True),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("received_at", NUMBER, nullable=False),
        sa.Column("tries", NUMBER, nullable=False),
        sa.Column("error", sa.Text, nullable=True),
        sa.Column("done_at", NUMBER, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox")),
        sa.UniqueConstraint("update_id", name=op.f("uq_inbox_update_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_inbox_lane_mark_state"), "inbox", ["lane_mark", "state"], unique=False)
    op.create_index(op.f("ix_inbox_state_id"), "inbox", ["state", "id"], unique=False)


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("lane_mark", sa.LargeBinary, nullable=False),
        sa.Column("lane", sa.LargeBinary, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=True),
        sa.Column("urgency", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("merge_mark", sa.LargeBinary, nullable=True),
        sa.Column("created_at", NUMBER, nullable=False),
        sa.Column("not_before", NUMBER, nullable=False),
        sa.Column("tries", NUMBER, nullable=False),
        sa.Column("error", sa.Text, nullable=True),
        sa.Column("done_at", NUMBER, nullable=True),
        sa.Column("message", NUMBER, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_outbox_merge_mark_state"), "outbox", ["merge_mark", "state"], unique=False
    )
    op.create_index(
        "ix_outbox_by_lane",
        "outbox",
        ["state", "lane_mark", "urgency", "id", "not_before"],
        unique=False,
    )
    op.create_index(
        op.f("ix_outbox_state_not_before"), "outbox", ["state", "not_before"], unique=False
    )


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("chat_mark", sa.LargeBinary, nullable=False),
        sa.Column("chat", sa.LargeBinary, nullable=False),
        sa.Column("name", sa.LargeBinary, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("consent_version", sa.Text, nullable=True),
        sa.Column("consent_at", NUMBER, nullable=True),
        sa.Column("blocked_since", NUMBER, nullable=True),
        sa.Column("added_at", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("chat_mark", name=op.f("uq_people_chat_mark")),
    )


def _sealing() -> None:
    op.create_table(
        "sealing",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("key_mark", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sealing")),
    )


def _bound_groups() -> None:
    op.create_table(
        "bound_groups",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("chat_mark", sa.LargeBinary, nullable=False),
        sa.Column("chat", sa.LargeBinary, nullable=False),
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("title", sa.LargeBinary, nullable=False),
        sa.Column("forum", NUMBER, nullable=False),
        sa.Column("topic", NUMBER, nullable=True),
        sa.Column("bound_by", NUMBER, nullable=True),
        sa.Column("bound_at", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["bound_by"], ["people.id"], name=op.f("fk_bound_groups_bound_by_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bound_groups")),
        sa.UniqueConstraint("chat_mark", name=op.f("uq_bound_groups_chat_mark")),
    )
    op.create_index(op.f("ix_bound_groups_agency"), "bound_groups", ["agency"], unique=False)


def _drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("person", NUMBER, autoincrement=False, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.Column("changed_at", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_drafts_person_people")),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_drafts")),
    )


def _invitations() -> None:
    op.create_table(
        "invitations",
        sa.Column("token_mark", sa.LargeBinary, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("agency", sa.Text, nullable=True),
        sa.Column("made_by", NUMBER, nullable=True),
        sa.Column("expires_at", NUMBER, nullable=False),
        sa.Column("spent_at", NUMBER, nullable=True),
        sa.Column("spent_by", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(
            ["made_by"], ["people.id"], name=op.f("fk_invitations_made_by_people")
        ),
        sa.ForeignKeyConstraint(
            ["spent_by"], ["people.id"], name=op.f("fk_invitations_spent_by_people")
        ),
        sa.PrimaryKeyConstraint("token_mark", name=op.f("pk_invitations")),
    )


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("reporter", NUMBER, nullable=False),
        sa.Column("report_class", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("filed_at", NUMBER, nullable=False),
        sa.Column("due_at", NUMBER, nullable=False),
        sa.Column("agency", sa.Text, nullable=True),
        sa.Column("agency_head", sa.Text, nullable=True),
        sa.Column("sector", sa.Text, nullable=True),
        sa.Column("region", sa.Text, nullable=True),
        sa.Column("place", sa.LargeBinary, nullable=True),
        sa.Column("happened_on", sa.Text, nullable=True),
        sa.Column("happened", sa.LargeBinary, nullable=True),
        sa.Column("anonymous", NUMBER, nullable=False),
        sa.Column("secret", NUMBER, nullable=False),
        sa.Column("care", sa.Text, nullable=False),
        sa.Column("suggested", sa.LargeBinary, nullable=True),
        sa.Column("taken_by", NUMBER, nullable=True),
        sa.Column("taken_at", NUMBER, nullable=True),
        sa.Column("answered_at", NUMBER, nullable=True),
        sa.Column("settled_at", NUMBER, nullable=True),
        sa.Column("closed_at", NUMBER, nullable=True),
        sa.Column("hops", NUMBER, nullable=False),
        sa.Column("unsolved", NUMBER, nullable=False),
        sa.Column("rating", NUMBER, nullable=True),
        sa.Column("version", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["reporter"], ["people.id"], name=op.f("fk_reports_reporter_people")
        ),
        sa.ForeignKeyConstraint(
            ["taken_by"], ["people.id"], name=op.f("fk_reports_taken_by_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
        sa.UniqueConstraint("number", name=op.f("uq_reports_number")),
    )
    op.create_index(
        op.f("ix_reports_agency_head_status"), "reports", ["agency_head", "status"], unique=False
    )
    op.create_index(op.f("ix_reports_agency_status"), "reports", ["agency", "status"], unique=False)
    op.create_index(op.f("ix_reports_reporter_id"), "reports", ["reporter", "id"], unique=False)
    op.create_index(
        op.f("ix_reports_sector_region_filed_at"),
        "reports",
        ["sector", "region", "filed_at"],
        unique=False,
    )
    op.create_index(op.f("ix_reports_status_due_at"), "reports", ["status", "due_at"], unique=False)


def _rights() -> None:
    op.create_table(
        "rights",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("since", NUMBER, nullable=False),
        sa.Column("given_by", NUMBER, nullable=True),
        sa.Column("ended_at", NUMBER, nullable=True),
        sa.Column("ended_by", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(
            ["ended_by"], ["people.id"], name=op.f("fk_rights_ended_by_people")
        ),
        sa.ForeignKeyConstraint(
            ["given_by"], ["people.id"], name=op.f("fk_rights_given_by_people")
        ),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_rights_person_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rights")),
    )
    op.create_index(
        op.f("ix_rights_agency_ended_at"), "rights", ["agency", "ended_at"], unique=False
    )
    op.create_index(
        "uq_rights_one_at_a_time",
        "rights",
        ["person", "agency"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )


def _steps() -> None:
    op.create_table(
        "steps",
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("chat_mark", sa.LargeBinary, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_steps_person_people")),
        sa.PrimaryKeyConstraint("person", "chat_mark", name=op.f("pk_steps")),
    )


def _anchors() -> None:
    op.create_table(
        "anchors",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("chat_mark", sa.LargeBinary, nullable=False),
        sa.Column("chat", sa.LargeBinary, nullable=False),
        sa.Column("message", NUMBER, nullable=False),
        sa.Column("report", NUMBER, nullable=True),
        sa.Column("slot", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name=op.f("fk_anchors_report_reports")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_anchors")),
        sa.UniqueConstraint("chat_mark", "message", name=op.f("uq_anchors_chat_mark_message")),
    )
    op.create_index(
        op.f("ix_anchors_chat_mark_slot_message"),
        "anchors",
        ["chat_mark", "slot", "message"],
        unique=False,
    )
    op.create_index(op.f("ix_anchors_report_slot"), "anchors", ["report", "slot"], unique=False)


def _follow_ups() -> None:
    op.create_table(
        "follow_ups",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("said_by", NUMBER, nullable=True),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("agency", sa.Text, nullable=True),
        sa.Column("said_at", NUMBER, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("attachments", sa.LargeBinary, nullable=False),
        sa.Column("delivered_at", NUMBER, nullable=True),
        sa.Column("undelivered", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["report"], ["reports.id"], name=op.f("fk_follow_ups_report_reports")
        ),
        sa.ForeignKeyConstraint(
            ["said_by"], ["people.id"], name=op.f("fk_follow_ups_said_by_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_ups")),
    )
    op.create_index(op.f("ix_follow_ups_report_id"), "follow_ups", ["report", "id"], unique=False)


def _pin_tries() -> None:
    op.create_table(
        "pin_tries",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("tried_at", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["report"], ["reports.id"], name=op.f("fk_pin_tries_report_reports")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pin_tries")),
    )
    op.create_index(
        op.f("ix_pin_tries_report_tried_at"), "pin_tries", ["report", "tried_at"], unique=False
    )


def _pins() -> None:
    op.create_table(
        "pins",
        sa.Column("report", NUMBER, autoincrement=False, nullable=False),
        sa.Column("pin_mark", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name=op.f("fk_pins_report_reports")),
        sa.PrimaryKeyConstraint("report", name=op.f("pk_pins")),
    )


def _report_attachments() -> None:
    op.create_table(
        "report_attachments",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("unique_mark", sa.LargeBinary, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.Column("added_at", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["report"], ["reports.id"], name=op.f("fk_report_attachments_report_reports")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_attachments")),
        sa.UniqueConstraint(
            "report", "unique_mark", name=op.f("uq_report_attachments_report_unique_mark")
        ),
    )


def _report_words() -> None:
    op.create_table(
        "report_words",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("title", sa.LargeBinary, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(
            ["report"], ["reports.id"], name=op.f("fk_report_words_report_reports")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_words")),
    )
    op.create_index(
        op.f("ix_report_words_report_id"), "report_words", ["report", "id"], unique=False
    )


def _history() -> None:
    op.create_table(
        "history",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("done_at", NUMBER, nullable=False),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("done_by", NUMBER, nullable=True),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("status_before", sa.Text, nullable=True),
        sa.Column("status_after", sa.Text, nullable=False),
        sa.Column("agency", sa.Text, nullable=True),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("follow_up", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["done_by"], ["people.id"], name=op.f("fk_history_done_by_people")),
        sa.ForeignKeyConstraint(
            ["follow_up"], ["follow_ups.id"], name=op.f("fk_history_follow_up_follow_ups")
        ),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name=op.f("fk_history_report_reports")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history")),
    )
    op.create_index(op.f("ix_history_report_id"), "history", ["report", "id"], unique=False)
