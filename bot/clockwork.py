"""Periodic work, supervised: each chore by itself, one that fails is tried again at its next turn.

Twice a minute the reports whose moment has come are looked at, each in a unit of its own, the
longest due first; one that cannot be dealt with is put off for an hour and keeps no other waiting.
Every five minutes the agencies are found whose hour for the morning digest has come.
What was sent before consent is emptied after 24 hours, and its person told. Rows that were dealt
with are deleted after seven days. What was kept as long as the operator keeps it is erased, some
of it each minute, and the database's log is emptied of what was erased.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.domain.clock import Clock
from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import ChatId
from bot.domain.refusals import Refused
from bot.services.digest import Digest
from bot.services.erasing import Erasing
from bot.services.hearing import Hearing
from bot.services.house import House
from bot.services.timekeeping import Timekeeping
from storage.database import Storage
from storage.errors import LeaseLost, StorageError
from storage.leases import ERRANDS
from storage.stores.planned import Look
from storage.unit import Unit

CONSENT_WAITS = timedelta(hours=24)
KEPT = timedelta(days=7)
PUT_OFF = timedelta(hours=1)
ERASES_EVERY = timedelta(minutes=1)
DIGESTS_EVERY = timedelta(minutes=5)
AT_ONCE = 50
"""How many reports are asked for at once; more of them follow in the same round."""
_EVERY = 30.0
"""Seconds between two rounds."""


@dataclass(frozen=True, slots=True)
class Chore:
    """Something to do from time to time, in a unit of its own."""

    name: str
    do: Callable[[Unit, datetime], Awaitable[None]]
    every: timedelta = timedelta(minutes=5)


async def forget_unagreed(unit: Unit, now: datetime) -> None:
    """Empty what nobody agreed to, and say so."""
    for lane in await unit.inbox.empty_held(now - CONSENT_WAITS):
        if lane.startswith("p"):
            chat = ChatId(int(lane[1:]))
            await Hearing(unit, now).tell(Notice(NoticeKind.CONSENT_EXPIRED, chat))


async def sweep(unit: Unit, now: datetime) -> None:
    """Delete what was done a week ago."""
    await unit.inbox.sweep(now - KEPT)
    await unit.outbox.sweep(now - KEPT)


CHORES = (Chore("forget unagreed", forget_unagreed), Chore("sweep", sweep))


class Clockwork:
    """Runs the clocks of the reports and the chores, round after round."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        wake_delivery: Callable[[], None],
        house: House,
        chores: tuple[Chore, ...] = CHORES,
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._wake_delivery = wake_delivery
        self._house = house
        self._chores = (*chores, Chore("erase", self._erase, ERASES_EVERY))
        self._last: dict[str, datetime] = {}
        self._log = structlog.get_logger("clockwork")

    async def run(self) -> None:
        """Go on until cancelled."""
        while True:
            await self.round()
            await self._clock.sleep(_EVERY)

    async def round(self) -> None:
        """Do everything that is due now."""
        try:
            await self.keep_time()
        except StorageError as failed:
            self._log.warning("clocks failed", error=type(failed).__name__)
        await self.send_digests()
        for chore in self._chores:
            now = self._clock.now()
            if not self._turn(chore.name, chore.every):
                continue
            try:
                async with self._storage.unit_on(ERRANDS) as unit:
                    await chore.do(unit, now)
            except StorageError as failed:
                self._log.warning("chore failed", chore=chore.name, error=type(failed).__name__)
        await self._empty_log()
        self._wake_delivery()

    async def _erase(self, unit: Unit, now: datetime) -> None:
        await Erasing(self._house, unit, now).expire()

    async def _empty_log(self) -> None:
        """What a reader keeps from it is done at the next round."""
        try:
            await self._storage.empty_log()
        except StorageError as failed:
            self._log.warning("log not emptied", error=type(failed).__name__)

    async def send_digests(self) -> None:
        """Tell each agency whose hour has come what waits there."""
        now = self._clock.now()
        if not self._turn("digests", DIGESTS_EVERY):
            return
        try:
            async with self._storage.reading() as unit:
                due = await Digest(self._house, unit, now).due()
            for agency in due:
                async with self._storage.unit_on(ERRANDS) as unit:
                    await Digest(self._house, unit, now).send(agency)
        except StorageError as failed:
            self._log.warning("digests failed", error=type(failed).__name__)

    def _turn(self, name: str, every: timedelta) -> bool:
        """Whether it is time again for something; if so, it counts as done now."""
        now = self._clock.now()
        if now < self._last.get(name, now - every) + every:
            return False
        self._last[name] = now
        return True

    async def keep_time(self) -> int:
        """Look at every report whose moment has come, and say how many there were."""
        seen: set[Look] = set()
        while True:
            async with self._storage.reading() as unit:
                self._house.calendar.take_off(each.day for each in await unit.days_off.all())
                due = await unit.planned.due(self._clock.now(), AT_ONCE)
            fresh = [look for look in due if look not in seen]
            if not fresh:
                return len(seen)
            # They queue up in their order, and those that wait together share a commit.
            async with asyncio.TaskGroup() as tasks:
                for look in fresh:
                    tasks.create_task(self._look(look))
            seen.update(fresh)

    async def _look(self, look: Look) -> None:
        try:
            async with self._storage.unit_on(ERRANDS) as unit:
                await Timekeeping(self._house, unit, self._clock.now()).look(look)
        except LeaseLost:
            return
        except (StorageError, Refused, LookupError, ValueError) as failed:
            error = type(failed).__name__
            self._log.warning("report not looked at", report=look.report, error=error)
            now = self._clock.now()
            async with self._storage.unit_on(ERRANDS) as unit:
                await Timekeeping(self._house, unit, now).put_off(look.report, now + PUT_OFF)
