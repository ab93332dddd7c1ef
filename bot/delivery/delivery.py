"""From the outbox to Telegram: in order for each chat, side by side for all, at Telegram's pace.

A row is done when Telegram has answered and that is written down; until then it is sent again, so
nothing is lost, and something comes twice only where an answer of Telegram was lost.
What Telegram refuses for good is given up and logged; what it cannot take now waits, and only the
chat that it is for waits with it. A chat that is lost gives up its lane.
While Telegram is away, rows wait as long as it takes, and one chat asks for all. A row older than a
day is given up only when its chat alone cannot be reached again and again while others can.
Where several processes share a database, each sends what is for the chats of the shards it leases.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Concatenate, ParamSpec, TypeVar

import structlog

from bot.delivery import books
from bot.delivery.books import Books
from bot.delivery.lanes import Lane, Lanes, Rest
from bot.delivery.outage import Outage
from bot.delivery.passage import Passage, Render, open_row
from bot.delivery.sending import Sending, Shortfall
from bot.delivery.threads import Threads
from bot.domain.clock import Clock
from bot.domain.people import ChatId
from bot.pace import Pacing
from bot.telegram.outcomes import (
    Blocked,
    Gone,
    Missing,
    Moved,
    Muted,
    Slow,
    Undone,
    Unreachable,
)
from bot.telegram.outgoing import Outgoing
from bot.telegram.where import where
from bot.ui.texts import Texts
from storage.database import Storage
from storage.errors import DatabaseFailed, StorageError
from storage.stores.outbox import OutboxRow
from storage.unit import Unit

AT_ONCE = 64
"""How many chats are sent to at the same time; those whose files are fetched do not count."""

READ_AT_ONCE = 500

STOPS_WITHIN = 8.0
"""Seconds after `stop` in which what is in flight may still arrive and be written down."""

PATIENCE = timedelta(hours=24)
ALONE = 10
FAULTS = 3

P = ParamSpec("P")
T = TypeVar("T")


class Delivery:
    """The one way to Telegram for everything that people are to hear."""

    def __init__(
        self,
        storage: Storage,
        outgoing: Outgoing,
        render: Render,
        clock: Clock,
        pace: Pacing,
        log: structlog.typing.FilteringBoundLogger,
        texts: Texts | None = None,
    ) -> None:
        self._storage = storage
        self._leases = storage.leases
        self._render = render
        self._clock = clock
        self._pace = pace
        self._log = log
        shortfall = Shortfall(texts, storage) if texts else None
        threads = Threads(outgoing, self._record, clock, log)
        self._sending = Sending(outgoing, pace, clock, log, self._aside, shortfall, threads)
        self._fetching = 0
        self._books = Books(storage, clock, log)
        self._lanes = Lanes()
        self._passages: dict[int, Passage] = {}
        self._not_blocked: set[ChatId] = set()
        self._reached_at: datetime | None = None
        self._outage = Outage(clock)
        self._bell = asyncio.Event()
        self._stale = True
        self._more = False
        self._next_due: datetime | None = None
        self._closing = asyncio.Event()
        self._serving: set[asyncio.Task[None]] = set()
        self._ringer: tuple[datetime, asyncio.Task[None]] | None = None
        self._waiting_for_idle: list[asyncio.Future[None]] = []

    def wake(self, rows: Sequence[OutboxRow] = ()) -> None:
        """Look into the outbox again: to be called after every commit that put something there.

        `rows` spares looking: all that the commit put there, due now and merging with nothing, and
        nothing of others before them. While an earlier commit is still to be looked for, they would
        overtake what it put there.
        """
        known = not self._more and not self._stale
        if rows and known and all(self._leases.works_on(row.shard) for row in rows):
            self._lanes.add(rows)
        else:
            self._stale = True
        self._bell.set()

    def leave(self, shards: frozenset[int]) -> None:
        """Start nothing more for the chats of these shards."""
        self._lanes.leave(shards)
        self._not_blocked.clear()
        gone = [number for number, each in self._passages.items() if each.row.shard in shards]
        for number in gone:
            del self._passages[number]
        self.wake()

    def busy_in(self, shards: frozenset[int]) -> bool:
        """Whether something is on its way to a chat of these shards."""
        return self._lanes.busy_in(shards)

    def stop(self) -> None:
        """Start nothing new; `run` returns when all that is in flight has arrived, or in 8 s.

        What Telegram has taken and nobody could write down by then comes twice.
        """
        self._closing.set()
        self._bell.set()

    async def drained(self) -> None:
        """Return when nothing that is due waits and nothing is in flight, while `run` runs.

        What waits for a chat that Telegram has asked to be patient with is not due, nor what waits
        for Telegram to be back.
        """
        idle = asyncio.get_running_loop().create_future()
        self._waiting_for_idle.append(idle)
        self.wake()
        await idle

    async def run(self) -> None:
        """Send until stopped or cancelled. Cancelling may lose answers, so that rows come twice."""
        async with asyncio.TaskGroup() as group:
            sending = group.create_task(self._run(group))
            others = [
                group.create_task(self._books.run()),
                group.create_task(self._end_in_time(sending)),
            ]
            await asyncio.wait([sending])
            if self._ringer:
                others.append(self._ringer[1])
            for task in (*others, *self._serving):
                task.cancel()

    async def _run(self, group: asyncio.TaskGroup) -> None:
        while not (self._closing.is_set() and not self._lanes.busy):
            self._bell.clear()
            if not self._closing.is_set() and await self._looked():
                self._start(group)
                self._say_when_idle()
            self._ring_at(group, self._next_moment())
            await self._bell.wait()

    async def _end_in_time(self, sending: asyncio.Task[None]) -> None:
        await self._closing.wait()
        await self._clock.sleep(STOPS_WITHIN)
        self._log.error("stopped_early", in_flight=self._lanes.busy)
        sending.cancel()

    async def _looked(self) -> bool:
        """Bring the lanes up to date; False when the database did not answer."""
        now = self._clock.now()
        self._stale |= self._lanes.wake(now)
        self._stale |= self._next_due is not None and self._next_due <= now
        self._stale |= self._more and self._lanes.held < READ_AT_ONCE // 2
        if not self._stale:
            return True
        self._stale = False
        self._lanes.before_reading()
        limit = READ_AT_ONCE + self._lanes.busy
        shards = self._leases.working
        try:
            async with self._storage.reading() as unit:
                rows = await unit.outbox.waiting(now, limit, shards)
                due = await unit.outbox.next_due(now, shards)
        except StorageError as error:
            self._log.error("outbox_not_read", error=type(error).__name__)
            self._next_due = now + timedelta(seconds=1)
            return False
        self._more = len(rows) >= limit
        self._lanes.mirror(rows, whole=not self._more)
        self._next_due = due
        return True

    def _start(self, group: asyncio.TaskGroup) -> None:
        while self._may_start and (lane := self._lanes.next()):
            if self._pace.overall() or self._outage.keeps_back(self._lanes.busy):
                return
            if wait := self._pace.chat(lane.chat):
                self._lanes.rest(lane, self._clock.now() + timedelta(seconds=wait), Rest.PACE)
                continue
            self._pace.spend(lane.chat)
            row = self._lanes.start(lane)
            serving = group.create_task(self._serve(lane, row))
            self._serving.add(serving)
            serving.add_done_callback(self._serving.discard)

    @property
    def _may_start(self) -> bool:
        return not self._closing.is_set() and self._lanes.busy - self._fetching < AT_ONCE

    @contextmanager
    def _aside(self) -> Iterator[None]:
        """Let another chat go while this one waits for its files."""
        self._fetching += 1
        self._bell.set()
        try:
            yield
        finally:
            self._fetching -= 1

    def _next_moment(self) -> datetime | None:
        moments = [m for m in (self._lanes.next_wake, self._next_due) if m is not None]
        if (wait := self._pace.overall()) and self._lanes.next():
            moments.append(self._clock.now() + timedelta(seconds=wait))
        if self._outage.until and not self._lanes.busy and self._lanes.next():
            moments.append(self._outage.until)
        return min(moments, default=None)

    def _ring_at(self, group: asyncio.TaskGroup, moment: datetime | None) -> None:
        if self._ringer:
            rings_at, task = self._ringer
            if moment is None or (not task.done() and rings_at <= moment):
                return
            task.cancel()
        if moment is not None:
            self._ringer = (moment, group.create_task(self._ring(moment)))

    async def _ring(self, moment: datetime) -> None:
        await self._clock.sleep((moment - self._clock.now()).total_seconds())
        self._bell.set()

    def _say_when_idle(self) -> None:
        nothing_more = not self._stale and not self._more
        kept_back = not self._lanes.busy and self._outage.keeps_back(0)
        if self._waiting_for_idle and nothing_more and (self._lanes.idle or kept_back):
            for idle in self._waiting_for_idle:
                if not idle.done():
                    idle.set_result(None)
            self._waiting_for_idle.clear()

    async def _serve(self, lane: Lane, row: OutboxRow | None) -> None:
        try:
            if row is None:
                await self._sending.tidy(lane.chat, lane.outdated.pop(0))
            else:
                await self._send(lane, row)
        finally:
            self._lanes.arrived(lane, row)
            self._bell.set()

    async def _send(self, lane: Lane, row: OutboxRow) -> None:
        try:
            passage = self._passages.pop(row.id, None)
            passage = passage or await open_row(row, self._render, self._storage)
            if passage is None:
                await self._record(books.nothing_to_say, row=row, now=self._clock.now())
                return
            passage.row = row
            if not self._leases.owns(row.shard):
                return
            try:
                await self._sending.carry(passage)
            except Undone as undone:
                await self._not_carried(lane, passage, undone)
            else:
                await self._carried(lane, passage)
        except DatabaseFailed as failed:
            self._log.error("row_not_read", row=row.id, error=type(failed).__name__)
            until = self._clock.now() + timedelta(seconds=1)
            await self._record(books.told_to_wait, row=row, until=until)
            self._lanes.rest(lane, until, Rest.TOLD)
        except Exception as error:  # noqa: BLE001 - one row that fails must not stop the others
            self._log.error(
                "row_failed",
                row=row.id,
                kind=row.kind,
                fault=type(error).__name__,
                where=where(error),
            )
            await self._failed(lane, row)

    async def _carried(self, lane: Lane, passage: Passage) -> None:
        now = self._reached_at = self._clock.now()
        self._outage.over()
        lane.failed_at, lane.alone = None, 0
        lane.outdated += await self._record(
            books.delivered,
            passage=passage,
            now=now,
            perhaps_blocked=lane.chat > 0 and lane.chat not in self._not_blocked,
        )
        self._not_blocked.add(lane.chat)
        if passage.notice and passage.notice.follow_up is not None:
            self.wake()

    async def _not_carried(self, lane: Lane, passage: Passage, undone: Undone) -> None:
        row, now = passage.row, self._clock.now()
        self._log.warning("not_sent", row=row.id, kind=row.kind, code=undone.code)
        if passage.begun:
            self._passages[row.id] = passage
        if isinstance(undone, Unreachable):
            self._outage.failed(lane.chat)
        else:
            self._outage.over()
        match undone:
            case Slow():
                until = now + timedelta(seconds=undone.retry_after)
                await self._record(books.told_to_wait, row=row, until=until)
                self._lanes.rest(lane, until, Rest.TOLD)
            case Unreachable():
                await self._not_reached(lane, row, now)
            case Moved():
                await self._record(books.chat_moved, old=lane.chat, new=undone.new_chat)
                self._lanes.empty(lane)
                self.wake()
            case Blocked() | Gone(what=Missing.CHAT):
                self._not_blocked.discard(lane.chat)
                await self._record(books.chat_lost, row=row, now=now, code=undone.code)
                self._lanes.empty(lane)
                self.wake()
            case Muted():
                await self._record(books.muted, row=row, now=now, code=undone.code)
                self.wake()
            case _:
                await self._refused(passage, undone, now)

    async def _refused(self, passage: Passage, undone: Undone, now: datetime) -> None:
        """What has arrived of it stays, and can be answered; the rest will never come."""
        self._passages.pop(passage.row.id, None)
        self._log.error("refused", row=passage.row.id, kind=passage.row.kind, reason=str(undone))
        if passage.shown:
            await self._record(books.delivered, passage=passage, now=now, perhaps_blocked=False)
        else:
            await self._give_up(passage.row, now, undone.code)

    async def _not_reached(self, lane: Lane, row: OutboxRow, now: datetime) -> None:
        others_at = self._reached_at
        if lane.failed_at and others_at and others_at >= lane.failed_at:
            lane.alone += 1
        lane.failed_at = now
        if now - row.created_at >= PATIENCE and lane.alone >= ALONE:
            lane.failed_at, lane.alone = None, 0
            await self._give_up(row, now, Unreachable.code)
            return
        latest = self._outage.until
        again = await self._record(
            books.not_reached, row=row, now=now, code=Unreachable.code, latest=latest
        )
        self._lanes.rest(lane, again, Rest.TOLD)

    async def _failed(self, lane: Lane, row: OutboxRow) -> None:
        """Try a row again that met a fault of our own, and give it up the third time."""
        now = self._clock.now()
        if row.tries + 1 >= FAULTS:
            await self._give_up(row, now, "fault")
            return
        again = await self._record(books.not_reached, row=row, now=now, code="fault")
        self._lanes.rest(lane, again, Rest.TOLD)

    async def _give_up(self, row: OutboxRow, now: datetime, code: str) -> None:
        """The officers' cards that say so are due at once."""
        self._passages.pop(row.id, None)
        await self._record(books.given_up, row=row, now=now, code=code)
        self.wake()

    async def _record(
        self, entry: Callable[Concatenate[Unit, P], Awaitable[T]], *args: P.args, **named: P.kwargs
    ) -> T:
        return await self._books.write(lambda unit: entry(unit, *args, **named))
