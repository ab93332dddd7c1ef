"""Updates pushed to the bot, as Telegram pushes them.

One lane after another: messages by chat, presses by person; lanes run side by side, at most
`max_connections`.
What is not answered with 2xx is sent again at once, then after 2, 4, 8 … up to 60 s on the clock.
Nothing is ever pushed beyond this machine.
"""

import asyncio
import json
import logging
import re
from collections import deque
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

import aiohttp

from bot.sandbox.api.refusals import bad_request
from bot.sandbox.api.updates import Update, Updates
from bot.sandbox.clock import Clock
from bot.sandbox.model.wire import Json, seconds

_SECRET: Final = re.compile(r"[A-Za-z0-9_-]*")
_SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Address:
    """Where the bot wants its updates."""

    url: str
    secret: str = ""
    max_connections: int = 40


class Webhook:
    """Pushes updates while an address is set."""

    def __init__(self, updates: Updates, clock: Clock, tasks: asyncio.TaskGroup) -> None:
        self._updates = updates
        self._clock = clock
        self._tasks = tasks
        self._session: aiohttp.ClientSession | None = None
        self._lanes: dict[tuple[str, int], deque[Update]] = {}
        self._running: set[asyncio.Task[None]] = set()
        self._places = asyncio.Semaphore(40)
        self._error: tuple[datetime, str] | None = None
        self.address: Address | None = None

    def set(self, address: Address, allowed: Collection[str] | None) -> None:
        """Sends what is pending and what comes to `address`; refuses one that is not loopback."""
        _check(address)
        if self.address != address:
            self._stop()
            self._error = None
            self._places = asyncio.Semaphore(address.max_connections)
        self._updates.allowed = allowed or None
        if self.address == address:
            return
        self.address = address
        self._updates.pushed_to = self._push
        self._updates.end_poll()
        for update in self._updates.pending:
            self._push(update)

    def delete(self) -> None:
        """Stops pushing; what is pending waits for getUpdates."""
        self._stop()
        self.address = None
        self._updates.pushed_to = None

    def forget_pending(self) -> None:
        """Drops what is waiting in the lanes."""
        self._updates.drop_all()
        for lane in self._lanes.values():
            lane.clear()

    async def close(self) -> None:
        self.delete()
        if self._session is not None:
            await self._session.close()

    def info(self) -> Json:
        """What getWebhookInfo returns."""
        found: Json = {
            "url": self.address.url if self.address else "",
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates),
        }
        if self.address:
            found |= {"max_connections": self.address.max_connections, "ip_address": "127.0.0.1"}
        if self._error:
            found |= {
                "last_error_date": seconds(self._error[0]),
                "last_error_message": self._error[1],
            }
        if self._updates.allowed:
            found["allowed_updates"] = sorted(self._updates.allowed)
        return found

    def _stop(self) -> None:
        for task in self._running:
            task.cancel()
        self._running.clear()
        self._lanes.clear()

    def _push(self, update: Update) -> None:
        lane = self._lanes.get(update.lane)
        if lane is not None:
            lane.append(update)
            return
        lane = self._lanes[update.lane] = deque([update])
        task = self._tasks.create_task(self._drain(update.lane, lane))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _drain(self, name: tuple[str, int], lane: deque[Update]) -> None:
        while lane:
            update = lane[0]
            await self._delivered(update)
            if lane and lane[0] is update:
                lane.popleft()
        if self._lanes.get(name) is lane:
            del self._lanes[name]

    async def _delivered(self, update: Update) -> None:
        delay = 1.0
        failures = 0
        while update in self._updates and not self._updates.expired(update):
            async with self._places:
                problem = await self._problem(update)
            if problem is None:
                break
            _log.info("update %s was not taken by the webhook: %s", update.id, problem)
            self._error = (self._clock.now(), problem)
            if failures:
                delay = min(60.0, delay * 2)
                await self._clock.sleep(delay)
            failures += 1
        self._updates.done(update)

    async def _problem(self, update: Update) -> str | None:
        """Posts the update; says in Telegram's words what went wrong, None when it was taken."""
        assert self.address is not None
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60))
        headers = {"Content-Type": "application/json"}
        if self.address.secret:
            headers[_SECRET_HEADER] = self.address.secret
        body = json.dumps(update.json()).encode()
        try:
            async with self._session.post(self.address.url, data=body, headers=headers) as answer:
                await answer.read()
                if answer.ok and answer.status < 300:
                    return None
                return f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except aiohttp.ClientConnectorError:
            return "Connection refused"
        except TimeoutError:
            return "Read timeout expired"
        except aiohttp.ClientError:
            return "Connection reset by peer"


def _check(address: Address) -> None:
    parts = urlsplit(address.url)
    host = parts.hostname or ""
    if parts.scheme not in {"http", "https"} or not host:
        raise bad_request("invalid webhook URL specified")
    if len(address.secret) > 256:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(address.secret):
        raise bad_request("secret token contains unallowed characters")
    if _is_loopback(host):
        return
    if parts.scheme == "http":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    raise bad_request("bad webhook: Failed to resolve host: Name or service not known")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
