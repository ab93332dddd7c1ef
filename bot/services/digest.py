"""The morning digest: what an agency has before it today, once a day at its own hour.

- It comes on working days, at the hour that the agency's admin has set, in its own time zone.
- It goes to the agency's own groups, else to each of its people in private.
- What another agency has invited it to counts as its own work, in a line by itself.
- Nothing comes when nothing waits, nor in the evening when the program was down all day.
- The day is written down in the unit that sends its digest, so that a restart neither sends one
  twice nor leaves one out. Each agency has a unit of its own: a hundred do not hold up the others.
"""

from datetime import datetime, time, timedelta

from bot.domain.agency import AgencyCode
from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import ChatId, PersonId
from bot.domain.rules import DIGEST_HOURS
from bot.domain.waiting import Part, Side, Tally
from bot.domain.zones import zone_of
from bot.services.hearing import Hearing
from bot.services.house import House
from storage.unit import Unit

TOO_LATE = time(16)
"""Local time from which a morning's digest is not worth sending any more."""
_TOLD = (Part.NEW, Part.SOON, Part.LATE, Part.REPORTER, Part.INVITED)
_NOBODY = PersonId(0)


class Digest:
    """Tells each agency what waits."""

    def __init__(self, house: House, unit: Unit, now: datetime) -> None:
        self._house = house
        self._unit = unit
        self._now = now

    async def due(self) -> list[AgencyCode]:
        """The agencies whose hour has come today and whose digest has not been dealt with."""
        reached = [agency for agency in await self._agencies() if self._reached(agency)]
        if not reached:
            return []
        days = await self._unit.digests.days()
        return [
            agency
            for agency in reached
            if days.get(agency) != self._local(agency).date() and await self._wants(agency)
        ]

    async def send(self, agency: AgencyCode) -> None:
        """Remember the day; tell who reads for the agency, if anything waits there."""
        first = await self._unit.digests.first(agency, self._local(agency).date())
        if not first or await self.of(agency) is None:
            return
        for chat in await self._chats(agency):
            await Hearing(self._unit, self._now).tell(Notice(NoticeKind.DIGEST, chat, about=agency))

    async def of(self, agency: AgencyCode) -> Tally | None:
        """What waits there; due "soon" is due today. None when nothing waits."""
        midnight = datetime.combine(self._local(agency).date() + timedelta(days=1), time())
        side = Side(_NOBODY, self._now, midnight.replace(tzinfo=self._local(agency).tzinfo))
        tally = await self._unit.waiting.tally([agency], side)
        return tally if any(tally[part] for part in _TOLD) else None

    def _local(self, agency: AgencyCode) -> datetime:
        return self._now.astimezone(zone_of(agency) or self._house.calendar.zone)

    def _reached(self, agency: AgencyCode) -> bool:
        local = self._local(agency)
        first = time(*divmod(DIGEST_HOURS[0], 60))
        return first <= local.time() < TOO_LATE and self._house.calendar.is_working(local.date())

    async def _wants(self, agency: AgencyCode) -> bool:
        local, at = self._local(agency), (await self._unit.rules.of(agency)).digest_at
        return at is not None and local.hour * 60 + local.minute >= at

    async def _agencies(self) -> list[AgencyCode]:
        """Every agency that somebody reads for."""
        with_people = await self._unit.access.agencies_with_people()
        bound = {group.agency for group in await self._unit.access.all_groups()}
        return sorted({*with_people, *bound})

    async def _chats(self, agency: AgencyCode) -> list[ChatId]:
        groups = await self._unit.access.groups_covering(agency)
        own = [group.chat for group in groups if group.agency == agency]
        if own:
            return own
        members = await self._unit.access.members(agency, covering=False)
        return list(dict.fromkeys(p.chat for p, _ in members if p.blocked_since is None))
