"""What somebody may see of reports, and with what hidden.

- A reporter sees their own report whole, but never an officer's name: an agency answers.
- An officer sees the words; where the report is Anonim, no name and with personal numbers masked.
- In a group a guarded report (Rahasia, wrongdoing, violence) shows no words at all.
- A number that is absent and a number of somebody else are answered alike.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.domain.agency import Agency, AgencyCode, are_kin
from bot.domain.clocks import ClockKind
from bot.domain.moves import Act, moves_open_to
from bot.domain.people import Actor, Person, PersonId, Role
from bot.domain.refusals import Refused, Why
from bot.domain.report import Attachment, FollowUp, FollowUpKind, HistoryLine, Report, ReportId
from bot.domain.suggestion import ReportClass
from bot.domain.tracking import TrackingNumber
from bot.services.following import joined_at
from bot.services.hearing import Hearing
from bot.services.house import House
from bot.services.masking import HIDDEN, mask
from bot.services.moving import Mover
from storage.errors import TooManyTries
from storage.unit import Unit

PAGE = 5
LAW_DAYS = 10
"""Working days that UU 14/2008 gives an agency for a request for information."""
TURNS = {Act.VERIFY, Act.REROUTE, Act.TO_UNIT, Act.PULL_BACK, Act.HAND_BACK}
"""What changes whose report it is."""
_PAIRS = {Act.INVITE, Act.VERIFY, Act.REROUTE}
"""What brings two agencies together on a report."""
_TOGETHER = {Act.JOIN, Act.LEAVE, Act.MERGE, Act.SPLIT, Act.LEAD}
"""What names another person's report by its number."""
_HIDDEN_FROM_REPORTER = {FollowUpKind.HAND_BACK, FollowUpKind.NOTE, FollowUpKind.PROPOSAL}


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report as its reporter sees it."""

    report: Report
    agency: Agency | None
    staffed: bool
    attachments: tuple[Attachment, ...]
    follow_ups: tuple[FollowUp, ...]
    acts: frozenset[Act]
    people: int = 0
    """How many report it together, where they do; else 0."""
    partner: Agency | None = None
    """The second agency that works on it."""
    speakers: Mapping[AgencyCode, Agency] = field(default_factory=dict)
    """The agencies whose words are among those that were said."""
    seen_at: datetime | None = None
    """By which moment a promise counts as kept or not."""


@dataclass(frozen=True, slots=True)
class VoiceView:
    """One more reporter of the same problem, as an officer sees them; masked as they chose."""

    report: Report
    name: str
    """Empty where they are anonymous."""
    attachments: tuple[Attachment, ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """A report as an officer or admin sees it; `report.text` is masked where it must be."""

    report: Report
    agency: Agency | None
    reporter_name: str
    """Empty where the reporter is anonymous."""
    taken_by: str
    attachments: tuple[Attachment, ...]
    follow_ups: tuple[FollowUp, ...]
    acts: frozenset[Act]
    working_days_left: int
    """Until what was promised; negative when that is past."""
    staffed: bool
    """Whether anybody of its agency reads here; else the admins carry it."""
    law_due: datetime | None = None
    """For requests for information: the ten working days of UU 14/2008, which officers see too."""
    suggested: tuple[tuple[Agency, float, tuple[str, ...]], ...] = ()
    settle_due: datetime | None = None
    """While the agency that has answered still owes the solution: until when."""
    settle_days_left: int = 0
    promised: bool = False
    """Whether it has been sent on once, so that the reporter was promised an answer by its date."""
    handed_back: HistoryLine | None = None
    """While it has no agency: how it came back."""
    handed_back_by: Agency | None = None
    speakers: Mapping[AgencyCode, Agency] = field(default_factory=dict)
    """Other agencies than its own that have said something on it."""
    closing_by: PersonId | None = None
    """Who wrote the closing that waits for a second person."""
    returned: tuple[tuple[Agency, str], ...] = ()
    """Everybody who has ever handed it back, in order, with the reason code of each."""
    voices: tuple[VoiceView, ...] = ()
    """Who else reports the same problem, oldest first."""
    people: int = 1
    """How many different people report it."""
    main: TrackingNumber | None = None
    """The number of the report that speaks for it, where it is a voice."""
    partner: Agency | None = None
    """The second agency that is invited to it."""
    resting: Agency | None = None
    """The one that was, while the admins have the report; see `Report.working_partner`."""
    candidate: Agency | None = None
    """Whom the officer who handed it back holds to be right."""

    @property
    def hides(self) -> bool:
        """Whether personal numbers are masked in it, which a reveal would show."""
        told = (self.report, *(voice.report for voice in self.voices))
        said = (each.text for each in self.follow_ups if each.role is Role.REPORTER)
        return any(HIDDEN in text for text in (*(each.text for each in told), *said))


@dataclass(frozen=True, slots=True)
class MyReports:
    """A page of somebody's own reports; pages count from 0."""

    reports: tuple[Report, ...]
    page: int
    pages: int
    total: int
    seen_at: datetime | None = None


class Records:
    """Reads; changes nothing but a PIN."""

    def __init__(self, house: House, unit: Unit, now: datetime) -> None:
        self._house = house
        self._unit = unit
        self._now = now

    async def mine(self, person: PersonId, page: int) -> MyReports:
        total = await self._unit.reports.count_of_reporter(person)
        pages = max(1, -(-total // PAGE))
        page = min(max(page, 0), pages - 1)
        found = await self._unit.reports.of_reporter(person, page * PAGE, PAGE)
        return MyReports(tuple(found), page, pages, total, self._now)

    async def open_of(self, person: PersonId) -> list[Report]:
        """The newest open ones, as many as are offered for words that may be about any of them."""
        return await self._unit.reports.open_of_reporter(person, PAGE)

    async def own(self, person: PersonId, report: ReportId) -> ReportView:
        """Show a reporter their report. Raises Refused (NOT_FOUND)."""
        found = await Mover(self._unit, self._now).seen_by(Actor(person), report)
        return await self.as_reporter(found)

    async def by_number(self, person: PersonId, number: TrackingNumber) -> ReportView:
        """Raises Refused (NOT_FOUND), the same for an absent number and for another's."""
        found = await self._unit.reports.by_number(number)
        if found is None or found.reporter != person:
            raise Refused(Why.NOT_FOUND)
        return await self.as_reporter(found)

    async def by_pin(self, number: TrackingNumber, pin: str) -> ReportView:
        """Open status and answers to who knows number and PIN.

        Raises Refused: NOT_FOUND for an absent number, a wrong PIN and a report without one alike;
        TOO_MANY_TRIES after five in an hour.
        """
        found = await self._unit.reports.by_number(number)
        if found is None:
            raise Refused(Why.NOT_FOUND)
        mark = self._house.seal.fingerprint(f"{found.id}:{pin}", "pin")
        try:
            right = await self._unit.pins.check(found.id, mark, self._now)
        except TooManyTries as tired:
            raise Refused(Why.NOT_FOUND) from tired
        if not right:
            raise Refused(Why.NOT_FOUND)
        view = await self.as_reporter(found)
        return replace(view, acts=frozenset(), report=replace(found, text="", title=""))

    async def new_pin(self, person: PersonId, report: ReportId) -> str:
        """Make a PIN of six digits; the one before stops working. Raises Refused (NOT_FOUND)."""
        found = (await self.own(person, report)).report
        pin = f"{secrets.randbelow(1_000_000):06d}"
        await self._unit.pins.put(found.id, self._house.seal.fingerprint(f"{report}:{pin}", "pin"))
        return pin

    async def as_reporter(self, report: Report) -> ReportView:
        said = await self._unit.follow_ups.of_report(report.id)
        together = report.joined_to or report.id
        people = await self._unit.reports.count_people(together)
        if report.joined_to:
            said = sorted((*said, *await self._heard(report)), key=lambda each: each.at)
        hearing = Hearing(self._unit, self._now)
        return ReportView(
            report=report,
            agency=self.agency(report.agency),
            staffed=await hearing.staffed(report),
            attachments=await self._unit.reports.attachments(report.id),
            follow_ups=tuple(f for f in said if f.kind not in _HIDDEN_FROM_REPORTER),
            acts=self._acts_of_reporter(report),
            people=people if report.joined_to or people > 1 else 0,
            partner=self.agency(report.working_partner),
            speakers={
                agency.code: agency for f in said if (agency := self.agency(f.agency)) is not None
            },
            seen_at=self._now,
        )

    async def _heard(self, voice: Report) -> list[FollowUp]:
        """The office's words on the report that speaks for a voice, since it is one."""
        assert voice.joined_to is not None
        since = await joined_at(self._unit, voice)
        said = await self._unit.follow_ups.of_report(voice.joined_to)
        kept = (f for f in said if f.kind not in _HIDDEN_FROM_REPORTER)
        return [f for f in kept if f.role is not Role.REPORTER and since and f.at >= since]

    def _acts_of_reporter(self, report: Report) -> frozenset[Act]:
        acts = moves_open_to(report.status, frozenset({Role.REPORTER}))
        over = not self._house.terms.reopens(report.closed_at, self._now)
        return acts - {Act.REOPEN} if over else acts

    async def case(self, actor: Actor, report: ReportId) -> CaseView:
        """Show a report to somebody who works on it. Raises Refused (NOT_FOUND)."""
        found = await Mover(self._unit, self._now).seen_by(actor, report)
        roles = actor.roles_towards(PersonId(0), found.agency, found.working_partner)
        if not roles:
            raise Refused(Why.NOT_FOUND)
        acts = moves_open_to(found.status, roles)
        return await self.case_view(found, acts, readers_of(actor))

    async def case_by_number(self, actor: Actor, number: TrackingNumber) -> CaseView | None:
        """Show a report to somebody who works on it; None where they do not, or there is none."""
        found = await self._unit.reports.by_number(number)
        if found is None or not actor.roles_towards(
            PersonId(0), found.agency, found.working_partner
        ):
            return None
        return await self.case(actor, found.id)

    async def at_desk(self, actor: Actor, report: ReportId) -> CaseView:
        """Show a report to an admin. Raises Refused: NOT_ALLOWED, NOT_FOUND."""
        if not actor.admin:
            raise Refused(Why.NOT_ALLOWED)
        return await self.case(actor, report)

    async def case_view(
        self,
        report: Report,
        acts: frozenset[Act] = frozenset(),
        readers: frozenset[AgencyCode] | None = None,
    ) -> CaseView:
        """A report for its desk, masked as it must be; who may see it is asked elsewhere.

        `readers` are the agencies whose internal notes may be read, None for all.
        """
        history = await self._unit.history.of_report(report.id)
        turns = [line for line in history if line.act in TURNS]
        back = turns[-1] if turns and turns[-1].act == Act.HAND_BACK else None
        candidate = back.reason.partition(">")[2] if back else ""
        voices = await self._unit.reports.voices(report.id)
        said = await self._said(report, voices)
        since = _invited_at(report, history)
        asks = report.report_class is ReportClass.INFORMATION
        office = self._house.agenda.office_clock(report, history)
        settle = office if office and office.kind is ClockKind.SETTLE else None
        name = "" if report.anonymous else (await self._unit.people.get(report.reporter)).name
        return CaseView(
            report=masked(report),
            agency=self.agency(report.agency),
            reporter_name=name,
            taken_by=await self._name(report.taken_by),
            attachments=await self._unit.reports.attachments(report.id),
            follow_ups=tuple(f for f in said if _may_read(f, readers, since)),
            acts=acts,
            working_days_left=self._house.calendar.between(self._now, report.due_at),
            staffed=await Hearing(self._unit, self._now).staffed(report),
            law_due=self._house.calendar.after(report.filed_at, LAW_DAYS) if asks else None,
            suggested=tuple(
                (agency, s.confidence, s.reasons)
                for s in report.suggested
                if (agency := self.agency(s.agency))
            ),
            settle_due=settle.due if settle else None,
            settle_days_left=self._house.calendar.between(self._now, settle.due) if settle else 0,
            promised=any(line.act == Act.VERIFY for line in history),
            voices=tuple([await self._voice(voice) for voice in voices]),
            people=len({report.reporter, *(voice.reporter for voice in voices)}),
            main=await self._main_number(report),
            speakers={
                agency.code: agency
                for each in said
                if each.agency != report.agency and (agency := self.agency(each.agency))
            },
            closing_by=next((f.by for f in said if f.id == report.proposed), None),
            handed_back=back,
            handed_back_by=self.agency(back.agency) if back else None,
            returned=tuple(
                (agency, line.reason.partition(">")[0])
                for line in turns
                if line.act == Act.HAND_BACK and (agency := self.agency(line.agency))
            ),
            partner=self.agency(report.working_partner),
            resting=None if report.working_partner else self.agency(report.partner),
            candidate=self.agency(AgencyCode(candidate)) if candidate else None,
        )

    async def _said(self, report: Report, voices: list[Report]) -> list[FollowUp]:
        """What was said on a report and by its voices, in order, each masked as they chose."""
        said = [
            _masked_word(each, follow_up)
            for each in (report, *voices)
            for follow_up in await self._unit.follow_ups.of_report(each.id)
        ]
        return sorted(said, key=lambda each: each.at)

    async def _voice(self, voice: Report) -> VoiceView:
        name = "" if voice.anonymous else await self._name(voice.reporter)
        return VoiceView(masked(voice), name, await self._unit.reports.attachments(voice.id))

    async def _main_number(self, report: Report) -> TrackingNumber | None:
        if report.joined_to is None:
            return None
        return (await self._unit.reports.get(report.joined_to)).number

    async def history(
        self, actor: Actor, number: TrackingNumber
    ) -> tuple[Report, list[tuple[HistoryLine, str, Agency | None]]]:
        """Every line about a report, with the names of who acted. Raises Refused (NOT_FOUND)."""
        found = await self._unit.reports.by_number(number)
        if found is None:
            raise Refused(Why.NOT_FOUND)
        roles = actor.roles_towards(found.reporter, found.agency, found.working_partner)
        if not roles:
            raise Refused(Why.NOT_FOUND)
        lines = await self._unit.history.of_report(found.id)
        own = actor.person == found.reporter and len(roles) == 1
        named = []
        for line in lines:
            of_a_voice = line.role is Role.REPORTER and line.by != found.reporter
            hidden = own or of_a_voice or (found.anonymous and line.by == found.reporter)
            name = "" if hidden else await self._name(line.by)
            told = replace(line, reason="") if own and line.act in _TOGETHER else line
            named.append((told, name, self.agency(line.agency)))
        return found, named

    def agency(self, code: AgencyCode | None) -> Agency | None:
        """As the house knows it."""
        return self._house.agency(code)

    async def _name(self, person: PersonId | None) -> str:
        if person is None:
            return ""
        found: Person = await self._unit.people.get(person)
        return found.name


def readers_of(actor: Actor) -> frozenset[AgencyCode] | None:
    """Whose internal notes somebody may read: an admin everybody's."""
    return None if actor.admin else frozenset(held.agency for held in actor.memberships)


def masked(report: Report) -> Report:
    """A report as those who work on it may read it: with Anonim the personal numbers hidden."""
    if not report.anonymous:
        return report
    return replace(report, title=mask(report.title), text=mask(report.text))


def _invited_at(report: Report, lines: list[HistoryLine]) -> datetime | None:
    """Since when the two agencies that work on it do so together."""
    if report.working_partner is None:
        return None
    return next((line.at for line in reversed(lines) if line.act in _PAIRS), None)


def _may_read(
    said: FollowUp, readers: frozenset[AgencyCode] | None, together_since: datetime | None
) -> bool:
    """A note is read within the government of who wrote it, and by those who work with it."""
    if readers is None or said.kind is not FollowUpKind.NOTE or said.agency is None:
        return True
    if together_since and said.at >= together_since:
        return True
    return any(are_kin(reader, said.agency) for reader in readers)


def _masked_word(report: Report, said: FollowUp) -> FollowUp:
    hidden = report.anonymous and said.role is Role.REPORTER
    return replace(said, text=mask(said.text)) if hidden else said
