"""An announcement to a whole agency, at Telegram's pace, on a clock that a test turns."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
import structlog

from bot.announcer import Announcer
from bot.domain.announcement import Audience, Hearers
from bot.domain.people import Actor, ChatId, Role
from bot.pace import Pace
from bot.routing.router import Router
from bot.sandbox import Person as Citizen
from bot.sandbox import Sandbox
from bot.services.announcing import Announcing
from bot.services.house import House
from bot.services.work import Work
from bot.ui.notices import Notices
from bot.ui.texts import Texts
from storage.database import Storage
from storage.seal import Seal
from tests.support.bureau import STREET_LIGHTS, ZONE, house_of
from tests.support.clock import TurnedClock
from tests.support.heard import heard, until_drained
from tests.support.post import KEY, PostOffice, bot_for, post_office

WORDS = "Rapat besok pukul 08.00 di aula."
PEOPLE = 80


@pytest.fixture(scope="module")
def router() -> Router:
    return Router.load()


@dataclass(slots=True)
class Hall:
    """Eighty officers, an admin who speaks to them, and the clock of both."""

    officers: list[Citizen]
    clock: TurnedClock
    storage: Storage
    house: House
    speaker: Actor
    office: PostOffice

    def reached(self) -> int:
        return sum(any(WORDS in said for said in heard(each)) for each in self.officers)

    async def until(self, people: int) -> list[int]:
        """Let time pass until so many have heard it; gives how many had after each second."""
        counts = [0]
        async with asyncio.timeout(20):
            while counts[-1] < people:
                for _ in range(4):
                    await self.clock.turn(0.25)
                    await asyncio.sleep(0.02)
                counts.append(self.reached())
        return counts

    async def stops(self) -> None:
        async with self.storage.unit() as unit:
            found = await unit.announcements.next_under_way()
            assert found
            await Announcing(self.house, unit, self.clock.now()).stop(self.speaker, found.id)


@asynccontextmanager
async def hall(storage: Storage, clock: TurnedClock, router: Router) -> AsyncIterator[Hall]:
    house = house_of(router, Seal(KEY))
    texts = Texts.load(ZONE)
    async with Sandbox(clock=clock, pace=True) as sandbox, bot_for(sandbox) as bot:
        everybody = [sandbox.person(f"Petugas {number}") for number in range(PEOPLE + 1)]
        async with storage.unit() as unit:
            work = Work(house, unit, clock.now())
            people = []
            for each in everybody:
                await each.says("halo")
                people.append((await work.access.agree(ChatId(each.id), each.name, "id")).id)
            await unit.access.grant(people[0], None, Role.ADMIN, None, work.now)
            for officer in people[1:]:
                await unit.access.grant(officer, STREET_LIGHTS, Role.OFFICER, None, work.now)
            actor = await work.actor(people[0])
            audience = Audience(Hearers.OFFICERS, STREET_LIGHTS)
            await work.announcing.send(actor, audience, WORDS, urgent=False)
        render = Notices(house, texts, clock).render
        async with post_office(storage, bot, clock, pace=Pace(clock), render=render) as office:
            announcer = Announcer(storage, house, clock, office.delivery.wake)
            async with asyncio.TaskGroup() as tasks:
                going = tasks.create_task(announcer.run())
                yield Hall(everybody[1:], clock, storage, house, actor, office)
                going.cancel()


async def test_it_reaches_everybody_without_going_faster_than_telegram_takes_it(
    storage: Storage, clock: TurnedClock, router: Router
) -> None:
    with structlog.testing.capture_logs() as logs:
        async with hall(storage, clock, router) as there:
            counts = await there.until(PEOPLE)
            times = Counter(len(heard(each)) for each in there.officers)

    assert times == {1: PEOPLE}
    assert all(count <= 30 * (second + 1) for second, count in enumerate(counts))
    assert logs == []


async def test_stopped_on_the_way_the_others_never_hear_it(
    storage: Storage, clock: TurnedClock, router: Router
) -> None:
    async with hall(storage, clock, router) as there:
        before = (await there.until(1))[-1]
        await there.stops()
        await until_drained(there.office, clock)
        after = there.reached()

    assert before <= after < PEOPLE
