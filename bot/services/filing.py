"""A draft becomes a report: once, with its number at once, whoever ends up with it.

The draft is dropped in the unit that adds the report, so a second tap finds none. What the routing
suggested is kept with the report, to learn from. A report that goes straight to its agency has two
lines of history: filed by the reporter, verified by the system.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.agency import Agency
from bot.domain.moves import Act
from bot.domain.people import SYSTEM, Actor, PersonId, Role
from bot.domain.refusals import Refused, Why
from bot.domain.report import Report, ReportId, Status, Suggested
from bot.domain.sector import Sector
from bot.domain.tracking import new_tracking_number
from bot.services.following import mirrored
from bot.services.house import House
from bot.services.intake import DraftView, Intake
from bot.services.moving import Mover
from storage.errors import NumberTaken
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the reporter is told of a new report."""

    report: Report
    agency: Agency | None
    staffed: bool
    """Whether the agency has officers here; else the admins carry its reports."""
    people: int = 0
    """How many report it together, where the report has joined another one; else 0."""


class Filing:
    """Files the draft of one person."""

    def __init__(self, house: House, unit: Unit, now: datetime) -> None:
        self._house = house
        self._unit = unit
        self._now = now
        self._mover = Mover(unit, now)

    async def file(self, person: PersonId, token: int, main: Report | None = None) -> Receipt:
        """File the draft that the button belongs to, on its own or as a voice of `main`.

        Raises Refused: NO_DRAFT (filed already, or another draft), NEEDS_WORDS, NEEDS_PLACE.
        """
        view = await Intake(self._house, self._unit, self._now).this(person, token)
        if view.missing:
            raise Refused(Why(f"needs-{view.missing}"))
        report = await self._add(person, view, main)
        await self._unit.drafts.drop(person)
        me = Actor(person)
        straight = view.straight and main is None
        fresh = replace(report, status=Status.UNVERIFIED) if straight else report
        await self._mover.note(fresh, Act.FILE, me, Role.REPORTER, None)
        if main:
            return await self._joined(report, main)
        if straight:
            await self._mover.note(
                report, Act.VERIFY, SYSTEM, Role.SYSTEM, Status.UNVERIFIED, report.agency
            )
        staffed = await self._mover.hearing.desk(report)
        return Receipt(report, view.agency if view.straight else None, staffed)

    async def _joined(self, report: Report, main: Report) -> Receipt:
        """Note it on both, and let the main's cards count one more."""
        me = Actor(report.reporter)
        for told, other in ((report, main), (main, report)):
            await self._mover.note(
                told, Act.JOIN, me, Role.REPORTER, told.status, main.agency, other.number
            )
        if main.status is not Status.UNVERIFIED:
            await self._mover.note(
                report, Act.VERIFY, SYSTEM, Role.SYSTEM, report.status, main.agency
            )
        staffed = await self._mover.hearing.desk(main)
        agency = self._house.router.agency(main.agency) if main.agency else None
        return Receipt(report, agency, staffed)

    async def _add(self, person: PersonId, view: DraftView, main: Report | None) -> Report:
        draft = view.draft
        goes = view.agency if view.straight else None
        sector = sector_of(view)
        report = Report(
            id=ReportId(0),
            number=new_tracking_number(),
            reporter=person,
            report_class=view.report_class,
            status=Status.DISPATCHED if goes else Status.UNVERIFIED,
            title=draft.title,
            text=draft.text,
            filed_at=self._now,
            due_at=view.due,
            agency=goes.code if goes else None,
            sector=sector,
            place=view.place,
            happened=draft.happened,
            anonymous=draft.anonymous,
            secret=draft.secret,
            care=view.routing.care,
            category=self._house.category_of(view.routing.care, sector, draft.title, draft.text),
            suggested=_suggested(view),
        )
        added = await self._numbered(mirrored(report, main) if main else report)
        await self._unit.reports.attach(added.id, draft.attachments, self._now)
        return added

    async def _numbered(self, report: Report) -> Report:
        """Add it; draw another number in the case, one in a billion, that this one is taken."""
        while True:
            try:
                return await self._unit.reports.add(report)
            except NumberTaken:
                report = replace(report, number=new_tracking_number())


def sector_of(view: DraftView) -> Sector | None:
    """The field of duty that a draft is about, known before the place of who has it there."""
    source = view.suggestion or view.routing.best or next(iter(view.routing.duties), None)
    return source.sector if source else None


def _suggested(view: DraftView) -> tuple[Suggested, ...]:
    """Keep what was suggested; the agency that the reporter chose themselves stands first."""
    kept = [
        Suggested(
            s.agency.code,
            s.sector,
            round(s.confidence, 4),
            tuple(reason.words for reason in s.reasons),
            view.routing.version,
        )
        for s in view.routing.suggestions
    ]
    chosen = view.draft.chosen_agency
    if chosen and all(s.agency != chosen for s in kept):
        sector = view.routing.best.sector if view.routing.best else Sector.OTHER
        kept.insert(0, Suggested(chosen, sector, 0.0, (), view.routing.version))
    return tuple(kept)
