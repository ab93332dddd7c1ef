"""Kills and faults under load: `python -m tests.measure storm`.

The program runs in a process of its own and is killed with SIGKILL at random moments, while a
share of the Bot API's answers is 429, 502, a reset, or accepted and then reset. Counted is what the
citizens hold in their hands and what the database holds.
"""

import argparse
import asyncio
import random
import signal
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bot.sandbox.server import Sandbox
from tests.measure.faults.answers import KINDS, Answers
from tests.measure.faults.crowd import UPDATES, Crowd, places
from tests.measure.faults.lives import Lives
from tests.measure.faults.verdict import conclude, unkept
from tests.support.stage import free_port

PEOPLE = 48
BACK_WITHIN = 2.0
"""Seconds from a kill to the first message after it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one storm left behind."""

    updates: int
    kills: int
    lost: int
    doubled: int
    resent: int
    answers_lost: int
    in_flight: int
    out_of_order: int
    crashed: int
    recover_s: float
    recover_median_s: float

    @property
    def broken(self) -> list[str]:
        return unkept(
            {
                f"nothing is lost ({self.lost})": not self.lost,
                f"nothing is doubled ({self.doubled})": not self.doubled,
                f"the order of each chat is kept ({self.out_of_order})": not self.out_of_order,
                f"it never ends by itself ({self.crashed})": not self.crashed,
                f"no more comes twice than answers were lost ({self.resent})": self.resent
                <= self.answers_lost + self.in_flight,
            }
        )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure storm", description=__doc__)
    parser.add_argument("--updates", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--faults", type=float, default=0.1, help="a share, 0 to 1")
    parser.add_argument("--way", choices=("webhook", "polling", "both"), default="both")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures: dict[str, float] = {}
    broken: list[str] = []
    for way in ("webhook", "polling") if given.way == "both" else (given.way,):
        found = asyncio.run(
            storm(
                given.updates, given.kills, given.faults, webhook=way == "webhook", seed=given.seed
            )
        )
        sys.stderr.write(f"{way}: {found}\n")
        broken += [f"{way}: {line}" for line in found.broken]
        for name in Found.__slots__:
            value = getattr(found, name)
            before = figures.get(name, 0)
            figures[name] = max(before, value) if name.endswith("_s") else before + value
    if figures["recover_s"] > BACK_WITHIN:
        sys.stderr.write(f"slower to come back than {BACK_WITHIN:g} s: is the machine busy?\n")
    conclude(figures, broken)


async def storm(updates: int, kills: int, faults: float, *, webhook: bool, seed: int) -> Found:
    """So many updates under so many kills; `faults` is the share of answers that go wrong."""
    chance = random.Random(seed)
    complaints = max(1, -(-updates // UPDATES))
    with tempfile.TemporaryDirectory(prefix="lapor-bot-storm-") as folder:
        async with Sandbox(history=60) as sandbox:
            answers = sandbox.faults = Answers()
            crowd = Crowd(sandbox)
            lives = Lives(sandbox, answers, Path(folder), free_port() if webhook else 0)
            in_flight = 0

            async def kill() -> None:
                nonlocal in_flight
                for number in range(kills):
                    due = (number + chance.random()) / (kills + 1) * complaints * UPDATES
                    await crowd.has_sent(due)
                    await asyncio.sleep(chance.random() / 2)
                    await lives.end(signal.SIGKILL)
                    in_flight += answers.in_flight()

            async with asyncio.TaskGroup() as tasks:
                endless = [tasks.create_task(lives.live()), tasks.create_task(lives.heard_again())]
                if faults:
                    answers.by_chance(faults, seed=seed, kinds=KINDS)
                killing = tasks.create_task(kill())
                await crowd.all_complain(complaints, PEOPLE, places(seed))
                await killing
                answers.stop()
                await sandbox.updates.emptied()
                await asyncio.sleep(1)
                for task in endless:
                    task.cancel()
            reports, left = await lives.stored()
    for story in crowd.silent[:3]:
        sys.stderr.write(f"{story}\n")
    recovered = sorted(lives.recoveries) or [0.0]
    return Found(
        updates=crowd.sent,
        kills=lives.ended,
        lost=max(crowd.lost, crowd.complaints - reports) + left,
        doubled=max(crowd.doubled, reports - crowd.complaints),
        resent=crowd.resent,
        answers_lost=answers.lost,
        in_flight=in_flight,
        out_of_order=crowd.out_of_order,
        crashed=len(lives.died),
        recover_s=round(recovered[-1], 2),
        recover_median_s=round(recovered[len(recovered) // 2], 2),
    )


if __name__ == "__main__":
    main()
