"""Delivery as it is, on a clock that is turned from one moment at which something may happen to the
next, so that hours of Telegram's pace take seconds."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.delivery import Rendered
from bot.domain.notice import Notice
from bot.pace import Pace
from bot.sandbox.api.limits import Pace as Limits
from bot.sandbox.server import Sandbox
from bot.ui.screen import Screen
from storage.unit import Unit
from tests.support.clock import TurnedClock
from tests.support.heard import NOW
from tests.support.post import PostOffice, bot_for, opened, post_office

SECOND, MINUTE = 1.0, 60.0
ALL, GROUP, BURST = 30, 20, 3
"""What Telegram takes: in a second, by a group in a minute, by a chat at once."""
_EXACT = 1e-6
_ROUNDS = 5
"""Turns of the event loop without a move, after which nothing moves any more."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One message: seconds since the beginning, its chat and its words."""

    at: float
    chat: int
    text: str


@dataclass(slots=True)
class Street:
    """The office, the sandbox, and the hand on the clock."""

    office: PostOffice
    sandbox: Sandbox
    clock: TurnedClock

    async def turn(self, over: Callable[[], bool] = lambda: False) -> None:
        """Let time pass until nothing waits any more, or until it is over."""
        while not over():
            await self.still()
            moment = self.clock.next_wake
            if moment is None or over():
                return
            await self.clock.turn((moment - self.clock.now()).total_seconds())

    async def still(self) -> None:
        """Wait, in real time, until everything that may go now has gone."""
        rounds = 0
        while rounds < _ROUNDS:
            await asyncio.sleep(0)
            rounds = 0 if self._moving else rounds + 1

    @property
    def _moving(self) -> bool:
        delivery = self.office.delivery
        waits = bool(delivery._bell._waiters) and not delivery._bell.is_set()
        return bool(delivery._lanes.busy) or not waits

    @property
    def passed(self) -> float:
        """Seconds since the beginning."""
        return (self.clock.now() - NOW).total_seconds()

    def sent(self) -> list[Sent]:
        """All that the bot has said, in the order in which it did."""
        said = [
            Sent(since(m.date), chat.id, m.text)
            for chat in self.sandbox.world.chats.values()
            for m in chat.messages.values()
            if m.from_bot
        ]
        return sorted(said, key=lambda one: one.at)


@asynccontextmanager
async def street(folder: Path, limits: Limits | None = None) -> AsyncIterator[Street]:
    """An open office at Telegram's pace, which the sandbox keeps too, or `limits` of its own."""
    clock = TurnedClock(NOW)
    sandbox = Sandbox(clock=clock, pace=True)
    sandbox.pace = limits or sandbox.pace
    async with (
        sandbox,
        opened(folder) as storage,
        bot_for(sandbox) as bot,
        post_office(storage, bot, clock, pace=Pace(clock), render=_in_words) as office,
    ):
        yield Street(office, sandbox, clock)


async def _in_words(notice: Notice, _: Unit) -> Rendered:
    """Its kind and what it is about; no report stands behind it."""
    return Rendered((Screen(f"{notice.kind} {notice.about}"),))


def since(moment: datetime) -> float:
    return (moment - NOW).total_seconds()


def most_in_any(seconds: float, moments: Iterable[float]) -> int:
    """The most that any stretch of so many seconds holds, wherever it begins."""
    within: deque[float] = deque()
    most = 0
    for moment in sorted(moments):
        within.append(moment)
        while within[0] <= moment - seconds + _EXACT:
            within.popleft()
        most = max(most, len(within))
    return most


def overfilled(moments: Iterable[float]) -> bool:
    """Whether a bucket of three, refilled at one a second, would have run over."""
    level, last = float(BURST), 0.0
    for moment in sorted(moments):
        level, last = min(float(BURST), level + moment - last), moment
        level -= 1
        if level < -_EXACT:
            return True
    return False


def too_fast(sent: Iterable[Sent]) -> int:
    """How many of Telegram's limits were crossed: the overall one, each chat's, each group's."""
    by_chat: dict[int, list[float]] = {}
    for one in sent:
        by_chat.setdefault(one.chat, []).append(one.at)
    everything = [at for moments in by_chat.values() for at in moments]
    crossed = int(most_in_any(SECOND, everything) > ALL)
    for chat, moments in by_chat.items():
        crossed += overfilled(moments)
        crossed += chat < 0 and most_in_any(MINUTE, moments) > GROUP
    return crossed
