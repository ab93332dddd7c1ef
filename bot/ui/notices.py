"""Puts facts from the outbox into words, in their hearer's language, as things stand when sent.

Who may read what is asked anew here: a right may have ended since the fact was written. Somebody
without a right gets no words; a card that they still have says only where the report went.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.domain.agency import Agency, AgencyCode, covers
from bot.domain.clock import Clock
from bot.domain.moves import Act, moves_open_to
from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import Actor, ChatId, Group, Person, PersonId, Role
from bot.domain.report import FollowUp, FollowUpKind, Report
from bot.services.hearing import OPENED
from bot.services.house import House
from bot.services.records import CaseView, readers_of
from bot.services.work import Work
from bot.ui import (
    desk,
    door,
    draft,
    keywords,
    news,
    numbers,
    office_notices,
    own_data,
    reporter_words,
    staff,
    topics,
    warnings,
)
from bot.ui import digest as digests
from bot.ui.buttons.desk import DeskAct, DeskDoes
from bot.ui.cards import face, gone
from bot.ui.screen import Choice, Rendered, Screen, Slot
from bot.ui.texts import Speech, Texts
from storage.errors import NoSuchFollowUp, NoSuchPerson, NoSuchReport
from storage.stores.anchors import Anchor
from storage.unit import Unit

_OF_A_PARTNER = {NoticeKind.JOINED_BY, NoticeKind.STEPPED_OUT}
_OF_ERASED = {
    NoticeKind.CARD,
    NoticeKind.ADMIN_CARD,
    NoticeKind.MOVED_AWAY,
    NoticeKind.ERASED,
}
"""What is still told of a report whose words are gone."""


class Notices:
    """What delivery asks for every fact that it is about to send."""

    def __init__(self, house: House, texts: Texts, clock: Clock) -> None:
        self._house = house
        self._texts = texts
        self._clock = clock

    async def render(self, notice: Notice, unit: Unit) -> Rendered | None:
        """Give the screens for one chat; None when there is nothing to say to it any more."""
        hearer = await _Hearer.of(Work(self._house, unit, self._clock.now()), notice, self._texts)
        try:
            return await hearer.hears(notice)
        except (NoSuchReport, NoSuchFollowUp, NoSuchPerson):
            return None


class _Hearer:
    """One chat: a person in private, or a group that an agency has bound."""

    def __init__(
        self, work: Work, say: Speech, chat: ChatId, person: Person | None, group: Group | None
    ) -> None:
        self._work = work
        self._say = say
        self._chat = chat
        self._person = person
        self._group = group

    @classmethod
    async def of(cls, work: Work, notice: Notice, texts: Texts) -> "_Hearer":
        person = await work.unit.people.with_chat(notice.chat)
        group = None if person else await work.unit.access.group(notice.chat)
        say = texts.speech(person.language if person else texts.default)
        return cls(work, say, notice.chat, person, group)

    async def hears(self, notice: Notice) -> Rendered | None:
        if notice.kind in news.KINDS:
            return _alone(await self._news(notice))
        if act := _KINDS.get(notice.kind):
            return await act(self, notice)
        if notice.kind is NoticeKind.UNBOUND and self._group:
            return None
        return _alone(door.plain(self._say, _PLAIN[notice.kind]))

    async def _news(self, notice: Notice) -> Screen | None:
        report = await self._report(notice)
        if self._person is None or report.reporter != self._person.id:
            return None
        view = await self._work.records.as_reporter(report)
        said = await self._said(notice)
        if said and said.agency and said.kind is FollowUpKind.CONTRIBUTION:
            view = replace(view, agency=view.speakers.get(said.agency))
        if notice.kind in _OF_A_PARTNER:
            view = replace(view, partner=self._agency(notice.about))
        return news.screen(self._say, notice.kind, view, said, notice.about)

    async def card(self, notice: Notice) -> Rendered | None:
        report = await self._report(notice)
        opened = notice.about == OPENED
        old = None if opened else await self._shown(report, Slot.CARD)
        roles = await self._roles(report)
        if not roles and old is None:
            return None
        if roles:
            view, grouped = await self._case(report, roles), self._group is not None
            card = face.card(self._say, view, group=grouped, whole=opened)
        else:
            card = await self._gone(report)
        if self._group is None:
            return self._here(card, old.message if old else None)
        return await topics.card_in(
            self._work, self._say, self._group, report, card, old, gone=not roles
        )

    async def _gone(self, report: Report) -> Screen:
        """The report has gone to another agency, or the right of who has its card has ended."""
        if self._group is None and not (await self._actor()).memberships:
            return gone.withdrawn(self._say, report)
        if report.agency and await self._was_invited(report):
            return gone.stepped_out(self._say, report)
        return gone.away(self._say, report, self._work.records.agency(report.agency))

    async def _was_invited(self, report: Report) -> bool:
        """Whether the reader's agency was here by invitation, and is no more."""
        if self._group:
            mine = frozenset({self._group.agency})
        else:
            mine = frozenset(held.agency for held in (await self._actor()).memberships)
        lines = await self._work.unit.history.of_report(report.id)
        return any(
            line.act == Act.STEP_OUT and line.agency and covers(held, line.agency)
            for line in lines
            for held in mine
        )

    async def admin_card(self, notice: Notice) -> Rendered | None:
        report = await self._report(notice)
        old = await self._shown(report, Slot.ADMIN_CARD)
        edit = old.message if old else None
        if Role.ADMIN not in await self._roles(report):
            return None if edit is None else self._here(desk.away(self._say, report), edit)
        view = await self._case(report, frozenset({Role.ADMIN}))
        return self._here(desk.card(self._say, view), edit)

    async def erased(self, notice: Notice) -> Rendered | None:
        """An old message of an office loses its words, whoever may read there now."""
        report = await self._report(notice)
        return Rendered((own_data.emptied(self._say, report),), int(notice.about))

    async def own_copy(self, _: Notice) -> Rendered | None:
        if self._person is None or self._person.consent is None:
            return None
        copied = await self._work.own_data.copy(self._person)
        return _alone(own_data.copied(self._say, copied))

    async def reporter_said(self, notice: Notice) -> Rendered | None:
        report = await self._report(notice)
        roles = await self._roles(report)
        if not roles:
            return None
        view, group = await self._case(report, roles), self._group is not None
        said = next((each for each in view.follow_ups if each.id == notice.follow_up), None)
        if said is None:
            return None
        shown = reporter_words.screen(self._say, view, said, notice.about, group=group)
        return await self._about(notice, shown)

    async def warned(self, notice: Notice) -> Rendered | None:
        report = await self._report(notice)
        roles = await self._roles(report)
        if not roles:
            return None
        view, group = await self._case(report, roles), self._group is not None
        warned = warnings.warned(self._say, view, roles, notice.about, group=group)
        return await self._about(notice, warned)

    async def moved_away(self, notice: Notice) -> Rendered | None:
        return await self._about(notice, await self._moved_away(notice))

    async def _moved_away(self, notice: Notice) -> Screen | None:
        """The new agency's name, where the report is not guarded."""
        report = await self._report(notice)
        if await self._roles(report):
            return None
        agency = self._work.records.agency(report.agency)
        if agency is None or report.guarded:
            return Screen(self._say("moved-away-quiet", number=report.number))
        return Screen(self._say("moved-away", number=report.number, agency=agency.short))

    async def among_us(self, notice: Notice) -> Rendered | None:
        """Officers hear of each other; nobody does who has no right to the report any more."""
        report = await self._report(notice)
        roles = await self._roles(report)
        if not roles:
            return None
        view, group = await self._case(report, roles), self._group is not None
        shown = await office_notices.screen(self._work, self._say, notice, view, group=group)
        return await self._about(notice, shown)

    async def digest(self, notice: Notice) -> Rendered | None:
        """As things stand now; nothing for who works there no more, or when nothing waits."""
        agency = self._agency(notice.about)
        if agency is None:
            return None
        if self._group:
            reads = covers(self._group.agency, agency.code)
        else:
            reads = (await self._actor()).role_for(agency.code) is not None
        tally = await self._work.digest.of(agency.code) if reads else None
        if tally is None:
            return None
        day, group = self._say.short_day(self._work.now), self._group is not None
        return self._here(digests.screen(self._say, agency, day, tally, group=group))

    async def draft_card(self, _: Notice) -> Rendered | None:
        if self._person is None:
            return None
        found = await self._work.intake.draft_of(self._person.id)
        if found is None:
            return None
        return _alone(draft.next_screen(self._say, self._work.intake.view(found)))

    async def undelivered(self, notice: Notice) -> Rendered | None:
        if not (await self._actor()).admin:
            return None
        code, _, count = notice.about.partition(">")
        agency = self._agency(code)
        name = agency.short if agency else self._say("someone")
        if count:
            return _alone(Screen(self._say("undelivered-unread", agency=name, count=int(count))))
        if notice.report is None:
            key = "undelivered-agency" if agency else "undelivered"
            return _alone(Screen(self._say(key, agency=name)))
        report = await self._report(notice)
        card = Choice(self._say("button-card"), DeskDoes(report.id, DeskAct.OPEN).pack())
        text = self._say("undelivered-report", number=report.number, agency=name)
        return _alone(Screen(text, ((card,),), slot=Slot.NOTICE, report=report.id))

    async def let_in(self, notice: Notice) -> Rendered | None:
        newcomer, _, code = notice.about.partition(">")
        agency = self._agency(code)
        actor = await self._actor()
        if agency is None or not (actor.admin or actor.role_for(agency.code) is Role.AGENCY_ADMIN):
            return None
        person = await self._work.unit.people.get(PersonId(int(newcomer)))
        return _alone(staff.let_in_ask(self._say, person, agency))

    async def keyword_tried(self, notice: Notice) -> Rendered | None:
        """Nothing where another change is tried meanwhile, or the right has ended."""
        actor = await self._actor()
        if self._person is None or not actor.admin:
            return None
        step = await self._work.unit.steps.at(self._person.id, self._chat)
        wish = self._work.keywords.pending(step)
        if step is None or wish is None or step.reason != notice.about:
            return None
        return _alone(keywords.tried(self._say, await self._work.keywords.tried(actor, wish)))

    async def topics_lack(self, notice: Notice) -> Rendered | None:
        code, _, lack = notice.about.partition(">")
        agency, actor = self._agency(code), await self._actor()
        if agency is None or not (actor.admin or actor.role_for(agency.code) is Role.AGENCY_ADMIN):
            return None
        return _alone(door.plain(self._say, f"topics-lack-{lack}", agency=agency.short))

    async def welcome(self, notice: Notice) -> Rendered | None:
        way, _, code = notice.about.partition(">")
        agency = self._agency(code)
        if agency is None:
            return _alone(door.plain(self._say, "welcome-out-admin"))
        key = "welcome-in" if way == "in" else "welcome-out"
        return _alone(door.plain(self._say, key, agency=agency.short))

    async def numbers(self, notice: Notice) -> Rendered | None:
        return await numbers.rendered(self._work, self._say, self._person, notice)

    async def _report(self, notice: Notice) -> Report:
        if notice.report is None:
            raise NoSuchReport("a notice without a report")
        report = await self._work.unit.reports.get(notice.report)
        if report.erased and notice.kind not in _OF_ERASED:
            raise NoSuchReport("nothing of it is left to tell")
        return report

    async def _said(self, notice: Notice) -> FollowUp | None:
        if notice.follow_up is None:
            return None
        return await self._work.unit.follow_ups.get(notice.follow_up)

    async def _case(self, report: Report, roles: frozenset[Role]) -> CaseView:
        readers = readers_of(await self._actor())
        if self._group:
            readers = frozenset({self._group.agency})
        acts = moves_open_to(report.status, roles)
        return await self._work.records.case_view(report, acts, readers)

    async def _roles(self, report: Report) -> frozenset[Role]:
        """What this chat's reader is to a report: a group stands for its agency's officers."""
        if self._group:
            both = ((Role.OFFICER, report.agency), (Role.PARTNER, report.partner))
            mine = self._group.agency
            return frozenset(role for role, its in both if its is not None and covers(mine, its))
        actor = await self._actor()
        return actor.roles_towards(PersonId(0), report.agency, report.partner)

    async def _actor(self) -> Actor:
        if self._person is None:
            return Actor(PersonId(0))
        return await self._work.actor(self._person.id)

    async def _shown(self, report: Report, slot: Slot) -> Anchor | None:
        """The newest card of the report in this chat."""
        return await self._work.unit.anchors.newest(self._chat, slot, report.id)

    def _agency(self, code: str) -> Agency | None:
        return self._work.records.agency(AgencyCode(code)) if code else None

    async def _about(self, notice: Notice, screen: Screen | None) -> Rendered | None:
        """In a group beside the card of the report."""
        if screen is None or self._group is None:
            return self._here(screen)
        report = await self._report(notice)
        return Rendered((screen,), None, await topics.thread_of(self._work, self._group, report))

    def _here(self, screen: Screen | None, edit: int | None = None) -> Rendered | None:
        """In the topic that a group has chosen for its cards."""
        if screen is None:
            return None
        return Rendered((screen,), edit, self._group.topic if self._group else None)


def _alone(screen: Screen | None) -> Rendered | None:
    return Rendered((screen,)) if screen else None


_KINDS: dict[NoticeKind, Callable[[_Hearer, Notice], Awaitable[Rendered | None]]] = {
    **dict.fromkeys(numbers.KINDS, _Hearer.numbers),
    NoticeKind.CARD: _Hearer.card,
    NoticeKind.ADMIN_CARD: _Hearer.admin_card,
    NoticeKind.ERASED: _Hearer.erased,
    NoticeKind.OWN_COPY: _Hearer.own_copy,
    NoticeKind.REPORTER_SAID: _Hearer.reporter_said,
    NoticeKind.MOVED_AWAY: _Hearer.moved_away,
    NoticeKind.DIGEST: _Hearer.digest,
    **dict.fromkeys(office_notices.KINDS, _Hearer.among_us),
    NoticeKind.DRAFT_CARD: _Hearer.draft_card,
    NoticeKind.UNDELIVERED: _Hearer.undelivered,
    NoticeKind.LET_IN: _Hearer.let_in,
    NoticeKind.TOPICS_LACK: _Hearer.topics_lack,
    NoticeKind.KEYWORD_TRIED: _Hearer.keyword_tried,
    NoticeKind.WELCOME: _Hearer.welcome,
    NoticeKind.WARNED: _Hearer.warned,
}
_PLAIN = {
    NoticeKind.CONSENT_EXPIRED: "consent-expired",
    NoticeKind.UNBOUND: "group-unbound",
}
