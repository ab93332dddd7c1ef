"""Words to many people at once: to an agency's officers, or to who reported in a place.

- An admin speaks to anybody, an agency's own admin to its officers and to who reported to it.
- Who is meant is chosen by the database from agencies, sectors and places; nobody sees a name.
- Never to somebody who has blocked the bot, and to nobody twice in a day unless it is urgent.
- It is counted before it goes, one at a time for each speaker, and can be stopped: the rest of its
  people hear nothing.
"""

from dataclasses import replace
from datetime import datetime

from bot.domain.agency import Agency, AgencyCode
from bot.domain.announcement import (
    MOST_LETTERS,
    Announcement,
    AnnouncementId,
    Audience,
)
from bot.domain.notice import Notice, NoticeKind, Urgency
from bot.domain.people import Actor, Role
from bot.domain.refusals import Refused, Why
from bot.services.hearing import Hearing
from bot.services.house import House
from bot.services.records import Records
from storage.unit import Unit

AT_ONCE = 25
"""How many people a step sends to: a little less than Telegram takes in a second."""


class Announcing:
    """Counts, sends, stops."""

    def __init__(self, house: House, unit: Unit, now: datetime) -> None:
        self._unit = unit
        self._now = now
        self._records = Records(house, unit, now)

    def own(self, actor: Actor) -> Agency | None:
        """The agency that somebody speaks for; None for an admin. Raises Refused (NOT_ALLOWED)."""
        if actor.admin:
            return None
        held = (m.agency for m in actor.memberships if m.role is Role.AGENCY_ADMIN)
        agency = next((a for code in held if (a := self._records.agency(code))), None)
        if agency is None:
            raise Refused(Why.NOT_ALLOWED)
        return agency

    def allowed(self, actor: Actor, audience: Audience) -> Audience:
        """The audience as far as somebody may speak to it. Raises Refused (NOT_ALLOWED)."""
        own = self.own(actor)
        if own is None:
            return audience
        if audience.agency and actor.role_for(audience.agency) is Role.AGENCY_ADMIN:
            return audience
        if audience.agency:
            raise Refused(Why.NOT_ALLOWED)
        return replace(audience, agency=own.code)

    async def count(self, actor: Actor, audience: Audience, *, urgent: bool) -> int:
        """How many would hear it now. Raises Refused (NOT_ALLOWED)."""
        assert actor.person is not None
        allowed = self.allowed(actor, audience)
        return await self._unit.announcements.count(allowed, actor.person, self._now, urgent=urgent)

    async def send(
        self, actor: Actor, audience: Audience, text: str, *, urgent: bool
    ) -> Announcement:
        """Choose the people; their messages follow at Telegram's pace.

        Raises Refused: NOT_ALLOWED, NEEDS_ANSWER for no words or too many, ALREADY while another
        one of theirs is under way.
        """
        assert actor.person is not None
        allowed = self.allowed(actor, audience)
        if not 0 < len(text.strip()) <= MOST_LETTERS:
            raise Refused(Why.NEEDS_ANSWER)
        if await self._unit.announcements.speaks(actor.person):
            raise Refused(Why.ALREADY)
        return await self._unit.announcements.add(
            Announcement(AnnouncementId(0), actor.person, allowed, urgent, text.strip(), self._now)
        )

    async def stop(self, actor: Actor, announcement: AnnouncementId) -> Announcement:
        """Let nobody hear it who has not yet. Raises Refused: NOT_FOUND, ALREADY."""
        found = await self._unit.announcements.get(announcement)
        if found is None or not (actor.admin or found.by == actor.person):
            raise Refused(Why.NOT_FOUND)
        if not await self._unit.announcements.stop(announcement, self._now):
            raise Refused(Why.ALREADY)
        return replace(found, stopped_at=self._now)

    async def step(self) -> bool:
        """Send to the next people; says whether there is anything under way."""
        found = await self._unit.announcements.next_under_way()
        if found is None:
            return False
        chats = await self._unit.announcements.take(found.id, AT_ONCE, self._now)
        for chat in chats:
            notice = Notice(NoticeKind.ANNOUNCED, chat, about=str(found.id))
            await self._unit.outbox.put(
                chat, "notice", notice.dump(), Urgency.ANNOUNCEMENT, self._now
            )
        if found.queued + len(chats) >= found.total or not chats:
            await self._unit.announcements.done(found.id, self._now)
        speaker = await self._unit.people.get(found.by)
        progress = Notice(NoticeKind.ANNOUNCE_PROGRESS, speaker.chat, about=str(found.id))
        await Hearing(self._unit, self._now).tell(progress)
        return True

    def agency(self, code: AgencyCode | None) -> Agency | None:
        return self._records.agency(code)
