"""A crowd that complains to a program which is ended again and again, and what is left of it."""

import asyncio
import random
import signal
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.sandbox.server import Sandbox
from tests.measure.faults.answers import KINDS, Answers
from tests.measure.faults.crowd import PEOPLE, UPDATES, Crowd, places
from tests.measure.faults.lives import Lives
from tests.measure.faults.verdict import unkept
from tests.support.stage import free_port


@dataclass(frozen=True, slots=True)
class Endured:
    """What the ends left behind; `leave_s` and `recover_s` are the longest."""

    updates: int
    ends: int
    lost: int
    doubled: int
    resent: int
    answers_lost: int
    in_flight: int
    out_of_order: int
    crashed: int
    leave_s: float
    recover_s: float
    recover_median_s: float

    def figures(self, ends: str) -> dict[str, float]:
        """What it counted, the ends under their own name."""
        return {ends if name == "ends" else name: value for name, value in asdict(self).items()}

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


async def endure(
    updates: int,
    ends: int,
    faults: float,
    *,
    webhook: bool,
    seed: int,
    by: int = signal.SIGKILL,
    pause: float = 0.0,
) -> Endured:
    """So many updates under so many ends; `faults` is the share of answers that go wrong.

    `pause` is how many seconds it is up at least before it is ended.
    """
    chance = random.Random(seed)
    complaints = max(1, -(-updates // UPDATES))
    with tempfile.TemporaryDirectory(prefix="lapor-bot-faults-") as folder:
        async with Sandbox(history=60) as sandbox:
            answers = sandbox.faults = Answers()
            crowd = Crowd(sandbox)
            lives = Lives(sandbox, answers, Path(folder), free_port() if webhook else 0)
            in_flight, leave = 0, [0.0]

            async def end() -> None:
                nonlocal in_flight
                for number in range(ends):
                    due = (number + chance.random()) / (ends + 1) * complaints * UPDATES
                    await crowd.has_sent(due)
                    await lives.up()
                    await asyncio.sleep(pause + chance.random() / 2)
                    leave.append(await lives.end(by))
                    in_flight += answers.in_flight()

            async with asyncio.TaskGroup() as tasks:
                endless = [tasks.create_task(lives.live()), tasks.create_task(lives.heard_again())]
                if faults:
                    answers.by_chance(faults, seed=seed, kinds=KINDS)
                ending = tasks.create_task(end())
                await crowd.all_complain(complaints, PEOPLE, places(seed))
                await ending
                answers.stop()
                await sandbox.updates.emptied()
                await asyncio.sleep(1)
                for task in endless:
                    task.cancel()
            reports, left = await lives.stored()
    crowd.tell_of_the_silent()
    lost, doubled = crowd.weighed(reports, left)
    recovered = sorted(lives.recoveries) or [0.0]
    return Endured(
        updates=crowd.sent,
        ends=lives.ended,
        lost=lost,
        doubled=doubled,
        resent=crowd.resent,
        answers_lost=answers.lost,
        in_flight=in_flight,
        out_of_order=crowd.out_of_order,
        crashed=len(lives.died),
        leave_s=round(max(leave), 2),
        recover_s=round(recovered[-1], 2),
        recover_median_s=round(recovered[len(recovered) // 2], 2),
    )
