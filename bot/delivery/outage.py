"""Whether Telegram as a whole is away: then one chat at a time asks for all whether it is back.

It is taken to be away when several chats have failed one after another and none was reached
between them. As soon as it answers anybody, whatever it says, everybody goes on.
"""

from datetime import datetime, timedelta

from bot.domain.clock import Clock
from bot.domain.people import ChatId

SEVERAL = 5
"""Chats that fail in a row before it is Telegram's fault and not theirs."""
LONGEST = 15.0
"""Seconds between two who ask, at most."""


class Outage:
    """What the last attempts say about Telegram."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._failed: set[ChatId] = set()
        self._wait = 0.0
        self.until: datetime | None = None
        """When the next one may ask; None while Telegram is there."""

    def failed(self, chat: ChatId) -> None:
        """A chat had no answer."""
        self._failed.add(chat)
        now = self._clock.now()
        if len(self._failed) >= SEVERAL and (self.until is None or now >= self.until):
            self._wait = min(LONGEST, 2 * self._wait or 1.0)
            self.until = now + timedelta(seconds=self._wait)

    def over(self) -> None:
        """Telegram has answered somebody."""
        self._failed.clear()
        self._wait = 0.0
        self.until = None

    def keeps_back(self, under_way: int) -> bool:
        """Whether nobody may start now, while so many are under way."""
        return self.until is not None and (under_way > 0 or self._clock.now() < self.until)
