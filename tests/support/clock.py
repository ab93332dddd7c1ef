"""A clock that stands still until a test turns it."""

import asyncio
import heapq
from datetime import datetime, timedelta
from itertools import count

_SETTLING_STEPS = 25
"""Turns of the event loop in which whoever was woken gets as far as it can without the network."""


class TurnedClock:
    """Time that passes only by `turn`; who sleeps is woken in order, each at its own moment."""

    def __init__(self, now: datetime) -> None:
        if now.tzinfo is None:
            raise ValueError("a clock is always aware")
        self._now = now
        self._order = count()
        self._sleepers: list[tuple[datetime, int, asyncio.Future[None]]] = []

    def now(self) -> datetime:
        return self._now

    async def sleep(self, seconds: float) -> None:
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        woken = asyncio.get_running_loop().create_future()
        moment = self._now + timedelta(seconds=seconds)
        heapq.heappush(self._sleepers, (moment, next(self._order), woken))
        await woken

    @property
    def next_wake(self) -> datetime | None:
        """When the next sleeper wakes; None while nobody sleeps."""
        while self._sleepers and self._sleepers[0][2].done():
            heapq.heappop(self._sleepers)
        return self._sleepers[0][0] if self._sleepers else None

    async def turn(self, seconds: float) -> None:
        """Let time pass, and whoever wakes on the way act before it passes on.

        What a woken task does over the network takes real time: wait for its effect afterwards.
        """
        await self._settle()
        end = self._now + timedelta(seconds=seconds)
        while (moment := self.next_wake) is not None and moment <= end:
            self._now = max(self._now, moment)
            heapq.heappop(self._sleepers)[2].set_result(None)
            await self._settle()
        self._now = end
        await self._settle()

    async def _settle(self) -> None:
        for _ in range(_SETTLING_STEPS):
            await asyncio.sleep(0)
