"""What only SQLite needs: how its file is opened, locked and switched between transactions.

One connection writes and all others are `query_only`: two writers can corrupt the write-ahead log
of SQLite 3.7.0 to 3.51.2, and `synchronous=NORMAL` loses acknowledged commits at a power cut.
"""

import fcntl
import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Self

import aiosqlite
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from storage.errors import DatabaseFailed, DataFolderBusy, UnfitDatabase

OLDEST = (3, 35, 0)
"""The first SQLite that gives back what it wrote (RETURNING)."""

_PATIENT, _AT_ONCE = "PRAGMA busy_timeout = 5000", "PRAGMA busy_timeout = 0"
_ALWAYS = (
    _PATIENT,
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA trusted_schema = OFF",
)
_WRITING = ("PRAGMA journal_mode = WAL", "PRAGMA secure_delete = ON", _AT_ONCE)
_READING = ("PRAGMA query_only = ON",)


def path_of(url: str) -> Path:
    """Find the file that a URL names. Raises UnfitDatabase for anything but a file of SQLite."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise UnfitDatabase("the database URL cannot be read") from None
    if parsed.get_backend_name() != "sqlite":
        raise UnfitDatabase(f"{parsed.get_backend_name()} is not supported")
    if not parsed.database or parsed.database == ":memory:":
        raise UnfitDatabase("the database must be a file, so that it outlives the process")
    return Path(parsed.database)


def require_version() -> str:
    """Give SQLite's version. Raises UnfitDatabase when it is too old."""
    if sqlite3.sqlite_version_info < OLDEST:
        raise UnfitDatabase(f"SQLite {sqlite3.sqlite_version} is too old")
    return sqlite3.sqlite_version


class FolderLock:
    """The right to write in a data folder; the system takes it back when the process dies."""

    def __init__(self, folder: Path) -> None:
        """Raises DataFolderBusy."""
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._file = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self._file)
            raise DataFolderBusy(str(folder)) from None

    def release(self) -> None:
        os.close(self._file)


class Connection:
    """An open connection, and its steps between transactions; each raises DatabaseFailed."""

    def __init__(self, driver: aiosqlite.Connection) -> None:
        self.driver = driver

    @classmethod
    async def open(cls, path: Path, *, writing: bool) -> Self:
        driver = aiosqlite.connect(
            path, isolation_level=None, cached_statements=512, check_same_thread=False
        )
        # A process that crashes before it closes must end, not wait for this thread for ever.
        driver._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy's own dialect does
        try:
            await driver
        except sqlite3.Error as error:
            raise UnfitDatabase(f"{path} cannot be opened: {error}") from error
        connection = cls(driver)
        try:
            driver.row_factory = sqlite3.Row
            for pragma in (*_ALWAYS, *(_WRITING if writing else _READING)):
                await connection._step(pragma)
        except BaseException:
            await driver.close()
            raise
        return connection

    @property
    def here(self) -> sqlite3.Connection:
        """The connection itself, for statements inside a transaction while its thread is idle."""
        return self.driver._conn  # noqa: SLF001 - aiosqlite has no public way to its connection

    async def _end_what_is_left(self) -> None:
        """A rollback may have failed, too; without another nothing would begin here ever again."""
        await self.rollback()

    async def begin(self) -> None:
        """Begin where it is called, or in the thread while another program holds the lock."""
        await self._end_what_is_left()
        try:
            self.here.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise DatabaseFailed(f"BEGIN IMMEDIATE: {error}") from error
            await self._begin_patiently()

    async def _begin_patiently(self) -> None:
        await self._step(_PATIENT)
        try:
            await self._step("BEGIN IMMEDIATE")
        finally:
            await self._step(_AT_ONCE)

    async def begin_reading(self) -> None:
        await self._end_what_is_left()
        await self._step("BEGIN")

    def savepoint(self) -> None:
        """Savepoints of one group stand inside each other; its commit ends them all."""
        self._step_here("SAVEPOINT unit")

    def undo_savepoint(self) -> None:
        self._step_here("ROLLBACK TO unit")

    async def commit(self) -> None:
        await self._step("COMMIT")

    async def rollback(self) -> None:
        """Undo everything; after some errors SQLite has done so itself."""
        if self.driver.in_transaction:
            await self._step("ROLLBACK")

    async def abandon(self) -> None:
        """Leave the transaction after an error, however much of it is left."""
        with suppress(DatabaseFailed):
            await self.rollback()

    async def empty_log(self) -> bool:
        """Bring the write-ahead log into the file and cut it to nothing, if nobody reads from it.

        It waits for no reader: whoever asks comes again.
        """
        try:
            rows = await self.driver.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error as error:
            raise DatabaseFailed(f"checkpoint: {error}") from error
        return not next(iter(rows))[0]

    async def close(self) -> None:
        await self.driver.close()

    def _step_here(self, sql: str) -> None:
        try:
            self.here.execute(sql)
        except sqlite3.Error as error:
            raise DatabaseFailed(f"{sql}: {error}") from error

    async def _step(self, sql: str) -> None:
        try:
            await self.driver.execute_fetchall(sql)
        except sqlite3.Error as error:
            raise DatabaseFailed(f"{sql}: {error}") from error
