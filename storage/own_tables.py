"""What a database says of itself: its key, the programs that it suits, and who works on it now.

None of it is carried over into another database.
"""

from sqlalchemy import Column, Table

from storage.columns import NUMBER, metadata
from storage.columns import bytes_column as _bytes
from storage.columns import id_column as _id
from storage.columns import number_column as _number
from storage.columns import text_column as _text

sealing = Table(
    "sealing",
    metadata,
    _id(),
    _bytes("key_mark"),
)

# The newest step of the oldest program that may work here; the newest program writes it down.
oldest_program = Table(
    "oldest_program",
    metadata,
    _id(),
    _text("step"),
)

# Filled on PostgreSQL alone, by those who work on one database together.
processes = Table("processes", metadata, _id(), _number("until"))

leases = Table(
    "leases",
    metadata,
    Column("shard", NUMBER, primary_key=True, autoincrement=False),
    _number("owner", nullable=True),
    _number("epoch"),
    _number("until"),
)

OWN = (sealing, oldest_program, processes, leases)
