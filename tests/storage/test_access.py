"""Rights, groups and single-use links."""

import asyncio
from datetime import timedelta

from bot.domain.people import (
    ChatId,
    Group,
    Invitation,
    InvitationKind,
    Membership,
    Person,
    Role,
)
from storage.database import Storage
from tests.storage.examples import BANDUNG, BOGOR, BOGOR_ROADS, BOGOR_TRANSPORT, NOW

GROUP = ChatId(-1001234567890)
TOKEN = b"t" * 32
LATER = NOW + timedelta(hours=1)


async def test_a_right_holds_from_its_grant_to_its_end(storage: Storage, budi: Person) -> None:
    async with storage.unit() as unit:
        await unit.access.grant(budi.id, BOGOR_TRANSPORT, Role.OFFICER, None, NOW)
        held = await unit.access.actor(budi.id)
        ended = await unit.access.revoke(budi.id, BOGOR_TRANSPORT, None, LATER)
        after = await unit.access.actor(budi.id)
        again = await unit.access.revoke(budi.id, BOGOR_TRANSPORT, None, LATER)

    assert held.memberships == (Membership(budi.id, BOGOR_TRANSPORT, Role.OFFICER, NOW),)
    assert not held.admin
    assert after.memberships == ()
    assert (ended, again) == (True, False)


async def test_an_admins_right_names_no_agency(
    storage: Storage, siti: Person, budi: Person
) -> None:
    async with storage.unit() as unit:
        await unit.access.grant(budi.id, None, Role.ADMIN, siti.id, NOW)
        await unit.access.grant(budi.id, BANDUNG, Role.OFFICER, siti.id, NOW)

    async with storage.reading() as unit:
        actor = await unit.access.actor(budi.id)
        assert actor.admin
        assert [m.agency for m in actor.memberships] == [BANDUNG]
        assert await unit.access.admins() == [budi]


async def test_an_ended_admin_is_no_admin(storage: Storage, budi: Person) -> None:
    async with storage.unit() as unit:
        await unit.access.grant(budi.id, None, Role.ADMIN, None, NOW)
        await unit.access.revoke(budi.id, None, None, LATER)

    async with storage.reading() as unit:
        assert not (await unit.access.actor(budi.id)).admin
        assert await unit.access.admins() == []


async def test_a_second_grant_raises_and_never_lowers(storage: Storage, budi: Person) -> None:
    async with storage.unit() as unit:
        await unit.access.grant(budi.id, BOGOR, Role.OFFICER, None, NOW)
        await unit.access.grant(budi.id, BOGOR, Role.AGENCY_ADMIN, None, LATER)
        await unit.access.grant(budi.id, BOGOR, Role.OFFICER, None, LATER)

    async with storage.reading() as unit:
        actor = await unit.access.actor(budi.id)
    assert actor.memberships == (Membership(budi.id, BOGOR, Role.AGENCY_ADMIN, LATER),)


async def test_an_ended_right_can_be_given_again(storage: Storage, budi: Person) -> None:
    async with storage.unit() as unit:
        await unit.access.grant(budi.id, BOGOR, Role.OFFICER, None, NOW)
        await unit.access.revoke(budi.id, BOGOR, None, NOW)
        await unit.access.grant(budi.id, BOGOR, Role.OFFICER, None, LATER)

    async with storage.reading() as unit:
        members = await unit.access.members(BOGOR)
    assert [(person, member.since) for person, member in members] == [(budi, LATER)]


async def test_the_governments_people_cover_its_units_and_no_others(
    storage: Storage, siti: Person, budi: Person
) -> None:
    async with storage.unit() as unit:
        await unit.access.grant(siti.id, BOGOR, Role.AGENCY_ADMIN, None, NOW)
        await unit.access.grant(budi.id, BOGOR_TRANSPORT, Role.OFFICER, None, LATER)

    async with storage.reading() as unit:
        access = unit.access
        exact = [person.id for person, _ in await access.members(BOGOR_TRANSPORT)]
        covering = [person.id for person, _ in await access.members(BOGOR_TRANSPORT, covering=True)]
        roads = [person.id for person, _ in await access.members(BOGOR_ROADS, covering=True)]
        bogor = [person.id for person, _ in await access.members(BOGOR, covering=True)]
        counts = await access.agencies_with_people()
    assert exact == [budi.id]
    assert covering == [siti.id, budi.id]
    assert roads == [siti.id]
    assert bogor == [siti.id]
    assert counts == {BOGOR: 1, BOGOR_TRANSPORT: 1}


async def test_a_bound_group_gets_the_cards_of_its_agency_and_units(
    storage: Storage, budi: Person
) -> None:
    group = Group(GROUP, BOGOR, "Petugas Bogor", forum=True, topic=7)
    async with storage.unit() as unit:
        await unit.access.bind_group(group, budi.id, NOW)

    async with storage.reading() as unit:
        assert await unit.access.group(GROUP) == group
        assert await unit.access.groups_covering(BOGOR_ROADS) == [group]
        assert await unit.access.groups_covering(BANDUNG) == []
        assert await unit.access.all_groups() == [group]


async def test_a_group_is_bound_anew_retitled_and_let_go(storage: Storage) -> None:
    bandung = Group(GROUP, BANDUNG, "Bandung", forum=True)
    async with storage.unit() as unit:
        await unit.access.bind_group(Group(GROUP, BOGOR, "Bogor"), None, NOW)
        await unit.access.bind_group(bandung, None, LATER)
        await unit.access.set_topic(GROUP, 12)
        topical = await unit.access.group(GROUP)
        unbound = await unit.access.unbind_group(GROUP)
        again = await unit.access.unbind_group(GROUP)

        assert topical == Group(GROUP, BANDUNG, "Bandung", forum=True, topic=12)
        assert (unbound, again) == (True, False)
        assert await unit.access.all_groups() == []


async def test_a_group_stays_bound_when_it_becomes_a_supergroup(storage: Storage) -> None:
    new = ChatId(-1009)
    async with storage.unit() as unit:
        await unit.access.bind_group(Group(GROUP, BOGOR, "Bogor"), None, NOW)
        await unit.access.migrate_group(GROUP, new)
        await unit.access.migrate_group(GROUP, new)

        assert await unit.access.group(GROUP) is None
        assert await unit.access.group(new) == Group(new, BOGOR, "Bogor")


def an_invitation() -> Invitation:
    return Invitation(InvitationKind.OFFICER, BOGOR, None, expires_at=NOW + timedelta(days=2))


async def test_an_invitation_is_spent_once_under_fifty_hands(
    storage: Storage, siti: Person
) -> None:
    async with storage.unit() as unit:
        await unit.access.invite(TOKEN, an_invitation())

    async def spend() -> Invitation | None:
        async with storage.unit() as unit:
            return await unit.access.spend(TOKEN, siti.id, LATER)

    spent = await asyncio.gather(*(spend() for _ in range(50)))

    assert [one for one in spent if one is not None] == [an_invitation()]


async def test_looking_at_an_invitation_does_not_spend_it(storage: Storage, siti: Person) -> None:
    async with storage.unit() as unit:
        await unit.access.invite(TOKEN, an_invitation())
        seen = await unit.access.peek(TOKEN, LATER)
        spent = await unit.access.spend(TOKEN, siti.id, LATER)
        seen_again = await unit.access.peek(TOKEN, LATER)

    assert seen == spent == an_invitation()
    assert seen_again is None


async def test_an_expired_or_unknown_invitation_opens_nothing(
    storage: Storage, siti: Person
) -> None:
    async with storage.unit() as unit:
        await unit.access.invite(TOKEN, an_invitation())
        too_late = NOW + timedelta(days=2)

        assert await unit.access.peek(TOKEN, too_late) is None
        assert await unit.access.spend(TOKEN, siti.id, too_late) is None
        assert await unit.access.spend(b"u" * 32, siti.id, NOW) is None


async def test_who_has_asked_to_be_let_in_may_ask_again_a_day_later(
    storage: Storage, budi: Person
) -> None:
    day = timedelta(days=1)

    async with storage.unit() as unit:
        asked = [
            await unit.access.ask_in(budi.id, agency, at, at - day)
            for agency, at in ((BOGOR, NOW), (BOGOR, LATER), (BANDUNG, LATER), (BOGOR, NOW + day))
        ]

    assert asked == [True, False, True, True]
