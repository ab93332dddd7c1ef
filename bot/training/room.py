"""The room: the learner's two desks, the people who report, and an admin behind the scenes.

Reporters talk with the bot as everybody does; what the course wants moved meanwhile, Maya moves.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.app import App
from bot.demo import AGENCY, lets_in, settled
from bot.domain.agency import AgencyCode
from bot.domain.people import Actor, ChatId, InvitationKind, PersonId
from bot.domain.report import HistoryLine, Report, ReportId, Status
from bot.sandbox.page import ChatPage
from bot.sandbox.people.person import Person
from bot.sandbox.server import Sandbox
from bot.services.work import Work
from bot.training.course import Desk, Lesson, Step, Then
from bot.ui.texts import Speech

OFFICER, ADMIN = "Budi", "Ratna"
_BEHIND_THE_SCENES = "Maya"
_PATIENCE = 60.0
"""Seconds that a reporter waits for the bot, which keeps Telegram's pace here."""
_SOLVED_STARS = "5"
_LABELS = {
    Desk.OFFICER: {"id": "Petugas", "en": "Officer"},
    Desk.ADMIN: {"id": "Admin nasional", "en": "National admin"},
}
_WAYS = ("button-send-alone", "button-send", "button-new-report")
"""What a reporter presses who wants to be done, the best first."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A report of the course that is under way, and its reporter."""

    report: Report
    reporter: Person


class Room:
    """Where the course is played."""

    def __init__(self, sandbox: Sandbox, app: App, page: ChatPage, say: Speech) -> None:
        self._sandbox = sandbox
        self._app = app
        self._page = page
        self._say = say
        self.learners: dict[Desk, Person] = {}
        self._ids: dict[Desk, PersonId] = {}
        self._maya: PersonId | None = None

    async def open(self) -> Person:
        """Bring the officer in, and whoever works unseen; gives the officer."""
        maya = self._person(_BEHIND_THE_SCENES)
        await self._lets_in(maya, InvitationKind.ADMIN, None)
        self._maya = await self._id_of(maya)
        return await self.desk(Desk.OFFICER)

    async def desk(self, desk: Desk) -> Person:
        """Whoever works at this desk, let in when it is needed first."""
        if desk not in self.learners:
            officer = desk is Desk.OFFICER
            person = self._person(OFFICER if officer else ADMIN)
            kind = InvitationKind.OFFICER if officer else InvitationKind.ADMIN
            await self._lets_in(person, kind, AGENCY if officer else None)
            self.learners[desk] = person
            self._ids[desk] = await self._id_of(person)
            self._page.place(person, _LABELS[desk])
        return self.learners[desk]

    async def file(self, lesson: Lesson) -> Filed:
        """Have the report filed, and lie where the lesson begins."""
        reporter = self._person(lesson.reporter)
        await reporter.says("/start")
        await reporter.presses(self._say("button-agree"), timeout=_PATIENCE)
        await self.settled()
        await reporter.says(lesson.words)
        async with asyncio.timeout(_PATIENCE):
            while (report := await self._newest_of(reporter)) is None:
                await self._goes_on(reporter)
        await self._lay(report, lesson.desk)
        await self.settled()
        return Filed(await self.report(report.id), reporter)

    async def react(self, filed: Filed, step: Step) -> None:
        """Let happen what follows a step by itself."""
        reporter, say = filed.reporter, self._say
        match step.then:
            case Then.REPLIES:
                await reporter.says(step.words, reply_to=reporter.latest)
            case Then.CONFIRMS:
                await reporter.presses(say("button-solved"), timeout=_PATIENCE)
                await reporter.presses(_SOLVED_STARS, timeout=_PATIENCE)
            case Then.REJECTS:
                await reporter.presses(say("button-unsolved"), timeout=_PATIENCE)
                await self.settled()
                await reporter.says(step.words)
            case Then.MOVED:
                async with self._behind_the_scenes() as (work, maya):
                    for agency in step.agencies:
                        await work.desk.route(maya, filed.report.id, agency)
            case Then.NOTHING:
                return
        await self.settled()

    async def settled(self) -> None:
        await settled(self._sandbox, self._app)

    async def lines(self, report: ReportId) -> list[HistoryLine]:
        """What learners have done to a report, oldest first."""
        ids = set(self._ids.values())
        async with self._app.storage.reading() as unit:
            return [line for line in await unit.history.of_report(report) if line.by in ids]

    async def report(self, report: ReportId) -> Report:
        async with self._app.storage.reading() as unit:
            return await unit.reports.get(report)

    async def words(self, line: HistoryLine) -> str:
        """What was written with something that was done."""
        if line.follow_up is None:
            return ""
        async with self._app.storage.reading() as unit:
            return (await unit.follow_ups.get(line.follow_up)).text

    @property
    def agency_of_the_officer(self) -> str:
        return self._app.house.router.agency(AGENCY).short

    def _person(self, name: str) -> Person:
        return self._sandbox.person(name, language=self._say.language)

    async def _goes_on(self, reporter: Person) -> None:
        """Press what leads to the receipt, as soon as the bot has spoken."""
        await self.settled()
        labels = [str(self._say(way)) for way in _WAYS]
        label = next((label for label in labels if label in reporter.buttons), None)
        if label is None:
            await reporter.hears(timeout=_PATIENCE)
            return
        await reporter.presses(label, timeout=_PATIENCE)
        await self.settled()

    async def _newest_of(self, reporter: Person) -> Report | None:
        person = await self._id_of(reporter)
        async with self._app.storage.reading() as unit:
            found = await unit.reports.of_reporter(person, 0, 1)
        return found[0] if found else None

    async def _id_of(self, person: Person) -> PersonId:
        async with self._app.storage.reading() as unit:
            known = await unit.people.with_chat(ChatId(person.id))
        assert known is not None, f"{person.name} has not agreed"
        return known.id

    async def _lets_in(
        self, person: Person, kind: InvitationKind, agency: AgencyCode | None
    ) -> None:
        await lets_in(self._sandbox, self._app, person, kind, agency)

    async def _lay(self, report: Report, desk: Desk) -> None:
        """Have it lie at the desk where the lesson begins, wherever the routing has sent it."""
        async with self._behind_the_scenes() as (work, maya):
            if desk is Desk.OFFICER and report.agency != AGENCY:
                await work.desk.route(maya, report.id, AGENCY)
            elif desk is Desk.ADMIN and report.status is not Status.UNVERIFIED:
                await work.desk.pull_back(maya, report.id)

    @asynccontextmanager
    async def _behind_the_scenes(self) -> AsyncIterator[tuple[Work, Actor]]:
        assert self._maya is not None, "the room is not open"
        app = self._app
        async with app.storage.unit() as unit:
            work = Work(app.house, unit, app.clock.now())
            yield work, await work.actor(self._maya)
        app.delivery.wake()
