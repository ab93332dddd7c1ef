"""One problem, many voices: similar reports are offered, joined, counted, merged and split.

- Offered, never forced: who is about to send sees at most three open reports of the same sector and
  place of the last 14 days, as sector, place, date and how many people; never anybody's words.
  None whose reporter is being asked something: who joins was not asked.
  Never offered are Rahasia, accusing and violent ones, and requests for information; nor is
  anything to who sends such a one. One's own report is offered to be added to instead.
- Who joins gets a number of their own; their words and files stay their own report, a *voice*.
  The report that they joined, the *main*, speaks for all: it alone has cards, waits in queues and
  has clocks, and every voice follows it (see services.following).
- Any voice may reply, and that is a reply on the main; any voice's "belum selesai" keeps it open or
  opens it again. "Sudah selesai" closes one's own voice; from the main's reporter it closes the
  main, the others are told, and may object.
- The office's words reach everybody; the reporters' words reach the office alone, each masked as
  its own reporter chose.
- Who leaves or is split off goes on alone from where the main stands, with the same dates, and with
  the office's words that they had received. Where the main's reporter withdraws, the oldest voice
  speaks for the others.
- A main is never a voice: who joins a voice joins its main, and merging brings all voices along.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.moves import Act
from bot.domain.notice import NoticeKind
from bot.domain.people import SYSTEM, Actor, PersonId, Role
from bot.domain.place import Pin
from bot.domain.refusals import Refused, Why
from bot.domain.report import Report, ReportId, Status
from bot.domain.suggestion import Care, ReportClass
from bot.domain.tracking import TrackingNumber
from bot.routing.likeness import MOST_COMPARED, Told
from bot.services.casework import Casework, Done
from bot.services.filing import Filing, Receipt, sector_of
from bot.services.following import mirrored
from bot.services.house import House
from bot.services.intake import DraftView, Intake
from bot.services.moving import Mover
from bot.services.parting import keep_words
from bot.services.records import masked
from storage.errors import Stale
from storage.unit import Unit

OFFERED = 3
WITHIN = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Similar:
    """An open report that resembles another: what a stranger may know of it, and no more."""

    report: ReportId
    sector: str
    place: str
    filed_at: datetime
    people: int


@dataclass(frozen=True, slots=True)
class Offer:
    """What resembles a draft: one's own report, else up to three of others."""

    own: Report | None = None
    others: tuple[Similar, ...] = ()

    def __bool__(self) -> bool:
        return self.own is not None or bool(self.others)


@dataclass(frozen=True, slots=True)
class Together:
    """A report with its voices and with what resembles it, as an admin sees them."""

    report: Report
    main: Report | None
    """The report that speaks for it, where it is a voice."""
    voices: tuple[Report, ...]
    people: int
    similar: tuple[Report, ...]


class Voices:
    """Joins and parts reports of one problem."""

    def __init__(self, house: House, unit: Unit, now: datetime) -> None:
        self._house = house
        self._unit = unit
        self._now = now
        self._mover = Mover(unit, now)

    async def offer(self, person: PersonId, view: DraftView) -> Offer:
        """What open reports a draft resembles."""
        draft = view.draft
        plain = not draft.secret and view.routing.care is Care.NONE
        if not plain or view.missing or view.report_class is ReportClass.INFORMATION:
            return Offer()
        pin = draft.place.pin if draft.place else None
        found = await self._alike(
            Report(
                id=ReportId(0),
                number=TrackingNumber(""),
                reporter=person,
                report_class=view.report_class,
                status=Status.UNVERIFIED,
                title=draft.title,
                text=draft.text,
                filed_at=self._now,
                due_at=self._now,
                sector=sector_of(view),
                place=view.place,
            ),
            pin,
        )
        own = next((report for report in found if report.reporter == person), None)
        if found and own is None:
            mine = await self._unit.reports.voices_of_reporter(person)
            speaking = {report.joined_to: report for report in mine}
            own = next((speaking[r.id] for r in found if r.id in speaking), None)
        if own:
            return Offer(own)
        joinable = [each for each in found if not _asks_its_reporter(each)]
        return Offer(None, tuple([await self._similar(each) for each in joinable[:OFFERED]]))

    async def join(self, person: PersonId, token: int, report: ReportId) -> Receipt:
        """File the draft as a voice of a report that it was offered.

        Raises Refused: NO_DRAFT, NOT_NOW where the report is not to be joined (any more).
        """
        view = await Intake(self._house, self._unit, self._now).this(person, token)
        offer = await self.offer(person, view)
        if all(each.report != report for each in offer.others):
            raise Refused(Why.NOT_NOW, status="")
        main = await self._unit.reports.get(report)
        filing = Filing(self._house, self._unit, self._now)
        receipt = await filing.file(person, token, main)
        return replace(receipt, people=await self._unit.reports.count_people(main.id))

    async def add_to_own(self, person: PersonId, token: int, report: ReportId) -> Done:
        """Put the draft's words and files on one's own report. Raises Refused."""
        draft = (await Intake(self._house, self._unit, self._now).this(person, token)).draft
        done = await Casework(self._house, self._unit, self._now).reply(
            Actor(person), report, draft.text, draft.attachments
        )
        await self._unit.drafts.drop(person)
        return done

    async def leave(self, actor: Actor, report: ReportId) -> Report:
        """The reporter goes on alone. Raises Refused."""
        return await self._part(actor, report, Act.LEAVE, Role.REPORTER)

    async def split(self, actor: Actor, report: ReportId) -> Report:
        """An admin parts a voice from the others; its reporter is told. Raises Refused."""
        parted = await self._part(actor, report, Act.SPLIT, Role.ADMIN)
        await self._mover.hearing.one(parted, NoticeKind.PARTED)
        return parted

    async def merge(self, actor: Actor, report: ReportId, into: ReportId) -> Report:
        """Gabung: an admin makes a report, with its voices, a voice of another one; gives the main.

        Raises Refused: NOT_ALLOWED, NOT_FOUND, NOT_NOW, ALREADY, NOT_ALIKE where one of them is
        Rahasia or needs care, because its words would be read beside the others.
        """
        found = await self._mover.seen_by(actor, report)
        main = await self._mover.main_of(await self._mover.seen_by(actor, into))
        if main.id in {found.id, found.joined_to}:
            raise Refused(Why.ALREADY, agency=main.number)
        if main.guarded or found.guarded:
            raise Refused(Why.NOT_ALIKE)
        self._mover.find(actor, main, Act.MERGE)
        self._mover.find(actor, found, Act.MERGE)
        before = await self._mover.hearing.officers_of(found)
        for voice in (found, *await self._unit.reports.voices(found.id)):
            saved = await self._save(mirrored(voice, main))
            await self._mover.note(
                saved, Act.MERGE, actor, Role.ADMIN, voice.status, main.agency, main.number
            )
            if voice.status is Status.UNVERIFIED and saved.status is not Status.UNVERIFIED:
                await self._mover.note(
                    saved, Act.VERIFY, SYSTEM, Role.SYSTEM, voice.status, main.agency
                )
            await self._mover.hearing.one(saved, NoticeKind.MERGED)
        await self._mover.note(
            main, Act.MERGE, actor, Role.ADMIN, main.status, main.agency, found.number
        )
        await self._mover.hearing.moved_away(replace(found, agency=main.agency), before)
        await self._mover.hearing.renew_cards(found.id)
        await self._mover.hearing.desk(main)
        return main

    async def together(self, actor: Actor, report: ReportId) -> Together:
        """Show an admin what belongs together and what may. Raises Refused."""
        if not actor.admin:
            raise Refused(Why.NOT_ALLOWED)
        found = await self._mover.seen_by(actor, report)
        voices = await self._unit.reports.voices(found.id)
        pin = found.place.pin if found.place else None
        alike = [] if found.guarded or found.joined_to else await self._alike(found, pin)
        return Together(
            report=masked(found),
            main=await self._mover.main_of(found) if found.joined_to else None,
            voices=tuple(masked(voice) for voice in voices),
            people=await self._unit.reports.count_people(found.id),
            similar=tuple(masked(each) for each in alike[:OFFERED]),
        )

    async def _alike(self, report: Report, pin: Pin | None) -> list[Report]:
        """The open reports that tell of the same trouble, the most alike first."""
        place, sector = report.place, report.sector
        if place is None or place.regency is None or sector is None:
            return []
        near: Sequence[Report] = await self._unit.reports.near(
            sector, place, self._now - WITHIN, MOST_COMPARED
        )
        others = [
            Told(each, each.text, each.place.pin if each.place else None)
            for each in near
            if each.id != report.id and each.report_class is report.report_class
        ]
        told = Told(report, report.text, pin)
        return [found for _, found in self._house.router.likeness.alike(told, others)]

    async def _similar(self, report: Report) -> Similar:
        assert report.sector is not None
        assert report.place is not None
        return Similar(
            report=report.id,
            sector=report.sector,
            place=report.place.label,
            filed_at=report.filed_at,
            people=await self._unit.reports.count_people(report.id),
        )

    async def _part(self, actor: Actor, report: ReportId, act: Act, role: Role) -> Report:
        found = await self._mover.seen_by(actor, report)
        if found.joined_to is None:
            raise Refused(Why.ALREADY, agency=found.number)
        self._mover.find(actor, found, act)
        main = await self._mover.main_of(found)
        await keep_words(self._unit, main, found)
        saved = await self._save(replace(found, joined_to=None))
        await self._mover.note(saved, act, actor, role, found.status, found.agency, main.number)
        await self._mover.note(main, act, actor, role, main.status, main.agency, found.number)
        await self._mover.hearing.desk(saved)
        await self._mover.hearing.desk(main)
        return saved

    async def _save(self, report: Report) -> Report:
        try:
            return await self._unit.reports.save(report)
        except Stale as lost:
            raise Refused(Why.NOT_NOW, status=report.status.value) from lost


def _asks_its_reporter(report: Report) -> bool:
    return report.status is Status.WAITING or report.settled_at is not None
