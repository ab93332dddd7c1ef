"""A database that is full, locked or read-only: `python -m tests.measure disk`.

Meanwhile Telegram gets 503, the health page says not ready, and nobody reads a receipt for what is
not stored; afterwards all goes on by itself, and everybody who wrote is answered once.
"""

import argparse
import asyncio
import sqlite3
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from pathlib import Path

from bot.sandbox.people.person import Person
from tests.measure.faults.crowd import PATIENCE, gets_a_number, places
from tests.measure.faults.disk import FULL, READ_ONLY, Disk
from tests.measure.faults.hooked import Hook, hooked
from tests.measure.faults.verdict import conclude, unkept

FAULTS = ("full", "read_only", "locked")
HEALS_WITHIN = 15.0
"""Seconds after the fault until the health page is ready again."""
_STRANGER = 300_000_000


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure disk", description=__doc__)
    parser.add_argument("--seconds", type=float, default=10.0, help="how long each fault lasts")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures = asyncio.run(faulty(given.seconds))
    conclude(figures, broken(figures))


def broken(figures: dict[str, dict[str, float]]) -> list[str]:
    """What must not be, for each fault."""
    return [
        f"{fault}: {words}"
        for fault, found in figures.items()
        for words in unkept(
            {
                f"Telegram gets 503 ({found['status']:g})": found["status"] == 503,
                "the health page says not ready": not found["ready"],
                f"nobody reads a false receipt ({found['false']:g})": not found["false"],
                f"it heals by itself ({found['heals_s']:g} s)": found["heals_s"] <= HEALS_WITHIN,
                f"all are answered once ({found['answered']:g})": found["answered"] == 2,
            }
        )
    ]


async def faulty(seconds: float, faults: tuple[str, ...] = FAULTS) -> dict[str, dict[str, float]]:
    """The faults one after another, on one program that lives through them all."""
    figures = {}
    with tempfile.TemporaryDirectory(prefix="lapor-bot-disk-") as work:
        folder = Path(work) / "data"
        folder.mkdir()
        disk = Disk(Path(work), folder)
        named = places(seed=4)
        async with hooked(folder, disk.environment, health=True) as hook:
            ways = {
                "full": _failing(disk, FULL),
                "read_only": _failing(disk, READ_ONLY),
                "locked": _locked(folder / "lapor.db"),
            }
            for number, fault in enumerate(faults):
                people = [await _tells(hook, next(named)) for _ in range(2)]
                figures[fault] = await _during(hook, ways[fault], people, seconds, number)
    return figures


async def _tells(hook: Hook, place: str) -> Person:
    """Somebody with a card before them, ready to be sent."""
    person = hook.sandbox.person("Sari")
    await person.says("/start")
    await person.presses("Setuju", timeout=PATIENCE)
    await person.hears("Ada yang ingin", timeout=PATIENCE)
    await person.says(f"Lampu jalan mati sejak kemarin di {place}")
    await person.hears("Diteruskan ke", timeout=PATIENCE)
    return person


async def _during(
    hook: Hook,
    fault: AbstractAsyncContextManager[None],
    people: list[Person],
    seconds: float,
    number: int,
) -> dict[str, float]:
    stranger = {"id": _STRANGER + number, "is_bot": False, "first_name": "Joko"}
    message = {"message_id": 1, "date": 1_790_000_000, "from": stranger, "text": "halo"}
    chat = {"id": stranger["id"], "type": "private", "first_name": "Joko"}
    update = {"update_id": _STRANGER + number, "message": {**message, "chat": chat}}
    async with fault:
        until = time.perf_counter() + seconds
        ready = await hook.healthy()
        for person in people:
            await person.presses("Kirim", timeout=PATIENCE)
        status = await hook.deliver(update)
        ready = await hook.healthy() or ready
        await asyncio.sleep(max(0.0, until - time.perf_counter()))
        false = sum(person.sees("Nomor:") for person in people)
    begun = time.perf_counter()
    await hook.is_healthy()
    heals = time.perf_counter() - begun
    for person in people:
        await gets_a_number(person)
    await hook.sandbox.updates.emptied()
    receipts = [m for p in people for m in p.messages if m.from_bot and "Nomor:" in m.text]
    return {
        "status": status,
        "ready": ready,
        "false": false,
        "heals_s": round(heals, 2),
        "answered": len(receipts),
        "again": await hook.deliver(update),
    }


@asynccontextmanager
async def _failing(disk: Disk, why: int) -> AsyncIterator[None]:
    disk.fails(why)
    try:
        yield
    finally:
        disk.fails(0)


@asynccontextmanager
async def _locked(database: Path) -> AsyncIterator[None]:
    """Somebody else holds the right to write, and writes nothing."""
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("PRAGMA busy_timeout = 5000")
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


if __name__ == "__main__":
    main()
