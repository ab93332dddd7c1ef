"""Periodic work, supervised: each chore by itself, one that fails is tried again at its next turn.

What was sent before consent is emptied after 24 hours, and its person told. Rows that were dealt
with are deleted after seven days.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.domain.clock import Clock
from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import ChatId
from bot.services.hearing import Hearing
from storage.database import Storage
from storage.errors import StorageError
from storage.unit import Unit

CONSENT_WAITS = timedelta(hours=24)
KEPT = timedelta(days=7)
_EVERY = 300.0
"""Seconds between two rounds."""


@dataclass(frozen=True, slots=True)
class Chore:
    """Something to do in each round, in a unit of its own."""

    name: str
    do: Callable[[Unit, datetime], Awaitable[None]]


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
    """Runs the chores, round after round."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        wake_delivery: Callable[[], None],
        chores: tuple[Chore, ...] = CHORES,
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._wake_delivery = wake_delivery
        self._chores = chores
        self._log = structlog.get_logger("clockwork")

    async def run(self) -> None:
        """Go on until cancelled."""
        while True:
            await self.round()
            await self._clock.sleep(_EVERY)

    async def round(self) -> None:
        for chore in self._chores:
            try:
                async with self._storage.unit() as unit:
                    await chore.do(unit, self._clock.now())
            except StorageError as failed:
                self._log.warning("chore failed", chore=chore.name, error=type(failed).__name__)
        self._wake_delivery()
