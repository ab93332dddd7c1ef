"""What only PostgreSQL needs: its connections, and what became of a commit that nobody answered.

Several processes may write, one group of units at a time: a group's transaction begins by taking
the pen, a lock of the server. So every unit sees all that was committed before it and nothing that
comes between, as on SQLite, and numbers are given in the order of the commits.
A lost connection is opened anew at the next unit. When it is lost in a commit, the server is asked
afterwards whether the transaction was kept, so that nothing is done twice and nothing is thought
kept that is not.
"""

import asyncio
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Protocol, Self

import asyncpg
from sqlalchemy import UpdateBase, make_url
from sqlalchemy.dialects.postgresql.asyncpg import dialect

from storage.errors import DatabaseFailed, UnfitDatabase
from storage.finishing import to_the_end
from storage.leases import Lease
from storage.together import Change, Together
from storage.tx import Prepared, Sql, Told, Tx

OLDEST = 130_000
"""PostgreSQL 13, the first that says what became of a transaction by its full number."""

FAILURES = (
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    OSError,
    TimeoutError,
)
"""What the driver raises; the internal one where the server has hung up while nobody looked."""

PRESENT = 5_470_151
"""The advisory lock that every program on the database shares while it is there."""
PEN = 5_470_152
"""The advisory lock of the group that writes now."""
NAME = "lapor-bot"
"""How its sessions are called there, with the number of the process behind it."""
CHANNEL = "lapor_bot"
"""Where processes tell each other what they have put in for others."""
_CLEARS_UP_WITHIN = 30.0
"""Seconds in which the server may come back and say what became of a commit."""
_WAIT = 0.2
_SESSION = {
    "synchronous_commit": "on",
    # Half-way in a unit no process may stand still: it would keep all others waiting.
    "idle_in_transaction_session_timeout": "5s",
    "lock_timeout": "20s",
    "tcp_keepalives_idle": "5",
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "3",
}
_NUMBER_AND_LEASES = """SELECT pg_current_xact_id()::text AS number, shard, epoch
    FROM (SELECT 1) AS one LEFT JOIN leases ON owner = $1::bigint"""


async def connect(url: str) -> "asyncpg.Connection[Any]":
    """Raises one of FAILURES."""
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    settings = {**_SESSION, "application_name": f"{NAME} {os.getpid()}"}
    return await asyncpg.connect(
        plain, timeout=10, statement_cache_size=1024, server_settings=settings
    )


def prepared() -> Prepared:
    return Prepared(dialect())  # type: ignore[no-untyped-call]


class Worker(Protocol):
    """Who holds leases; without a number, nobody yet."""

    number: int | None


@dataclass(slots=True)
class _Queues:
    """What a connection has put in the queues: for which shards, and the newest number of each.

    Numbers are given in the order of the commits, so where one follows the newest at once nobody
    else has put anything in between.
    """

    touched: set[tuple[str, int]] = field(default_factory=set)
    newest: dict[str, int] = field(default_factory=dict)


class PostgresTx(Tx):
    """A unit on PostgreSQL."""

    failures = FAILURES

    def __init__(
        self,
        prepared: Prepared,
        driver: "asyncpg.Connection[Any]",
        queues: _Queues,
        together: Together,
    ) -> None:
        super().__init__(prepared)
        self._driver = driver
        self._queues = queues
        self._together = together
        self._put_off: list[Change] = []
        self._touched: set[str] = set()

    def touch(self, queue: str, shard: int, number: int | None = None) -> None:
        self._queues.touched.add((queue, shard))
        if number is None:
            return
        if self._queues.newest.get(queue) != number - 1:
            self.joined_in.add(queue)
        self._queues.newest[queue] = number

    async def later(
        self, statement: UpdateBase, params: Mapping[str, Any], told: Told | None = None
    ) -> None:
        sql, values = self._ready(statement, params)
        await self._before(sql)
        self._put_off.append(Change(sql, [values[name] for name in sql.order], told))
        self._touched.add(statement.table.description)

    async def finish(self) -> None:
        changes, self._put_off = self._put_off, []
        self._touched.clear()
        if not changes:
            return
        sql, values = self._together.of(changes)
        try:
            [row] = await self._driver.fetch(sql, *values)
        except self.failures as error:
            raise self._failure(error) from error
        asked = (change.told for change in changes if change.told)
        for told, new in zip(asked, row, strict=False):
            told(new)

    async def _before(self, sql: Sql) -> None:
        """Make what was put off, where this may touch the same table."""
        if not self._touched.isdisjoint(sql.words):
            await self.finish()

    async def _fetched(self, sql: Sql, values: dict[str, Any]) -> list[Any]:
        await self._before(sql)
        return list(await self._driver.fetch(sql.text, *[values[name] for name in sql.order]))

    async def _fetched_of_each(self, sql: Sql, many: Sequence[dict[str, Any]]) -> list[Any]:
        """All of them go to the server at once."""
        await self._before(sql)
        ordered = [[values[name] for name in sql.order] for values in many]
        return list(await self._driver.fetchmany(sql.text, ordered))

    async def _changed(self, sql: Sql, values: dict[str, Any]) -> int:
        await self._before(sql)
        said = await self._driver.execute(sql.text, *[values[name] for name in sql.order])
        return int(said.rpartition(" ")[2])


class PostgresConnection:
    """A connection to a server, opened anew when it was lost."""

    def __init__(self, url: str, *, writing: bool, worker: Worker | None = None) -> None:
        self._url = url
        self._writing = writing
        self._worker = worker
        self._driver: asyncpg.Connection[Any] | None = None
        self._number = ""
        self._held: dict[int, int] = {}
        self._queues = _Queues()
        self._together = Together()
        self.version = ""

    @classmethod
    async def open(cls, url: str, *, writing: bool, worker: Worker | None = None) -> Self:
        """Raises UnfitDatabase. One that only reads is opened when it is first used."""
        connection = cls(url, writing=writing, worker=worker)
        if not writing:
            return connection
        try:
            await connection._connected()
        except DatabaseFailed as error:
            raise UnfitDatabase(str(error)) from error
        return connection

    def tx(self, prepared: Prepared) -> Tx:
        assert self._driver is not None
        return PostgresTx(prepared, self._driver, self._queues, self._together)

    async def begin(self) -> None:
        """Take the pen, and see which leases this process has while it holds it.

        The transaction gets its number at once, to be asked for after a lost commit.
        """
        driver = await self._connected()
        self._queues.touched.clear()
        worker = self._worker.number if self._worker else None
        try:
            await self._step(f"BEGIN; SELECT pg_advisory_xact_lock({PEN})")
            rows = await driver.fetch(_NUMBER_AND_LEASES, worker)
        except (*FAILURES, DatabaseFailed) as error:
            driver.terminate()
            raise DatabaseFailed(said(error)) from error
        self._number = str(rows[0]["number"])
        self._held = {row["shard"]: row["epoch"] for row in rows if row["shard"] is not None}

    def holds(self, lease: Lease) -> bool:
        return self._held.get(lease.shard) == lease.epoch

    async def begin_reading(self) -> None:
        await self._connected()
        await self._step("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")

    async def savepoint(self) -> None:
        await to_the_end(self._step("SAVEPOINT unit"))

    async def undo_savepoint(self) -> None:
        self._forget_newest()
        await self._step("ROLLBACK TO SAVEPOINT unit")

    async def commit(self) -> None:
        driver = self._driver
        try:
            await self._step(self._last_words())
        except DatabaseFailed:
            if driver is not None and driver.is_closed() and await self._was_kept():
                return
            raise

    def _last_words(self) -> str:
        """Commit, and tell others what was put in for shards that are not ours."""
        touched = self._queues.touched
        queues = {queue for queue, shard in touched if shard not in self._held}
        told = "".join(f"SELECT pg_notify('{CHANNEL}', '{queue}');" for queue in sorted(queues))
        return f"{told}COMMIT"

    async def rollback(self) -> None:
        self._forget_newest()
        if self._driver is not None and self._driver.is_in_transaction():
            await self._step("ROLLBACK")

    async def abandon(self) -> None:
        try:
            await self.rollback()
        except DatabaseFailed:
            if self._driver is not None:
                self._driver.terminate()

    async def empty_log(self) -> bool:
        """The log is the server's own: what its archive keeps is for its operator to say."""
        return True

    async def close(self) -> None:
        if self._driver is not None and not self._driver.is_closed():
            with suppress(*FAILURES):
                await self._driver.close(timeout=5)

    def _forget_newest(self) -> None:
        """That others have joined in may have been seen in what is undone: let it be seen again."""
        self._queues.newest.clear()

    async def _connected(self) -> "asyncpg.Connection[Any]":
        if self._driver is None or self._driver.is_closed():
            self._driver = await self._opened()
        return self._driver

    async def _opened(self) -> "asyncpg.Connection[Any]":
        try:
            driver = await connect(self._url)
        except FAILURES as error:
            where = make_url(self._url).render_as_string()
            raise DatabaseFailed(f"{where} cannot be reached: {said(error)}") from error
        try:
            await self._fit(driver)
        except BaseException:
            driver.terminate()
            raise
        return driver

    async def _fit(self, driver: "asyncpg.Connection[Any]") -> None:
        try:
            number = int(await driver.fetchval("SHOW server_version_num"))
            self.version = str(await driver.fetchval("SHOW server_version"))
            encoding = await driver.fetchval("SHOW server_encoding")
            if self._writing:
                await driver.execute("SELECT pg_advisory_lock_shared($1)", PRESENT)
        except FAILURES as error:
            raise DatabaseFailed(said(error)) from error
        if number < OLDEST:
            raise UnfitDatabase(f"PostgreSQL {self.version} is too old: use 13 or newer")
        if encoding != "UTF8":
            raise UnfitDatabase(f"the database's encoding is {encoding}: make one with UTF8")

    async def _was_kept(self) -> bool:
        """Ask the server what became of the transaction whose commit it did not answer."""
        waited = 0.0
        while waited < _CLEARS_UP_WITHIN:
            try:
                driver = await self._connected()
                state = await driver.fetchval("SELECT pg_xact_status($1::text::xid8)", self._number)
            except (*FAILURES, DatabaseFailed):
                state = None
            if state in {"committed", "aborted"}:
                return bool(state == "committed")
            await asyncio.sleep(_WAIT)
            waited += _WAIT
        return False

    async def _step(self, sql: str) -> None:
        if self._driver is None:
            raise DatabaseFailed("there is no connection")
        try:
            await self._driver.execute(sql)
        except FAILURES as error:
            if isinstance(error, asyncpg.InternalClientError):
                self._driver.terminate()
            raise DatabaseFailed(f"{sql}: {said(error)}") from error


def said(error: Exception) -> str:
    """A driver's error in one line, without the statement's values."""
    return f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"
