"""People talk with a bot that answers over HTTP, and find what is on the screen."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update

from bot.sandbox import ChangeKind, NothingHeard, Person, Sandbox
from tests.support.clock import TurnedClock


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup.from_column(
        [InlineKeyboardButton(label, callback_data=label) for label in labels]
    )


class Echo:
    """A small bot: repeats words under two buttons, counts presses in place."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self.heard: list[Update] = []

    async def run(self) -> None:
        offset = 0
        while True:
            for update in await self._bot.get_updates(offset=offset, timeout=10):
                offset = update.update_id + 1
                self.heard.append(update)
                await self._answer(update)

    async def _answer(self, update: Update) -> None:
        if update.callback_query is not None:
            query = update.callback_query
            assert query.message is not None
            await query.answer(f"Anda menekan {query.data}", show_alert=query.data == "Hapus")
            await self._bot.edit_message_text(
                f"<b>{query.data}</b>",
                query.message.chat.id,
                query.message.message_id,
                parse_mode="HTML",
            )
        elif update.message is not None and update.message.text is not None:
            await self._bot.send_message(
                update.message.chat.id, update.message.text, reply_markup=keyboard("Kirim", "Hapus")
            )


@pytest.fixture
async def echo(bot: Bot) -> AsyncIterator[Echo]:
    echo = Echo(bot)
    with suppress(asyncio.CancelledError):
        async with asyncio.TaskGroup() as group:
            running = group.create_task(echo.run())
            yield echo
            running.cancel()


async def test_a_person_hears_the_answer_to_their_own_words(echo: Echo, sandbox: Sandbox) -> None:
    siti, ani = sandbox.person("Siti"), sandbox.person("Ani")

    await siti.says("Lampu mati")
    await ani.says("Jalan rusak")

    assert (await siti.hears()).text == "Lampu mati"
    assert (await ani.hears("rusak")).text == "Jalan rusak"
    assert len(echo.heard) == 2


async def test_an_old_answer_is_not_heard_twice(echo: Echo, siti: Person) -> None:
    await siti.hears("Halo")
    await siti.says("Dua")

    answer = await siti.hears()

    assert answer.text == "Dua"
    assert len(echo.heard) == 2


async def test_a_press_is_answered_and_the_message_changes(echo: Echo, siti: Person) -> None:
    await siti.hears()

    await siti.presses("Ki")
    answer = await siti.answered()
    changed = await siti.hears()

    assert (answer.text, answer.alert) == ("Anda menekan Kirim", False)
    assert changed.signs == "*Kirim*"
    assert siti.pressed is answer
    assert (siti.counts.messages, siti.counts.taps) == (1, 1)
    assert len(echo.heard) == 2


async def test_an_alert_is_told_apart_from_a_toast(echo: Echo, siti: Person) -> None:
    await siti.presses("Hapus")

    assert (await siti.answered()).alert
    assert echo.heard[-1].callback_query is not None


async def test_waiting_in_vain_shows_the_chat(siti: Person) -> None:
    with pytest.raises(NothingHeard) as vain:
        await siti.hears("Laporan diterima", timeout=0.02)

    assert "Siti Rahma waits for 'Laporan diterima' in vain (0.02 s)" in str(vain.value)
    assert "Siti Rahma: Halo" in str(vain.value)


async def test_looking_for_a_button_in_vain_shows_the_chat(siti: Person) -> None:
    with pytest.raises(NothingHeard, match=r"Siti Rahma finds no button \[Kirim\]"):
        await siti.presses("Kirim", timeout=0.02)


async def test_the_newest_button_with_the_label_is_pressed(bot: Bot, siti: Person) -> None:
    await bot.send_message(siti.id, "Lama", reply_markup=keyboard("Kirim"))
    await bot.send_message(siti.id, "Baru", reply_markup=keyboard("Kirim lokasi", "Kirim"))
    await bot.send_message(siti.id, "Tanpa tombol")

    press = await siti.presses("Kirim")

    assert press is not None
    assert (press.message.text, press.data) == ("Baru", "Kirim")


async def test_an_older_message_can_be_pressed_by_pointing_at_it(bot: Bot, siti: Person) -> None:
    await bot.send_message(siti.id, "Lama", reply_markup=keyboard("Kirim"))
    old = siti.screen
    await bot.send_message(siti.id, "Baru", reply_markup=keyboard("Kirim"))

    press = await siti.presses("Kirim", on=old)

    assert press is not None
    assert press.message.text == "Lama"


async def test_a_link_button_into_the_bot_is_followed(bot: Bot, siti: Person) -> None:
    link = InlineKeyboardButton("Buka", url="https://t.me/lapor_latihan_bot?start=kartu-7")
    await bot.send_message(siti.id, "Kartu", reply_markup=InlineKeyboardMarkup([[link]]))

    await siti.presses("Buka")

    assert siti.messages[-1].text == "/start kartu-7"
    assert siti.followed == link.url


@pytest.mark.parametrize("token", ["a" * 65, "spasi%20di", "a.b", "é"])
async def test_a_start_parameter_that_telegram_refuses_is_refused(siti: Person, token: str) -> None:
    with pytest.raises(ValueError, match="refuses the start parameter"):
        await siti.opens(f"https://t.me/lapor_latihan_bot?start={token}")


async def test_a_long_text_arrives_in_pieces(bot: Bot, siti: Person) -> None:
    await siti.says("kata " * 1000)

    found = [u.message.text or "" for u in await bot.get_updates() if u.message]

    assert [len(text) <= 4096 for text in found] == [True, True, True]
    assert " ".join(found[1:]) == ("kata " * 1000).strip()


async def test_everything_that_people_send_reaches_the_bot(bot: Bot, siti: Person) -> None:
    await siti.sends_photo(album="a", caption="satu")
    await siti.sends_photo(album="a")
    await siti.sends_document()
    await siti.sends_video()
    await siti.sends_voice()
    await siti.sends_video_note()
    await siti.sends_sticker()
    live = await siti.sends_pin(-6.4, 106.8, live=True)
    await siti.sends_contact()
    await siti.sends_poll()
    await siti.forwards("Jalan rusak", "Pak RT")
    own = await siti.says("salah tulis")
    await siti.edits(own, "betul tulis")
    await siti.moves(live, -6.41, 106.81)

    found = [u.message for u in await bot.get_updates() if u.message][1:]
    edited = [u.edited_message for u in await bot.get_updates() if u.edited_message]

    assert found[0].media_group_id == found[1].media_group_id is not None
    assert found[2].document is not None
    assert found[2].document.mime_type == "application/pdf"
    assert all((found[3].video, found[4].voice, found[5].video_note, found[6].sticker))
    assert found[7].location is not None
    assert found[7].location.live_period is not None
    assert all((found[8].contact, found[9].poll, found[10].forward_origin))
    assert [m.text for m in edited] == ["betul tulis", None]


async def test_bidi_overrides_and_control_characters_do_not_arrive(siti: Person) -> None:
    message = await siti.says("lampu\u202e mati\x07\r\nlagi")

    assert message.text == "lampu mati \nlagi"


async def test_a_forged_press_can_be_tried(bot: Bot, siti: Person) -> None:
    await bot.send_message(siti.id, "Kartu", reply_markup=keyboard("Terima"))
    assert siti.latest is not None

    await siti.presses_data(siti.latest, "forged")

    found = [u.callback_query for u in await bot.get_updates() if u.callback_query]
    assert found[0].data == "forged"


async def test_whoever_watches_is_told_of_every_change(
    bot: Bot, sandbox: Sandbox, siti: Person
) -> None:
    changes = sandbox.world.subscribe()
    sent = await bot.send_message(siti.id, "Draf", reply_markup=keyboard("Kirim"))
    press = await siti.presses("Kirim")
    assert press is not None
    await bot.answer_callback_query(press.id, "Baik")
    await bot.edit_message_text("Terkirim", siti.id, sent.message_id)
    await bot.delete_message(siti.id, sent.message_id)

    kinds = [changes.get_nowait().kind for _ in range(changes.qsize())]

    sandbox.world.unsubscribe(changes)
    await siti.says("tak dilihat")
    assert kinds == [
        ChangeKind.SENT,
        ChangeKind.PRESSED,
        ChangeKind.ANSWERED,
        ChangeKind.EDITED,
        ChangeKind.DELETED,
    ]
    assert changes.empty()


async def test_history_can_be_bounded(clock: TurnedClock) -> None:
    async with Sandbox(clock=clock, history=3) as sandbox:
        siti = sandbox.person("Siti")
        for number in range(10):
            await siti.says(str(number))

        assert [message.text for message in siti.messages] == ["7", "8", "9"]


async def test_people_cannot_do_what_telegram_would_not_let_them(
    sandbox: Sandbox, siti: Person
) -> None:
    ani = sandbox.person("Ani")
    group = sandbox.group("Kelurahan", members=[ani])
    foreign = await ani.says("milik Ani")

    with pytest.raises(ValueError, match="empty message"):
        await siti.says(" \n")
    with pytest.raises(ValueError, match="is not in Kelurahan"):
        await siti.says("Halo", chat=group)
    with pytest.raises(ValueError, match="one's own message"):
        await siti.edits(foreign, "bukan milik saya")
    with pytest.raises(ValueError, match="stays in the chat"):
        await siti.says("balas", reply_to=foreign)
    with pytest.raises(ValueError, match="above 1,024"):
        await siti.sends_photo(caption="a" * 1025)
    with pytest.raises(ValueError, match="needs a group"):
        await siti.opens("t.me/lapor_latihan_bot?startgroup=a")
    with pytest.raises(ValueError, match="does not lead to the bot"):
        await siti.opens("t.me/bot_lain?start=a")
    with pytest.raises(ValueError, match="pressed nothing"):
        await siti.answered()
    await siti.blocks()
    with pytest.raises(ValueError, match="has blocked the bot"):
        await siti.says("Halo")
