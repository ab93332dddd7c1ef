"""Lets an announcement go out, some people in each second, until all have it or it is stopped."""

from collections.abc import Callable

import structlog

from bot.domain.clock import Clock
from bot.services.announcing import Announcing
from bot.services.house import House
from storage.database import Storage
from storage.errors import StorageError
from storage.leases import ERRANDS

EVERY = 1.0
"""Seconds between two steps; what people ask for meanwhile goes first."""


class Announcer:
    """One announcement after another."""

    def __init__(
        self, storage: Storage, house: House, clock: Clock, wake_delivery: Callable[[], None]
    ) -> None:
        self._storage = storage
        self._house = house
        self._clock = clock
        self._wake_delivery = wake_delivery
        self._log = structlog.get_logger("announcer")

    async def run(self) -> None:
        """Go on until cancelled."""
        while True:
            try:
                await self._step()
            except StorageError as failed:
                self._log.warning("announcement_put_off", error=type(failed).__name__)
            await self._clock.sleep(EVERY)

    async def _step(self) -> None:
        async with self._storage.reading() as unit:
            if await unit.announcements.next_under_way() is None:
                return
        async with self._storage.unit_on(ERRANDS) as unit:
            await Announcing(self._house, unit, self._clock.now()).step()
        self._wake_delivery()
