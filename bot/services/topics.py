"""Topics in agencies' groups: what they lack for them, and who is told.

Where a topic cannot be made, the cards go where they went before; who keeps the agency's rules is
told once what is missing. It is tried again after an hour, and at once when the group or the rule
has changed.
"""

from datetime import datetime, timedelta

from bot.domain.agency import AgencyCode, covers
from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import ChatId, Lack, Role
from bot.domain.topic import Topic
from bot.services.hearing import Hearing
from storage.unit import Unit

TRIED_AGAIN_AFTER = timedelta(hours=1)


class TopicKeeping:
    """What becomes of the wish for a topic."""

    def __init__(self, unit: Unit, now: datetime) -> None:
        self._unit = unit
        self._now = now

    async def made(self, topic: Topic) -> None:
        """A topic is there: whatever was missing is there too."""
        await self._unit.topics.put(topic)
        await self._clear(topic.chat, {Lack.MANAGE, Lack.FORUM})

    async def lacking(self, chat: ChatId, lack: Lack) -> None:
        """Something is missing: tell the keepers of the agency's rules, once."""
        group = await self._unit.access.group(chat)
        if group is None:
            return
        await self._unit.access.set_lacks(chat, group.lacks | {lack}, self._now)
        if lack in group.lacks:
            return
        hearing = Hearing(self._unit, self._now)
        members = await self._unit.access.members(group.agency, covering=True)
        keepers = [person.chat for person, held in members if held.role is Role.AGENCY_ADMIN]
        for keeper in dict.fromkeys(keepers or await hearing.admins()):
            about = f"{group.agency}>{lack}"
            await hearing.tell(Notice(NoticeKind.TOPICS_LACK, keeper, about=about))

    async def try_again(self, chat: ChatId) -> None:
        """The bot's rights in a group have changed."""
        await self._clear(chat, set(Lack))

    async def try_again_at(self, agency: AgencyCode) -> None:
        """The rule has changed for every group of an agency and of its units."""
        for group in await self._unit.access.all_groups():
            if covers(agency, group.agency):
                await self._clear(group.chat, set(Lack))

    async def _clear(self, chat: ChatId, there: set[Lack]) -> None:
        group = await self._unit.access.group(chat)
        if group and group.lacks & there:
            await self._unit.access.set_lacks(chat, group.lacks - there, self._now)
