"""Any two acts at the same moment on one report: one order, no double status, no lost word."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from itertools import combinations_with_replacement, pairwise
from pathlib import Path

import pytest

from bot.domain.people import Actor, Person
from bot.domain.refusals import Refused, Why
from bot.domain.report import ArchiveReason, Report, Status
from bot.routing.router import Router
from bot.services.work import Work
from tests.support.bureau import SCHOOLS, STREET_LIGHTS, Bureau, bureau

WORDS = "Petugas kami ke sana besok."
Does = Callable[[Work, Actor, Report], Awaitable[object]]

OFFICERS: dict[str, Does] = {
    "take": lambda work, actor, report: work.casework.take(actor, report.id),
    "answer": lambda work, actor, report: work.casework.answer(actor, report.id, WORDS),
    "ask": lambda work, actor, report: work.casework.ask(actor, report.id, WORDS),
    "settle": lambda work, actor, report: work.casework.settle(actor, report.id, WORDS),
    "note": lambda work, actor, report: work.teamwork.note(actor, report.id, WORDS),
    "hand back": lambda work, actor, report: work.casework.hand_back(
        actor, report.id, "o", None, WORDS
    ),
}
ADMINS: dict[str, Does] = {
    "route": lambda work, actor, report: work.desk.route(actor, report.id, SCHOOLS),
    "pull back": lambda work, actor, report: work.desk.pull_back(actor, report.id),
    "archive": lambda work, actor, report: work.desk.archive(
        actor, report.id, ArchiveReason.UNCLEAR
    ),
}
REPORTERS: dict[str, Does] = {
    "reply": lambda work, actor, report: work.casework.reply(actor, report.id, WORDS),
    "withdraw": lambda work, actor, report: work.casework.withdraw(actor, report.id),
}
SPOKEN = {"answer", "ask", "settle", "note", "hand back", "reply"}
ACTS = OFFICERS | ADMINS | REPORTERS


@pytest.fixture
async def office(tmp_path: Path, router: Router) -> AsyncIterator[Bureau]:
    async with bureau(tmp_path, router) as opened:
        yield opened


async def test_any_two_at_once_leave_one_order_and_every_word(office: Bureau) -> None:
    sari = await office.person("Sari")
    officers = [await office.person(name, STREET_LIGHTS) for name in ("Budi", "Tono")]
    admins = [await office.person(name, admin=True) for name in ("Ratna", "Dewi")]

    for pair in combinations_with_replacement(ACTS, 2):
        report = await at_its_agency(office, sari, admins[0])
        people = [who(name, nth, sari, officers, admins) for nth, name in enumerate(pair)]
        async with asyncio.TaskGroup() as tasks:
            done = [
                tasks.create_task(does(office, name, person, report))
                for name, person in zip(pair, people, strict=True)
            ]

        succeeded = [name for name, task in zip(pair, done, strict=True) if task.result()]
        async with office.storage.reading() as unit:
            now = await unit.reports.get(report.id)
            lines = await unit.history.of_report(report.id)
            said = await unit.follow_ups.of_report(report.id)
        assert succeeded, pair
        assert all(a.after is b.before for a, b in pairwise(lines)), pair
        assert lines[-1].after is now.status, pair
        assert len(said) == len([name for name in succeeded if name in SPOKEN]), pair


def who(
    name: str, nth: int, reporter: Person, officers: list[Person], admins: list[Person]
) -> Person:
    """Two different people where two of one kind act."""
    if name in OFFICERS:
        return officers[nth]
    return admins[nth] if name in ADMINS else reporter


async def at_its_agency(office: Bureau, reporter: Person, admin: Person) -> Report:
    """What is learned from the acts before may leave a report with the admins."""
    report = await office.filed(reporter)
    if report.status is Status.UNVERIFIED:
        async with office.work() as work:
            actor = await work.actor(admin.id)
            report = (await work.desk.route(actor, report.id, STREET_LIGHTS)).report
    return report


async def does(office: Bureau, name: str, person: Person, report: Report) -> bool:
    """Act on how the report stands now; False where the house says that it has changed."""
    try:
        async with office.work() as work:
            await ACTS[name](work, await work.actor(person.id), report)
    except Refused as refused:
        if refused.why not in {Why.NOT_NOW, Why.NOT_FOUND, Why.TAKEN, Why.ALREADY}:
            raise
        return False
    return True
