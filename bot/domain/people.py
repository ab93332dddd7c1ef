"""Who somebody is to us, and what they are to a report."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.domain.agency import AgencyCode, covers

PersonId = NewType("PersonId", int)
"""Our own number of a person, never Telegram's."""

ChatId = NewType("ChatId", int)
"""Telegram's number of a chat; a person's private chat bears their Telegram id."""


class Role(StrEnum):
    """What a person, or the program itself, is to a report."""

    REPORTER = "reporter"
    OFFICER = "officer"
    AGENCY_ADMIN = "agency_admin"
    PARTNER = "partner"
    """Somebody of a second agency that is invited to the report."""
    ADMIN = "admin"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Consent:
    """Which text on personal data a person agreed to, and when."""

    version: str
    at: datetime


NO_CHAT = ChatId(0)
"""Of nobody: an erased person, and whoever an erased report was from."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who has written to us; names and Telegram's ids stay out of every log."""

    id: PersonId
    chat: ChatId = field(repr=False)
    name: str = field(repr=False)
    language: str
    consent: Consent | None = None
    blocked_since: datetime | None = None
    """When Telegram last told us that they blocked the bot."""

    @property
    def is_nobody(self) -> bool:
        return self.chat == NO_CHAT


@dataclass(frozen=True, slots=True)
class Membership:
    """A person's right to work for an agency (a government's covers its units)."""

    person: PersonId
    agency: AgencyCode
    role: Role
    since: datetime


class Lack(StrEnum):
    """What a group lacks for topics."""

    MANAGE = "manage"
    """The bot's right to manage topics."""
    PIN = "pin"
    """Its right to pin messages."""
    FORUM = "forum"
    """Topics themselves."""


@dataclass(frozen=True, slots=True)
class Group:
    """A Telegram group that gets an agency's cards. It gives nobody a right."""

    chat: ChatId
    agency: AgencyCode
    title: str
    forum: bool = False
    topic: int | None = None
    lacks: frozenset[Lack] = frozenset()
    lacks_since: datetime | None = None
    """When something was last found missing."""


class InvitationKind(StrEnum):
    """What a single-use link opens."""

    ADMIN = "admin"
    OFFICER = "officer"
    AGENCY_ADMIN = "agency_admin"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Invitation:
    """A right that waits for whoever opens its link first; only the token's hash is kept."""

    kind: InvitationKind
    agency: AgencyCode | None
    made_by: PersonId | None
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, with what they may be at this moment: read anew for every press and every word."""

    person: PersonId | None
    admin: bool = False
    memberships: tuple[Membership, ...] = ()

    def role_for(self, agency: AgencyCode | None) -> Role | None:
        """Their role in an agency: the higher one where they have two."""
        if agency is None:
            return None
        held = {m.role for m in self.memberships if covers(m.agency, agency)}
        for role in (Role.AGENCY_ADMIN, Role.OFFICER):
            if role in held:
                return role
        return None

    def roles_towards(
        self,
        reporter: PersonId,
        agency: AgencyCode | None,
        partner: AgencyCode | None = None,
    ) -> frozenset[Role]:
        """Every role that they have towards a report of this reporter at this agency.

        `partner` is the agency that is invited to it.
        """
        if self.person is None:
            return frozenset({Role.SYSTEM})
        roles = set()
        if self.person == reporter:
            roles.add(Role.REPORTER)
        if self.admin:
            roles.add(Role.ADMIN)
        if role := self.role_for(agency):
            roles.add(role)
        if self.role_for(partner):
            roles.add(Role.PARTNER)
        return frozenset(roles)


SYSTEM = Actor(person=None)
