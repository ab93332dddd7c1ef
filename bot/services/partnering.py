"""Co-agency: a second agency is invited to work on a report.

- An officer of the agency that has it, its admin or an admin invites; one agency at a time, and
  one that has people here. The reporter reads that two agencies work on it.
- The invited agency sees the card, masked as its own would be, and what the reporter says. It
  leaves notes, which both read from then on, and its words reach the reporter in its own name.
- It can neither answer for the other, ask, hand back nor close: the agency that has the report
  keeps the clock, and its status does not change.
- Either side ends it. It ends too when the report comes to the invited agency itself. While the
  admins have the report it rests: the invited agency reads nothing until they send it on, and then
  works on beside whoever has it, as the reporter was told.
- Rahasia was promised to be read by one agency, so nobody else is invited; a report that accuses
  is shown to a second agency by an admin's hand alone.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.agency import Agency, AgencyCode, covers
from bot.domain.moves import Act, Need
from bot.domain.notice import NoticeKind
from bot.domain.people import Actor, Role
from bot.domain.refusals import Refused, Why
from bot.domain.report import Attachment, FollowUpKind, Report, ReportId
from bot.domain.suggestion import Care
from bot.services.casework import Done
from bot.services.house import House
from bot.services.moving import Mover
from bot.services.saying import say_on
from storage.unit import Unit


class Partnering:
    """What two agencies do on one report."""

    def __init__(self, house: House, unit: Unit, now: datetime) -> None:
        self._house = house
        self._unit = unit
        self._now = now
        self._mover = Mover(unit, now)

    async def may_invite(self, actor: Actor, report: ReportId) -> Report:
        """Ask before an agency is looked for. Raises Refused, as `invite`."""
        found = await self._mover.seen_by(actor, report)
        self._mover.find(actor, found, Act.INVITE, frozenset({Need.AGENCY}))
        if found.secret:
            raise Refused(Why.ONE_AGENCY)
        if found.care is Care.ACCUSES and not actor.admin:
            raise Refused(Why.ADMIN_ONLY)
        if found.partner:
            raise Refused(Why.PARTNERED, agency=self._house.agency_named(found.partner).short)
        return found

    async def invite(self, actor: Actor, report: ReportId, agency: AgencyCode) -> Agency:
        """Undang instansi.

        Raises Refused: ONE_AGENCY, ADMIN_ONLY, PARTNERED, NEEDS_AGENCY, NOBODY_THERE, and ALREADY
        for an agency that reads it anyway.
        """
        found = await self.may_invite(actor, report)
        move = self._mover.find(actor, found, Act.INVITE, frozenset({Need.AGENCY}))
        target = self._house.agency_named(agency)
        assert found.agency is not None
        if covers(target.code, found.agency):
            raise Refused(Why.ALREADY)
        if not await self._mover.hearing.works_at(target.code):
            raise Refused(Why.NOBODY_THERE, agency=target.short)
        changed = replace(found, partner=target.code)
        saved = await self._mover.make(actor, found, changed, move, agency=target.code)
        await self._mover.hearing.reporter(saved, NoticeKind.JOINED_BY, about=target.code)
        return target

    async def contribute(
        self, actor: Actor, report: ReportId, text: str, files: Sequence[Attachment] = ()
    ) -> Done:
        """Words of the invited agency for the reporter. Raises Refused."""
        found = await self._mover.seen_by(actor, report)
        given = frozenset({Need.WORDS}) if text.strip() or files else frozenset()
        move = self._mover.find(actor, found, Act.CONTRIBUTE, given)
        kind = FollowUpKind.CONTRIBUTION
        said = await say_on(
            self._unit, self._now, actor, found, kind, text, files, role=Role.PARTNER
        )
        saved = await self._mover.make(actor, found, found, move, said=said, agency=found.partner)
        await self._mover.hearing.reporter(saved, NoticeKind.ANSWERED, said)
        return Done(saved, said)

    async def step_out(self, actor: Actor, report: ReportId) -> Agency:
        """The invited agency leaves, or is thanked and let go. Raises Refused (ALREADY)."""
        found = await self._mover.seen_by(actor, report)
        move = self._mover.find(actor, found, Act.STEP_OUT)
        if found.partner is None:
            raise Refused(Why.ALREADY)
        partner = self._house.agency_named(found.partner)
        alone = replace(found, partner=None)
        saved = await self._mover.make(actor, found, alone, move, agency=partner.code)
        await self._mover.hearing.reporter(saved, NoticeKind.STEPPED_OUT, about=partner.code)
        return partner
