"""What a report takes of disk and processor in its whole life, on SQLite and on PostgreSQL.

`python -m tests.measure space --json`: a made-up town lives some days through the services, and
everybody reports, works, answers and rates. Counted is what stays for good, in bytes a report with
its indexes: {"sqlite": {"kept_bytes", "passing_bytes", "cpu_ms", "units"}, "postgresql": …}.
Passing is what is deleted after seven days: rows of messages that were sent. `cpu_ms` is the
program's processor time for all that, without Telegram; `units` are its writing units of work.
"""

import argparse
import asyncio
import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, closing
from pathlib import Path
from typing import Any

import asyncpg

from bot.domain.people import ChatId
from bot.domain.report import ReportId
from bot.routing.router import Router
from storage.database import Storage
from storage.seal import Key, Seal
from storage.unit import Unit
from tests.measure.year import BEGIN
from tests.support.bureau import house_of
from tests.support.databases import server_in
from tests.support.town import Town

_LENGTH = 376
"""Characters of a report, as in the mean of 7,732 real ones."""
_CARDS = 3
"""Messages of a report whose place in a chat is kept: receipt, officers' card, last answer."""
_PASSING = ("inbox", "outbox")
_RELATIONS = """SELECT relname, pg_total_relation_size(oid) FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"""
_Sizes = Callable[[], Awaitable[dict[str, int]]]
_PAGES = "SELECT sum(pgsize) FROM dbstat JOIN sqlite_master USING (name) WHERE tbl_name = ?"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure space", description=__doc__)
    parser.add_argument("--days", type=int, default=90)
    parser.add_argument("--per-day", type=int, default=20)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    router, told = Router.load(), {}
    with tempfile.TemporaryDirectory(prefix="lapor-bot-space-") as folder:
        told["sqlite"] = asyncio.run(on_sqlite(Path(folder), router, given.days, given.per_day))
        told["postgresql"] = asyncio.run(
            on_postgresql(Path(folder), router, given.days, given.per_day)
        )
    sys.stdout.write(json.dumps(told) if given.json else "\n".join(map(str, told.items())))
    sys.stdout.write("\n")


async def on_sqlite(folder: Path, router: Router, days: int, per_day: int) -> dict[str, float]:
    file = folder / "lapor.db"

    async def sizes() -> dict[str, int]:
        with closing(sqlite3.connect(file)) as database:
            names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            return {
                name: database.execute(_PAGES, (name,)).fetchone()[0] or 0
                for (name,) in names.fetchall()
            }

    return await _lived(f"sqlite+aiosqlite:///{file}", folder, router, days, per_day, sizes)


async def on_postgresql(folder: Path, router: Router, days: int, per_day: int) -> dict[str, float]:
    server = server_in(f"{folder}/data", "stop")
    plain = f"postgresql://postgres:@/postgres?host={folder}/data"

    async def sizes() -> dict[str, int]:
        connection = await asyncpg.connect(plain)
        found = await connection.fetch(_RELATIONS)
        await connection.close()
        return dict(found)

    try:
        url = plain.replace("postgresql", "postgresql+asyncpg", 1)
        return await _lived(url, folder / "ledger", router, days, per_day, sizes)
    finally:
        server.cleanup()


async def _lived(
    url: str, folder: Path, router: Router, days: int, per_day: int, sizes: _Sizes
) -> dict[str, float]:
    """Live so many days, and say what each report took."""
    seal, units = Seal(Key.from_bytes(bytes(range(32)))), 0
    house = house_of(router, seal)
    house.learning.held = True

    async def opened() -> Storage:
        storage = await Storage.open(url, seal, folder=folder)
        unit = storage.unit

        def counted_unit(*lease: Any) -> AbstractAsyncContextManager[Unit]:
            nonlocal units
            units += 1
            return unit(*lease)

        setattr(storage, "unit", counted_unit)  # noqa: B010 - mypy knows no other way
        return storage

    await (await opened()).close()
    empty, town = await sizes(), Town(house, opened, BEGIN, 1, _LENGTH)
    begun = time.process_time()
    storage = await town.live(days, per_day, lambda: False)
    cpu, used = time.process_time() - begun, units
    try:
        for number in range(1, town.reports + 1):
            async with storage.unit() as unit:
                for card in range(_CARDS):
                    message, chat = _CARDS * number + card, ChatId(700_000_000 + card)
                    await unit.anchors.put(chat, message, ReportId(number), "card")
    finally:
        await storage.close()
    grown = {name: size - empty.get(name, 0) for name, size in (await sizes()).items()}
    passing = sum(grown.get(name, 0) for name in _PASSING)
    return {
        "reports": town.reports,
        "kept_bytes": round((sum(grown.values()) - passing) / town.reports),
        "passing_bytes": round(passing / town.reports),
        "cpu_ms": round(1000 * cpu / town.reports, 1),
        "units": round(used / town.reports, 1),
    }


if __name__ == "__main__":
    main()
