"""The tables of what routing learns, and of the keywords that admins changed."""

from sqlalchemy import Column, Index, Table, Text

from storage.columns import bytes_column as _bytes
from storage.columns import id_column as _id
from storage.columns import metadata
from storage.columns import number_column as _number
from storage.columns import text_column as _text
from storage.columns import to_column as _to

# What pruning deletes must not come back under the same number: versions name examples by it.
learning_examples = Table(
    "learning_examples",
    metadata,
    _id(),
    _to("report", "reports", nullable=True),
    _text("sector"),
    _bytes("payload"),
    _number("left_out"),
    _number("added_at"),
    sqlite_autoincrement=True,
)
Index(None, learning_examples.c.report, learning_examples.c.id)

learning_versions = Table(
    "learning_versions",
    metadata,
    _id(),
    _text("kind"),
    _number("made_at"),
    _number("upto"),
    _number("examples"),
    _bytes("state", nullable=True),
)

# The only words of reports in clear: each was used by five reporters.
shared_words = Table(
    "shared_words",
    metadata,
    Column("word", Text, primary_key=True),
    _number("since"),
)

# Weights are hundredths.
keyword_changes = Table(
    "keyword_changes",
    metadata,
    _id(),
    _text("sector"),
    _text("term"),
    _number("weight"),
    _number("is_name"),
    _number("weight_before", nullable=True),
    _number("made_at"),
    _to("made_by", "people"),
    _number("undone_at", nullable=True),
    _to("undone_by", "people", nullable=True),
)
