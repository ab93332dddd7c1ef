"""Telegram's pace: 30 messages a second in all, 3 at once and then 1 a second in a chat.

A group takes 20 a minute besides.
Edits, sends and copies count alike, an album as many as it holds.
Windows slide: no second holds more than 30 and no minute more than 20, wherever it begins.
A request may travel longer than the one before it, so every wait is 4 % (the minute's: one second)
longer than Telegram asks.
"""

from collections import deque
from collections.abc import Iterable
from typing import Protocol

from bot.domain.clock import Clock
from bot.domain.people import ChatId

OVERALL = 30
BURST = 3
GROUP = 20

_SECOND = 1.04
_MINUTE = 61.0
_KEPT_CHATS = 4096
_EXACT = 1e-6
"""Seconds below which a wait is only rounding."""


class Pacing(Protocol):
    """When the next messages may go; nothing is taken until `spend`."""

    def overall(self, messages: int = 1) -> float:
        """Seconds until Telegram as a whole takes so many more."""
        ...

    def chat(self, chat: ChatId, messages: int = 1) -> float:
        """Seconds until this chat takes so many more."""
        ...

    def spend(self, chat: ChatId, messages: int = 1) -> None: ...

    def share(self, processes: int) -> None:
        """Keep to an even part of what Telegram as a whole takes from so many processes."""
        ...


class NoPace:
    """Everything at once: for measures against an API on loopback."""

    def overall(self, messages: int = 1) -> float:  # noqa: ARG002
        return 0.0

    def chat(self, chat: ChatId, messages: int = 1) -> float:  # noqa: ARG002
        return 0.0

    def spend(self, chat: ChatId, messages: int = 1) -> None:
        pass

    def share(self, processes: int) -> None:
        pass


class Pace:
    """The pace that Telegram publishes, kept by the clock."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._start = clock.now()
        self._all = _Window(OVERALL, _SECOND)
        self._buckets: dict[ChatId, _Bucket] = {}
        self._groups: dict[ChatId, _Window] = {}

    def overall(self, messages: int = 1) -> float:
        return self._all.wait(self._now(), messages)

    def chat(self, chat: ChatId, messages: int = 1) -> float:
        now = self._now()
        wait = 0.0
        if bucket := self._buckets.get(chat):
            wait = bucket.wait(now, messages)
        if group := self._groups.get(chat):
            wait = max(wait, group.wait(now, messages))
        return wait

    def spend(self, chat: ChatId, messages: int = 1) -> None:
        now = self._now()
        self._all.spend(now, messages)
        if len(self._buckets) >= _KEPT_CHATS:
            self._forget_idle(now)
        self._buckets.setdefault(chat, _Bucket(now)).spend(now, messages)
        if chat < 0:
            self._groups.setdefault(chat, _Window(GROUP, _MINUTE)).spend(now, messages)

    def share(self, processes: int) -> None:
        size = max(1, OVERALL // processes)
        if size != self._all.size:
            self._all = self._all.resized(size)

    def _now(self) -> float:
        passed: float = (self._clock.now() - self._start).total_seconds()
        return passed

    def _forget_idle(self, now: float) -> None:
        self._buckets = {c: b for c, b in self._buckets.items() if b.wait(now, BURST) > 0}
        self._groups = {c: w for c, w in self._groups.items() if w.wait(now, GROUP) > 0}


class _Window:
    """At most `size` in any stretch of `seconds`."""

    __slots__ = ("_seconds", "_spent", "size")

    def __init__(self, size: int, seconds: float, spent: Iterable[float] = ()) -> None:
        self.size = size
        self._seconds = seconds
        self._spent = deque(spent, maxlen=size)

    def resized(self, size: int) -> "_Window":
        """Another size from now on; what was spent is spent."""
        return _Window(size, self._seconds, self._spent)

    def wait(self, now: float, messages: int) -> float:
        too_many = len(self._spent) + min(messages, self.size) - self.size
        if too_many <= 0:
            return 0.0
        return _rounded(self._spent[too_many - 1] + self._seconds - now)

    def spend(self, now: float, messages: int) -> None:
        self._spent.extend([now] * messages)


class _Bucket:
    """Holds three messages, regains one a second; an album leaves it below nothing."""

    __slots__ = ("_at", "_level")

    def __init__(self, now: float) -> None:
        self._level = float(BURST)
        self._at = now

    def wait(self, now: float, messages: int) -> float:
        return _rounded((min(messages, BURST) - self._filled(now)) * _SECOND)

    def spend(self, now: float, messages: int) -> None:
        self._level = self._filled(now) - messages
        self._at = now

    def _filled(self, now: float) -> float:
        return min(float(BURST), self._level + (now - self._at) / _SECOND)


def _rounded(wait: float) -> float:
    return wait if wait > _EXACT else 0.0
