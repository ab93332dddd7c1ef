"""A year of reports on a turned clock: is anybody forgotten, told twice, or left without a clock?

`python -m tests.measure year --days 365 --json` → {"days", "reports", "orphans", "doubled",
"skipped", "notices", "wall_s", "db_mb"}.
Orphans are open reports without an owner or a next moment, counted each night.
"""

import argparse
import asyncio
import gc
import json
import sys
import tempfile
import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from bot.domain.report import ReportId
from bot.routing.router import Router
from bot.services.house import House
from storage.database import Storage
from storage.errors import NoSuchReport
from storage.seal import Key, Seal
from tests.support.bureau import ZONE, house_of
from tests.support.databases import POSTGRES, url_in
from tests.support.missed import missed
from tests.support.town import Town

BEGIN = datetime(2026, 1, 5, 0, 0, tzinfo=ZONE)
A_DAY = 600


async def simulate(
    folder: Path, router: Router, days: int, per_day: int, seed: int = 1, minutes: float = 1e6
) -> Mapping[str, float]:
    """Live through so many days, as far as the minutes reach, and count what went wrong."""
    seal = Seal(Key.from_bytes(bytes(range(32))))
    house = house_of(router, seal)
    # Each lesson would have the same few sentences routed anew: a third of the time.
    house.learning.held = True
    file = folder / "lapor.db"

    async def opened() -> Storage:
        return await Storage.open(url_in(folder), seal, folder=folder)

    began = time.perf_counter()
    town = Town(house, opened, BEGIN, seed)
    storage = await town.live(days, per_day, lambda: time.perf_counter() > began + minutes * 60)
    try:
        skipped = await _skipped(storage, house, town)
        sys.stderr.writelines(f"doubled: {words}\n" for words in town.heard.stories)
    finally:
        await storage.close()
    return {
        "days": town.days,
        "reports": town.reports,
        "orphans": town.orphans,
        "doubled": town.heard.doubled,
        "skipped": skipped,
        "notices": town.heard.notices,
        "wall_s": round(time.perf_counter() - began, 1),
        "db_mb": 0.0 if POSTGRES else round(file.stat().st_size / 1_000_000, 1),
    }


async def _skipped(storage: Storage, house: House, town: Town) -> int:
    skipped, number = 0, 0
    while number < town.reports:
        async with storage.reading() as unit:
            for _ in range(500):
                number += 1
                try:
                    report = await unit.reports.get(ReportId(number))
                except NoSuchReport:
                    break
                lines = await unit.history.of_report(report.id)
                left_out = missed(report, lines, house.calendar, town.clock.moment)
                skipped += len(left_out)
                for words in left_out[:1]:
                    sys.stderr.write(f"{words}\n")
    return skipped


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure year", description=__doc__)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--per-day", type=int, default=A_DAY)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--minutes", type=float, default=1e6, help="end earlier, with the day that is on by then"
    )
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lapor-bot-year-") as folder:
        router = Router.load()
        # What lives all year is not gone through again and again: a sixth of the time.
        gc.freeze()
        gc.set_threshold(50_000, 20, 100)
        found = asyncio.run(
            simulate(Path(folder), router, asked.days, asked.per_day, asked.seed, asked.minutes)
        )
    if asked.json:
        sys.stdout.write(f"{json.dumps(found)}\n")
    else:
        sys.stdout.writelines(f"{name}: {value:g}\n" for name, value in found.items())
