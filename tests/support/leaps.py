"""A clock that runs with real time and can leap forward."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from bot.sandbox.model.chats import Pulse


class LeapingClock:
    """Whoever sleeps through a leap wakes once, however far it went."""

    def __init__(self) -> None:
        self._ahead = timedelta()
        self._pulse = Pulse()

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    async def sleep(self, seconds: float) -> None:
        until = self.now() + timedelta(seconds=seconds)
        while (left := (until - self.now()).total_seconds()) > 0:
            with suppress(TimeoutError):
                async with asyncio.timeout(left):
                    await self._pulse.wait()

    def leap(self, ahead: timedelta) -> None:
        self._ahead += ahead
        self._pulse.beat()
