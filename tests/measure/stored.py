"""How many megabytes the data folder grows by what is learned, at its fullest and at the end.

`python -m tests.measure stored --data FILE.csv`: more examples than are kept pass through the real
learning and a real database, the file's reports over and over, and the folder is looked at after
each version.
"""

import argparse
import asyncio
import hashlib
import json
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.domain.place import Place
from bot.routing.lessons import Lesson
from bot.routing.router import Router
from bot.services.learning import MOST, STEP, Learning
from storage.database import Storage
from storage.seal import Key, Seal
from storage.stores.examples import MARK, Kept
from tests.measure.rows import Row, read
from tests.support.clock import TurnedClock

_MORE = 3 * MOST // 2


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure stored", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--examples", type=int, default=_MORE)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    router = Router.load()
    rows = read(arguments.data, router)
    with tempfile.TemporaryDirectory() as folder:
        told = asyncio.run(_measure(Path(folder), router, rows, arguments.examples))
    write = sys.stdout.write
    write(json.dumps(told) if arguments.json else "\n".join(f"{k:12} {told[k]}" for k in told))
    write("\n")


async def _measure(
    folder: Path, router: Router, rows: Sequence[Row], count: int
) -> dict[str, float]:
    seal = Seal(Key.from_bytes(bytes(range(32))))
    clock = TurnedClock(datetime(2026, 1, 5, tzinfo=UTC))
    storage = await Storage.open(f"sqlite:///{folder / 'lapor.db'}", seal)
    learning = Learning(router, seal)
    await learning.restore(storage)
    empty, most = _size(folder), 0.0
    async with asyncio.TaskGroup() as group:
        loop = group.create_task(learning.run(storage, clock))
        for number in range(count):
            lesson = _lesson(learning.router, rows[number % len(rows)])
            async with storage.unit() as unit:
                kept = Kept(await unit.examples.add(None, lesson, clock.now()), lesson)
            learning.take(kept, [])
            if (number + 1) % STEP == 0:
                await learning.settled()
                most = max(most, _size(folder) - empty)
        loop.cancel()
    async with storage.reading() as unit:
        stored, _ = await unit.examples.after(0, 2 * MOST)
    await storage.close()
    return {
        "learned": learning.learned,
        "stored": len(stored),
        "most_mb": round(most, 1),
        "closed_mb": round(_size(folder) - empty, 1),
    }


def _lesson(router: Router, row: Row) -> Lesson:
    """What is kept of a report, with marks of as many bytes as the real ones."""
    where = Place("", row.region) if row.region else None
    example = router.example(row.title, row.text, where, row.sector)
    assert example is not None
    words = set(f"{row.title} {row.text}".lower().split())
    marks = {hashlib.sha256(word.encode()).digest()[:MARK] for word in words}
    return Lesson(example, bytes(MARK), frozenset(marks))


def _size(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
