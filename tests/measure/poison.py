"""Ten thousand updates that Telegram would never send: `python -m tests.measure poison`.

Between them people go on reporting. Each of them is answered, what cannot be dealt with is put
aside, and every delivery is acknowledged, for one that is refused would come again for ever.
"""

import argparse
import asyncio
import tempfile
from pathlib import Path

from tests.measure.faults.crowd import Crowd, places
from tests.measure.faults.fuzz import fuzzed
from tests.measure.faults.hooked import Hook, hooked
from tests.measure.faults.verdict import conclude, unkept

_AT_ONCE = 20
_EACH_GOOD = 100
"""How many bad ones there are for each person who reports meanwhile."""
_BEGIN = 500_000_000


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure poison", description=__doc__)
    parser.add_argument("--updates", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures = asyncio.run(poisoned(given.updates, given.seed))
    conclude(figures, broken(figures))


def broken(figures: dict[str, int]) -> list[str]:
    """What must not be: one bad update that harms a good one."""
    good = f"everybody who reports is answered ({figures['answered']} of {figures['good']})"
    return unkept(
        {
            good: figures["answered"] == figures["good"],
            f"every delivery is acknowledged ({figures['not_2xx']} were not)": not figures[
                "not_2xx"
            ],
            f"nothing is left undecided ({figures['left']})": not figures["left"],
            f"the program lives ({figures['crashed']} crashes)": not figures["crashed"],
        }
    )


async def poisoned(updates: int, seed: int) -> dict[str, int]:
    """So many bad updates, and people in between."""
    good = max(2, updates // _EACH_GOOD)
    with tempfile.TemporaryDirectory(prefix="lapor-bot-poison-") as folder:
        async with hooked(Path(folder)) as hook:
            crowd = Crowd(hook.sandbox)
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(_poison(hook, updates, seed))
                await crowd.all_complain(good, 4, places(seed))
            await hook.sandbox.updates.emptied()
            await hook.settled()
            crashed = int(not hook.lives.lives)
        waiting, parked = await hook.lives.undecided()
    return {
        "poison": updates,
        "good": good,
        "answered": len(crowd.numbers),
        "parked": parked,
        "left": waiting,
        "not_2xx": hook.bad,
        "crashed": crashed,
    }


async def _poison(hook: Hook, updates: int, seed: int) -> None:
    person = hook.sandbox.person("Racun")
    await person.says("/start")
    bodies = fuzzed(person.id, seed, _BEGIN)
    left = updates

    async def one_after_another() -> None:
        nonlocal left
        while left > 0:
            left -= 1
            await hook.deliver(next(bodies))

    async with asyncio.TaskGroup() as tasks:
        for _ in range(_AT_ONCE):
            tasks.create_task(one_after_another())


if __name__ == "__main__":
    main()
