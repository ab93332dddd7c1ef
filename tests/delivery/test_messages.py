"""What is known of a message afterwards, and what becomes of the one before it."""

from bot.domain.people import ChatId
from bot.sandbox import Person as Citizen
from bot.ui.screen import Choice, Keyboard, Screen, Slot
from storage.database import Storage
from tests.support.heard import answer_for, heard, known
from tests.support.post import PostOffice

PRESS = ((Choice("Kirim", "send:1"),),)


async def test_a_deleted_message_is_replaced_by_a_new_one(
    office: PostOffice, siti: Citizen
) -> None:
    await office.put(siti.id, "kartu", edit=404)

    await office.drained()

    assert heard(siti) == ["kartu"]


async def test_only_the_newest_draft_keeps_its_buttons(office: PostOffice, siti: Citizen) -> None:
    for number in range(3):
        await office.put(siti.id, Screen(f"draf {number}", PRESS, slot=Slot.DRAFT))

    await office.drained()

    assert [(m.text, m.buttons) for m in siti.messages if m.from_bot] == [
        ("draf 0", []),
        ("draf 1", []),
        ("draf 2", ["Kirim"]),
    ]


async def test_a_message_that_another_took_the_place_of_loses_its_buttons(
    office: PostOffice, siti: Citizen
) -> None:
    await office.put(siti.id, Screen("di mana?", PRESS))
    await office.drained()
    assert siti.latest

    await office.put(siti.id, Screen("di mana?", keyboard=Keyboard("Lokasi")), edit=siti.latest.id)
    await office.drained()

    assert [(m.text, m.buttons) for m in siti.messages if m.from_bot] == [
        ("di mana?", []),
        ("di mana?", []),
    ]


async def test_a_message_is_remembered_for_what_it_shows_now(
    office: PostOffice, storage: Storage, siti: Citizen
) -> None:
    answer = await answer_for(storage, await known(storage, siti))
    chat = ChatId(siti.id)
    screen = Screen("tanya", PRESS, report=answer.report, slot=Slot.QUESTION)
    await office.put(siti.id, screen)
    await office.drained()
    assert siti.latest
    async with storage.reading() as unit:
        asked = await unit.anchors.at(chat, siti.latest.id)

    await office.put(siti.id, "terima kasih", edit=siti.latest.id)
    await office.drained()

    async with storage.reading() as unit:
        after = await unit.anchors.at(chat, siti.latest.id)
    assert asked
    assert (asked.report, asked.slot) == (answer.report, Slot.QUESTION)
    assert after is None


async def test_a_pinned_screen_is_pinned(office: PostOffice, siti: Citizen) -> None:
    await office.put(siti.id, Screen("penting", pinned=True))

    await office.drained()

    assert siti.latest
    assert siti.chat.pinned == [siti.latest.id]


async def test_a_reply_to_a_message_that_another_took_the_place_of_belongs_to_nothing(
    office: PostOffice, storage: Storage, siti: Citizen
) -> None:
    answer = await answer_for(storage, await known(storage, siti))
    await office.put(siti.id, Screen("tanya", report=answer.report))
    await office.drained()
    assert siti.latest
    old = siti.latest.id

    await office.put(siti.id, Screen("tanya", keyboard=Keyboard("Lokasi")), edit=old)
    await office.drained()

    async with storage.reading() as unit:
        assert await unit.anchors.at(ChatId(siti.id), old) is None


async def test_what_has_no_buttons_is_not_remembered_for_them(
    office: PostOffice, storage: Storage, siti: Citizen
) -> None:
    await office.put(siti.id, Screen("di mana?", keyboard=Keyboard("Lokasi"), slot=Slot.DRAFT))

    await office.drained()

    assert siti.latest
    async with storage.reading() as unit:
        assert await unit.anchors.at(ChatId(siti.id), siti.latest.id) is None


async def test_a_question_that_lost_its_buttons_still_belongs_to_its_report(
    office: PostOffice, storage: Storage, siti: Citizen
) -> None:
    answer = await answer_for(storage, await known(storage, siti))
    await office.put(siti.id, Screen("tanya", PRESS, report=answer.report, slot=Slot.QUESTION))
    await office.drained()
    assert siti.latest
    old = siti.latest.id

    await office.put(siti.id, Screen("yang mana?", slot=Slot.QUESTION))
    await office.drained()

    async with storage.reading() as unit:
        asked = await unit.anchors.at(ChatId(siti.id), old)
    assert asked
    assert (asked.report, asked.slot) == (answer.report, Slot.NONE)
