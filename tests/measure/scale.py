"""Does a large archive slow anything down? `python -m tests.measure scale`.

The same things are done in databases with ever more reports: a report is filed, similar ones are
looked for, /status, a page of an officer's and of the admins' queue, the figures of two days. Each
time is of a whole unit of work, in milliseconds: {"filing": {"1000": {"p50", "p99"}, …}, …,
"worst": the largest p99 of the largest database over that of the smallest}. The figures of 30 days
stand apart from it: they count 18,000 reports, where a small archive has not so many.
With `--postgresql` each archive is carried over to a server first, as `lapor-bot move` does.
"""

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.domain.agency import AgencyCode
from bot.domain.people import Actor, ChatId, PersonId, Role
from bot.domain.period import Period
from bot.domain.report import ReportId
from bot.domain.waiting import Part
from bot.routing.router import Router
from bot.services.house import House
from bot.services.work import Work
from storage.database import Storage
from storage.moving import move
from storage.seal import Key, Seal
from tests.measure.playing.archive import fill, reporter_of
from tests.measure.playing.citizen import complaints
from tests.support.bureau import house_of
from tests.support.databases import server_in

APART = "figures_month"
_OFFICE = AgencyCode("32.75")
"""Kota Bekasi, with all its units: the largest queue that the archive has."""
_FEW_DAYS, _MONTH = 2, 30


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure scale", description=__doc__)
    parser.add_argument("--reports", default="1000,100000,1000000", help="sizes, smallest first")
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--postgresql", action="store_true")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    sizes = [int(size) for size in given.reports.split(",")]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="lapor-bot-scale-")))
        server = None
        if given.postgresql:
            server = server_in(f"{folder}/data", "stop")
            stack.callback(server.cleanup)
        figures = asyncio.run(measured(folder, Router.load(), sizes, given.rounds, server))
    sys.stdout.write(json.dumps(figures) + "\n")


async def measured(
    folder: Path, router: Router, sizes: list[int], rounds: int, server: Any = None
) -> dict[str, float | dict[str, dict[str, float]]]:
    """Round after round in every archive in turn, so that a busy moment meets them all alike."""
    waits: dict[str, dict[int, list[float]]] = {}
    async with AsyncExitStack() as stack:
        archives = [
            await stack.enter_async_context(
                archive(folder / str(size) / "lapor.db", router, size, server)
            )
            for size in sizes
        ]
        for _ in range(rounds):
            for opened in archives:
                for name, seconds in (await opened.used()).items():
                    waits.setdefault(name, {}).setdefault(opened.reports, []).append(seconds)
    found = {
        name: {str(size): _quantiles(taken) for size, taken in each.items()}
        for name, each in waits.items()
    }
    first, last = str(sizes[0]), str(sizes[-1])
    ratios = [
        each[last]["p99"] / each[first]["p99"] for name, each in found.items() if name != APART
    ]
    return {**found, "worst": round(max(ratios), 2)}


@dataclass(slots=True)
class Archive:
    """An open database, and whoever uses it."""

    house: House
    storage: Storage
    reports: int
    now: datetime
    officer: Actor
    admin: Actor
    fresh: Iterator[tuple[str, str]]
    chance: random.Random = field(default_factory=lambda: random.Random(1))

    async def used(self) -> dict[str, float]:
        """Everything once; gives the seconds that each took."""
        return {
            "filing": await self._filing(),
            "similar": await self._similar(),
            "status": await self._status(),
            "queue": await self._queue(),
            "admin_queue": await self._admin_queue(),
            "figures": await self._figures(_FEW_DAYS),
            APART: await self._figures(_MONTH),
        }

    async def _filing(self) -> float:
        person, (text, place) = self._somebody(), next(self.fresh)
        async with self._work() as work:
            await work.intake.tell(person, text)
            draft = await work.intake.name_place(person, place)
            work.intake.view(draft)
        begun = time.perf_counter()
        async with self._work() as work:
            await work.filing.file(person, draft.token)
        return time.perf_counter() - begun

    async def _similar(self) -> float:
        report = ReportId(self.reports - self.chance.randrange(min(500, self.reports)))
        person = PersonId(1)
        async with self._work() as work:
            there = await work.unit.reports.get(report)
            await work.intake.cancel(person)
            draft = await work.intake.tell(person, there.text)
            assert there.place is not None
            draft = draft.at(there.place, self.now)
            view = work.intake.view(draft)
        begun = time.perf_counter()
        async with self._work() as work:
            await work.voices.offer(person, view)
        return time.perf_counter() - begun

    async def _status(self) -> float:
        number = self.chance.randrange(self.reports) + 1
        async with self._work() as work:
            report = await work.unit.reports.get(ReportId(number))
        begun = time.perf_counter()
        async with self._work() as work:
            await work.records.by_number(reporter_of(number), report.number)
        return time.perf_counter() - begun

    async def _queue(self) -> float:
        begun = time.perf_counter()
        async with self._work() as work:
            await work.queue.page(self.officer, Part.ALL, 0)
        return time.perf_counter() - begun

    async def _admin_queue(self) -> float:
        begun = time.perf_counter()
        async with self._work() as work:
            await work.desk.queue(self.admin, 0)
        return time.perf_counter() - begun

    async def _figures(self, days: int) -> float:
        last = self.now.date()
        period = Period(f"d{days}", last - timedelta(days=days - 1), last)
        begun = time.perf_counter()
        async with self.storage.reading() as unit:
            figures = Work(self.house, unit, self.now).figures
            await figures.overview(self.admin, period, None)
        return time.perf_counter() - begun

    def _somebody(self) -> PersonId:
        return reporter_of(self.chance.randrange(self.reports) + 1)

    @asynccontextmanager
    async def _work(self) -> AsyncIterator[Work]:
        async with self.storage.unit() as unit:
            yield Work(self.house, unit, self.now)


@asynccontextmanager
async def archive(
    path: Path, router: Router, reports: int, server: Any = None
) -> AsyncIterator[Archive]:
    seal, now = Seal(Key.from_bytes(bytes(range(32)))), datetime.now(UTC)
    await asyncio.to_thread(fill, path, seal, router, reports, now)
    url = f"sqlite+aiosqlite:///{path}"
    if server is not None:
        server.psql(f"CREATE DATABASE archive_{reports};")
        where = path.parents[1] / "data"
        url = f"postgresql+asyncpg://postgres:@/archive_{reports}?host={where}"
        begun = time.perf_counter()
        counts = await move(path, url, seal, path.parent, lambda _what, _done, _total: None)
        taken = time.perf_counter() - begun
        sys.stderr.write(f"{sum(counts.values())} rows carried over in {taken:.1f} s\n")
    storage = await Storage.open(url, seal, folder=path.parent)
    try:
        async with storage.unit() as unit:
            officer = await unit.people.add(ChatId(-1), "Dewi", "id", now)
            admin = await unit.people.add(ChatId(-2), "Rini", "id", now)
            await unit.access.grant(officer.id, _OFFICE, Role.OFFICER, None, now)
            await unit.access.grant(admin.id, None, Role.ADMIN, None, now)
            actors = await unit.access.actor(officer.id), await unit.access.actor(admin.id)
        yield Archive(house_of(router, seal), storage, reports, now, *actors, complaints())
    finally:
        await storage.close()


def _quantiles(waits: list[float]) -> dict[str, float]:
    ordered = sorted(waits)
    shares = {"p50": 0.5, "p99": 0.99}
    return {name: round(ordered[int(s * len(ordered))] * 1000, 2) for name, s in shares.items()}


if __name__ == "__main__":
    main()
