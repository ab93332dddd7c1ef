"""One store per aggregate: domain objects in and out, nothing committed here.

Statements that may meet a row already there use PostgreSQL's `insert`, because SQLite reads the
same ON CONFLICT, while SQLAlchemy's `insert` for SQLite cannot be written for PostgreSQL.
"""
