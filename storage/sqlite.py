"""What only SQLite needs: how its file is opened, locked and switched between transactions.

One connection writes and all others are `query_only`: two writers can corrupt the write-ahead log
of SQLite 3.7.0 to 3.51.2, and `synchronous=NORMAL` loses acknowledged commits at a power cut.
"""

import fcntl
import os
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

import aiosqlite
from sqlalchemy import URL, UpdateBase, make_url
from sqlalchemy.dialects.sqlite.aiosqlite import dialect
from sqlalchemy.exc import ArgumentError

from storage.errors import DatabaseFailed, DataFolderBusy, UnfitDatabase
from storage.leases import Lease
from storage.tx import Prepared, Sql, Told, Tx

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


def is_postgres(url: str) -> bool:
    """Raises UnfitDatabase for what is no URL."""
    return _parsed(url).get_backend_name() == "postgresql"


def path_of(url: str) -> Path:
    """Find the file that a URL names. Raises UnfitDatabase for anything but a file of SQLite."""
    parsed = _parsed(url)
    if parsed.get_backend_name() != "sqlite":
        raise UnfitDatabase(f"{parsed.get_backend_name()} is not supported")
    if not parsed.database or parsed.database == ":memory:":
        raise UnfitDatabase("the database must be a file, so that it outlives the process")
    return Path(parsed.database)


def _parsed(url: str) -> URL:
    try:
        return make_url(url)
    except ArgumentError:
        raise UnfitDatabase("the database URL cannot be read") from None


def require_version() -> str:
    """Give SQLite's version. Raises UnfitDatabase when it is too old."""
    if sqlite3.sqlite_version_info < OLDEST:
        raise UnfitDatabase(f"SQLite {sqlite3.sqlite_version} is too old")
    return sqlite3.sqlite_version


def prepared() -> Prepared:
    return Prepared(dialect(paramstyle="named"))


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


class SqliteTx(Tx):
    """A unit on SQLite.

    Inside the transaction of the one writer a small statement takes microseconds and waits for no
    lock and no disk, so it runs where it is called; handing each to the driver's thread and back
    costs ten times as much. Readers, whose queries may be long, use the thread.
    """

    failures = (sqlite3.Error,)

    def __init__(
        self,
        prepared: Prepared,
        connection: aiosqlite.Connection,
        here: sqlite3.Connection | None = None,
    ) -> None:
        super().__init__(prepared)
        self._connection = connection
        self._here = here

    def touch(self, queue: str, shard: int, number: int | None = None) -> None:
        """Every shard is this process's."""

    async def later(
        self, statement: UpdateBase, params: Mapping[str, Any], told: Told | None = None
    ) -> None:
        """Here nothing is gained by waiting."""
        if told is None:
            await self.run(statement, params)
        else:
            told(await self.scalar(statement, params))

    async def finish(self) -> None:
        """Nothing was put off."""

    async def _fetched(self, sql: Sql, values: dict[str, Any]) -> list[Any]:
        if self._here is not None:
            return self._here.execute(sql.text, values).fetchall()
        return list(await self._connection.execute_fetchall(sql.text, values))

    async def _fetched_of_each(self, sql: Sql, many: Sequence[dict[str, Any]]) -> list[Any]:
        return [row for values in many for row in await self._fetched(sql, values)]

    async def _changed(self, sql: Sql, values: dict[str, Any]) -> int:
        if self._here is not None:
            return self._here.execute(sql.text, values).rowcount
        cursor = await self._connection.execute(sql.text, values)
        return cursor.rowcount


class SqliteConnection:
    """A connection to a file."""

    def __init__(self, driver: aiosqlite.Connection, *, writing: bool) -> None:
        self.driver = driver
        self._writing = writing

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
        connection = cls(driver, writing=writing)
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

    def tx(self, prepared: Prepared) -> Tx:
        return SqliteTx(prepared, self.driver, self.here if self._writing else None)

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

    def holds(self, lease: Lease) -> bool:  # noqa: ARG002 - nobody else can have it
        return True

    async def savepoint(self) -> None:
        self._step_here("SAVEPOINT unit")

    async def undo_savepoint(self) -> None:
        self._step_here("ROLLBACK TO unit")

    async def commit(self) -> None:
        await self._step("COMMIT")

    async def rollback(self) -> None:
        """Undo everything; after some errors SQLite has done so itself."""
        if self.driver.in_transaction:
            await self._step("ROLLBACK")

    async def abandon(self) -> None:
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
