"""Power cuts under load: `python -m tests.measure power`.

The program's own writes and syncs are written down while a crowd complains. Then its files are made
as they would lie there after a cut at any moment, with all or a random part of the writes since the
last sync gone: each must be whole, and hold every update that Telegram was told is taken and every
report whose number somebody has read.
"""

import argparse
import asyncio
import random
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from bot.domain.tracking import read_tracking_number
from bot.sandbox.api.updates import Update
from tests.measure.faults.crowd import Crowd, places
from tests.measure.faults.disk import Disk
from tests.measure.faults.hooked import Hook, hooked
from tests.measure.faults.replay import cuts
from tests.measure.faults.verdict import conclude, unkept

PEOPLE = 24


@dataclass(slots=True)
class Promises:
    """What was promised, and how long the record was at that moment."""

    length: Callable[[], int]
    updates: dict[int, int] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)

    def watch(self, hook: Hook) -> None:
        """Note every update that is acknowledged."""
        queue = hook.sandbox.updates
        done = queue.done

        def done_and_noted(update: Update) -> None:
            self.updates.setdefault(update.id, self.length())
            done(update)

        setattr(queue, "done", done_and_noted)  # noqa: B010 - mypy knows no other way

    async def listen(self, hook: Hook) -> None:
        """Note every number that somebody reads, for ever."""
        changes = hook.sandbox.world.subscribe()
        try:
            while True:
                message = getattr(await changes.get(), "message", None)
                if message is None or not message.from_bot or "Nomor:" not in message.text:
                    continue
                if number := read_tracking_number(message.text):
                    self.numbers.setdefault(str(number), self.length())
        finally:
            hook.sandbox.world.unsubscribe(changes)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure power", description=__doc__)
    parser.add_argument("--cuts", type=int, default=300)
    parser.add_argument("--complaints", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures = asyncio.run(cut(given.cuts, given.complaints, given.seed))
    conclude(figures, broken(figures))


def broken(figures: dict[str, int]) -> list[str]:
    """What must not be."""
    return unkept(
        {
            f"no acknowledged update is lost ({figures['lost']})": not figures["lost"],
            f"no number that was read is lost ({figures['lost_reports']})": not figures[
                "lost_reports"
            ],
            f"no file is corrupt ({figures['corrupt']})": not figures["corrupt"],
        }
    )


async def cut(number: int, complaints: int, seed: int) -> dict[str, int]:
    """So many cuts of one run with so many complaints."""
    with tempfile.TemporaryDirectory(prefix="lapor-bot-power-") as work:
        folder, after = Path(work) / "data", Path(work) / "after"
        folder.mkdir()
        after.mkdir()
        disk = Disk(Path(work), folder, recording=True)
        promises = Promises(disk.written)
        async with hooked(folder, disk.environment) as hook, asyncio.TaskGroup() as tasks:
            begin = disk.written()
            promises.watch(hook)
            listening = tasks.create_task(promises.listen(hook))
            crowd = Crowd(hook.sandbox)
            await crowd.all_complain(complaints, PEOPLE, places(seed))
            listening.cancel()
        return _look(disk, after, begin, number, promises, seed)


def _look(
    disk: Disk, after: Path, begin: int, number: int, promises: Promises, seed: int
) -> dict[str, int]:
    chance = random.Random(seed)
    at = [chance.randint(begin, disk.written()) for _ in range(number)]
    corrupt = lost = lost_reports = kept = seen = 0
    for moment in cuts(disk.trace, after, at, chance):
        seen += 1
        try:
            updates, numbers = _stored(after / "lapor.db")
        except sqlite3.DatabaseError:
            corrupt += 1
            continue
        promised = {update for update, by in promises.updates.items() if by <= moment}
        read = {number for number, by in promises.numbers.items() if by <= moment}
        lost += len(promised - updates)
        lost_reports += len(read - numbers)
        kept += len(promised)
    return {
        "cuts": seen,
        "recorded_mb": round(disk.written() / 1e6),
        "acknowledged": len(promises.updates),
        "promises_looked_at": kept,
        "lost": lost,
        "lost_reports": lost_reports,
        "corrupt": corrupt,
    }


def _stored(path: Path) -> tuple[set[int], set[str]]:
    """The updates and numbers that are there; raises DatabaseError for a file that is not whole."""
    with closing(sqlite3.connect(path)) as database:
        found = database.execute("PRAGMA integrity_check").fetchone()[0]
        if found != "ok":
            raise sqlite3.DatabaseError(found)
        updates = {row[0] for row in database.execute("SELECT update_id FROM inbox")}
        return updates, {row[0] for row in database.execute("SELECT number FROM reports")}


if __name__ == "__main__":
    main()
