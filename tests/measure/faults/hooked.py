"""The program behind its webhook, and a hand that delivers to it whatever it likes."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from bot.sandbox.api.updates import Update
from bot.sandbox.server import Sandbox
from tests.measure.faults.answers import Answers
from tests.measure.faults.lives import Lives
from tests.measure.playing.rival import SECRET
from tests.support.stage import free_port


@dataclass(slots=True)
class Hook:
    """Posts to the webhook beside Telegram, and counts the answers."""

    sandbox: Sandbox
    lives: Lives
    session: aiohttp.ClientSession
    statuses: Counter[int] = field(default_factory=Counter)
    seen: list[Update] = field(default_factory=list)
    """What Telegram has pushed of its own, where `watch` was called."""

    async def deliver(self, body: bytes | Mapping[str, Any]) -> int:
        """Post one update, or whatever bytes are given; give the status; 0 without any."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        url = f"http://127.0.0.1:{self.lives.port}/telegram"
        headers = {
            "X-Telegram-Bot-Api-Secret-Token": SECRET,
            "Content-Type": "application/json",
        }
        status = 0
        with suppress(aiohttp.ClientError):
            async with self.session.post(url, data=data, headers=headers) as answer:
                await answer.read()
                status = answer.status
        self.statuses[status] += 1
        return status

    async def healthy(self) -> bool:
        """What the health page says."""
        url = f"http://127.0.0.1:{self.lives.health}/health"
        async with self.session.get(url) as answer:
            await answer.read()
            return answer.status == 200

    async def is_healthy(self) -> None:
        """Wait until the health page says so; at most a minute."""
        for _ in range(600):
            if await self.healthy():
                return
            await asyncio.sleep(0.1)

    def watch(self) -> None:
        """Keep every update that Telegram pushes from now on."""
        push = self.sandbox.updates.pushed_to
        assert push is not None

        def push_and_keep(update: Update) -> None:
            self.seen.append(update)
            push(update)

        self.sandbox.updates.pushed_to = push_and_keep

    async def settled(self) -> None:
        """Wait until nothing waits in the inbox; at most a minute."""
        for _ in range(120):
            if not await self.lives.waiting():
                return
            await asyncio.sleep(0.5)

    @property
    def bad(self) -> int:
        """How many answers were not 2xx."""
        return sum(n for status, n in self.statuses.items() if not 200 <= status < 300)


@asynccontextmanager
async def hooked(
    folder: Path, environment: dict[str, str] | None = None, *, health: bool = False
) -> AsyncIterator[Hook]:
    """One life behind a webhook, where `health` with a health page; it is ended with the block."""
    async with Sandbox(history=60) as sandbox, aiohttp.ClientSession() as session:
        answers = sandbox.faults = Answers()
        lives = Lives(sandbox, answers, folder, free_port(), environment=environment or {})
        while health and lives.health in {0, lives.port}:
            lives.health = free_port()
        async with lives.life():
            yield Hook(sandbox, lives, session)
            await sandbox.updates.emptied()
