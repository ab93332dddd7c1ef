"""A long load and a burst: `python -m tests.measure soak`.

A hundred updates a second for ten minutes, then ten thousand at once. Counted is how long Telegram
waits for an acknowledgement, how long the burst takes until everybody is answered, and what memory
the program holds.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

from bot.sandbox.people.person import Person
from tests.measure.faults.flow import Acknowledged, Flow, stories
from tests.measure.faults.hooked import Hook, hooked
from tests.measure.faults.verdict import conclude, unkept
from tests.measure.playing.rival import memory_mb

ACKNOWLEDGED_WITHIN_MS = 250
WORKED_OFF_WITHIN = 60.0
MEMORY_MB = 300
GROWING = 1.10
_WARM = 0.25
"""The share of the time after which memory is first looked at."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure soak", description=__doc__)
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--per-second", type=float, default=100.0)
    parser.add_argument("--burst", type=int, default=10_000)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures = asyncio.run(soaked(given.seconds, given.per_second, given.burst))
    conclude(figures, broken(figures) + slow(figures))


def broken(figures: dict[str, float]) -> list[str]:
    """What must not be, on any machine."""
    return unkept(
        {
            f"nothing is lost ({figures['lost']:g})": not figures["lost"],
            f"nothing is left ({figures['left']:g})": not figures["left"],
            f"memory stays below {MEMORY_MB} MB ({figures['memory_mb']:g})": figures["memory_mb"]
            <= MEMORY_MB,
        }
    )


def slow(figures: dict[str, float]) -> list[str]:
    """What must not be on two cores that have nothing else to do."""
    return unkept(
        {
            f"acknowledged in time ({figures['ack_p99_ms']:g} ms)": figures["ack_p99_ms"]
            <= ACKNOWLEDGED_WITHIN_MS,
            f"the burst is worked off in time ({figures['burst_s']:g} s)": figures["burst_s"]
            <= WORKED_OFF_WITHIN,
            f"memory does not grow ({figures['memory_growth']:g})": figures["memory_growth"]
            <= GROWING,
        }
    )


async def soaked(seconds: float, per_second: float, burst: int) -> dict[str, float]:
    """So many updates a second for so long, then a burst."""
    with tempfile.TemporaryDirectory(prefix="lapor-bot-soak-") as folder:
        async with hooked(Path(folder)) as hook:
            flow, waits, memory = Flow(hook, stories(seed=6)), Acknowledged(), _Memory(hook)
            waits.watch(hook)
            async with asyncio.TaskGroup() as tasks:
                watching = tasks.create_task(memory.watch())
                await flow.go_on(per_second, seconds)
                soaked_mb = memory.latest
                warm_mb = memory.at(_WARM)
                p99 = waits.p99_ms()
                per_s = flow.updates / seconds
                await flow.finish()
                await _worked_off(hook)
                begun = time.perf_counter()
                await flow.burst(burst)
                await _worked_off(hook)
                burst_s = time.perf_counter() - begun
                watching.cancel()
            lost = sum(not _has_a_number(person) for person in flow.filed)
            left = await hook.lives.waiting()
    sys.stderr.write(f"load of the machine: {os.getloadavg()}\n")
    return {
        "updates": flow.updates,
        "filed": len(flow.filed),
        "per_s": round(per_s, 1),
        "ack_p99_ms": p99,
        "burst": burst,
        "burst_s": round(burst_s, 1),
        "memory_mb": round(memory.most),
        "memory_growth": round(soaked_mb / warm_mb, 3),
        "lost": lost,
        "left": left,
    }


class _Memory:
    """What the program holds, looked at every half second."""

    def __init__(self, hook: Hook) -> None:
        self._hook = hook
        self._seen = [memory_mb(hook.lives.pid)]

    async def watch(self) -> None:
        while True:
            await asyncio.sleep(0.5)
            self._seen.append(memory_mb(self._hook.lives.pid))

    @property
    def latest(self) -> float:
        return self._seen[-1]

    @property
    def most(self) -> float:
        return max(self._seen)

    def at(self, share: float) -> float:
        return self._seen[int(share * (len(self._seen) - 1))]


async def _worked_off(hook: Hook) -> None:
    """Wait until nothing waits: at Telegram, in the inbox, in the outbox."""
    await hook.sandbox.updates.emptied()
    while await hook.lives.waiting() or await hook.lives.to_be_sent():  # noqa: ASYNC110
        await asyncio.sleep(0.1)


def _has_a_number(person: Person) -> bool:
    """Those who met an offer to join a report alike were asked, and have not said."""
    return person.sees("Nomor:") or person.sees("Hal serupa sudah dilaporkan")


if __name__ == "__main__":
    main()
