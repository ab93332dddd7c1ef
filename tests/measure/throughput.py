"""Reports filed a second with the full conversation: `python -m tests.measure throughput`.

Citizens tell and send as in a rehearsal (every row is a whole conversation, however many messages
and taps it takes), to one program in a process of its own. Without `--data` the reports are made
up. `bot_busy` and `sandbox_busy` are the shares of one processor that the program and the sandbox
with all its citizens take: what is near 1 is what bounds the figure. `queued` is the share of the
time in which the program had something to do and no processor: what others on the machine took from
it. What is left of the whole is spent waiting for the disk.
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from rich.console import Console

from bot import rehearsal
from bot.rehearsal import Outcome, Row, read_rows
from bot.sandbox.server import Sandbox
from storage.seal import Key
from tests.measure.playing.citizen import complaints
from tests.measure.playing.rival import SECRET, cpu_seconds, queued_seconds
from tests.support.stage import free_port
from tests.support.victim import victim


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure throughput", description=__doc__)
    parser.add_argument("--data", type=Path, help="a CSV with the columns title and text")
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--people", type=int, default=64)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    rows = read_rows(given.data, given.reports) if given.data else made_up(given.reports)
    sys.stdout.write(json.dumps(asyncio.run(measured(rows, given.people))) + "\n")


def made_up(count: int) -> list[Row]:
    """Troubles, each with the place that it is in."""
    return [Row("", f"{text} di {place}") for text, place in islice(complaints(), count)]


async def measured(rows: Sequence[Row], people: int) -> dict[str, float]:
    """Play every row by webhook."""
    outcome, numbers = Outcome(reports=len(rows)), Counter[str]()
    with tempfile.TemporaryDirectory(prefix="lapor-bot-throughput-") as folder:
        async with (
            Sandbox(history=50) as sandbox,
            victim(
                sandbox, Path(folder), Key.generate(), port=free_port(), secret=SECRET
            ) as process,
        ):
            citizens = await rehearsal._citizens(sandbox, min(people, len(rows)))
            bot, queued = cpu_seconds(process.pid), queued_seconds(process.pid)
            ours, begun = time.process_time(), time.perf_counter()
            await rehearsal._everybody(rows, citizens, outcome, numbers, Console(quiet=True))
            outcome.seconds = time.perf_counter() - begun
            bot, ours = cpu_seconds(process.pid) - bot, time.process_time() - ours
            queued = queued_seconds(process.pid) - queued
    outcome.filed = len(numbers)
    for story in outcome.stories[:3]:
        sys.stderr.write(f"{story}\n")
    told = outcome.as_json()
    counted = ("reports", "filed", "lost", "reports_per_s", "p50_ms", "p99_ms")
    return {name: told[name] for name in counted} | {
        "cpu_ms": round(bot * 1000 / max(1, outcome.filed), 2),
        "bot_busy": round(bot / outcome.seconds, 2),
        "queued": round(queued / outcome.seconds, 2),
        "sandbox_busy": round(ours / outcome.seconds, 2),
    }


if __name__ == "__main__":
    main()
