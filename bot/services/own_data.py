"""What a person may ask about themselves (UU 27/2022): what is kept, a copy of it, its end.

- Everybody who has agreed may ask, whatever else they are; nobody may ask about another.
- The copy holds their own words, and of others' words only what was said to them.
- The end is asked for twice within an hour.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.agency import Agency
from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import Actor, Consent, Person, Role
from bot.services.erasing import Erased, Erasing
from bot.services.hearing import Hearing
from bot.services.house import House, Operator
from bot.services.records import Records, ReportView
from storage.unit import Unit

CONFIRMED_WITHIN = 3600
"""Seconds between the question and the second word."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a person."""

    consent: Consent
    language: str
    reports: int
    open_reports: int
    has_draft: bool
    offices: tuple[tuple[Role, Agency | None], ...]
    operator: Operator


@dataclass(frozen=True, slots=True)
class Copied:
    """All of it: the reports newest first, each as its reporter sees it, and the draft's words."""

    person: Person
    kept: Kept
    reports: tuple[ReportView, ...]
    draft: str
    made_at: datetime


class OwnData:
    """Answers one person about themselves."""

    def __init__(self, house: House, unit: Unit, now: datetime) -> None:
        self._house = house
        self._unit = unit
        self._now = now
        self._records = Records(house, unit, now)

    async def kept(self, person: Person) -> Kept:
        """Somebody who has not agreed is never asked about."""
        assert person.consent is not None
        actor = await self._unit.access.actor(person.id)
        mine = await self._unit.reports.filed_by(person.id, self._now)
        return Kept(
            consent=person.consent,
            language=person.language,
            reports=len(mine),
            open_reports=sum(report.status.is_open for report in mine),
            has_draft=await self._unit.drafts.of(person.id) is not None,
            offices=self._offices(actor),
            operator=self._house.operator,
        )

    async def order_copy(self, person: Person) -> None:
        """Have it made when it is sent."""
        await Hearing(self._unit, self._now).tell(Notice(NoticeKind.OWN_COPY, person.chat))

    async def copy(self, person: Person) -> Copied:
        mine = await self._unit.reports.filed_by(person.id, self._now)
        draft = await self._unit.drafts.of(person.id)
        return Copied(
            person=person,
            kept=await self.kept(person),
            reports=tuple([await self._records.as_reporter(each) for each in reversed(mine)]),
            draft=draft.text if draft else "",
            made_at=self._now,
        )

    async def erase(self, person: Person, asked: int) -> Erased | None:
        """Erase them; None where they were asked too long ago, or before their consent.

        `asked` is in whole seconds since 1970.
        """
        assert person.consent is not None
        since = int(self._now.timestamp()) - asked
        if not 0 <= since <= CONFIRMED_WITHIN or asked < int(person.consent.at.timestamp()):
            return None
        return await Erasing(self._house, self._unit, self._now).wish(person.id)

    def _offices(self, actor: Actor) -> tuple[tuple[Role, Agency | None], ...]:
        held = [(each.role, self._records.agency(each.agency)) for each in actor.memberships]
        return ((Role.ADMIN, None), *held) if actor.admin else tuple(held)
