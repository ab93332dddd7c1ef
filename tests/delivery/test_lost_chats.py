"""Chats that cannot be reached any more, or are somewhere else now."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from bot.domain.notice import Notice, NoticeKind, Urgency
from bot.domain.people import ChatId, Group, Role
from bot.domain.report import ReportId
from bot.sandbox import Group as SandboxGroup
from bot.sandbox import Person as Citizen
from bot.sandbox import Sandbox
from storage.database import Storage
from tests.storage.examples import BOGOR_TRANSPORT, a_report
from tests.support.heard import NOW, answer_for, heard, known, person_of, stored, told
from tests.support.post import PostOffice


@asynccontextmanager
async def bound_group(
    storage: Storage, sandbox: Sandbox, siti: Citizen, *, forum: bool = False
) -> AsyncIterator[SandboxGroup]:
    """The transport agency's group, with Siti among its members."""
    group = sandbox.group("Dishub Bogor", members=[siti], forum=forum)
    await group.adds_bot(siti)
    async with storage.unit() as unit:
        bound = Group(ChatId(group.id), BOGOR_TRANSPORT, "Dishub Bogor", forum=forum)
        await unit.access.bind_group(bound, None, NOW)
    yield group


async def lets_in(storage: Storage, citizen: Citizen, role: Role) -> None:
    person = await known(storage, citizen)
    agency = None if role is Role.ADMIN else BOGOR_TRANSPORT
    async with storage.unit() as unit:
        await unit.access.grant(person.id, agency, role, None, NOW)


async def at_their_desks(storage: Storage, *, admin: Citizen, officer: Citizen) -> ReportId:
    """A report at an agency with one officer and no group."""
    await lets_in(storage, admin, Role.ADMIN)
    await lets_in(storage, officer, Role.OFFICER)
    async with storage.unit() as unit:
        reporter = await unit.people.add(ChatId(2), "Sari", "id", NOW)
        return (await unit.reports.add(a_report(reporter.id))).id


async def test_a_person_who_blocked_the_bot_is_marked_and_their_lane_is_dropped(
    office: PostOffice, storage: Storage, siti: Citizen
) -> None:
    answer = await answer_for(storage, await known(storage, siti))
    await siti.blocks()

    await office.tell(told(answer, siti))
    await office.put(siti.id, "pengumuman", urgency=Urgency.ANNOUNCEMENT)
    await office.drained()

    person = await person_of(storage, siti)
    assert person
    assert person.blocked_since == NOW
    assert (await stored(storage, answer)).undelivered
    assert await office.waiting() == []


async def test_a_person_who_is_reached_again_is_no_longer_marked(
    office: PostOffice, storage: Storage, siti: Citizen
) -> None:
    await known(storage, siti)
    await siti.blocks()
    await office.put(siti.id, "satu")
    await office.drained()
    await siti.unblocks()

    await office.put(siti.id, "dua")
    await office.drained()

    person = await person_of(storage, siti)
    assert person
    assert person.blocked_since is None
    assert heard(siti) == ["dua"]


async def test_admins_hear_when_a_group_has_thrown_the_bot_out(
    office: PostOffice, storage: Storage, sandbox: Sandbox, siti: Citizen, budi: Citizen
) -> None:
    admin = await known(storage, budi)
    answer = await answer_for(storage, await known(storage, siti))
    async with storage.unit() as unit:
        await unit.access.grant(admin.id, None, Role.ADMIN, None, NOW)
    async with bound_group(storage, sandbox, siti) as group:
        await group.removes_bot(siti)
        chat = ChatId(group.id)

        await office.tell(Notice(NoticeKind.CARD, chat, answer.report))
        await office.tell(replace(told(answer, siti), chat=chat, kind=NoticeKind.REPORTER_SAID))
        await office.drained()

    async with storage.reading() as unit:
        assert await unit.access.group(chat) is None
        assert await unit.anchors.newest(ChatId(budi.id), "", answer.report)
    assert sorted(heard(budi)) == ["admin_card", f"undelivered {BOGOR_TRANSPORT}"]
    assert (await stored(storage, answer)).undelivered


async def test_admins_hear_when_the_bot_may_not_write_in_a_group(
    office: PostOffice, storage: Storage, sandbox: Sandbox, siti: Citizen, budi: Citizen
) -> None:
    admin = await known(storage, budi)
    async with storage.unit() as unit:
        await unit.access.grant(admin.id, None, Role.ADMIN, None, NOW)
    async with bound_group(storage, sandbox, siti, forum=True) as group:
        await group.silences_bot(siti)
        await office.tell(Notice(NoticeKind.CARD, ChatId(group.id)))
        await office.drained()

        async with storage.reading() as unit:
            assert await unit.access.group(ChatId(group.id))
    assert heard(budi) == [f"undelivered {BOGOR_TRANSPORT}"]


async def test_admins_get_the_report_when_its_only_officer_blocks_the_bot(
    office: PostOffice, storage: Storage, siti: Citizen, budi: Citizen
) -> None:
    report = await at_their_desks(storage, admin=budi, officer=siti)
    await siti.blocks()

    await office.tell(Notice(NoticeKind.CARD, ChatId(siti.id), report))
    await office.drained()

    assert sorted(heard(budi)) == ["admin_card", f"undelivered {BOGOR_TRANSPORT}"]


async def test_a_card_that_admins_have_already_is_not_announced_at_every_change(
    office: PostOffice, storage: Storage, siti: Citizen, budi: Citizen
) -> None:
    report = await at_their_desks(storage, admin=budi, officer=siti)
    await siti.blocks()
    await office.tell(Notice(NoticeKind.CARD, ChatId(siti.id), report))
    await office.drained()
    async with storage.unit() as unit:
        await unit.anchors.put(ChatId(budi.id), 9, report, "admin_card")
    before = len(heard(budi))

    await office.tell(Notice(NoticeKind.CARD, ChatId(siti.id), report))
    await office.drained()

    assert before == 2
    assert len(heard(budi)) == before
    assert await office.waiting() == []


async def test_admins_get_nothing_while_another_officer_is_reached(
    office: PostOffice, storage: Storage, sandbox: Sandbox, siti: Citizen, budi: Citizen
) -> None:
    report = await at_their_desks(storage, admin=budi, officer=siti)
    dewi = sandbox.person("Dewi")
    await dewi.says("halo")
    await lets_in(storage, dewi, Role.OFFICER)
    await siti.blocks()

    await office.tell(Notice(NoticeKind.CARD, ChatId(siti.id), report))
    await office.drained()

    assert heard(budi) == []


async def test_officers_in_private_get_the_report_when_their_group_is_gone(
    office: PostOffice, storage: Storage, sandbox: Sandbox, siti: Citizen, budi: Citizen
) -> None:
    report = await at_their_desks(storage, admin=budi, officer=siti)
    async with bound_group(storage, sandbox, siti) as group:
        await group.removes_bot(siti)

        await office.tell(Notice(NoticeKind.CARD, ChatId(group.id), report))
        await office.drained()

    assert heard(siti) == ["card"]
    assert heard(budi) == [f"undelivered {BOGOR_TRANSPORT}"]


async def test_a_group_without_officers_is_no_reader_that_the_admins_may_rely_on(
    office: PostOffice, storage: Storage, sandbox: Sandbox, siti: Citizen, budi: Citizen
) -> None:
    await lets_in(storage, budi, Role.ADMIN)
    report = (await answer_for(storage, await known(storage, siti))).report
    async with (
        bound_group(storage, sandbox, siti) as lost,
        bound_group(storage, sandbox, siti) as left,
    ):
        await lost.removes_bot(siti)

        await office.tell(Notice(NoticeKind.CARD, ChatId(lost.id), report))
        await office.drained()

    assert [m.text for m in left.messages if m.from_bot] == ["card"]
    assert "admin_card" in heard(budi)


async def test_a_group_that_became_a_supergroup_hears_everything_there(
    office: PostOffice, storage: Storage, sandbox: Sandbox, siti: Citizen
) -> None:
    async with bound_group(storage, sandbox, siti) as group:
        old = group.id
        async with storage.unit() as unit:
            await unit.anchors.put(ChatId(old), 3, None, "card")
        await group.migrates()

        await office.put(old, "satu")
        await office.put(old, "dua")
        await office.drained()

        async with storage.reading() as unit:
            assert await unit.access.group(ChatId(group.id))
            assert await unit.access.group(ChatId(old)) is None
            assert await unit.anchors.at(ChatId(group.id), 3)
        assert [m.text for m in group.messages if m.from_bot] == ["satu", "dua"]


async def test_a_closed_topic_is_left_for_the_group_itself(
    office: PostOffice, storage: Storage, sandbox: Sandbox, siti: Citizen
) -> None:
    async with bound_group(storage, sandbox, siti, forum=True) as group:
        topic = await group.opens_topic(siti, "Laporan")
        await group.closes_topic(siti, topic)

        await office.put(group.id, "kartu", thread=topic.id)
        await office.drained()

        assert [(m.text, m.thread) for m in group.messages if m.from_bot] == [("kartu", None)]
