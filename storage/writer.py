"""Writing units one after another, and one commit for those that queue up together.

A unit that finds nobody before it begins a transaction. When it ends and another waits already,
the other joins the same transaction behind a savepoint of its own; else the transaction is
committed. So a unit that fails undoes itself alone, and each returns only after the commit that
holds it. A group takes at most `MOST` units and no new one after `LONGEST` seconds.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from storage.errors import CommitFailed, DatabaseFailed, LeaseLost
from storage.finishing import to_the_end
from storage.leases import Lease
from storage.tx import Connection, Prepared, Tx

MOST = 64
LONGEST = 0.05
"""Under load a commit of more units costs less; while nobody waits, none is put off."""


@dataclass(slots=True)
class Turn:
    """One unit's place on the connection, and what it wants done after its commit."""

    tx: Tx
    afterwards: list[Callable[[], None]] = field(default_factory=list)


@dataclass(slots=True)
class _Group:
    """Units that share a commit; `outcome` becomes None, or the error that undid them all."""

    begun: float
    outcome: asyncio.Future[DatabaseFailed | None]
    size: int = 0
    afterwards: list[Callable[[], None]] = field(default_factory=list)


class Writer:
    """The single writing connection and the fair queue before it."""

    def __init__(self, connection: Connection, prepared: Prepared) -> None:
        self._connection = connection
        self._prepared = prepared
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._busy = False
        self._holder: asyncio.Task[Any] | None = None
        self._group: _Group | None = None
        self._closed = False

    async def close(self) -> None:
        """Let the units before finish, refuse those after, and close the connection."""
        await self._take()
        self._closed = True
        await to_the_end(self._leave())
        await self._connection.close()

    async def empty_log(self) -> bool:
        """Between two groups, let the write-ahead log be emptied. Raises DatabaseFailed."""
        await self._take()
        return await to_the_end(self._emptied())

    @asynccontextmanager
    async def turn(self, lease: Lease | None = None) -> AsyncIterator[Turn]:
        """Wait for the turn, give it, and return after the commit.

        Raises LeaseLost when it was for a lease that is another's by now, DatabaseFailed when the
        database refused something, CommitFailed when the commit did; RuntimeError for a unit inside
        a unit, which would wait for itself for ever.
        """
        await self._take()
        connection = self._connection
        try:
            group = await self._join()
            if group is None:
                group = await to_the_end(self._begin())
        except BaseException:
            await to_the_end(self._leave())
            raise
        turn = Turn(connection.tx(self._prepared))
        try:
            if lease is not None and not connection.holds(lease):
                raise LeaseLost(f"shard {lease.shard} is another's")
            yield turn
            if not turn.tx.failed:
                await turn.tx.finish()
        except BaseException:
            turn.tx.over = True
            await to_the_end(self._undo(group))
            raise
        turn.tx.over = True
        if turn.tx.failed:
            await to_the_end(self._undo(group))
            raise DatabaseFailed("the unit met an error of the database and cannot be kept")
        group.size += 1
        group.afterwards += turn.afterwards
        if not self._hand_on():
            await to_the_end(self._leave())
        if error := await asyncio.shield(group.outcome):
            raise CommitFailed(str(error)) from error

    async def _take(self) -> None:
        here = asyncio.current_task()
        if self._holder is here:
            raise RuntimeError("a unit of work was opened inside another")
        if not self._busy:
            self._busy = True
        else:
            ready = asyncio.get_running_loop().create_future()
            self._waiting.append(ready)
            try:
                await ready
            except asyncio.CancelledError:
                if ready.done() and not ready.cancelled():
                    await to_the_end(self._leave())
                raise
        self._holder = here

    async def _join(self) -> _Group | None:
        """Stand behind a savepoint in the transaction that is open, if there is one."""
        if self._group is not None and not self._closed:
            await self._connection.savepoint()
            return self._group
        return None

    async def _begin(self) -> _Group:
        if self._closed:
            raise DatabaseFailed("the storage is closed")
        await self._connection.begin()
        loop = asyncio.get_running_loop()
        self._group = _Group(begun=loop.time(), outcome=loop.create_future())
        return self._group

    async def _undo(self, group: _Group) -> None:
        """Take back what this unit did, and no more."""
        try:
            if group.size:
                await self._connection.undo_savepoint()
            else:
                await self._connection.rollback()
                self._group = None
        except DatabaseFailed as error:
            await self._connection.abandon()
            self._settle(group, error)
        await self._leave()

    def _hand_on(self) -> bool:
        """Give the turn to somebody who may still join this group, without a commit."""
        group = self._group
        if group is None or not (self._somebody_waits() and self._has_room(group)):
            return False
        self._holder = None
        self._wake_next()
        return True

    async def _leave(self) -> None:
        """Give the turn on; commit first when nobody waits or the group is full."""
        if self._hand_on():
            return
        self._holder = None
        await self._end_group()
        self._wake_next()

    async def _end_group(self) -> None:
        group = self._group
        if group is None:
            return
        try:
            await self._connection.commit()
        except Exception as error:  # noqa: BLE001 - those who wait must hear, whatever it was
            await self._connection.abandon()
            known = error if isinstance(error, DatabaseFailed) else None
            self._settle(group, known or DatabaseFailed(type(error).__name__))
        else:
            self._settle(group, None)

    async def _emptied(self) -> bool:
        try:
            await self._end_group()
            return not self._closed and await self._connection.empty_log()
        finally:
            await self._leave()

    def _wake_next(self) -> None:
        while self._waiting:
            ready = self._waiting.popleft()
            if not ready.done():
                ready.set_result(None)
                return
        self._busy = False

    def _settle(self, group: _Group, error: DatabaseFailed | None) -> None:
        self._group = None
        loop = asyncio.get_running_loop()
        if error is None:
            for callback in group.afterwards:
                loop.call_soon(callback)
        group.outcome.set_result(error)

    def _somebody_waits(self) -> bool:
        return any(not ready.done() for ready in self._waiting)

    def _has_room(self, group: _Group) -> bool:
        return group.size < MOST and asyncio.get_running_loop().time() - group.begun < LONGEST
