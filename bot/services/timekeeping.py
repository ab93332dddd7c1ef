"""The clocks speak: one report at a time, what is due now and no more, and what comes next.

- The line of history, the facts that people will hear and the next moment are one unit of work: a
  restart finds either all or nothing, so nobody is told twice and nobody is forgotten.
- Who has taken a report is warned; else where its agency reads; where nobody can act, the admins.
  Where an agency has no admin of its own, its officers' superior is the national admin.
- A promised date moves only when an admin adds a day off before it, and the reporter is told.
"""

from dataclasses import replace
from datetime import date, datetime

from bot.domain.agency import covers
from bot.domain.clocks import ClockKind, Hearer, Moment
from bot.domain.deadlines import WorkingDays
from bot.domain.moves import Act
from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import SYSTEM, ChatId, Role
from bot.domain.report import HistoryLine, Report, ReportId, Status
from bot.services.following import follow
from bot.services.hearing import Hearing
from bot.services.house import House
from bot.services.moving import Mover
from storage.stores.planned import Look
from storage.unit import Unit

_MOST = 8
"""More moments than this are never due at once; what is left waits for the next look."""


def about(moment: Moment, calendar: WorkingDays) -> str:
    """What a notice carries of a moment: its code and the day of its date."""
    return f"{moment.code}>{moment.due.astimezone(calendar.zone).date()}"


def read_about(written: str) -> tuple[str, date | None]:
    """Read what `about` wrote; a code alone has no day."""
    code, _, day = written.partition(">")
    return code, date.fromisoformat(day) if day else None


class Timekeeping:
    """What the program does by itself when time has passed."""

    def __init__(self, house: House, unit: Unit, now: datetime) -> None:
        self._house = house
        self._agenda = house.agenda
        self._unit = unit
        self._now = now
        self._mover = Mover(unit, now)
        self._hearing = Hearing(unit, now)

    async def look(self, look: Look) -> None:
        """Do what is due for a report, and write down when to look again."""
        report = await self._unit.reports.get(look.report)
        lines = await self._unit.history.of_report(report.id)
        if look.new_days_off and report.status.is_open:
            report = await self._keep_promise(report, lines)
        for _ in range(_MOST):
            moment = self._agenda.due(report, lines, self._now)
            if moment is None:
                break
            report = await self._do(report, moment)
            lines = await self._unit.history.of_report(report.id)
        then = self._agenda.next(report, lines, self._now)
        at, what = then or (None, None)
        await self._unit.planned.plan(report.id, at, what)

    async def put_off(self, report: ReportId, until: datetime) -> None:
        """Look again later at a report that could not be dealt with, so that others are."""
        await self._unit.planned.plan(report, until, None)

    async def _do(self, report: Report, moment: Moment) -> Report:
        if moment.act in {Act.LAPSE, Act.EXPIRE}:
            return await self._end(report, moment)
        await self._mover.note(
            report, moment.act, SYSTEM, Role.SYSTEM, report.status, report.agency, moment.code
        )
        told = about(moment, self._house.calendar)
        if Hearer.REPORTER in moment.hearers:
            late = not moment.clock.of_reporter
            kind = NoticeKind.LATE if late else NoticeKind.REMINDED
            await self._hearing.reporter(report, kind, about=told)
        for chat in await self._office(report, moment):
            await self._hearing.tell(Notice(NoticeKind.WARNED, chat, report.id, about=told))
        if not moment.clock.of_reporter:
            await self._hearing.renew_cards(report.id)
        return report

    async def _end(self, report: Report, moment: Moment) -> Report:
        """Close what its reporter was silent about; it is never counted as a good rating."""
        move = self._mover.find(SYSTEM, report, moment.act)
        closed = replace(report, closed_at=self._now, settled_at=None)
        saved = await self._mover.make(SYSTEM, report, closed, move, reason=moment.code)
        await self._hearing.reporter(saved, NoticeKind.CLOSED)
        return saved

    async def _office(self, report: Report, moment: Moment) -> list[ChatId]:
        chats: list[ChatId] = []
        if Hearer.OFFICERS in moment.hearers:
            chats += await self._officers(report)
            chats += [] if await self._hearing.staffed(report) else await self._hearing.admins()
        if Hearer.AGENCY_ADMINS in moment.hearers:
            above = await self._hearing.agency_admins(report)
            # Before the date an agency without an admin is warned through its officers alone.
            chats += above if above or moment.act is Act.WARN else await self._hearing.admins()
        if Hearer.ADMINS in moment.hearers:
            chats += await self._hearing.admins()
        return list(dict.fromkeys(chats))

    async def _officers(self, report: Report) -> list[ChatId]:
        """Who has taken it, in private; else where its agency reads, without those above."""
        everybody = await self._hearing.officers_of(report)
        above = await self._hearing.agency_admins(report)
        reads = [chat for chat in everybody if chat not in above] or everybody
        if not reads or report.taken_by is None or report.agency is None:
            return reads
        actor = await self._unit.access.actor(report.taken_by)
        person = await self._unit.people.get(report.taken_by)
        works = any(covers(held.agency, report.agency) for held in actor.memberships)
        return [person.chat] if works and person.blocked_since is None else reads

    async def _keep_promise(self, report: Report, lines: list[HistoryLine]) -> Report:
        """Move the promised date where a new day off lies before it, and say so."""
        running = {clock.kind for clock in self._agenda.running(report, lines)}
        pending = running & {ClockKind.VERIFY, ClockKind.ANSWER, ClockKind.COMPLETE}
        promised = self._agenda.promised(report, lines)
        answered = report.answered_at is not None and report.status is not Status.UNVERIFIED
        if not pending or answered or promised <= report.due_at:
            return report
        moved = await self._unit.reports.save(replace(report, due_at=promised))
        await self._mover.note(
            moved, Act.DELAY, SYSTEM, Role.SYSTEM, moved.status, moved.agency, "days-off"
        )
        await follow(self._unit, moved, SYSTEM, Role.SYSTEM, Act.DELAY, self._now)
        await self._hearing.reporter(moved, NoticeKind.DELAYED)
        await self._hearing.renew_cards(moved.id)
        return moved
