"""How the tables came to be, one step after another; `HEAD` is the newest step.

The program of the release before works on the tables of this one: while several processes are
brought up to date one by one, and when a release is taken back. So a step adds, and takes nothing
away: no table, column or key that the release before still uses is dropped or renamed, nothing new
is demanded of the rows that it writes, and no value that it writes is refused. What is to go is
first given up, in `GIVEN_UP`, and dropped a release later.
"""

from collections.abc import Mapping

HEAD = "0017"
OLDEST = "0017"
"""The newest step of the oldest program that may work on these tables: of the release before.

It stands in the database too, so that an older program can tell whether it may start. With each
release it becomes the HEAD of the one before. There was no release yet, and this is the first step
whose program asks.
"""
GIVEN_UP: Mapping[str, str] = {}
"""Columns that the program no longer touches, as table.column, and since which step.

They stay in the tables that it knows until a step drops them, and may be empty there.
"""

PATIENCE = "SET LOCAL lock_timeout = '15s'"
"""How long a step waits on PostgreSQL for whoever holds a table, with all others behind it."""
