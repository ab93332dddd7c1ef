"""How officers share a report: take over, hand over, send to a unit, leave a note.

- A report that a colleague has may be taken over; the colleague is told by whom.
- It is handed only to somebody who works for its agency. One that nobody has accepted yet stays
  new: it is theirs to accept.
- The head of a government sends a report on to its units, and takes it from one to another. The
  promised date stays; the reporter is told only where another name answers from now on.
- A report that accuses is moved by an admin's hand alone.
- A note is for colleagues: the reporter never reads it, nor does another government.
"""

from dataclasses import replace
from datetime import datetime

from bot.domain.agency import Agency, AgencyCode
from bot.domain.moves import Act, Need
from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import Actor, Person, PersonId
from bot.domain.refusals import Refused, Why
from bot.domain.report import FollowUpKind, Report, ReportId
from bot.domain.suggestion import Care
from bot.services.casework import Done
from bot.services.house import House
from bot.services.moving import Mover
from bot.services.pausing import due_after_pause
from bot.services.saying import say_on
from storage.errors import NoSuchPerson
from storage.unit import Unit


class Teamwork:
    """What the officers of one agency do among themselves."""

    def __init__(self, house: House, unit: Unit, now: datetime) -> None:
        self._house = house
        self._unit = unit
        self._now = now
        self._mover = Mover(unit, now)

    async def colleagues(self, actor: Actor, report: ReportId) -> list[Person]:
        """Who could be given the report. Raises Refused, as `hand_over`."""
        found = await self._mover.seen_by(actor, report)
        self._mover.find(actor, found, Act.HAND_OVER)
        assert found.agency is not None
        members = await self._unit.access.members(found.agency, covering=True)
        people = {person.id: person for person, _ in members}
        return [p for p in people.values() if p.id not in {actor.person, found.taken_by}]

    async def take_over(self, actor: Actor, report: ReportId) -> Done:
        """Ambil alih. Raises Refused: ALREADY where it is theirs or nobody's."""
        found = await self._mover.seen_by(actor, report)
        move = self._mover.find(actor, found, Act.TAKE_OVER)
        if found.taken_by in {None, actor.person}:
            raise Refused(Why.ALREADY)
        changed = replace(found, taken_by=actor.person, taken_at=self._now)
        saved = await self._mover.make(actor, found, changed, move)
        await self._tell(found.taken_by, NoticeKind.TAKEN_OVER, saved, actor, actor.person)
        return Done(saved)

    async def hand_over(self, actor: Actor, report: ReportId, colleague: PersonId) -> Person:
        """Serahkan ke rekan. Raises Refused: ALREADY, NOT_ALLOWED for who works elsewhere."""
        found = await self._mover.seen_by(actor, report)
        move = self._mover.find(actor, found, Act.HAND_OVER)
        if found.taken_by == colleague:
            raise Refused(Why.ALREADY)
        if (await self._unit.access.actor(colleague)).role_for(found.agency) is None:
            raise Refused(Why.NOT_FOUND)
        try:
            person = await self._unit.people.get(colleague)
        except NoSuchPerson as absent:
            raise Refused(Why.NOT_FOUND) from absent
        since = self._now if found.taken_at else None
        changed = replace(found, taken_by=colleague, taken_at=since)
        saved = await self._mover.make(actor, found, changed, move)
        await self._tell(colleague, NoticeKind.HANDED_OVER, saved, actor, actor.person)
        await self._tell(found.taken_by, NoticeKind.TAKEN_OVER, saved, actor, colleague)
        return person

    async def units(self, actor: Actor, report: ReportId) -> list[Agency]:
        """The units that the report could go to, by name. Raises Refused, as `to_unit`."""
        found = await self._mover.seen_by(actor, report)
        self._mover.find(actor, found, Act.TO_UNIT, frozenset({Need.AGENCY}))
        head = self._head(actor, found)
        units = self._house.router.catalogue.units_of(head)
        return sorted((u for u in units if u.code != found.agency), key=lambda unit: unit.short)

    async def to_unit(self, actor: Actor, report: ReportId, unit: AgencyCode) -> Agency:
        """Teruskan ke unit.

        Raises Refused: ADMIN_ONLY, NOT_ALLOWED, NEEDS_AGENCY for what is no unit there, ALREADY.
        """
        found = await self._mover.seen_by(actor, report)
        move = self._mover.find(actor, found, Act.TO_UNIT, frozenset({Need.AGENCY}))
        head = self._head(actor, found)
        target = self._house.agency_named(unit)
        if target.parent != head:
            raise Refused(Why.NEEDS_AGENCY)
        if target.code == found.agency:
            raise Refused(Why.ALREADY)
        before = await self._mover.hearing.everybody_at(found)
        changed = replace(
            found,
            agency=target.code,
            partner=None if found.partner == target.code else found.partner,
            taken_by=None,
            taken_at=None,
            settled_at=None,
            due_at=await due_after_pause(self._house, self._unit, found, self._now),
        )
        saved = await self._mover.make(actor, found, changed, move, agency=target.code)
        await self._mover.hearing.moved_away(saved, before)
        if found.agency is None or self._house.agency_named(found.agency).short != target.short:
            await self._mover.hearing.reporter(saved, NoticeKind.REROUTED)
        return target

    async def note(self, actor: Actor, report: ReportId, text: str) -> Done:
        """Catatan internal. Raises Refused (NEEDS_ANSWER) without words."""
        found = await self._mover.seen_by(actor, report)
        given = frozenset({Need.WORDS}) if text.strip() else frozenset()
        move = self._mover.find(actor, found, Act.NOTE, given)
        said = await say_on(self._unit, self._now, actor, found, FollowUpKind.NOTE, text)
        return Done(await self._mover.make(actor, found, found, move, said=said), said)

    def _head(self, actor: Actor, report: Report) -> AgencyCode:
        """The government whose officer the actor is."""
        if report.care is Care.ACCUSES:
            raise Refused(Why.ADMIN_ONLY)
        assert report.agency is not None
        head = self._house.agency_named(report.agency).parent or report.agency
        if actor.role_for(head) is None:
            raise Refused(Why.NOT_ALLOWED)
        return head

    async def _tell(
        self,
        person: PersonId | None,
        kind: NoticeKind,
        report: Report,
        by: Actor,
        named: PersonId | None,
    ) -> None:
        if person is None or person == by.person:
            return
        chat = (await self._unit.people.get(person)).chat
        await self._mover.hearing.tell(Notice(kind, chat, report.id, about=str(named)))
