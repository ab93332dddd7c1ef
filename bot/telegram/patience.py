"""Asking Telegram until it answers, for what the program cannot begin without."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from itertools import chain, repeat
from typing import TypeVar

import structlog
from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.domain.clock import Clock

_WAITS = (0.5, 1.0, 2.0, 5.0, 10.0)
"""Seconds between tries; the last one again and again."""

T = TypeVar("T")


async def until_answered(ask: Callable[[], Awaitable[T]], clock: Clock) -> T:
    """Give the answer once there is one.

    Raises what Telegram will say again tomorrow: a refusal, a wrong token.
    """
    log = structlog.get_logger("telegram")
    for wait in chain(_WAITS, repeat(_WAITS[-1])):
        try:
            return await ask()
        except RetryAfter as slow:
            await clock.sleep(seconds_of(slow))
        except BadRequest:
            raise
        except NetworkError as away:
            log.warning("telegram_away", error=type(away).__name__, again_in=wait)
            await clock.sleep(wait)
    raise AssertionError


def seconds_of(slow: RetryAfter) -> float:
    """How long Telegram asks for patience."""
    wait = slow.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
