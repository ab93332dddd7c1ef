"""A copy of the database in one file, taken while others write, and the check that it is whole.

SQLite's online backup reads one moment of the database, however long the copying takes. The copy
carries a note of that moment: the step of its tables and how many rows each table had. All of it is
blocking and for a thread.
"""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event

from storage.errors import CopyFailed, NoCopy
from storage.migrations import HEAD

_NOTE = "copy_note"
_NO_CONTENT = {_NOTE, "alembic_version", "sqlite_sequence"}
_PAGES_A_STEP = 256
_MAGIC = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Note:
    """What a copy says of itself; `step` is the migration that its tables are at."""

    made_at: datetime
    step: str
    counts: dict[str, int]


def take(source: Path, target: Path, stop: Event | None = None) -> None:
    """Copy one moment of a database into a new file that only its owner reads.

    Raises CopyFailed, also where `stop` was set meanwhile; then no file is left.
    """
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))

    def go_on(*_: int) -> None:
        if stop is not None and stop.is_set():
            raise CopyFailed("the copying was stopped")

    try:
        with _refusals(source), _opened(source) as here, _opened(target) as there:
            here.execute("PRAGMA query_only = ON")
            # Standing in a transaction, the copying never begins anew when somebody writes.
            here.execute("BEGIN")
            here.execute("SELECT count(*) FROM sqlite_master").fetchone()
            there.execute("PRAGMA synchronous = OFF")
            here.backup(there, pages=_PAGES_A_STEP, progress=go_on, sleep=0)
            there.execute("PRAGMA journal_mode = DELETE")
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def annotate(copy: Path, now: datetime) -> Note:
    """Check a fresh copy, write its note into it, and bring both down to the disk.

    Raises CopyFailed where the database that was copied is damaged.
    """
    with _refusals(copy), _opened(copy) as database:
        if faults := _faults(database):
            raise CopyFailed(f"the database is damaged, and so is its copy: {faults}")
        note = Note(now, _step(database), _counts(database))
        facts = {"made_at": note.made_at.isoformat(), "counts": note.counts}
        database.execute("PRAGMA synchronous = FULL")
        database.execute(f"CREATE TABLE {_NOTE} (facts TEXT NOT NULL)")
        database.execute(f"INSERT INTO {_NOTE} VALUES (?)", (json.dumps(facts),))  # noqa: S608
    return note


def verify(copy: Path) -> Note:
    """Make sure that a copy is one of ours, whole, and not of a newer program; give its note.

    Raises NoCopy, which says what to do next.
    """
    with copy.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise NoCopy("This is no backup made by lapor-bot backup: nothing was restored.")
    try:
        with _opened(copy) as database:
            faults = _faults(database)
            note = None if faults else _note(database)
            counts = None if note is None else _counts(database)
    except sqlite3.DatabaseError as error:
        faults, note, counts = str(error), None, None
    if faults:
        raise NoCopy(
            f"The backup is damaged or cut off ({faults}): copy the file here again, or restore "
            "an older one."
        )
    if note is None:
        raise NoCopy(
            "This is a database, but no backup made by lapor-bot backup: nothing was restored."
        )
    if note.step > HEAD:
        raise NoCopy(
            f"The backup was made by a newer lapor-bot (its tables are at {note.step}, ours at "
            f"{HEAD}): install that version or a newer one, and restore again."
        )
    if counts != note.counts:
        raise NoCopy(
            "The backup does not hold what was counted when it was made: restore an older one."
        )
    return note


def strip(copy: Path) -> None:
    """Take the note out again."""
    with _refusals(copy), _opened(copy) as database:
        database.execute("PRAGMA synchronous = FULL")
        database.execute(f"DROP TABLE IF EXISTS {_NOTE}")


def put_in_place(file: Path, name: Path) -> None:
    """Give a finished file its name, and bring both down to the disk."""
    _to_the_disk(file, os.O_RDWR)
    file.rename(name)
    _to_the_disk(name.parent, os.O_RDONLY)


def _to_the_disk(path: Path, flags: int) -> None:
    number = os.open(path, flags)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _note(database: sqlite3.Connection) -> Note | None:
    if _NOTE not in set(_tables(database)):
        return None
    try:
        [(written,)] = database.execute(f"SELECT facts FROM {_NOTE}").fetchall()  # noqa: S608
        facts = json.loads(written)
        made_at = datetime.fromisoformat(facts["made_at"])
        counts = {str(name): int(number) for name, number in facts["counts"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return Note(made_at, _step(database), counts)


def _faults(database: sqlite3.Connection) -> str:
    """What the integrity check says, in short; empty where all is well."""
    said = [row[0] for row in database.execute("PRAGMA integrity_check(3)") if row[0] != "ok"]
    said += [
        f"a row of {table} names one of {parent} that is not there"
        for table, _, parent, _ in database.execute("PRAGMA foreign_key_check").fetchmany(3)
    ]
    return "; ".join(" ".join(words.split()) for words in said)


def _step(database: sqlite3.Connection) -> str:
    row = database.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else ""


def _counts(database: sqlite3.Connection) -> dict[str, int]:
    """Rows by table."""
    return {
        name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
        for name in sorted(set(_tables(database)) - _NO_CONTENT)
    }


def _tables(database: sqlite3.Connection) -> Iterator[str]:
    for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
        yield name


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path, isolation_level=None)
    with closing(connection):
        connection.execute("PRAGMA busy_timeout = 5000")
        connection.execute("PRAGMA trusted_schema = OFF")
        yield connection


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise CopyFailed(f"{path} cannot be copied: {error}") from error
