"""Who must hear of a change: the reporter, the agency's officers, the admins.

A fact is written to the outbox inside the unit that makes the change, and put into words when it
is sent. A report's cards are wherever its agency reads: in its groups, else with each officer in
private; where an agency has nobody who can act, and while a report is unverified, with the admins.
A group alone is nobody: it reads, but has no right to act, so the admins have the cards beside it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.agency import AgencyCode
from bot.domain.notice import Notice, NoticeKind, Urgency
from bot.domain.people import ChatId, PersonId, Role
from bot.domain.report import FollowUp, Report, ReportId, Status
from bot.services.following import has_spoken
from storage.unit import Unit

UNSOLVED = "unsolved"
"""What a reporter's word is about that is the second of its kind: it goes up the ladder."""
OPENED = "opened"
"""What a card is about that somebody has asked for: it comes new, with the whole text."""
TOGETHER = "together"
"""What a closing is about that another reporter has spoken for one's own report too."""
ALBUM_PAUSE = timedelta(seconds=1.5)
"""How long after the last picture of an album, or half of a text, one answer is given."""

LINK_PAUSE = timedelta(seconds=5)
"""A group's link adds the bot first and is opened right after."""


class Hearing:
    """Writes the facts of one unit of work."""

    def __init__(self, unit: Unit, now: datetime) -> None:
        self._unit = unit
        self._now = now

    async def tell(
        self,
        notice: Notice,
        *,
        after: timedelta | None = None,
        urgency: Urgency = Urgency.NOTICE,
    ) -> None:
        await self._unit.outbox.put(
            notice.chat,
            "notice",
            notice.dump(),
            urgency,
            self._now,
            not_before=self._now + after if after else None,
            merge_key=notice.merge_key,
        )

    async def draft_later(self, chat: ChatId) -> None:
        """Show the draft once, when nothing more has come for a moment."""
        await self.tell(Notice(NoticeKind.DRAFT_CARD, chat), after=ALBUM_PAUSE)

    async def draft_is_shown(self, chat: ChatId) -> None:
        """The draft is shown by an answer: what was to show it later need not."""
        if key := Notice(NoticeKind.DRAFT_CARD, chat).merge_key:
            await self._unit.outbox.withdraw(key)

    async def unbound_later(self, chat: ChatId) -> None:
        """Tell a group how it is bound, unless a link has bound it by then."""
        await self.tell(Notice(NoticeKind.UNBOUND, chat), after=LINK_PAUSE)

    async def reporter(
        self, report: Report, kind: NoticeKind, follow_up: FollowUp | None = None, about: str = ""
    ) -> None:
        """Tell the reporter, and everybody whose report follows this one."""
        await self.one(report, kind, follow_up, about)
        await self.voices(report, kind, follow_up, about)

    async def voices(
        self, report: Report, kind: NoticeKind, follow_up: FollowUp | None = None, about: str = ""
    ) -> None:
        """Tell those whose reports follow this one, each under their own number."""
        for voice in await self._unit.reports.voices(report.id):
            if not has_spoken(voice):
                await self.one(voice, kind, follow_up, about)

    async def one(
        self, report: Report, kind: NoticeKind, follow_up: FollowUp | None = None, about: str = ""
    ) -> None:
        """Tell one report's reporter and nobody else; of an erased report nobody."""
        person = await self._unit.people.get(report.reporter)
        if person.is_nobody:
            return
        await self.tell(
            Notice(kind, person.chat, report.id, follow_up.id if follow_up else None, about)
        )

    async def pin_used(self, report: Report, by: PersonId) -> None:
        """Tell the reporter that somebody has opened their report with its PIN."""
        if by != report.reporter:
            await self.one(report, NoticeKind.PIN_USED)

    async def desk(self, report: Report) -> bool:
        """Bring every card of a report up to date, and make new ones where they are due.

        Says whether anybody of its agency can act. A voice has no cards of its own: those of the
        report that speaks for it tell of it.
        """
        if report.joined_to:
            await self.renew_cards(report.id)
            await self.renew_cards(report.joined_to)
            return False
        cards = await self._unit.anchors.cards(report.id)
        officers = await self.officers_of(report)
        invited = await self.partners_of(report)
        old_cards = (card.chat for card in cards if card.slot == "card")
        for chat in dict.fromkeys([*officers, *invited, *old_cards]):
            await self.tell(Notice(NoticeKind.CARD, chat, report.id))
        staffed = await self._can_act(report, officers)
        admins = await self.admins() if not staffed and report.status.is_open else []
        old = [card.chat for card in cards if card.slot == "admin_card"]
        for chat in dict.fromkeys([*admins, *old]):
            await self.tell(Notice(NoticeKind.ADMIN_CARD, chat, report.id))
        return staffed

    async def renew(self, report: ReportId, chat: ChatId, slot: str) -> None:
        """Bring one card up to date, when somebody has pressed it too late."""
        kinds = {"card": NoticeKind.CARD, "admin_card": NoticeKind.ADMIN_CARD}
        if slot in kinds:
            await self.tell(Notice(kinds[slot], chat, report))

    async def renew_cards(self, report: ReportId) -> None:
        """Bring the cards that are there up to date, without a new one anywhere."""
        for card in await self._unit.anchors.cards(report):
            await self.renew(report, card.chat, card.slot)

    async def moved_away(self, report: Report, before: Sequence[ChatId]) -> None:
        """Tell the chats that had a report, and have it no more, that an admin has moved it."""
        still = await self.everybody_at(report)
        for chat in before:
            if chat not in still:
                await self.tell(Notice(NoticeKind.MOVED_AWAY, chat, report.id))

    async def open_for(self, person: PersonId, report: ReportId) -> None:
        """Send a report's card, whole and new, to somebody's private chat."""
        chat = (await self._unit.people.get(person)).chat
        await self.tell(Notice(NoticeKind.CARD, chat, report, about=OPENED))

    async def reporter_said(self, report: Report, follow_up: FollowUp) -> None:
        """Carry the reporter's words to whoever has the report."""
        notice = Notice(NoticeKind.REPORTER_SAID, ChatId(0), report.id, follow_up.id)
        carriers = await self._carriers(report)
        for chat in dict.fromkeys([*carriers, *await self.partners_of(report)]):
            await self.tell(replace(notice, chat=chat))

    async def unsolved_again(self, report: Report, follow_up: FollowUp | None) -> None:
        """Tell those above the officers that it is still not solved, with the reporter's words."""
        told = set(await self._carriers(report)) if follow_up else set()
        above = [*await self.agency_admins(report), *await self.admins()]
        kind = NoticeKind.REPORTER_SAID if follow_up else NoticeKind.WARNED
        said = follow_up.id if follow_up else None
        for chat in dict.fromkeys(above):
            if chat not in told:
                await self.tell(Notice(kind, chat, report.id, said, UNSOLVED))

    async def officers_of(self, report: Report) -> list[ChatId]:
        """The chats in which the report's agency reads; empty when nobody of it is here."""
        if report.agency is None or report.status is Status.UNVERIFIED:
            return []
        return await self.readers_of(report.agency)

    async def partners_of(self, report: Report) -> list[ChatId]:
        """The chats in which an invited agency reads; empty where none is."""
        if report.working_partner is None:
            return []
        return await self.readers_of(report.working_partner)

    async def everybody_at(self, report: Report) -> list[ChatId]:
        """The chats of the report's agency and of the invited one."""
        both = (*await self.officers_of(report), *await self.partners_of(report))
        return list(dict.fromkeys(both))

    async def readers_of(self, agency: AgencyCode) -> list[ChatId]:
        """Where an agency reads: in its groups, else with each of its people in private."""
        groups = await self._unit.access.groups_covering(agency)
        if groups:
            return [group.chat for group in groups]
        members = await self._unit.access.members(agency, covering=True)
        return list(dict.fromkeys(p.chat for p, _ in members if p.blocked_since is None))

    async def staffed(self, report: Report) -> bool:
        """Whether anybody of its agency can act on a report; else the admins carry it."""
        if report.agency is None or report.status is Status.UNVERIFIED:
            return False
        return await self.works_at(report.agency)

    async def works_at(self, agency: AgencyCode) -> bool:
        """Whether anybody can act for an agency; who has blocked the bot still can in its group."""
        members = await self._unit.access.members(agency, covering=True)
        if any(person.blocked_since is None for person, _ in members):
            return True
        return bool(members and await self._unit.access.groups_covering(agency))

    async def _carriers(self, report: Report) -> list[ChatId]:
        """Where its agency reads, and the admins where nobody there can act."""
        officers = await self.officers_of(report)
        if await self._can_act(report, officers):
            return officers
        return [*officers, *await self.admins()]

    async def _can_act(self, report: Report, officers: Sequence[ChatId]) -> bool:
        """As `staffed`, without a look where its people read in private."""
        in_private = any(chat > 0 for chat in officers)
        return in_private or (bool(officers) and await self.staffed(report))

    async def agency_admins(self, report: Report) -> list[ChatId]:
        """The admins of the report's agency and of the one above it; none while admins have it."""
        if report.agency is None or report.status is Status.UNVERIFIED:
            return []
        members = await self._unit.access.members(report.agency, covering=True)
        chats = [person.chat for person, held in members if held.role is Role.AGENCY_ADMIN]
        return list(dict.fromkeys(chats))

    async def admins(self) -> list[ChatId]:
        return [person.chat for person in await self._unit.access.admins()]
