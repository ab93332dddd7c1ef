"""Several processes on one database of PostgreSQL, of which some are killed and one stands still.

Telegram reaches them as an operator would let it: one of them polls, or a balancer hands each
webhook to the next process that answers.
"""

import asyncio
import itertools
import os
import random
import signal
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import aiohttp
import asyncpg
from aiohttp import web
from sqlalchemy import make_url

from bot.sandbox.server import Sandbox
from storage.seal import Key
from storage.sharing import LEASE
from tests.measure.faults.answers import Answers
from tests.measure.faults.crowd import PEOPLE, UPDATES, Crowd, places
from tests.measure.faults.lives import Lives
from tests.measure.faults.verdict import unkept
from tests.support.databases import cluster
from tests.support.stage import free_port

PROCESSES = 3
TAKEN_OVER_WITHIN = LEASE + 5
_ANSWERS_WITHIN = 3.0
"""Seconds after which the balancer asks the next process."""
_NUMBER_OF = """SELECT objid::bigint FROM pg_locks JOIN pg_stat_activity USING (pid)
    WHERE locktype = 'advisory' AND objsubid = 2 AND application_name = $1"""
_LEFT = """SELECT count(*) FROM leases
    WHERE owner = $1 OR owner IS NULL OR NOT EXISTS (SELECT FROM processes WHERE id = owner)"""


@dataclass(frozen=True, slots=True)
class Shared:
    """What is left after it; `taken_over_s` is the longest until others had all of somebody's."""

    processes: int
    updates: int
    kills: int
    stopped_s: float
    lost: int
    doubled: int
    resent: int
    in_flight: int
    out_of_order: int
    crashed: int
    taken_over_s: float
    taken_over_median_s: float
    wall_s: float

    @property
    def figures(self) -> dict[str, float]:
        return asdict(self)

    @property
    def broken(self) -> list[str]:
        return unkept(
            {
                f"nothing is lost ({self.lost})": not self.lost,
                f"nothing is done twice ({self.doubled})": not self.doubled,
                f"the order of each chat is kept ({self.out_of_order})": not self.out_of_order,
                f"none ends by itself ({self.crashed})": not self.crashed,
                f"no more comes twice than was in flight ({self.resent})": self.resent
                <= self.in_flight,
                f"others take over in time ({self.taken_over_s} s)": self.taken_over_s
                <= TAKEN_OVER_WITHIN,
            }
        )


class Watch:
    """Looks on the database at who has which leases."""

    def __init__(self, driver: "asyncpg.Connection[Any]") -> None:
        self._driver = driver
        self._asking = asyncio.Lock()
        self.took: list[float] = []

    async def number_of(self, pid: int) -> int:
        """The number under which a process takes part, once it does."""
        while True:
            async with self._asking:
                number = await self._driver.fetchval(_NUMBER_OF, f"lapor-bot {pid}")
            if number is not None:
                return int(number)
            await asyncio.sleep(0.1)

    async def taken_over(self, number: int) -> None:
        """Wait until others have everything that this one had, and note how long that took."""
        begun = time.perf_counter()
        while True:
            async with self._asking:
                left = await self._driver.fetchval(_LEFT, number)
            if not left:
                break
            await asyncio.sleep(0.05)
        self.took.append(time.perf_counter() - begun)


@dataclass(slots=True)
class Trouble:
    """What befalls the processes while a crowd complains."""

    several: list[Lives]
    answers: Answers
    watch: Watch
    chance: random.Random
    in_flight: int = 0

    async def befall(self, crowd: Crowd, updates: int, kills: int, stopped: float) -> None:
        """One is stopped first, the others are killed; in the end anybody may be."""
        async with asyncio.TaskGroup() as tasks:
            for step in range(kills + 1):
                await crowd.has_sent((step + self.chance.random()) / (kills + 2) * updates)
                if step == 0:
                    # The first to come has the errands: it polls and runs the clocks.
                    tasks.create_task(self._stop(self.several[0], stopped))
                    continue
                victim = self.chance.choice(self.several[1:] if step == 1 else self.several)
                await victim.up()
                await self._kill(victim)

    async def _kill(self, victim: Lives) -> None:
        number = await self.watch.number_of(victim.pid)
        self.in_flight += self.answers.in_flight()
        await victim.end(signal.SIGKILL)
        await self.watch.taken_over(number)

    async def _stop(self, victim: Lives, seconds: float) -> None:
        """Its time runs on while it stands still, as on a machine that hangs."""
        number = await self.watch.number_of(victim.pid)
        pid = victim.pid
        self.in_flight += self.answers.in_flight()
        os.kill(pid, signal.SIGSTOP)
        begun = time.perf_counter()
        await self.watch.taken_over(number)
        await asyncio.sleep(max(0.0, seconds - (time.perf_counter() - begun)))
        if victim.pid == pid:
            os.kill(pid, signal.SIGCONT)


async def share(
    updates: int, kills: int, stopped: float, *, webhook: bool, seed: int = 1
) -> Shared:
    """So many updates under so many SIGKILLs, and one process stopped for so many seconds."""
    complaints = max(1, -(-updates // UPDATES))
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="lapor-bot-several-") as folder:
        url = cluster().of(Path(folder))
        async with Sandbox(history=60) as sandbox:
            answers = sandbox.faults = Answers()
            crowd = Crowd(sandbox)
            several = [*_several(sandbox, answers, Path(folder), url, webhook=webhook)]
            async with (
                _balanced(several, webhook=webhook),
                _watching(url) as watch,
                asyncio.TaskGroup() as living,
            ):
                trouble = Trouble(several, answers, watch, random.Random(seed))
                endless = []
                for each in several:
                    endless.append(living.create_task(each.live()))
                    await each.up()
                async with asyncio.TaskGroup() as tasks:
                    tasks.create_task(trouble.befall(crowd, complaints * UPDATES, kills, stopped))
                    await crowd.all_complain(complaints, PEOPLE, places(seed))
                await sandbox.updates.emptied()
                await asyncio.sleep(1)
                for task in endless:
                    task.cancel()
            reports, left = await several[0].stored()
    crowd.tell_of_the_silent()
    lost, doubled = crowd.weighed(reports, left)
    took = sorted(watch.took)
    return Shared(
        processes=len(several),
        updates=crowd.sent,
        kills=sum(each.ended for each in several),
        stopped_s=stopped,
        lost=lost,
        doubled=doubled,
        resent=crowd.resent,
        in_flight=trouble.in_flight,
        out_of_order=crowd.out_of_order,
        crashed=sum(len(each.died) for each in several),
        taken_over_s=round(took[-1], 2),
        taken_over_median_s=round(took[len(took) // 2], 2),
        wall_s=round(time.perf_counter() - begun, 1),
    )


def _several(
    sandbox: Sandbox, answers: Answers, folder: Path, url: str, *, webhook: bool
) -> Iterator[Lives]:
    """Each with a data folder of its own, as on machines of their own."""
    key = Key.generate()
    hook = f"http://127.0.0.1:{free_port()}/telegram" if webhook else ""
    for number in range(PROCESSES):
        own = folder / str(number)
        own.mkdir()
        port = free_port() if webhook else 0
        yield Lives(sandbox, answers, own, port, key=key, database=url, hook=hook)


@asynccontextmanager
async def _balanced(several: list[Lives], *, webhook: bool) -> AsyncIterator[None]:
    """Hand each update to the next process in turn; one that does not answer is passed over."""
    if not webhook:
        yield
        return
    turns = itertools.cycle(several)
    patience = aiohttp.ClientTimeout(total=_ANSWERS_WITHIN)
    async with aiohttp.ClientSession(timeout=patience) as session:

        async def hand_on(request: web.Request) -> web.Response:
            body = await request.read()
            for _ in several:
                to = f"http://127.0.0.1:{next(turns).port}/telegram"
                try:
                    async with session.post(to, data=body, headers=_kept(request)) as answer:
                        return web.Response(status=answer.status, body=await answer.read())
                except (aiohttp.ClientError, TimeoutError):
                    continue
            return web.Response(status=502)

        server = web.Application()
        server.add_routes([web.post("/telegram", hand_on)])
        runner = web.AppRunner(server, access_log=None)
        await runner.setup()
        try:
            at = make_url(several[0].hook)
            await web.TCPSite(runner, "127.0.0.1", at.port).start()
            yield
        finally:
            await runner.cleanup()


def _kept(request: web.Request) -> dict[str, str]:
    names = ("Content-Type", "X-Telegram-Bot-Api-Secret-Token")
    return {name: request.headers[name] for name in names if name in request.headers}


@asynccontextmanager
async def _watching(url: str) -> AsyncIterator[Watch]:
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    driver = await asyncpg.connect(plain)
    try:
        yield Watch(driver)
    finally:
        await driver.close()
