"""Citizens who each tell one whole complaint to a bot that may die at any moment.

Every complaint is of a new person: they greet, agree, tell their trouble in three messages without
waiting for an answer, name the place, and send. What they hold at the end is counted.
"""

import asyncio
import itertools
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.domain.tracking import read_tracking_number
from bot.routing.regions import Level, Regions
from bot.routing.router import Router
from bot.sandbox.model.chats import Pulse
from bot.sandbox.people.person import Person
from bot.sandbox.people.sight import NothingHeard, Patience, button_for
from bot.sandbox.server import Sandbox

PEOPLE = 48
"""How many complain at a time."""
PARTS = 3
UPDATES = PARTS + 4
"""What one complaint sends: /start, the agreement, its parts, the place, the last press."""
PATIENCE = 600.0
"""Seconds; Telegram lets a minute pass between two tries when the program was down often."""
_PART = "Lampu jalan mati sejak kemarin malam, ini bagian ke-{part} dari cerita {story}"
_ASKED = "Di mana"


@dataclass(slots=True)
class Crowd:
    """What has come of the complaints so far."""

    sandbox: Sandbox
    sent: int = 0
    """Updates that people have caused."""
    complaints: int = 0
    numbers: Counter[str] = field(default_factory=Counter)
    doubled: int = 0
    """Second numbers for one complaint."""
    resent: int = 0
    """Messages that came once more."""
    out_of_order: int = 0
    silent: list[str] = field(default_factory=list)
    """The ends of the chats of those who waited in vain."""
    over: bool = False
    _went_on: Pulse = field(default_factory=Pulse)
    _stories: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def lost(self) -> int:
        return max(0, self.complaints - len(self.numbers))

    def weighed(self, reports: int, left: int) -> tuple[int, int]:
        """What was lost and what was doubled, in people's hands or in the database.

        It holds so many reports, and so many updates are left there.
        """
        lost = max(self.lost, self.complaints - reports) + left
        return lost, max(self.doubled, reports - self.complaints)

    def tell_of_the_silent(self) -> None:
        """Show the last of what the first of them read, for whoever looks for the cause."""
        for story in self.silent[:3]:
            sys.stderr.write(f"{story}\n")

    async def has_sent(self, updates: float) -> None:
        """Wait until people have caused so many updates, or none of them has more to say."""
        while self.sent < updates and not self.over:
            await self._went_on.wait()

    def _sends(self, updates: int) -> None:
        self.sent += updates
        self._went_on.beat()

    async def complain(self, place: str) -> None:
        """One person, from the first word to the number."""
        story = next(self._stories)
        self.complaints += 1
        person = self.sandbox.person(f"Warga {story}")
        try:
            await self._tell(person, story, place)
        except NothingHeard as silence:
            self.silent.append(str(silence)[-1200:])
        self._count(person, story)

    async def all_complain(self, complaints: int, people: int, named: Iterator[str]) -> None:
        """So many complaints, `people` at a time."""
        left = complaints

        async def one_after_another() -> None:
            nonlocal left
            while left > 0:
                left -= 1
                await self.complain(next(named))

        async with asyncio.TaskGroup() as tasks:
            for _ in range(min(people, complaints)):
                tasks.create_task(one_after_another())
        self.over = True
        self._went_on.beat()

    async def _tell(self, person: Person, story: int, place: str) -> None:
        await person.says("/start")
        await person.presses("Setuju", timeout=PATIENCE)
        await person.hears("Ada yang ingin", timeout=PATIENCE)
        for part in range(1, PARTS + 1):
            await person.says(_PART.format(part=part, story=story))
        self._sends(2 + PARTS)
        await person.hears(_ASKED, timeout=PATIENCE)
        await person.says(place)
        card = await person.hears(f"bagian ke-{PARTS} dari", timeout=PATIENCE)
        await person.presses("Kirim", on=card, timeout=PATIENCE)
        self._sends(2)
        self._sends(await gets_a_number(person))

    def _count(self, person: Person, story: int) -> None:
        texts = [message.text for message in person.messages if message.from_bot]
        found = {number for text in texts if (number := read_tracking_number(text))}
        self.numbers.update(found)
        self.doubled += max(0, len(found) - 1)
        for text, times in Counter(texts).items():
            self.resent += max(0, times - (PARTS if text.startswith(_ASKED) else 1))
        cards = [text for text in texts if "Diteruskan ke" in text and "cerita" in text]
        parts = [f"bagian ke-{part} dari cerita {story}" for part in range(1, PARTS + 1)]
        if cards and not _stand_once_in_order(cards[-1], parts):
            self.out_of_order += 1


async def gets_a_number(person: Person) -> int:
    """Wait for the receipt; somebody who has company is asked once more. Give how often."""
    pressed = 0
    async with Patience(PATIENCE, f"{person.name} waits for a number", person.chat):
        while not person.sees("Nomor:"):
            if not pressed and button_for(person.chat, "Tetap kirim sendiri"):
                await person.presses("Tetap kirim sendiri")
                pressed += 1
            await person.chat.pulse.wait()
    return pressed


def places(seed: int) -> Iterator[str]:
    """Kecamatan that a citizen can name without being asked which, in some order."""
    regions = Regions.load()
    find = Router.load().gazetteer.find
    districts = [region for region in regions if region.level is Level.DISTRICT and region.parent]
    random.Random(seed).shuffle(districts)
    for district in districts:
        assert district.parent
        words = f"{district.name}, {regions[district.parent].name}"
        found = find(words).place
        if found and found.region == district.code:
            yield words


def _stand_once_in_order(text: str, parts: list[str]) -> bool:
    at = [text.find(part) for part in parts]
    return all(text.count(part) == 1 for part in parts) and at == sorted(at)
