"""Groups that nobody has invited, hidden voices in them, and rights that are missing."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.domain.people import ChatId, InvitationKind
from bot.sandbox.model.chats import ChatKind
from bot.sandbox.people.group import Group
from tests.support.odd import delivers, from_bot, unharmed
from tests.support.office import LAMP, card_in, files, said_in, told
from tests.support.stage import STREET_LIGHTS, Stage


@pytest.fixture(autouse=True)
async def _unharmed(scene: Stage) -> AsyncIterator[None]:
    yield
    await unharmed(scene)


async def test_a_group_that_adds_the_bot_uninvited_reads_how_it_is_bound(scene: Stage) -> None:
    joko = await scene.citizen("Joko")
    group = scene.sandbox.group("Arisan RT 5", members=[joko])

    await group.adds_bot(joko)
    await joko.hears("belum terhubung", chat=group, timeout=9)
    sari = await scene.citizen()
    await files(sari)
    await scene.settled()

    assert len([m for m in group.messages if m.from_bot]) == 1
    assert not await _bound(scene, group)


async def test_start_in_a_group_without_a_link_binds_nothing(scene: Stage) -> None:
    joko = await scene.citizen("Joko")
    group = scene.sandbox.group("Arisan RT 5", members=[joko])
    await group.adds_bot(joko)

    await joko.says("/start", chat=group)
    await joko.hears("belum terhubung", chat=group)

    assert not await _bound(scene, group)


@pytest.mark.parametrize(
    "said", ["/start@lapor_latihan_bot karangan", "/start@lapor_latihan_bot a b c", "/start x"]
)
async def test_a_made_up_link_in_a_group_binds_nothing(scene: Stage, said: str) -> None:
    joko = await scene.citizen("Joko")
    group = scene.sandbox.group("Arisan RT 5", members=[joko])
    await group.adds_bot(joko)

    await joko.says(said, chat=group)
    await joko.hears("Tautan ini sudah dipakai", chat=group)

    assert not await _bound(scene, group)


async def test_a_groups_link_opened_in_private_stays_good_for_the_group(scene: Stage) -> None:
    budi = await scene.officer()
    link = await scene.app.invite(InvitationKind.GROUP, STREET_LIGHTS)
    token = link.split("=")[1]
    await budi.says(f"/start {token}")
    await budi.hears("Tautan ini sudah dipakai")
    group = scene.sandbox.group("Dishub Kab. Bogor", members=[budi])

    await budi.opens(link, chat=group)
    await budi.hears("menerima kartu laporan", chat=group)

    assert await _bound(scene, group)


async def test_a_persons_link_opened_in_a_group_lets_nobody_in(scene: Stage) -> None:
    joko = await scene.citizen("Joko")
    group = scene.sandbox.group("Arisan RT 5", members=[joko])
    await group.adds_bot(joko)
    token = (await scene.app.invite(InvitationKind.OFFICER, STREET_LIGHTS)).split("=")[1]

    await joko.says(f"/start@lapor_latihan_bot {token}", chat=group)
    await joko.hears("Tautan ini sudah dipakai", chat=group)

    assert not await _bound(scene, group)
    async with scene.app.storage.reading() as unit:
        person = await unit.people.with_chat(ChatId(joko.id))
        assert person is not None
        assert (await unit.access.actor(person.id)).memberships == ()


async def test_a_hidden_admin_of_the_group_gets_no_right_from_hiding(scene: Stage) -> None:
    budi = await scene.officer()
    group = await scene.group("Dishub Kab. Bogor", [budi])
    sari = await scene.citizen()
    card = await card_in(scene, group, await files(sari))
    before = len(group.messages)

    await budi.says("Sudah kami perbaiki.", reply_to=card, chat=group, anonymous=True)
    await scene.settled()

    assert len(group.messages) == before + 1
    assert "Sudah kami perbaiki" not in told(sari)


async def test_a_channel_that_writes_in_the_group_is_nobody(scene: Stage) -> None:
    budi = await scene.officer()
    group = await scene.group("Dishub Kab. Bogor", [budi])
    await group.promotes_bot(budi)
    sari = await scene.citizen()
    await card_in(scene, group, await files(sari))
    before = len([m for m in group.messages if m.from_bot])

    await budi.says_as_channel("Sudah kami perbaiki.", "Kanal Pemkab", chat=group)
    await scene.settled()

    assert len([m for m in group.messages if m.from_bot]) == before


async def test_a_channel_that_takes_the_bot_in_hears_nothing(scene: Stage) -> None:
    joko = await scene.citizen("Joko")
    world = scene.sandbox.world
    channel = Group(world, world.add_chat(ChatKind.CHANNEL, "Kanal Pemkab"))
    channel.seats(joko)

    await channel.adds_bot(joko, admin=True)
    await joko.says("/start", chat=channel)
    await asyncio.sleep(5.2)
    await scene.settled()

    assert [m.text for m in channel.messages] == ["/start"]


async def test_chatter_in_a_bound_group_is_left_alone(scene: Stage) -> None:
    budi = await scene.officer()
    group = await scene.group("Dishub Kab. Bogor", [budi])
    await group.promotes_bot(budi)
    before = len([m for m in group.messages if m.from_bot])

    said = await budi.says(LAMP, chat=group)
    await budi.says("/laporanku", chat=group)
    await budi.says("/status LPR-0000-0000-000", chat=group)
    await budi.says("Siap", reply_to=said, chat=group)
    await budi.sends_photo(chat=group)
    await budi.sends_pin(-6.4, 106.8, chat=group)
    await delivers(scene, budi, chat=group, dice={"emoji": "🎲", "value": 4})
    await scene.settled()

    assert len([m for m in group.messages if m.from_bot]) == before


async def test_a_group_where_the_bot_may_not_write_is_told_to_the_admins(scene: Stage) -> None:
    ratna, budi = await scene.admin(), await scene.officer()
    group = await scene.group("Dishub Kab. Bogor", [budi])
    await group.silences_bot(budi)
    sari = await scene.citizen()

    number = await files(sari)
    await scene.settled()

    assert number in told(ratna)
    assert "belum sampai ke petugas" in told(ratna)


async def test_a_group_that_throws_the_bot_out_is_told_to_the_admins(scene: Stage) -> None:
    ratna, budi = await scene.admin(), await scene.officer()
    group = await scene.group("Dishub Kab. Bogor", [budi])

    await group.removes_bot(budi)
    await ratna.hears("tidak bisa dihubungi lagi")
    sari = await scene.citizen()
    number = await files(sari)
    await scene.settled()

    assert not await _bound(scene, group)
    assert number in told(budi)


async def test_a_closed_topic_sends_the_cards_to_the_group_itself(scene: Stage) -> None:
    budi = await scene.officer()
    group = await scene.group("Dishub Kab. Bogor", [budi], forum=True)
    topic = await group.opens_topic(budi, "Laporan")
    await budi.says("/start", chat=group, thread=topic)
    await budi.hears("masuk ke topik ini", chat=group)
    await group.closes_topic(budi, topic)
    sari = await scene.citizen()

    number = await files(sari)
    card = await card_in(scene, group, number)

    assert card.thread is None


async def test_start_in_a_closed_topic_still_answers(scene: Stage) -> None:
    budi = await scene.officer()
    group = await scene.group("Dishub Kab. Bogor", [budi], forum=True)
    topic = await group.opens_topic(budi, "Laporan")
    await group.closes_topic(budi, topic)
    before = len([m for m in group.messages if m.from_bot])

    await budi.says("/start", chat=group, thread=topic)
    await scene.settled()

    assert len([m for m in group.messages if m.from_bot]) == before + 1
    assert "menerima kartu" in said_in(group) or "masuk ke" in said_in(group)


async def test_a_stranger_cannot_move_the_cards_to_another_topic(scene: Stage) -> None:
    budi, joko = await scene.officer(), await scene.citizen("Joko")
    group = await scene.group("Dishub Kab. Bogor", [budi, joko], forum=True)
    topic = await group.opens_topic(joko, "Gosip")

    await joko.says("/start", chat=group, thread=topic)
    await scene.settled()
    number = await files(await scene.citizen())
    card = await card_in(scene, group, number)

    assert card.thread is None


async def test_a_group_that_became_a_supergroup_keeps_its_cards(scene: Stage) -> None:
    budi = await scene.officer()
    group = await scene.group("Dishub Kab. Bogor", [budi])
    if group.chat.kind is ChatKind.GROUP:
        await group.migrates()
    sari = await scene.citizen()

    number = await files(sari)
    card = await card_in(scene, group, number)

    assert number in card.text


async def test_a_stranger_who_was_never_greeted_learns_nothing_in_a_group(scene: Stage) -> None:
    budi, joko = await scene.officer(), scene.sandbox.person("Joko")
    group = await scene.group("Dishub Kab. Bogor", [budi, joko])
    sari = await scene.citizen()
    card = await card_in(scene, group, await files(sari))

    press = await joko.presses("Lainnya", chat=group)
    await joko.answered()
    await joko.sends_sticker()
    await scene.settled()

    assert press is not None
    assert "secara pribadi" in (press.text or "")
    assert card.text == next(m for m in group.messages if m.id == card.id).text
    assert "Setuju?" in from_bot(joko)[-1].text


async def _bound(scene: Stage, group: Group) -> bool:
    async with scene.app.storage.reading() as unit:
        return await unit.access.group(ChatId(group.id)) is not None
