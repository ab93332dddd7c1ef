"""What people have heard, and what is stored about it."""

import asyncio
from datetime import UTC, datetime

from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import ChatId, Person
from bot.domain.report import FollowUp
from bot.sandbox import Person as Citizen
from storage.database import Storage
from tests.storage.examples import a_follow_up, a_report
from tests.support.clock import TurnedClock
from tests.support.post import PostOffice

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)


def heard(person: Citizen) -> list[str]:
    return [message.text for message in person.messages if message.from_bot]


async def known(storage: Storage, citizen: Citizen) -> Person:
    async with storage.unit() as unit:
        return await unit.people.add(ChatId(citizen.id), citizen.name, "id", NOW)


async def person_of(storage: Storage, citizen: Citizen) -> Person | None:
    async with storage.reading() as unit:
        return await unit.people.with_chat(ChatId(citizen.id))


async def answer_for(storage: Storage, reporter: Person) -> FollowUp:
    """An agency's answer on a report of theirs, not delivered yet."""
    async with storage.unit() as unit:
        officer = await unit.people.add(ChatId(1), "Ani", "id", NOW)
        report = await unit.reports.add(a_report(reporter.id))
        return await unit.follow_ups.add(a_follow_up(report.id, officer.id))


async def stored(storage: Storage, follow_up: FollowUp) -> FollowUp:
    async with storage.reading() as unit:
        return await unit.follow_ups.get(follow_up.id)


def told(follow_up: FollowUp, citizen: Citizen) -> Notice:
    return Notice(NoticeKind.ANSWERED, ChatId(citizen.id), follow_up.report, follow_up.id)


async def until_drained(office: PostOffice, clock: TurnedClock, step: float = 0.25) -> None:
    """Turn the clock until everything has been sent."""
    async with asyncio.timeout(20), asyncio.TaskGroup() as group:
        drained = group.create_task(office.delivery.drained())
        while not drained.done():
            await clock.turn(step)
            await asyncio.sleep(0.001)
