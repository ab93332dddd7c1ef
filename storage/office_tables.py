"""What agencies keep of their own: the groups that get their cards, their rules and answers."""

from sqlalchemy import Column, Index, PrimaryKeyConstraint, Table, Text, UniqueConstraint

from storage.columns import MARK, metadata
from storage.columns import bytes_column as _bytes
from storage.columns import id_column as _id
from storage.columns import number_column as _number
from storage.columns import text_column as _text
from storage.columns import to_column as _to

bound_groups = Table(
    "bound_groups",
    metadata,
    _id(),
    Column("chat_mark", MARK, nullable=False, unique=True),
    _bytes("chat"),
    _text("agency"),
    _bytes("title"),
    _number("forum"),
    _number("topic", nullable=True),
    _to("bound_by", "people", nullable=True),
    _number("bound_at"),
    _text("lacks", nullable=True),
    _number("lacks_since", nullable=True),
)
Index(None, bound_groups.c.agency)

asked_in = Table(
    "asked_in",
    metadata,
    _to("person", "people"),
    _text("agency"),
    _number("asked_at"),
    PrimaryKeyConstraint("person", "agency"),
)

agency_rules = Table(
    "agency_rules",
    metadata,
    Column("agency", Text, primary_key=True),
    _number("evidence"),
    _number("four_eyes"),
    _number("digest_at", nullable=True),
    _text("topics", nullable=True),
)

topics = Table(
    "topics",
    metadata,
    _id(),
    Column("chat_mark", MARK, nullable=False),
    _text("subject"),
    _number("thread"),
    _number("closed"),
    UniqueConstraint("chat_mark", "subject"),
    UniqueConstraint("chat_mark", "thread"),
)

digests = Table(
    "digests",
    metadata,
    Column("agency", Text, primary_key=True),
    _text("day"),
)

templates = Table(
    "templates",
    metadata,
    _id(),
    _text("agency"),
    _bytes("name"),
    _bytes("text"),
    _to("changed_by", "people"),
    _number("changed_at"),
)
Index(None, templates.c.agency)
