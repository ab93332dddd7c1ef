"""The product in a process of its own that is ended again and again, and started each time."""

import asyncio
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.sandbox.server import Sandbox
from storage.database import Storage
from storage.seal import Key, Seal
from tests.measure.faults.answers import Answers
from tests.measure.playing.rival import SECRET
from tests.support.databases import number_in, url_in
from tests.support.victim import victim

_ENDS = (0, -signal.SIGKILL)
"""Exit codes of a program that was ended as it should be."""


@dataclass(slots=True)
class Lives:
    """The program, started again as often as it dies; with a `port` it serves the webhook there."""

    sandbox: Sandbox
    answers: Answers
    folder: Path
    port: int = 0
    health: int = 0
    environment: dict[str, str] = field(default_factory=dict)
    database: str = ""
    """Its URL; without one the database of the folder."""
    hook: str = ""
    """Where Telegram calls; without one the port."""
    key: Key = field(default_factory=Key.generate)
    recoveries: list[float] = field(default_factory=list)
    """Seconds from each end to the first message after it."""
    died: list[int] = field(default_factory=list)
    """How each life ended that nobody ended: exit codes."""
    ended: int = 0
    _up: asyncio.Event = field(default_factory=asyncio.Event)
    _process: asyncio.subprocess.Process | None = None
    _ended_at: float | None = None
    _expected: bool = False

    async def end(self, number: int) -> float:
        """Send a signal to the program when it is up; give the seconds until it was gone."""
        await self._up.wait()
        assert self._process is not None
        self._up.clear()
        self._expected = True
        begun = time.perf_counter()
        self._process.send_signal(number)
        self.ended += 1
        await self._process.wait()
        self._ended_at = begun
        return time.perf_counter() - begun

    async def up(self) -> None:
        """Wait until it is ready."""
        await self._up.wait()

    async def heard_again(self) -> None:
        """Note the first message after an end, for ever."""
        changes = self.sandbox.world.subscribe()
        try:
            while True:
                change = await changes.get()
                message = getattr(change, "message", None)
                again = self._ended_at is not None and self.answers.greeted > self._ended_at
                if again and message is not None and message.from_bot:
                    self.recoveries.append(time.perf_counter() - (self._ended_at or 0.0))
                    self._ended_at = None
        finally:
            self.sandbox.world.unsubscribe(changes)

    async def live(self) -> None:
        """Start it whenever it is down, for ever."""
        while True:
            async with self.life() as process:
                code = await process.wait()
            if not self._expected or code not in _ENDS:
                self.died.append(code)
            self._expected = False

    @asynccontextmanager
    async def life(self) -> AsyncIterator[asyncio.subprocess.Process]:
        """One life, from the moment when it is ready."""
        secret = SECRET if self.port else ""
        async with victim(
            self.sandbox,
            self.folder,
            self.key,
            port=self.port,
            secret=secret,
            health=self.health,
            environment=self.environment,
            database=self.database,
            hook=self.hook,
        ) as process:
            self._process = process
            self._up.set()
            try:
                yield process
            finally:
                self._up.clear()

    @asynccontextmanager
    async def storage(self) -> AsyncIterator[Storage]:
        """The database, while no life has it."""
        url = self.database or url_in(self.folder)
        storage = await Storage.open(url, Seal(self.key), folder=self.folder)
        try:
            yield storage
        finally:
            await storage.close()

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def lives(self) -> bool:
        """Whether it is up and has not ended."""
        return self._up.is_set() and self._process is not None and self._process.returncode is None

    async def stored(self) -> tuple[int, int]:
        """How many reports there are, and how many updates wait or were put aside."""
        async with self.storage() as storage, storage.reading() as unit:
            reports = sum((await unit.reports.counts()).values())
        return reports, sum(await self.undecided())

    async def undecided(self) -> tuple[int, int]:
        """How many updates wait, and how many were put aside."""
        async with self.storage() as storage, storage.reading() as unit:
            return len(await unit.inbox.waiting(100_000)), len(await unit.inbox.parked())

    async def waiting(self) -> int:
        """How many updates wait, while it lives."""
        return await number_in(self.folder, "SELECT count(*) FROM inbox WHERE state = 'waiting'")

    async def to_be_sent(self) -> int:
        """How many messages wait, while it lives."""
        return await number_in(self.folder, "SELECT count(*) FROM outbox WHERE state = 'waiting'")
