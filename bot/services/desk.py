"""What admins do: verify, send on, override, archive, and see what waits for them.

- The first sending-on promises an answer within the agency's working days; later ones keep the
  promise that was made.
- A report that accuses an agency's own people is sent to that agency only by an admin's own hand.
- A second agency that is invited to it works on beside the new one.
- The old agency, the new one and the reporter are told.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.agency import Agency, AgencyCode, are_kin
from bot.domain.moves import Act, Need
from bot.domain.notice import NoticeKind
from bot.domain.people import Actor
from bot.domain.refusals import Refused, Why
from bot.domain.report import ArchiveReason, Report, ReportId, Status
from bot.domain.sector import Sector
from bot.domain.suggestion import Care
from bot.services.casework import Done
from bot.services.house import House
from bot.services.moving import Mover
from bot.services.pausing import asked_since, due_after_pause
from bot.services.records import masked
from bot.services.teaching import Teaching
from storage.unit import Unit

PAGE = 5


@dataclass(frozen=True, slots=True)
class Page:
    """Some reports of a longer list; pages count from 0."""

    reports: tuple[Report, ...]
    page: int
    pages: int
    total: int
    asked: Mapping[ReportId, datetime]
    """Since when those that wait for their reporter do."""
    agencies: Mapping[ReportId, Agency]
    """Whose those are that have an agency, where nobody can act."""


class Desk:
    """The admins' desk."""

    def __init__(self, house: House, unit: Unit, now: datetime) -> None:
        self._house = house
        self._unit = unit
        self._now = now
        self._mover = Mover(unit, now)

    async def queue(self, actor: Actor, page: int) -> Page:
        """What waits for the admins: unverified, handed back, or with an agency without people."""
        _only_admins(actor)
        total = await self._unit.reports.count_waiting_for_admin()
        pages = max(1, -(-total // PAGE))
        page = min(max(page, 0), pages - 1)
        found = await self._unit.reports.waiting_for_admin(page * PAGE, PAGE)
        asked = await asked_since(self._unit, found)
        agencies = {
            report.id: agency for report in found if (agency := self._house.agency(report.agency))
        }
        shown = tuple(masked(report) for report in found)
        return Page(shown, page, pages, total, asked, agencies)

    async def route(self, actor: Actor, report: ReportId, agency: AgencyCode) -> Done:
        """Send it to an agency, or to another one.

        Raises Refused: NOT_ALLOWED, NOT_NOW, NEEDS_AGENCY (unknown), ALREADY (it is there).
        """
        _only_admins(actor)
        found = await self._mover.seen_by(actor, report)
        target = self._house.agency_named(agency)
        if found.agency == target.code and found.status is not Status.UNVERIFIED:
            raise Refused(Why.ALREADY, agency=target.short)
        act = Act.VERIFY if found.status is Status.UNVERIFIED else Act.REROUTE
        move = self._mover.find(actor, found, act, frozenset({Need.AGENCY}))
        first = not await self._was_sent_on(found.id)
        before = await self._mover.hearing.everybody_at(found)
        sector = self._sector(found, target)
        changed = replace(
            found,
            agency=target.code,
            partner=_still_invited(found, target.code),
            sector=sector,
            category=self._house.category_of(found.care, sector, found.title, found.text),
            taken_by=None,
            taken_at=None,
            settled_at=None,
            due_at=self._promise() if first else await self._resumed(found),
        )
        saved = await self._mover.make(actor, found, changed, move, agency=target.code)
        await Teaching(self._house, self._unit, self._now).confirmed(
            saved, self._certain(found, target)
        )
        await self._mover.hearing.moved_away(saved, before)
        await self._mover.hearing.reporter(
            saved, NoticeKind.SENT_ON if first else NoticeKind.REROUTED
        )
        if found.partner and not saved.partner and not are_kin(found.partner, target.code):
            await self._mover.hearing.reporter(saved, NoticeKind.STEPPED_OUT, about=found.partner)
        return Done(saved)

    async def pull_back(self, actor: Actor, report: ReportId) -> Done:
        """Take it back from its agency, to look at it again."""
        _only_admins(actor)
        found = await self._mover.seen_by(actor, report)
        changed = replace(
            found,
            agency=None,
            taken_by=None,
            taken_at=None,
            settled_at=None,
            due_at=await self._resumed(found),
        )
        move = self._mover.find(actor, found, Act.PULL_BACK)
        before = await self._mover.hearing.everybody_at(found)
        saved = await self._mover.make(actor, found, changed, move)
        await self._mover.hearing.moved_away(saved, before)
        return Done(saved)

    async def archive(self, actor: Actor, report: ReportId, reason: ArchiveReason) -> Done:
        """Close it with one of the national reasons; the reporter is told which."""
        _only_admins(actor)
        found = await self._mover.seen_by(actor, report)
        changed = replace(found, closed_at=self._now)
        move = self._mover.find(actor, found, Act.ARCHIVE, frozenset({Need.REASON}))
        saved = await self._mover.make(actor, found, changed, move, reason=reason)
        await self._mover.hearing.reporter(saved, NoticeKind.ARCHIVED, about=reason.name)
        return Done(saved)

    def _sector(self, report: Report, target: Agency) -> Sector | None:
        if certain := self._certain(report, target):
            return certain
        if _looks_into(report, target):
            return report.sector
        return next(iter(sorted(target.sectors)), report.sector)

    def _certain(self, report: Report, target: Agency) -> Sector | None:
        """The sector that sending a report to this agency says it has; None where it says none."""
        if _looks_into(report, target):
            return None
        known = next((s.sector for s in report.suggested if s.agency == target.code), None)
        if known:
            return known
        if report.sector in target.sectors:
            return report.sector
        return next(iter(target.sectors)) if len(target.sectors) == 1 else None

    async def _resumed(self, report: Report) -> datetime:
        return await due_after_pause(self._house, self._unit, report, self._now)

    def _promise(self) -> datetime:
        return self._house.calendar.after(self._now, self._house.terms.first_answer)

    async def _was_sent_on(self, report: ReportId) -> bool:
        lines = await self._unit.history.of_report(report)
        return any(line.act == Act.VERIFY for line in lines)


def _still_invited(report: Report, target: AgencyCode) -> AgencyCode | None:
    """The second agency goes on beside the new one, unless it is, heads or belongs to that one.

    A report that accuses is shown to each agency by a hand of its own.
    """
    partner = report.partner
    if partner is None or report.care is Care.ACCUSES:
        return None
    return None if are_kin(partner, target) else partner


def _looks_into(report: Report, target: Agency) -> bool:
    """Whether a government gets it to look into its own people: that says nothing of the field."""
    return report.care is Care.ACCUSES and target.sectors == {Sector.LOCAL_GOVERNMENT}


def _only_admins(actor: Actor) -> None:
    if not actor.admin:
        raise Refused(Why.NOT_ALLOWED)
