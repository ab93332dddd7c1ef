"""The tables: whole numbers, text and sealed bytes, in the SQL that SQLite and PostgreSQL share.

Times are microseconds since 1970 UTC. Columns of type SEALED hold what `Seal.seal` made, columns
named *_mark hold keyed fingerprints. Nothing else names a person, a chat or anybody's words,
except `shared_words`, each used by five reporters.
"""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.columns import MARK, NUMBER, metadata
from storage.columns import bytes_column as _bytes
from storage.columns import id_column as _id
from storage.columns import number_column as _number
from storage.columns import text_column as _text
from storage.columns import to_column as _to

people = Table(
    "people",
    metadata,
    _id(),
    Column("chat_mark", MARK, nullable=False, unique=True),
    _bytes("chat"),
    _bytes("name"),
    _text("language"),
    _text("consent_version", nullable=True),
    _number("consent_at", nullable=True),
    _number("blocked_since", nullable=True),
    _number("added_at"),
    _number("seen_at", nullable=True),
)
Index(None, people.c.seen_at)

# An admin's right has the agency "": the right stands for every agency, and NULL is never equal.
rights = Table(
    "rights",
    metadata,
    _id(),
    _to("person", "people"),
    _text("agency"),
    _text("role"),
    _number("since"),
    _to("given_by", "people", nullable=True),
    _number("ended_at", nullable=True),
    _to("ended_by", "people", nullable=True),
)
Index(
    "uq_rights_one_at_a_time",
    rights.c.person,
    rights.c.agency,
    unique=True,
    sqlite_where=text("ended_at IS NULL"),
    postgresql_where=text("ended_at IS NULL"),
)
Index(None, rights.c.agency, rights.c.ended_at)

invitations = Table(
    "invitations",
    metadata,
    Column("token_mark", MARK, primary_key=True),
    _text("kind"),
    _text("agency", nullable=True),
    _to("made_by", "people", nullable=True),
    _number("expires_at"),
    _number("spent_at", nullable=True),
    _to("spent_by", "people", nullable=True),
)

drafts = Table(
    "drafts",
    metadata,
    Column("person", NUMBER, ForeignKey("people.id"), primary_key=True, autoincrement=False),
    _bytes("payload"),
    _number("changed_at"),
)

steps = Table(
    "steps",
    metadata,
    _to("person", "people"),
    Column("chat_mark", MARK, nullable=False),
    _bytes("payload"),
    PrimaryKeyConstraint("person", "chat_mark"),
)

reports = Table(
    "reports",
    metadata,
    _id(),
    Column("number", Text, nullable=False, unique=True),
    _to("reporter", "people"),
    _text("report_class"),
    _text("status"),
    _number("filed_at"),
    _number("due_at"),
    _text("agency", nullable=True),
    _text("agency_head", nullable=True),
    _text("partner", nullable=True),
    _text("partner_head", nullable=True),
    _text("sector", nullable=True),
    _text("region", nullable=True),
    _bytes("place", nullable=True),
    _text("happened_on", nullable=True),
    _bytes("happened", nullable=True),
    _number("anonymous"),
    _number("secret"),
    _text("care"),
    _text("category", nullable=True),
    _bytes("suggested", nullable=True),
    _text("suggested_agency", nullable=True),
    _to("taken_by", "people", nullable=True),
    _number("taken_at", nullable=True),
    _number("answered_at", nullable=True),
    _number("settled_at", nullable=True),
    _number("closed_at", nullable=True),
    _number("hops"),
    _number("unsolved"),
    _number("rating", nullable=True),
    _number("joined_to", nullable=True),
    _number("version"),
    _number("proposed", nullable=True),
    _number("next_at", nullable=True),
    _text("next_what", nullable=True),
    _text("erased", nullable=True),
)
Index(None, reports.c.next_at, reports.c.id)
Index(None, reports.c.reporter, reports.c.id)
Index(None, reports.c.status, reports.c.due_at)
Index(None, reports.c.agency_head, reports.c.status)
Index(None, reports.c.agency, reports.c.status)
Index(None, reports.c.partner)
Index(None, reports.c.partner_head)
Index(None, reports.c.sector, reports.c.region, reports.c.filed_at)
_is_voice = reports.c.joined_to.is_not(None)
Index(None, reports.c.joined_to, sqlite_where=_is_voice, postgresql_where=_is_voice)
_ended = text("erased IS NULL AND closed_at IS NOT NULL")
Index("ix_reports_ended", reports.c.closed_at, sqlite_where=_ended, postgresql_where=_ended)
# Whole columns of figures are read from this index alone, without the sealed ones beside them.
Index(
    "ix_reports_figures",
    reports.c.filed_at,
    reports.c.agency_head,
    reports.c.agency,
    reports.c.report_class,
    reports.c.sector,
    reports.c.status,
    reports.c.answered_at,
    reports.c.settled_at,
    reports.c.closed_at,
    reports.c.rating,
    reports.c.hops,
    reports.c.suggested_agency,
)

report_words = Table(
    "report_words",
    metadata,
    _id(),
    _to("report", "reports"),
    _text("kind"),
    _bytes("title"),
    _bytes("text"),
)
Index(None, report_words.c.report, report_words.c.id)

report_attachments = Table(
    "report_attachments",
    metadata,
    _id(),
    _to("report", "reports"),
    Column("unique_mark", MARK, nullable=False),
    _bytes("payload"),
    _number("added_at"),
    UniqueConstraint("report", "unique_mark"),
)

follow_ups = Table(
    "follow_ups",
    metadata,
    _id(),
    _to("report", "reports"),
    _text("kind"),
    _to("said_by", "people", nullable=True),
    _text("role"),
    _text("agency", nullable=True),
    _number("said_at"),
    _bytes("text"),
    _bytes("attachments"),
    _number("delivered_at", nullable=True),
    _number("undelivered"),
)
Index(None, follow_ups.c.report, follow_ups.c.id)

history = Table(
    "history",
    metadata,
    _id(),
    _to("report", "reports"),
    _number("done_at"),
    _text("act"),
    _to("done_by", "people", nullable=True),
    _text("role"),
    _text("status_before", nullable=True),
    _text("status_after"),
    _text("agency", nullable=True),
    _text("reason"),
    _to("follow_up", "follow_ups", nullable=True),
)
Index(None, history.c.report, history.c.id)

anchors = Table(
    "anchors",
    metadata,
    _id(),
    Column("chat_mark", MARK, nullable=False),
    _bytes("chat"),
    _number("message"),
    _to("report", "reports", nullable=True),
    _text("slot"),
    _number("thread", nullable=True),
    UniqueConstraint("chat_mark", "message"),
)
Index(None, anchors.c.chat_mark, anchors.c.slot, anchors.c.message)
Index(None, anchors.c.report, anchors.c.slot)

# Rows of the inbox and the outbox are deleted: without AUTOINCREMENT a new row could take the
# number of one that a worker still holds.
inbox = Table(
    "inbox",
    metadata,
    _id(),
    Column("update_id", NUMBER, nullable=False, unique=True),
    Column("lane_mark", MARK, nullable=False),
    _bytes("lane"),
    _bytes("payload", nullable=True),
    _text("state"),
    _number("received_at"),
    _number("tries"),
    _text("error", nullable=True),
    _number("done_at", nullable=True),
    sqlite_autoincrement=True,
)
Index(None, inbox.c.state, inbox.c.id)
Index(None, inbox.c.lane_mark, inbox.c.state)

outbox = Table(
    "outbox",
    metadata,
    _id(),
    Column("lane_mark", MARK, nullable=False),
    _bytes("lane"),
    _text("kind"),
    _bytes("payload", nullable=True),
    _text("urgency"),
    _text("state"),
    Column("merge_mark", MARK, nullable=True),
    _number("created_at"),
    _number("not_before"),
    _number("tries"),
    _text("error", nullable=True),
    _number("done_at", nullable=True),
    _number("message", nullable=True),
    sqlite_autoincrement=True,
)
Index(
    "ix_outbox_by_lane",
    outbox.c.state,
    outbox.c.lane_mark,
    outbox.c.urgency,
    outbox.c.id,
    outbox.c.not_before,
)
Index(None, outbox.c.state, outbox.c.not_before)
Index(None, outbox.c.merge_mark, outbox.c.state)

days_off = Table(
    "days_off",
    metadata,
    Column("day", Text, primary_key=True),
    _text("name"),
    _to("added_by", "people", nullable=True),
    _number("added_at"),
)

pins = Table(
    "pins",
    metadata,
    Column("report", NUMBER, ForeignKey("reports.id"), primary_key=True, autoincrement=False),
    Column("pin_mark", MARK, nullable=False),
)

pin_tries = Table(
    "pin_tries",
    metadata,
    _id(),
    _to("report", "reports"),
    _number("tried_at"),
)
Index(None, pin_tries.c.report, pin_tries.c.tried_at)

# One row for each line of the ledger of erasures that this database has followed.
erasures = Table(
    "erasures",
    metadata,
    _id(),
    _number("done_at"),
)

# Who took what out, for ever.
exports = Table(
    "exports",
    metadata,
    _id(),
    _to("person", "people"),
    _number("start_at"),
    _number("end_at"),
    _text("agency", nullable=True),
    _text("form"),
    _number("asked_at"),
    _number("made_at", nullable=True),
    _number("rows", nullable=True),
)
Index(None, exports.c.made_at, exports.c.id)

announcements = Table(
    "announcements",
    metadata,
    _id(),
    _to("made_by", "people"),
    _text("audience"),
    _number("urgent"),
    _bytes("text"),
    _number("made_at"),
    _number("total"),
    _number("queued"),
    _number("stopped_at", nullable=True),
    _number("done_at", nullable=True),
)

announcement_hearers = Table(
    "announcement_hearers",
    metadata,
    _id(),
    _to("announcement", "announcements"),
    _to("person", "people"),
    _number("chosen_at"),
    _number("queued_at", nullable=True),
)
Index(
    None,
    announcement_hearers.c.announcement,
    announcement_hearers.c.queued_at,
    announcement_hearers.c.id,
)
Index(None, announcement_hearers.c.person, announcement_hearers.c.chosen_at)
