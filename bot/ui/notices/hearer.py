"""One chat that is to hear something: what its reader is to a report, and where it is shown."""

from collections.abc import Awaitable, Callable

from bot.domain.agency import Agency, AgencyCode, covers
from bot.domain.moves import moves_open_to
from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import Actor, ChatId, Group, Person, PersonId, Role
from bot.domain.report import FollowUp, Report
from bot.services.records import CaseView, readers_of
from bot.services.work import Work
from bot.ui import topics
from bot.ui.screen import Rendered, Screen, Slot
from bot.ui.texts import Speech, Texts
from storage.errors import NoSuchReport
from storage.stores.anchors import Anchor

_OF_ERASED = {
    NoticeKind.CARD,
    NoticeKind.ADMIN_CARD,
    NoticeKind.MOVED_AWAY,
    NoticeKind.ERASED,
}
"""What is still told of a report whose words are gone."""

Hears = Callable[["Hearer", Notice], Awaitable[Rendered | None]]
"""Gives the screens for one chat; None when there is nothing to say to it any more."""


class Hearer:
    """A person in private, or a group that an agency has bound."""

    def __init__(
        self, work: Work, say: Speech, chat: ChatId, person: Person | None, group: Group | None
    ) -> None:
        self.work = work
        self.say = say
        self.chat = chat
        self.person = person
        self.group = group
        self._actor: Actor | None = None

    @classmethod
    async def of(cls, work: Work, notice: Notice, texts: Texts) -> "Hearer":
        person = await work.unit.people.with_chat(notice.chat)
        group = None if person else await work.unit.access.group(notice.chat)
        say = texts.speech(person.language if person else texts.default)
        return cls(work, say, notice.chat, person, group)

    async def report(self, notice: Notice) -> Report:
        if notice.report is None:
            raise NoSuchReport("a notice without a report")
        report = await self.work.unit.reports.get(notice.report)
        if report.erased and notice.kind not in _OF_ERASED:
            raise NoSuchReport("nothing of it is left to tell")
        return report

    async def said(self, notice: Notice) -> FollowUp | None:
        if notice.follow_up is None:
            return None
        return await self.work.unit.follow_ups.get(notice.follow_up)

    async def case(self, report: Report, roles: frozenset[Role]) -> CaseView:
        readers = readers_of(await self.actor())
        if self.group:
            readers = frozenset({self.group.agency})
        acts = moves_open_to(report.status, roles)
        return await self.work.records.case_view(report, acts, readers)

    async def roles(self, report: Report) -> frozenset[Role]:
        """What this chat's reader is to a report: a group stands for its agency's officers."""
        if self.group:
            both = ((Role.OFFICER, report.agency), (Role.PARTNER, report.working_partner))
            mine = self.group.agency
            return frozenset(role for role, its in both if its is not None and covers(mine, its))
        actor = await self.actor()
        return actor.roles_towards(PersonId(0), report.agency, report.working_partner)

    async def actor(self) -> Actor:
        if self._actor is None:
            person = self.person
            self._actor = await self.work.actor(person.id) if person else Actor(PersonId(0))
        return self._actor

    async def shown(self, report: Report, slot: Slot) -> Anchor | None:
        """The newest card of the report in this chat."""
        return await self.work.unit.anchors.newest(self.chat, slot, report.id)

    def agency(self, code: str) -> Agency | None:
        return self.work.records.agency(AgencyCode(code)) if code else None

    async def about(self, notice: Notice, screen: Screen | None) -> Rendered | None:
        """In a group beside the card of the report."""
        if screen is None or self.group is None:
            return self.here(screen)
        report = await self.report(notice)
        return Rendered((screen,), None, await topics.thread_of(self.work, self.group, report))

    def here(self, screen: Screen | None, edit: int | None = None) -> Rendered | None:
        """In the topic that a group has chosen for its cards."""
        if screen is None:
            return None
        return Rendered((screen,), edit, self.group.topic if self.group else None)


def alone(screen: Screen | None) -> Rendered | None:
    return Rendered((screen,)) if screen else None
