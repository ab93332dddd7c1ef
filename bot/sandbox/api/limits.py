"""Telegram's limits: how long, how big, and how fast.

Pace: 30 messages a second in all, a bucket of 3 per chat refilled at 1 a second, 20 a minute in a
group; what is too fast is refused with the seconds to wait.
"""

import math
from collections import deque
from datetime import datetime
from typing import Final

from bot.sandbox.api.refusals import too_many_requests

TEXT_UNITS: Final = 4096
CAPTION_UNITS: Final = 1024
ANSWER_UNITS: Final = 200
CALLBACK_BYTES: Final = 64
BUTTONS: Final = 100
DOWNLOAD_BYTES: Final = 20 * 1024 * 1024
UPLOAD_BYTES: Final = 50 * 1024 * 1024
PHOTO_BYTES: Final = 10 * 1024 * 1024
QUERY_SECONDS: Final = 60
PRESS_LIFETIME: Final = 150
UPDATE_LIFETIME: Final = 86_400
DELETE_SECONDS: Final = 48 * 3600


class _Bucket:
    """Holds `size` tokens and regains `rate` a second."""

    __slots__ = ("_at", "_level", "_rate", "_size")

    def __init__(self, size: float, rate: float, now: float) -> None:
        self._size = size
        self._rate = rate
        self._level = size
        self._at = now

    def wait(self, now: float, count: int) -> float:
        """Seconds until `count` may go; more than the bucket holds goes when it is full."""
        self._level = min(self._size, self._level + max(0.0, now - self._at) * self._rate)
        self._at = now
        return max(0.0, (min(count, self._size) - self._level) / self._rate)

    def take(self, count: int) -> None:
        self._level -= count


class Pace:
    """Counts what the bot sends; `on` False lets everything through."""

    def __init__(self, *, on: bool) -> None:
        self.on = on
        self._overall: _Bucket | None = None
        self._chats: dict[int, _Bucket] = {}
        self._minutes: dict[int, deque[float]] = {}

    def take(self, chat_id: int, moment: datetime, count: int = 1) -> None:
        """Lets `count` messages to the chat go now, or refuses with the seconds to wait."""
        if not self.on:
            return
        now = moment.timestamp()
        overall = self._overall = self._overall or _Bucket(30, 30, now)
        chat = self._chats.setdefault(chat_id, _Bucket(3, 1, now))
        waits = [overall.wait(now, count), chat.wait(now, count)]
        recent = self._minutes.setdefault(chat_id, deque()) if chat_id < 0 else None
        if recent is not None:
            while recent and recent[0] <= now - 60:
                recent.popleft()
            if len(recent) + count > 20:
                waits.append(recent[0] + 60 - now)
        if (wait := max(waits)) > 1e-6:
            raise too_many_requests(max(1, math.ceil(wait - 1e-6)))
        overall.take(count)
        chat.take(count)
        if recent is not None:
            recent.extend([now] * count)
