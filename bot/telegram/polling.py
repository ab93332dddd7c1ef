"""Long polling: updates are fetched, committed, and only then confirmed by the next offset."""

import asyncio

import structlog
from telegram.error import Conflict, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.telegram.inbox import Inbox
from bot.telegram.patience import seconds_of
from bot.telegram.raw import is_update
from storage.errors import DatabaseFailed

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
"""The kinds of updates that the house deals with."""
_HOLD = 25
"""Seconds that Telegram holds an empty answer."""
_PATIENCE = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)


class Poller:
    """Fetches updates until it is cancelled."""

    def __init__(self, bot: ExtBot[None], inbox: Inbox) -> None:
        self._bot = bot
        self._inbox = inbox
        self._log = structlog.get_logger("polling")

    async def run(self) -> None:
        """Fetch, commit, go on; wait longer each time that Telegram or the database fails."""
        offset, failures = None, 0
        while True:
            try:
                offset = await self._fetch(offset)
                failures = 0
            except Conflict:
                self._log.error("another program fetches updates with this token")
                failures = len(_PATIENCE)
            except RetryAfter as slow:
                await asyncio.sleep(seconds_of(slow))
                continue
            except (TelegramError, DatabaseFailed) as failed:
                self._log.warning("not fetched", error=type(failed).__name__)
                failures += 1
            if failures:
                await asyncio.sleep(_PATIENCE[min(failures, len(_PATIENCE)) - 1])

    async def _fetch(self, offset: int | None) -> int | None:
        asked = {"timeout": _HOLD, "allowed_updates": ALLOWED, "limit": 100}
        if offset is not None:
            asked["offset"] = offset
        updates = await self._bot.do_api_request(
            "getupdates", api_kwargs=asked, read_timeout=_HOLD + 10
        )
        if not updates:
            return offset
        sound = [update for update in updates if is_update(update)]
        await self._inbox.accept(sound)
        return max((int(update["update_id"]) for update in sound), default=offset or 0) + 1
