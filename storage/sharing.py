"""The leases of one process among several on PostgreSQL: taken, renewed, and lost when it is late.

- A lease runs `LEASE` seconds of the server's clock and is renewed every beat. Expired ones, and
  those of a process whose connection is gone, are taken by whoever finds them first.
- Leases change hands only under the pen, so no unit of work sees one change while it runs.
- Each process counts those that are alive and wants an even part of the shards.
- The connection listens: others say what they have put in for a shard that is not theirs.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any

import asyncpg

from storage.errors import DatabaseFailed, LeaseLost
from storage.leases import ERRANDS, SHARDS, Lease, Shift
from storage.postgres import CHANNEL, FAILURES, PEN, connect, said

LEASE = 10
"""Seconds that a process may be silent."""
BEAT = 1.0
"""Seconds between two renewals."""
_MARGIN = 2.0
"""Seconds before its end in which nothing new is begun under a lease."""
_ALIVE = 5_470_153
"""With its number the advisory lock that a process holds as long as its connection lives."""
_FORGOTTEN_AFTER = 86_400

_NOW = "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint"
_UNTIL = f"{_NOW} + {LEASE} * 1000000"
_HAS_A_VOICE = f"""EXISTS (
    SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
    WHERE datname = current_database() AND locktype = 'advisory'
        AND classid = {_ALIVE} AND objid = %s AND objsubid = 2
)"""
_FREE = f"(owner IS NULL OR until < {_NOW} OR NOT {_HAS_A_VOICE % 'owner'})"

_JOIN = f"INSERT INTO processes (until) VALUES ({_UNTIL}) RETURNING id"  # noqa: S608
_FORGET = f"DELETE FROM processes WHERE until < {_NOW} - {_FORGOTTEN_AFTER}::bigint * 1000000"  # noqa: S608
_LAY_OUT = """INSERT INTO leases (shard, epoch, until)
    SELECT shard, 0, 0 FROM generate_series(0, $1::int) AS shard ON CONFLICT DO NOTHING"""
_STAY = f"""INSERT INTO processes (id, until) VALUES ($1, {_UNTIL})
    ON CONFLICT (id) DO UPDATE SET until = EXCLUDED.until"""  # noqa: S608
_RENEW = f"UPDATE leases SET until = {_UNTIL} WHERE owner = $1 RETURNING shard, epoch"  # noqa: S608
_COUNT = f"""SELECT
    (SELECT count(*) FROM processes WHERE until >= {_NOW} AND {_HAS_A_VOICE % "id"}) AS alive,
    (SELECT count(*) FROM leases WHERE {_FREE}) AS free"""  # noqa: S608
_TAKE = f"""UPDATE leases SET owner = $1, epoch = epoch + 1, until = {_UNTIL}
    WHERE shard IN (
        SELECT shard FROM leases WHERE {_FREE} AND shard BETWEEN $2 AND $3
        ORDER BY shard LIMIT $4 FOR UPDATE SKIP LOCKED
    ) RETURNING shard, epoch"""  # noqa: S608
_GIVE_BACK = "UPDATE leases SET owner = NULL WHERE owner = $1 AND shard = ANY($2::bigint[])"
_LEAVE = "DELETE FROM processes WHERE id = $1"


class SharedLeases:
    """Those that this process has of a database on which others may work too."""

    every: float | None = BEAT

    def __init__(self, url: str) -> None:
        self._url = url
        self._driver: asyncpg.Connection[Any] | None = None
        self._owned: dict[int, int] = {}
        self._giving_back: frozenset[int] = frozenset()
        self._good_until = 0.0
        self._told: Callable[[str], None] = lambda _: None
        self.processes = 1
        self.number: int | None = None
        """This process's number; None for one that only writes and takes no part."""

    @property
    def shared(self) -> bool:
        return self.number is not None

    @property
    def working(self) -> Sequence[int] | None:
        if not self.shared:
            return None
        return sorted(self._begun) if self._in_time else ()

    def works_on(self, shard: int) -> bool:
        return self.owns(shard) and shard not in self._giving_back

    def owns(self, shard: int) -> bool:
        return not self.shared or (shard in self._owned and self._in_time)

    def lease(self, shard: int) -> Lease | None:
        if not self.shared:
            return None
        if shard not in self._owned:
            raise LeaseLost(f"shard {shard} is another's")
        return Lease(shard, self._owned[shard])

    def listen(self, told: Callable[[str], None]) -> None:
        self._told = told

    async def beat(self) -> Shift:
        before = self._begun
        try:
            driver = await self._connected()
            await self._renew(driver)
            await self._even_out(driver)
        except FAILURES as error:
            if self._driver is not None and isinstance(error, asyncpg.InternalClientError):
                self._driver.terminate()
            raise DatabaseFailed(f"leases: {said(error)}") from error
        now = self._begun
        taken = frozenset(shard for shard, epoch in now.items() if before.get(shard) != epoch)
        return Shift(taken, frozenset(before.keys() - now.keys()), self._giving_back)

    async def give_back(self, shards: Iterable[int]) -> None:
        given = [shard for shard in shards if shard in self._owned]
        try:
            driver = await self._connected()
            await driver.execute(_GIVE_BACK, self.number, given)
            await driver.execute("SELECT pg_notify($1, 'leases')", CHANNEL)
        except FAILURES as error:
            raise DatabaseFailed(f"leases: {said(error)}") from error
        for shard in given:
            del self._owned[shard]
        self._giving_back = frozenset()

    async def close(self) -> None:
        """Leave all to the others at once."""
        if self._driver is None or self._driver.is_closed():
            return
        with suppress(*FAILURES, DatabaseFailed):
            await self._driver.execute(_LEAVE, self.number)
            await self.give_back(list(self._owned))
            await self._driver.close(timeout=5)
        self._owned.clear()
        self._driver = None

    @property
    def _begun(self) -> dict[int, int]:
        return {s: epoch for s, epoch in self._owned.items() if s not in self._giving_back}

    @property
    def _in_time(self) -> bool:
        return time.monotonic() < self._good_until

    async def _renew(self, driver: "asyncpg.Connection[Any]") -> None:
        asked_at = time.monotonic()
        await driver.execute(_STAY, self.number)
        rows = await driver.fetch(_RENEW, self.number)
        self._owned = {row["shard"]: row["epoch"] for row in rows}
        self._giving_back &= self._owned.keys()
        self._good_until = asked_at + LEASE - _MARGIN

    async def _even_out(self, driver: "asyncpg.Connection[Any]") -> None:
        """Take what is free up to an even part, and see what is beyond it."""
        found = await driver.fetchrow(_COUNT)
        assert found is not None
        self.processes = max(1, found["alive"])
        part = -(-SHARDS // self.processes)
        ordinary = sorted(self._owned.keys() - {ERRANDS})
        if found["free"]:
            async with driver.transaction():
                await driver.execute("SELECT pg_advisory_xact_lock($1)", PEN)
                taken = await driver.fetch(_TAKE, self.number, ERRANDS, ERRANDS, 1)
                wanted = max(0, part - len(ordinary))
                taken += await driver.fetch(_TAKE, self.number, 0, SHARDS - 1, wanted)
            self._owned |= {row["shard"]: row["epoch"] for row in taken}
        if not self._giving_back:
            self._giving_back = frozenset(ordinary[part:])

    async def _connected(self) -> "asyncpg.Connection[Any]":
        if self._driver is not None and not self._driver.is_closed():
            return self._driver
        self._good_until = 0.0
        driver = await connect(self._url)
        try:
            await driver.execute(_FORGET)
            await driver.execute(_LAY_OUT, ERRANDS)
            if self.number is None:
                self.number = await driver.fetchval(_JOIN)
            await driver.execute("SELECT pg_advisory_lock($1::int, $2::int)", _ALIVE, self.number)
            await driver.add_listener(CHANNEL, self._hear)
        except BaseException:
            driver.terminate()
            raise
        self._driver = driver
        return driver

    def _hear(self, _driver: object, _pid: int, _channel: str, words: object) -> None:
        self._told(str(words))
