"""Impatient thumbs: `python -m tests.measure taps`.

Everybody presses "Kirim" fifty times at once, and Telegram delivers five of the presses again.
"""

import argparse
import asyncio
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bot.domain.tracking import read_tracking_number
from bot.sandbox.people.person import Person
from tests.measure.faults.crowd import PATIENCE, gets_a_number, places
from tests.measure.faults.hooked import Hook, hooked
from tests.measure.faults.verdict import conclude, unkept

PRESSES = 50
REDELIVERIES = 5
_AT_ONCE = 8


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure taps", description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures = asyncio.run(tapped(given.times))
    conclude(figures, broken(figures))


def broken(figures: dict[str, int]) -> list[str]:
    """What must not be: more or fewer than one report for each time."""
    times = figures["times"]
    return unkept(
        {
            f"{times} times give {times} reports ({figures['reports']})": figures["reports"]
            == times,
            f"everybody reads one number ({figures['numbers']})": figures["numbers"] == times,
            f"no delivery is refused ({figures['refused']})": not figures["refused"],
            f"nothing is left or put aside ({figures['left']})": not figures["left"],
        }
    )


async def tapped(times: int) -> dict[str, int]:
    """So many people, some at once."""
    people: list[Person] = []
    with tempfile.TemporaryDirectory(prefix="lapor-bot-taps-") as folder:
        async with hooked(Path(folder)) as hook:
            hook.watch()
            named = places(seed=2)
            left = times

            async def one_after_another() -> None:
                nonlocal left
                while left > 0:
                    left -= 1
                    people.append(await _one(hook, named))

            async with asyncio.TaskGroup() as tasks:
                for _ in range(min(_AT_ONCE, times)):
                    tasks.create_task(one_after_another())
            await hook.sandbox.updates.emptied()
            await asyncio.sleep(1)
        numbers = [number for person in people for number in _read_by(person)]
        reports, waiting = await hook.lives.stored()
    return {
        "times": times,
        "presses": times * PRESSES,
        "redeliveries": times * REDELIVERIES,
        "reports": reports,
        "numbers": len(numbers),
        "refused": hook.bad,
        "left": waiting,
    }


async def _one(hook: Hook, named: Iterator[str]) -> Person:
    """Tell, and press as often as a thumb can."""
    person = hook.sandbox.person("Sari")
    await person.says("/start")
    await person.presses("Setuju", timeout=PATIENCE)
    await person.hears("Ada yang ingin", timeout=PATIENCE)
    await person.says(f"Lampu jalan mati sejak kemarin di {next(named)}")
    card = await person.hears("Diteruskan ke", timeout=PATIENCE)
    data = next(b.value for b in (card.keyboard.buttons if card.keyboard else ()))
    before = len(hook.seen)
    for _ in range(PRESSES):
        await person.presses_data(card, data)
    again = [
        update
        for update in hook.seen[before:]
        if update.kind == "callback_query" and update.lane[1] == person.id
    ]
    async with asyncio.TaskGroup() as tasks:
        for update in again[:: PRESSES // REDELIVERIES][:REDELIVERIES]:
            tasks.create_task(hook.deliver(update.json()))
    await gets_a_number(person)
    return person


def _read_by(person: Person) -> set[str]:
    """Every number that somebody has read."""
    return {n for m in person.messages if m.from_bot and (n := read_tracking_number(m.text))}


if __name__ == "__main__":
    main()
