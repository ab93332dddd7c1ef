"""People without end, who cause so many updates a second whether they are answered or not."""

import asyncio
import itertools
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.sandbox.api.updates import Update
from bot.sandbox.people.person import Person
from bot.sandbox.people.sight import Patience, button_for
from tests.measure.faults.crowd import PATIENCE, places
from tests.measure.faults.hooked import Hook

_LOOKED_AT = 40
"""How many of those who wait are looked at before somebody new comes."""
_TROUBLES = (
    "Lampu jalan mati sejak kemarin malam",
    "Sampah menumpuk dan berbau, belum diangkut",
    "Air PDAM keruh sejak kemarin pagi",
)
_BUTTONS = ("Setuju", "Kirim")
_WELCOME, _WHERE = "Ada yang ingin", "Di mana"


@dataclass(slots=True)
class _Telling:
    """Somebody in the middle of a complaint; `wants` is what they wait for."""

    person: Person
    story: tuple[str, str]
    wants: str = "Setuju"

    @property
    def ready(self) -> bool:
        if self.wants in _BUTTONS:
            found = button_for(self.person.chat, self.wants)
            return found is not None and found[1].text == self.wants
        return self.person.sees(self.wants)


@dataclass(slots=True)
class Flow:
    """Each update comes from whoever can go on, else from somebody new."""

    hook: Hook
    stories: Iterator[tuple[str, str]]
    updates: int = 0
    filed: list[Person] = field(default_factory=list)
    _tellings: deque[_Telling] = field(default_factory=deque)

    async def go_on(self, per_second: float, seconds: float) -> None:
        """Let people do something at even distances."""
        begun = time.perf_counter()
        for number in range(int(per_second * seconds)):
            due = begun + number / per_second
            # Who is late lets the others go on too: a machine may stand still for seconds.
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            await self._one()

    async def finish(self) -> None:
        """Let everybody who has begun come to the end, however long that takes."""
        while self._tellings:
            telling = self._tellings.popleft()
            async with Patience(PATIENCE, f"waits for {telling.wants}", telling.person.chat):
                while not telling.ready:
                    await telling.person.chat.pulse.wait()
            self.updates += 1
            await self._step(telling)

    async def burst(self, updates: int, each: int = 10) -> None:
        """So many messages at once, `each` of them by one person."""
        known = self.filed[: max(1, updates // each)]
        for number in range(updates):
            words = f"Lampu jalan mati sejak kemarin, bagian {number // len(known)}"
            await known[number % len(known)].says(words)
        self.updates += updates

    async def _one(self) -> None:
        """The next step of somebody who can go on; a new person where nobody can."""
        self.updates += 1
        for _ in range(min(_LOOKED_AT, len(self._tellings))):
            telling = self._tellings.popleft()
            if not telling.ready:
                self._tellings.append(telling)
                continue
            await self._step(telling)
            return
        person = self.hook.sandbox.person("Warga")
        await person.says("/start")
        self._tellings.append(_Telling(person, next(self.stories)))

    async def _step(self, telling: _Telling) -> None:
        person = telling.person
        match telling.wants:
            case "Setuju":
                await person.presses("Setuju")
                telling.wants = _WELCOME
            case "Ada yang ingin":
                await person.says(telling.story[0])
                telling.wants = _WHERE
            case "Di mana":
                await person.says(telling.story[1])
                telling.wants = "Kirim"
            case _:
                await person.presses("Kirim")
                self.filed.append(person)
                return
        self._tellings.append(telling)


def stories(seed: int) -> Iterator[tuple[str, str]]:
    """A trouble and its place, without end; the first twenty thousand are not alike."""
    return itertools.chain.from_iterable(
        ((trouble, place) for place in places(seed)) for trouble in itertools.cycle(_TROUBLES)
    )


@dataclass(slots=True)
class Acknowledged:
    """How long each update took from Telegram to its acknowledgement, in seconds."""

    waits: list[float] = field(default_factory=list)
    _since: dict[int, float] = field(default_factory=dict)

    def watch(self, hook: Hook) -> None:
        queue = hook.sandbox.updates
        push, done = queue.pushed_to, queue.done
        assert push is not None

        def push_and_note(update: Update) -> None:
            self._since[update.id] = time.perf_counter()
            push(update)

        def done_and_noted(update: Update) -> None:
            if (since := self._since.pop(update.id, None)) is not None:
                self.waits.append(time.perf_counter() - since)
            done(update)

        queue.pushed_to = push_and_note
        setattr(queue, "done", done_and_noted)  # noqa: B010 - mypy knows no other way

    def p99_ms(self) -> float:
        waits = sorted(self.waits) or [0.0]
        return round(waits[int(0.99 * (len(waits) - 1))] * 1000, 1)
