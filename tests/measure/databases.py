"""What a small unit of work costs on SQLite and on PostgreSQL, side by side on one machine.

`python -m tests.measure databases --json`: a unit takes an update into the inbox and marks it done,
a hundred people at once, then one alone. PostgreSQL is a server of its own with its usual settings,
reached by a socket.
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from storage.database import Storage
from storage.seal import Key, Seal
from tests.support.databases import server_in

_AT_ONCE = 100
_PAYLOAD = b"x" * 500
_NOW = datetime(2026, 1, 5, tzinfo=UTC)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure databases", description=__doc__)
    parser.add_argument("--units", type=int, default=3000)
    parser.add_argument("--alone", type=int, default=300)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    told = measured(asked.units, asked.alone)
    sys.stdout.write(json.dumps(told) if asked.json else f"{told}")
    sys.stdout.write("\n")


def measured(units: int, alone: int) -> dict[str, dict[str, float]]:
    """Both in turn, in one run."""
    told = {}
    with tempfile.TemporaryDirectory(prefix="sqlite-") as folder:
        url = f"sqlite+aiosqlite:///{folder}/lapor.db"
        told["sqlite"] = asyncio.run(_measure(url, Path(folder), units, alone))
    with tempfile.TemporaryDirectory(prefix="pg-") as folder:
        server = server_in(f"{folder}/data", "stop")
        try:
            url = f"postgresql+asyncpg://postgres:@/postgres?host={folder}/data"
            told["postgresql"] = asyncio.run(_measure(url, Path(folder), units, alone))
        finally:
            server.cleanup()
    return told


async def _measure(url: str, folder: Path, units: int, times: int) -> dict[str, float]:
    """Units a second when many wait, and the milliseconds of one alone."""
    storage = await Storage.open(url, Seal(Key.generate()), folder=folder)
    try:
        crowd = await _many(storage, units)
        begun = time.perf_counter()
        for number in range(times):
            await _one(storage, units + number)
        alone = (time.perf_counter() - begun) / times
    finally:
        await storage.close()
    return {"per_s": round(units / crowd), "alone_ms": round(1000 * alone, 2)}


async def _many(storage: Storage, units: int) -> float:
    begun = time.perf_counter()
    for first in range(0, units, _AT_ONCE):
        async with asyncio.TaskGroup() as crowd:
            for number in range(first, min(first + _AT_ONCE, units)):
                crowd.create_task(_one(storage, number))
    return time.perf_counter() - begun


async def _one(storage: Storage, number: int) -> None:
    async with storage.unit() as unit:
        row = await unit.inbox.put(number, "p1", _PAYLOAD, _NOW)
        assert row
        await unit.inbox.done(row.id, _NOW)


if __name__ == "__main__":
    main()
