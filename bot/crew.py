"""This process among those that share a database: its beat, its shards, and the errands of one.

- Every second it renews its leases, takes what nobody has, and gives back what others should have
  as soon as nothing of that is under way.
- Telegram's pace is divided evenly; what others put in for its shards it looks for when they say
  so, and every second besides.
- Whoever has the lease of the errands polls and runs the clocks; the others learn by looking what
  was changed elsewhere: days off, keywords, examples.
On a database of its own a process has everything from the beginning, and nothing of this happens.
"""

import asyncio
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

import structlog

from bot.delivery import Delivery
from bot.pace import Pacing
from bot.services.house import House
from bot.telegram.inbox import Inbox
from storage.database import Storage
from storage.errors import StorageError
from storage.leases import ERRANDS, Shift

LOOKS_EVERY = 5.0
"""Seconds between two looks at what others have changed in the house."""
_AGAIN_AFTER = 1.0


class Crew:
    """Lets the inbox, the delivery and the errands work on what is this process's."""

    def __init__(
        self,
        storage: Storage,
        house: House,
        inbox: Inbox,
        delivery: Delivery,
        pace: Pacing,
        errands: Callable[[], Coroutine[Any, Any, None]],
    ) -> None:
        self._storage = storage
        self._leases = storage.leases
        self._house = house
        self._inbox = inbox
        self._delivery = delivery
        self._pace = pace
        self._errands = errands
        self._news = asyncio.Event()
        self._looked = 0.0
        self._log = structlog.get_logger("crew")

    async def join(self) -> None:
        """Take a part before anything is begun, however long the database is away."""
        self._leases.listen(self._hear)
        while True:
            try:
                self._follow(await self._leases.beat())
            except StorageError as failed:
                self._log.warning("not joined", error=type(failed).__name__)
                await asyncio.sleep(_AGAIN_AFTER)
            else:
                return

    async def run(self) -> None:
        """Go on until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            running: asyncio.Task[None] | None = None
            while True:
                if running is not None and not self._leases.works_on(ERRANDS):
                    running.cancel()
                    await asyncio.wait([running])
                    running = None
                elif running is None and self._leases.works_on(ERRANDS):
                    running = tasks.create_task(self._errands())
                with suppress(TimeoutError):
                    async with asyncio.timeout(self._leases.every):
                        await self._news.wait()
                self._news.clear()
                await self._beat()

    async def _beat(self) -> None:
        try:
            shift = await self._leases.beat()
            self._follow(shift)
            await self._give_back(shift.surplus)
            await self._look()
        except StorageError as failed:
            self._log.warning("no beat", error=type(failed).__name__)

    def _hear(self, queue: str) -> None:
        """Others have put something in, or have left shards to whoever wants them."""
        if queue == "inbox":
            self._inbox.look()
        elif queue == "outbox":
            self._delivery.wake()
        else:
            self._news.set()

    def _follow(self, shift: Shift) -> None:
        if shift.lost:
            self._inbox.leave(shift.lost)
            self._delivery.leave(shift.lost)
        if shift.taken or shift.lost:
            errands = self._leases.works_on(ERRANDS)
            self._log.info("shards", taken=len(shift.taken), lost=len(shift.lost), errands=errands)
        self._pace.share(self._leases.processes)
        self._inbox.look(shift.taken)
        self._delivery.wake()

    async def _give_back(self, shards: frozenset[int]) -> None:
        """What is under way there comes to its end first."""
        busy = self._inbox.busy_in(shards) or self._delivery.busy_in(shards)
        if shards and not busy:
            await self._leases.give_back(shards)

    async def _look(self) -> None:
        """See what was changed in the house by others."""
        if time.monotonic() < self._looked + LOOKS_EVERY:
            return
        self._looked = time.monotonic()
        async with self._storage.reading() as unit:
            self._house.calendar.take_off(each.day for each in await unit.days_off.all())
        self._house.learning.look(leads=self._leases.works_on(ERRANDS))
