"""Who may act for which agency, the groups that get its cards, and the links that let people in.

A right ends, it is never deleted: who could do what, and when, stays answerable.
Agencies stand in two levels, a government and its units, so a right at either of the two covers.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from bot.domain.agency import AgencyCode
from bot.domain.people import Actor, Invitation, InvitationKind, Membership, Person, PersonId, Role
from storage.moments import to_micros, to_moment
from storage.office_tables import asked_in
from storage.seal import Seal
from storage.stores.agencies import head_of
from storage.stores.groups import Groups
from storage.stores.people import to_person
from storage.tables import invitations, people, rights
from storage.tx import Row, Tx

_EVERYWHERE = AgencyCode("")
_RANK = {Role.OFFICER: 1, Role.AGENCY_ADMIN: 2, Role.ADMIN: 3}

held = rights.c.ended_at.is_(None)
_RIGHTS_OF = select(rights).where(rights.c.person == bindparam("whose"), held)
_RIGHT_AT = _RIGHTS_OF.where(rights.c.agency == bindparam("where"))
_GIVE = insert(rights).values(
    {name: bindparam(name) for name in ("person", "agency", "role", "since", "given_by")}
)
_END = (
    update(rights)
    .where(rights.c.person == bindparam("whose"), rights.c.agency == bindparam("where"), held)
    .values(ended_at=bindparam("now"), ended_by=bindparam("by"))
)
_MEMBERS = (
    select(people, rights.c.agency, rights.c.role, rights.c.since)
    .select_from(people.join(rights, rights.c.person == people.c.id))
    .where(
        or_(rights.c.agency == bindparam("where"), rights.c.agency == bindparam("above")),
        held,
    )
    .order_by(rights.c.since, rights.c.id)
)
_WITH_PEOPLE = (
    select(rights.c.agency, func.count().label("people"))
    .where(rights.c.agency != _EVERYWHERE, held)
    .group_by(rights.c.agency)
)

_ASK = (
    insert(asked_in)
    .values({name: bindparam(name) for name in ("person", "agency", "asked_at")})
    .on_conflict_do_update(
        index_elements=["person", "agency"],
        set_={"asked_at": bindparam("asked_at")},
        where=asked_in.c.asked_at <= bindparam("before"),
    )
)
_INVITE = insert(invitations).values(
    {name: bindparam(name) for name in ("token_mark", "kind", "agency", "made_by", "expires_at")}
)
_usable = (
    (invitations.c.token_mark == bindparam("token"))
    & invitations.c.spent_at.is_(None)
    & (invitations.c.expires_at > bindparam("now"))
)
_PEEK = select(invitations).where(_usable)
_SPEND = (
    update(invitations)
    .where(_usable)
    .values(spent_at=bindparam("now"), spent_by=bindparam("by"))
    .returning(invitations)
)


def to_actor(person: PersonId, rows: Sequence[Row]) -> Actor:
    """Read somebody's rights, a row each."""
    return Actor(
        person=person,
        admin=any(row["agency"] == _EVERYWHERE for row in rows),
        memberships=tuple(
            Membership(
                person=person,
                agency=AgencyCode(row["agency"]),
                role=Role(row["role"]),
                since=to_moment(row["since"]),
            )
            for row in rows
            if row["agency"] != _EVERYWHERE
        ),
    )


def _to_invitation(row: Row | None) -> Invitation | None:
    if row is None:
        return None
    return Invitation(
        kind=InvitationKind(row["kind"]),
        agency=AgencyCode(row["agency"]) if row["agency"] is not None else None,
        made_by=PersonId(row["made_by"]) if row["made_by"] is not None else None,
        expires_at=to_moment(row["expires_at"]),
    )


class Access(Groups):
    """Rights, groups and invitations."""

    def __init__(self, tx: Tx, seal: Seal) -> None:
        super().__init__(tx, seal)

    async def actor(self, person: PersonId) -> Actor:
        """What somebody may be at this moment."""
        return to_actor(person, await self._tx.all(_RIGHTS_OF, {"whose": person}))

    async def grant(
        self,
        person: PersonId,
        agency: AgencyCode | None,
        role: Role,
        by: PersonId | None,
        now: datetime,
    ) -> None:
        """Give a right, an admin's where there is no agency.

        One right a person and agency: a higher role takes the place of a lower, never the reverse.
        """
        where = _EVERYWHERE if agency is None else agency
        held = await self._tx.one(_RIGHT_AT, {"whose": person, "where": where})
        if held is not None:
            if _RANK[Role(held["role"])] >= _RANK[role]:
                return
            await self.revoke(person, agency, by, now)
        await self._tx.run(
            _GIVE,
            {
                "person": person,
                "agency": where,
                "role": role.value,
                "since": to_micros(now),
                "given_by": by,
            },
        )

    async def revoke(
        self, person: PersonId, agency: AgencyCode | None, by: PersonId | None, now: datetime
    ) -> bool:
        """Say whether there was a right to end."""
        where = _EVERYWHERE if agency is None else agency
        ended = await self._tx.run(
            _END, {"whose": person, "where": where, "by": by, "now": to_micros(now)}
        )
        return ended > 0

    async def members(
        self, agency: AgencyCode, *, covering: bool = False
    ) -> list[tuple[Person, Membership]]:
        """Who works for exactly this agency; with `covering` also who works for the one above it.

        Longest in office first.
        """
        above = head_of(agency) if covering else agency
        return [
            (
                to_person(row, self._seal),
                Membership(
                    person=PersonId(row["id"]),
                    agency=AgencyCode(row["agency"]),
                    role=Role(row["role"]),
                    since=to_moment(row["since"]),
                ),
            )
            for row in await self._tx.all(_MEMBERS, {"where": agency, "above": above})
        ]

    async def admins(self) -> list[Person]:
        rows = await self._tx.all(_MEMBERS, {"where": _EVERYWHERE, "above": _EVERYWHERE})
        return [to_person(row, self._seal) for row in rows]

    async def agencies_with_people(self) -> dict[AgencyCode, int]:
        """How many people work for each agency by a right at that agency itself."""
        rows = await self._tx.all(_WITH_PEOPLE)
        return {AgencyCode(row["agency"]): row["people"] for row in rows}

    async def ask_in(
        self, person: PersonId, agency: AgencyCode, now: datetime, before: datetime
    ) -> bool:
        """Note that somebody asks to be let in; False where they have asked after `before`."""
        values = {"person": person, "agency": agency, "asked_at": to_micros(now)}
        return await self._tx.run(_ASK, values | {"before": to_micros(before)}) > 0

    async def invite(self, token_fingerprint: bytes, invitation: Invitation) -> None:
        """Keep an invitation under its token's fingerprint; the token itself is never stored."""
        await self._tx.run(
            _INVITE,
            {
                "token_mark": token_fingerprint,
                "kind": invitation.kind.value,
                "agency": invitation.agency,
                "made_by": invitation.made_by,
                "expires_at": to_micros(invitation.expires_at),
            },
        )

    async def peek(self, token_fingerprint: bytes, now: datetime) -> Invitation | None:
        """Look at an invitation that can still be spent."""
        return _to_invitation(
            await self._tx.one(_PEEK, {"token": token_fingerprint, "now": to_micros(now)})
        )

    async def spend(
        self, token_fingerprint: bytes, by: PersonId, now: datetime
    ) -> Invitation | None:
        """Use an invitation up; None when it is spent, expired or unknown."""
        values = {"token": token_fingerprint, "by": by, "now": to_micros(now)}
        return _to_invitation(await self._tx.one(_SPEND, values))
