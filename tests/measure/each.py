"""Each call fails once: `python -m tests.measure each`.

The first, the second, … call that the database or Telegram gets in each act of a report's life goes
wrong, until no act has so many. Whatever fails, the report ends where it should, once.
"""

import argparse
import asyncio
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from bot.routing.router import Router
from bot.sandbox.faults import Break
from bot.sandbox.people.person import Person
from bot.sandbox.people.sight import NothingHeard
from tests.measure.faults.nth import Countdown, NthAnswer, shaky
from tests.measure.faults.story import Cast, Story
from tests.measure.faults.verdict import conclude, unkept
from tests.support.stage import Stage, stage

ANSWERS: tuple[int | Break, ...] = (429, 502, Break.RESET, Break.ACCEPTED_THEN_RESET)


@dataclass(slots=True)
class Found:
    """What was disturbed, and what came of it."""

    database_calls: Counter[str] = field(default_factory=Counter)
    """For each act how many calls failed, one after another."""
    api_calls: Counter[str] = field(default_factory=Counter)
    stories: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def figures(self) -> dict[str, object]:
        return {
            "stories": self.stories,
            "database_calls": sum(self.database_calls.values()),
            "api_calls": sum(self.api_calls.values()),
            "acts": dict(self.database_calls),
            "wrong": len(self.wrong),
        }

    @property
    def broken(self) -> list[str]:
        return unkept(dict.fromkeys(self.wrong[:20], False))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure each", description=__doc__)
    parser.add_argument("--step", type=int, default=1, help="only every so manieth call")
    parser.add_argument("--most", type=int, default=10_000)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    found = asyncio.run(each(given.step, given.most))
    conclude(found.figures, found.broken)


async def each(step: int, most: int = 10_000, answers: tuple[int | Break, ...] = ANSWERS) -> Found:
    """Disturb every `step`-th call, at most the `most`-th."""
    found, router = Found(), Router.load()
    countdown = Countdown()
    with tempfile.TemporaryDirectory(prefix="lapor-bot-each-") as folder, shaky(countdown):
        async with stage(Path(folder), router) as scene:
            cast = await Cast.of(scene)
            usual = await _play(cast, found, 0, countdown, found.database_calls, [])
            for number in count(1, step):
                met = await _play(cast, found, number, countdown, found.database_calls, usual)
                if not met or number + step > most:
                    break
    countdown = Countdown()
    with tempfile.TemporaryDirectory(prefix="lapor-bot-each-") as folder:
        async with stage(Path(folder), router) as scene:
            cast = await Cast.of(scene)
            for number in count(1, max(1, step // 10)):
                met = []
                for what in answers:
                    scene.sandbox.faults = NthAnswer(countdown, what)
                    met = await _play(cast, found, number, countdown, found.api_calls, usual)
                if not met or number + step > most:
                    break
    return found


async def _play(
    cast: Cast,
    found: Found,
    number: int,
    countdown: Countdown,
    counted: Counter[str],
    usual: list[str],
) -> list[str]:
    """One story; undisturbed (0) its history is given, else the acts in which a call failed."""
    story = Story(cast, await _citizen(cast.scene, found))
    met = []
    try:
        for name, act in story.acts.items():
            countdown.set(number)
            await act()
            await cast.scene.settled()
            if number and countdown.over:
                met.append(name)
                counted[name] += 1
            countdown.set(0)
        wrong = await story.wrong(usual)
    except NothingHeard as silence:
        wrong = [f"in {name}: {str(silence)[-900:]}"]
    countdown.set(0)
    if wrong:
        found.wrong.append(f"call {number}: {'; '.join(wrong)}")
        sys.stderr.write(f"{found.wrong[-1]}\n")
    return met if number else await story.history()


async def _citizen(scene: Stage, found: Found) -> Person:
    found.stories += 1
    return await scene.citizen(f"Warga {found.stories}")


if __name__ == "__main__":
    main()
