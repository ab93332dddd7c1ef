"""The inbox: what Telegram delivers is committed first, acknowledged then, and dealt with after.

Each person's updates are dealt with in their order, people side by side. One update is one unit of
work: the change, its history, the screens to show and the row's end are committed together. A fault
rolls it all back; after three tries the update is parked and its person told once. A database that
does not answer is no fault of the update: it is tried again until it does.

Where several processes share a database, each deals with the lanes of the shards that it leases,
and reads from the table what others have taken in for them. A lane that is another's by now is left
to it, and an update that was dealt with there is not dealt with again.
"""

import asyncio
import json
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

import structlog
from telegram import Update

from bot.domain.clock import Clock
from bot.services.house import House
from bot.services.work import Work
from bot.telegram.arriving import Arriving
from bot.telegram.incoming import pressed_from
from bot.telegram.outcomes import Undone
from bot.telegram.soundness import check
from bot.telegram.turn import Turn, TurnApplication
from bot.telegram.where import where
from storage.database import Storage
from storage.errors import DatabaseFailed, DealtWith, LeaseLost
from storage.stores.inbox import InboxRow
from storage.stores.outbox import OutboxRow

MOST_TRIES = 3
ANSWER_WITHIN = 2.0
"""Seconds after which a press is answered with nothing, so that its button stops turning."""
_BATCH = 500
_PATIENCE = (0.1, 0.5, 1.0, 2.0, 5.0)
"""Seconds between tries while the database does not answer."""


class PressAnswering(Protocol):
    """Tells Telegram what became of a press."""

    async def answer_press(self, query_id: str, toast: str, *, alert: bool) -> None: ...


class Waking(Protocol):
    """Tells delivery that something was written to the outbox; `rows`, where they are all of it."""

    def __call__(self, rows: Sequence[OutboxRow] = ...) -> None: ...


class FaultTelling(Protocol):
    """Says in their language that something went wrong on our side."""

    async def __call__(self, turn: Turn, update: Update) -> None: ...


@dataclass(frozen=True, slots=True)
class _Told:
    toast: str = ""
    alert: bool = False


class Inbox:
    """Takes updates in and sees each one through."""

    def __init__(
        self,
        storage: Storage,
        application: TurnApplication,
        house: House,
        clock: Clock,
        presses: PressAnswering,
        tell_fault: FaultTelling,
        wake_delivery: Waking,
    ) -> None:
        self._storage = storage
        self._leases = storage.leases
        self._application = application
        self._house = house
        self._clock = clock
        self._presses = presses
        self._tell_fault = tell_fault
        self._wake_delivery = wake_delivery
        self._arriving = Arriving(storage, clock, self._take)
        self._log = structlog.get_logger("inbox")
        self._lanes: dict[str, deque[InboxRow]] = {}
        self._last = 0
        self._fresh: frozenset[int] = frozenset()
        """Shards of which no row has been read yet."""
        self._news = asyncio.Event()
        self._idle = asyncio.Event()
        self._stop = asyncio.Event()
        self._tasks: asyncio.TaskGroup | None = None
        self._loading = False
        self._whole = False
        """Whether all that was committed so far for this process has been read or taken."""
        self._begun: datetime | None = None

    async def accept(self, updates: Sequence[dict[str, Any]]) -> None:
        """Commit updates; only when this returns may they be acknowledged.

        Raises DatabaseFailed where they could not be kept: Telegram then delivers them again.
        """
        await self._arriving.accept(updates)

    async def run(self) -> None:
        """Deal with what waits and with what comes until `stop`; the rows under way are finished.

        What is committed before or while the table is read is read again; from then on each row is
        taken as it is committed, and the table read where others have committed before it.
        """
        self._begun = self._clock.now()
        async with asyncio.TaskGroup() as tasks:
            self._tasks = tasks
            self._news.set()
            while not self._stop.is_set():
                self._loading = True
                while self._news.is_set() and not self._stop.is_set():
                    self._news.clear()
                    await self._load(tasks)
                self._loading = False
                self._say_when_idle()
                await self._news.wait()
            self._tasks = None

    def stop(self) -> None:
        self._stop.set()
        self._news.set()

    def look(self, fresh: frozenset[int] = frozenset()) -> None:
        """Read what others have taken in; of `fresh` shards everything that waits."""
        self._fresh |= fresh
        self._read_again()

    def leave(self, shards: frozenset[int]) -> None:
        """Begin nothing more that waits in these shards."""
        self._fresh -= shards
        for rows in self._lanes.values():
            while len(rows) > 1 and rows[-1].shard in shards:
                rows.pop()

    def busy_in(self, shards: frozenset[int]) -> bool:
        """Whether an update of these shards is being dealt with."""
        return any(rows and rows[0].shard in shards for rows in self._lanes.values())

    async def drained(self) -> None:
        """Wait until nothing that was accepted is left to be dealt with."""
        while self._busy:
            self._idle.clear()
            await self._idle.wait()

    @property
    def _busy(self) -> bool:
        return self._news.is_set() or self._loading or bool(self._lanes)

    def _read_again(self) -> None:
        self._whole = False
        self._idle.clear()
        self._news.set()

    def _take(self, rows: Sequence[InboxRow], *, alone: bool) -> None:
        """Go on with rows that have just been committed; commits and their numbers are in order.

        `alone` says that no others have committed between these and those before.
        """
        known = alone and self._whole and all(self._leases.works_on(row.shard) for row in rows)
        if self._tasks is None or not known:
            self._read_again()
            return
        for row in rows:
            if row.id > self._last:
                self._last = row.id
                self._queue(self._tasks, row)
        self._say_when_idle()

    async def _load(self, tasks: asyncio.TaskGroup) -> None:
        """Commits and their numbers are in order, whoever commits: nothing appears behind."""
        fresh, self._fresh = self._fresh, frozenset()
        known, after, whole = self._last, 0 if fresh else self._last, True
        while not self._stop.is_set():
            shards = self._leases.working
            whole &= shards is None or bool(shards)
            if shards is not None:
                # Those whose lease has run out a moment ago may be this process's again.
                self._fresh |= fresh.difference(shards)
            try:
                async with self._storage.reading() as unit:
                    rows = await unit.inbox.waiting(_BATCH, after, shards)
            except DatabaseFailed as failed:
                self._log.warning("inbox unreadable", error=type(failed).__name__)
                await asyncio.sleep(_PATIENCE[0])
                continue
            for row in rows:
                after = row.id
                if row.id > known or row.shard in fresh:
                    self._last = max(self._last, row.id)
                    self._queue(tasks, row)
            if len(rows) < _BATCH:
                self._whole = whole and not self._news.is_set()
                break

    def _queue(self, tasks: asyncio.TaskGroup, row: InboxRow) -> None:
        """Put a row at the end of its lane, and start the lane if it stands still."""
        lane = self._lanes.get(row.lane)
        if lane is not None:
            lane.append(row)
            return
        self._lanes[row.lane] = deque([row])
        tasks.create_task(self._follow(tasks, row.lane))

    async def _follow(self, tasks: asyncio.TaskGroup, lane: str) -> None:
        rows = self._lanes[lane]
        while rows and not self._stop.is_set():
            row = rows[0]
            try:
                released = await self._see_through(tasks, row)
            except LeaseLost:
                break
            rows.popleft()
            rows.extendleft(reversed(released))
        del self._lanes[lane]
        self._say_when_idle()

    def _say_when_idle(self) -> None:
        if not self._busy:
            self._idle.set()

    async def _see_through(self, tasks: asyncio.TaskGroup, row: InboxRow) -> list[InboxRow]:
        """Try a row until it is done or parked; give the rows that it released."""
        try:
            raw = json.loads(row.payload)
            check(raw)
            update = Update.de_json(raw, self._application.bot)
            pressed = pressed_from(update)
        except Exception as malformed:  # noqa: BLE001 - whatever Telegram sends, the next goes on
            await self._park(row, type(malformed).__name__)
            return []
        told: asyncio.Future[_Told] = asyncio.get_running_loop().create_future()
        if pressed and self._begun and row.received_at >= self._begun:
            tasks.create_task(self._answer(pressed.query, told))
        try:
            return await self._try(row, update, told)
        finally:
            if not told.done():
                told.set_result(_Told())

    async def _try(
        self, row: InboxRow, update: Update, told: "asyncio.Future[_Told]"
    ) -> list[InboxRow]:
        tries, patience = row.tries, 0
        while True:
            try:
                return await self._deal(row, update, told)
            except LeaseLost:
                raise
            except DealtWith:
                return []
            except DatabaseFailed as failed:
                self._log.warning("database failed", error=type(failed).__name__, row=row.id)
                await asyncio.sleep(_PATIENCE[min(patience, len(_PATIENCE) - 1)])
                patience += 1
            except Exception as fault:  # noqa: BLE001 - tried again, then parked
                tries += 1
                self._log.error(
                    "update failed",
                    row=row.id,
                    tries=tries,
                    fault=type(fault).__name__,
                    where=where(fault),
                )
                if tries >= MOST_TRIES:
                    await self._park(row, type(fault).__name__, update)
                    return []
                with suppress(DatabaseFailed):
                    async with self._storage.unit_on(row.shard) as unit:
                        await unit.inbox.failed(row.id, type(fault).__name__)

    async def _deal(
        self, row: InboxRow, update: Update, told: "asyncio.Future[_Told]"
    ) -> list[InboxRow]:
        """One unit of work."""
        turns = self._application.bot_data
        async with self._storage.unit_on(row.shard) as unit:
            now = self._clock.now()
            turn = Turn(Work(self._house, unit, now), row)
            turns.begin(update.update_id, turn)
            try:
                await self._application.process_update(update)
            finally:
                turns.end(update.update_id)
            if turn.fault:
                raise turn.fault
            if turn.held:
                await unit.inbox.hold(row.id)
            else:
                await unit.inbox.done(row.id, now)
        written = unit.outbox.written
        if written:
            known = len(written) == turn.shown and unit.outbox.alone
            self._wake_delivery(written if known else ())
        if not told.done():
            told.set_result(_Told(turn.toast, turn.alert))
        return turn.released

    async def _park(self, row: InboxRow, why: str, update: Update | None = None) -> None:
        self._log.error("update parked", row=row.id, update=row.update_id, fault=why)
        while True:
            try:
                async with self._storage.unit_on(row.shard) as unit:
                    now = self._clock.now()
                    await unit.inbox.park(row.id, why, now)
                    if update is not None:
                        await self._tell_fault(Turn(Work(self._house, unit, now), row), update)
            except DatabaseFailed:
                await asyncio.sleep(_PATIENCE[-1])
            except (LeaseLost, DealtWith):
                return
            except Exception as fault:  # noqa: BLE001 - what cannot be read cannot be told of
                self._log.error("fault not told", row=row.id, fault=type(fault).__name__)
                update = None
            else:
                break
        self._wake_delivery()

    async def _answer(self, query: str, told: "asyncio.Future[_Told]") -> None:
        try:
            async with asyncio.timeout(ANSWER_WITHIN):
                word = await asyncio.shield(told)
        except TimeoutError:
            word = _Told()
        try:
            await self._presses.answer_press(query, word.toast, alert=word.alert)
        except Undone as undone:
            self._log.info("press not answered", code=undone.code)
