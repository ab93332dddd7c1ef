"""Who comes in, as what, and who is shown out.

- Before consent only the sealed inbox row exists; a person begins to exist for us with "Setuju".
- A link works once and for a short time, and only its keyed hash is kept.
- A group gets cards, never rights. Somebody in a bound group asks to be let in; an admin of the
  agency, or an admin, lets them in.
- A revoked right ends with the commit that revokes it: every press is authorised anew.
"""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.agency import Agency, AgencyCode
from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import (
    Actor,
    ChatId,
    Consent,
    Group,
    Invitation,
    InvitationKind,
    Membership,
    Person,
    PersonId,
    Role,
)
from bot.domain.refusals import Refused, Why
from bot.services.hearing import Hearing
from bot.services.house import House
from bot.services.unheard import Unheard
from storage.errors import NoSuchPerson
from storage.unit import Unit

CONSENT_VERSION = "2026-11"
LINK_LASTS = timedelta(days=7)
ASK_AGAIN_AFTER = timedelta(days=1)
WITHDRAWN_CARDS = 200
FIRST_CARDS = 10
"""How many cards come at once when an agency gets its people; a group hears 20 a minute."""
_ROLES = {
    InvitationKind.ADMIN: Role.ADMIN,
    InvitationKind.OFFICER: Role.OFFICER,
    InvitationKind.AGENCY_ADMIN: Role.AGENCY_ADMIN,
}


@dataclass(frozen=True, slots=True)
class Staff:
    """The people and groups of one agency."""

    agency: Agency
    people: tuple[tuple[Person, Membership], ...]
    groups: tuple[Group, ...]


class Access:
    """Consent, links, groups and rights."""

    def __init__(self, house: House, unit: Unit, now: datetime) -> None:
        self._house = house
        self._unit = unit
        self._now = now

    async def agree(self, chat: ChatId, name: str, language: str) -> Person:
        """Store the consent with its version and time; the person exists from here on."""
        known = await self._unit.people.with_chat(chat)
        person = known or await self._unit.people.add(chat, name, language, self._now)
        agreed = replace(person, consent=Consent(CONSENT_VERSION, self._now))
        await self._unit.people.save(agreed)
        return agreed

    async def speak(self, person: Person, language: str) -> None:
        """Remember the language that a person chose."""
        await self._unit.people.save(replace(person, language=language))

    async def reachable(self, chat: ChatId, *, blocked: bool) -> None:
        """Remember that somebody has blocked the bot, or has let it back."""
        person = await self._unit.people.with_chat(chat)
        if person is None or blocked is (person.blocked_since is not None):
            return
        since = self._now if blocked else None
        await self._unit.people.save(replace(person, blocked_since=since))
        unheard = Unheard(self._unit, self._now)
        for held in (await self._unit.access.actor(person.id)).memberships:
            await (unheard.after if blocked else unheard.bring)(held.agency)

    async def group_lost(self, chat: ChatId) -> None:
        """A group has thrown the bot out: it is bound no more, and the admins hear of it."""
        group = await self._unit.access.group(chat)
        if group is None or not await self._unit.access.unbind_group(chat):
            return
        hearing = Hearing(self._unit, self._now)
        for admin in await hearing.admins():
            await hearing.tell(Notice(NoticeKind.UNDELIVERED, admin, about=group.agency))
        await Unheard(self._unit, self._now).bring(group.agency)

    async def group_moved(self, old: ChatId, new: ChatId) -> None:
        """A group has another number now: its binding and what waits for it move along."""
        await self._unit.access.migrate_group(old, new)
        await self._unit.outbox.move_lane(old, new)
        await self._unit.anchors.move(old, new)

    async def invite(
        self, actor: Actor | None, kind: InvitationKind, agency: AgencyCode | None
    ) -> str:
        """Make the token of a single-use link; `actor` None is the operator at the machine.

        Raises Refused: NOT_ALLOWED, NEEDS_AGENCY.
        """
        if actor is not None:
            _allowed(actor, agency, kind)
        if kind is not InvitationKind.ADMIN:
            if agency is None:
                raise Refused(Why.NEEDS_AGENCY)
            self._house.agency_named(agency)
        token = secrets.token_urlsafe(24)
        await self._unit.access.invite(
            self._house.seal.fingerprint(token, "invitation"),
            Invitation(kind, agency, actor.person if actor else None, self._now + LINK_LASTS),
        )
        return token

    async def enter(self, person: Person, token: str) -> Invitation:
        """Open a link in private. Raises Refused (INVITATION_SPENT), also for a group's link."""
        mark = self._house.seal.fingerprint(token, "invitation")
        waiting = await self._unit.access.peek(mark, self._now)
        if waiting is None or waiting.kind is InvitationKind.GROUP:
            raise Refused(Why.INVITATION_SPENT)
        invitation = await self._unit.access.spend(mark, person.id, self._now)
        if invitation is None:
            raise Refused(Why.INVITATION_SPENT)
        await self._unit.access.grant(
            person.id,
            invitation.agency,
            _ROLES[invitation.kind],
            invitation.made_by or person.id,
            self._now,
        )
        await self._bring_cards_to_first(invitation.agency)
        return invitation

    async def bind(
        self,
        person: Person | None,
        token: str,
        chat: ChatId,
        title: str,
        topic: int | None = None,
    ) -> Group:
        """Bind a group, or one topic of it, to an agency by its link.

        Raises Refused (INVITATION_SPENT).
        """
        mark = self._house.seal.fingerprint(token, "invitation")
        waiting = await self._unit.access.peek(mark, self._now)
        if waiting is None or waiting.kind is not InvitationKind.GROUP or waiting.agency is None:
            raise Refused(Why.INVITATION_SPENT)
        by = person.id if person else waiting.made_by
        if by is None or await self._unit.access.spend(mark, by, self._now) is None:
            raise Refused(Why.INVITATION_SPENT)
        group = Group(chat, waiting.agency, title, forum=topic is not None, topic=topic)
        await self._unit.access.bind_group(group, by, self._now)
        await self._bring_cards(group.agency)
        return group

    async def choose_topic(self, actor: Actor, chat: ChatId, topic: int) -> Agency:
        """Let the cards go into another topic of a bound group.

        Raises Refused: NOT_IN_GROUP, NOT_ALLOWED for somebody who does not work there.
        """
        group = await self._unit.access.group(chat)
        if group is None:
            raise Refused(Why.NOT_IN_GROUP)
        if not actor.admin and not actor.role_for(group.agency):
            raise Refused(Why.NOT_ALLOWED)
        await self._unit.access.set_topic(chat, topic)
        return self._house.agency_named(group.agency)

    async def ask_in(self, person: Person, chat: ChatId) -> Agency:
        """Ask an agency's admins, or else the admins, to be let in.

        Raises Refused: NOT_IN_GROUP, ASKED_ALREADY within a day.
        """
        group = await self._unit.access.group(chat)
        if group is None:
            raise Refused(Why.NOT_IN_GROUP)
        agency, since = self._house.agency_named(group.agency), self._now - ASK_AGAIN_AFTER
        if not await self._unit.access.ask_in(person.id, group.agency, self._now, since):
            raise Refused(Why.ASKED_ALREADY, agency=agency.short)
        members = await self._unit.access.members(group.agency, covering=True)
        keepers = [p.chat for p, m in members if m.role is Role.AGENCY_ADMIN]
        hearing = Hearing(self._unit, self._now)
        for keeper in keepers or await hearing.admins():
            about = f"{person.id}>{group.agency}"
            await hearing.tell(Notice(NoticeKind.LET_IN, keeper, about=about))
        return agency

    async def let_in(self, actor: Actor, person: PersonId, agency: AgencyCode) -> Person:
        """Make somebody an officer. Raises Refused: NOT_ALLOWED, NOT_FOUND, NEEDS_AGENCY."""
        _allowed(actor, agency, InvitationKind.OFFICER)
        assert actor.person is not None
        try:
            newcomer = await self._unit.people.get(person)
        except NoSuchPerson as absent:
            raise Refused(Why.NOT_FOUND) from absent
        self._house.agency_named(agency)
        await self._unit.access.grant(person, agency, Role.OFFICER, actor.person, self._now)
        await self._bring_cards_to_first(agency)
        hearing = Hearing(self._unit, self._now)
        await hearing.tell(Notice(NoticeKind.WELCOME, newcomer.chat, about=f"in>{agency}"))
        return newcomer

    async def may_revoke(self, actor: Actor, person: PersonId, agency: AgencyCode | None) -> Person:
        """Ask before anybody is asked whether they are sure. Raises Refused, as `revoke`."""
        kind = InvitationKind.OFFICER if agency else InvitationKind.ADMIN
        _allowed(actor, agency, kind)
        if agency is None and [a.id for a in await self._unit.access.admins()] == [person]:
            raise Refused(Why.LAST_ADMIN)
        try:
            return await self._unit.people.get(person)
        except NoSuchPerson as absent:
            raise Refused(Why.NOT_FOUND) from absent

    async def revoke(self, actor: Actor, person: PersonId, agency: AgencyCode | None) -> Person:
        """Take a right away at once.

        Raises Refused: NOT_ALLOWED, NOT_FOUND, ALREADY, LAST_ADMIN.
        """
        former = await self.may_revoke(actor, person, agency)
        assert actor.person is not None
        if not await self._unit.access.revoke(person, agency, actor.person, self._now):
            raise Refused(Why.ALREADY)
        hearing = Hearing(self._unit, self._now)
        await hearing.tell(Notice(NoticeKind.WELCOME, former.chat, about=f"out>{agency or '-'}"))
        if agency:
            await self._withdraw_cards(former.chat, agency)
            await Unheard(self._unit, self._now).after(agency)
        return former

    async def staff(self, actor: Actor, agency: AgencyCode) -> Staff:
        """Who works for an agency. Raises Refused: NOT_ALLOWED, NEEDS_AGENCY."""
        if not actor.admin and actor.role_for(agency) is not Role.AGENCY_ADMIN:
            raise Refused(Why.NOT_ALLOWED)
        return Staff(
            self._house.agency_named(agency),
            tuple(await self._unit.access.members(agency, covering=False)),
            tuple(g for g in await self._unit.access.groups_covering(agency)),
        )

    async def admins(self, actor: Actor) -> list[Person]:
        """Every admin. Raises Refused (NOT_ALLOWED)."""
        if not actor.admin:
            raise Refused(Why.NOT_ALLOWED)
        return await self._unit.access.admins()

    async def staffed(self, actor: Actor) -> list[tuple[Agency, int]]:
        """Every agency that has people here, with their number. Raises Refused (NOT_ALLOWED)."""
        if not actor.admin:
            raise Refused(Why.NOT_ALLOWED)
        counts = await self._unit.access.agencies_with_people()
        return [(self._house.agency_named(code), count) for code, count in sorted(counts.items())]

    async def _withdraw_cards(self, chat: ChatId, agency: AgencyCode) -> None:
        """Take the words from the cards that somebody still has in private."""
        hearing = Hearing(self._unit, self._now)
        for report in await self._unit.reports.queue([agency], 0, WITHDRAWN_CARDS):
            if await self._unit.anchors.newest(chat, "card", report.id):
                await hearing.tell(Notice(NoticeKind.CARD, chat, report.id))

    async def _bring_cards_to_first(self, agency: AgencyCode | None) -> None:
        """Where no group reads an agency's cards, they come to its people in private.

        Where one does, the first of them changes who carries the reports, and the cards say so.
        """
        if agency is None:
            return
        alone = len(await self._unit.access.members(agency, covering=True)) == 1
        if alone or not await self._unit.access.groups_covering(agency):
            await self._bring_cards(agency)

    async def _bring_cards(self, agency: AgencyCode) -> None:
        """Show somebody new the most urgent reports of their agency; the rest is in the queue."""
        hearing = Hearing(self._unit, self._now)
        for report in await self._unit.reports.queue([agency], 0, FIRST_CARDS):
            await hearing.desk(report)


def _allowed(actor: Actor, agency: AgencyCode | None, kind: InvitationKind) -> None:
    """Admins may all; an agency's admin may let officers into their agency."""
    officer = kind is InvitationKind.OFFICER and actor.role_for(agency) is Role.AGENCY_ADMIN
    if not actor.admin and not officer:
        raise Refused(Why.NOT_ALLOWED)
