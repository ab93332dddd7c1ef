"""What the bot does arrives as its people see it, asked by python-telegram-bot's own client."""

from aiohttp import ClientSession, web
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyParameters,
)

from bot.sandbox import Group, Person, Sandbox
from bot.sandbox.people.contents import plain_picture
from tests.sandbox.asking import result

KEYBOARD = InlineKeyboardMarkup.from_row(
    [
        InlineKeyboardButton("Kirim", callback_data="send"),
        InlineKeyboardButton("Peta", url="https://example.org/peta"),
    ]
)


async def test_the_bot_knows_its_own_name(bot: Bot) -> None:
    me = await bot.get_me()

    assert (me.username, me.is_bot) == ("lapor_latihan_bot", True)
    assert not me.can_read_all_group_messages


async def test_formatted_words_arrive_with_their_buttons(bot: Bot, siti: Person) -> None:
    sent = await bot.send_message(
        siti.id, "<b>Nomor</b> 🏟 <code>LPR-7</code>", parse_mode="HTML", reply_markup=KEYBOARD
    )

    seen = await siti.hears("Nomor")
    assert (seen.text, seen.signs) == ("Nomor 🏟 LPR-7", "*Nomor* 🏟 `LPR-7`")
    assert seen.buttons == ["Kirim", "Peta"]
    assert [(e.type, e.offset, e.length) for e in sent.entities] == [("bold", 0, 5), ("code", 9, 5)]


async def test_an_edit_changes_the_message_in_place(bot: Bot, siti: Person) -> None:
    sent = await bot.send_message(siti.id, "Draf", reply_markup=KEYBOARD)

    await bot.edit_message_text("Terkirim", siti.id, sent.message_id)

    assert siti.latest is not None
    assert (siti.latest.id, siti.latest.text) == (sent.message_id, "Terkirim")
    assert siti.buttons == []


async def test_buttons_alone_can_change(bot: Bot, siti: Person) -> None:
    sent = await bot.send_message(siti.id, "Draf", reply_markup=KEYBOARD)

    await bot.edit_message_reply_markup(siti.id, sent.message_id)

    assert siti.sees("Draf")
    assert siti.buttons == []


async def test_a_photo_is_uploaded_once_and_sent_again_by_its_id(bot: Bot, siti: Person) -> None:
    first = await bot.send_photo(
        siti.id, plain_picture(), caption="<i>Bukti</i>", parse_mode="HTML"
    )

    again = await bot.send_photo(siti.id, first.photo[-1].file_id)

    assert again.photo[-1].file_unique_id == first.photo[-1].file_unique_id
    assert first.photo[0].file_id != first.photo[-1].file_id
    assert first.caption == "Bukti"


async def test_what_a_person_sends_can_be_downloaded(bot: Bot, siti: Person) -> None:
    message = await siti.sends_document(b"isi berkas", name="bukti.pdf")
    assert message.media is not None

    file = await bot.get_file(message.media.file.id)

    assert bytes(await file.download_as_bytearray()) == b"isi berkas"


async def test_every_kind_of_file_arrives(bot: Bot, siti: Person) -> None:
    await bot.send_document(siti.id, b"PDF", filename="surat.pdf", caption="Surat")
    await bot.send_video(siti.id, b"ftyp")
    await bot.send_voice(siti.id, b"OggS")
    await bot.send_location(siti.id, -6.48, 106.85)

    assert siti.transcript().splitlines()[1:] == [
        "Bot: (berkas surat.pdf) Surat",
        "Bot: (video)",
        "Bot: (pesan suara)",
        "Bot: (lokasi -6.48, 106.85)",
    ]


async def test_an_album_is_one_group_of_messages(bot: Bot, siti: Person) -> None:
    photo = await siti.sends_photo()
    assert photo.media is not None

    sent = await bot.send_media_group(
        siti.id,
        [InputMediaPhoto(plain_picture(), caption="Dua"), InputMediaPhoto(photo.media.file.id)],
    )

    assert len({message.media_group_id for message in sent}) == 1
    assert [message.caption for message in sent] == ["Dua", None]


async def test_a_caption_and_a_picture_can_be_exchanged(bot: Bot, siti: Person) -> None:
    sent = await bot.send_photo(siti.id, plain_picture(), caption="Lama")

    await bot.edit_message_caption(siti.id, sent.message_id, caption="Baru")
    changed = await bot.edit_message_media(
        InputMediaPhoto(plain_picture(64, 64), caption="Lain"), siti.id, sent.message_id
    )

    assert not isinstance(changed, bool)
    assert changed.caption == "Lain"
    assert changed.photo[-1].file_id != sent.photo[-1].file_id


async def test_a_copy_carries_words_and_file_but_no_origin(
    bot: Bot, siti: Person, budi: Person
) -> None:
    photo = await siti.sends_photo(caption="Lampu mati")

    await bot.copy_message(budi.id, siti.id, photo.id)

    copy = await budi.hears("Lampu mati")
    assert copy.media == photo.media
    assert copy.origin is None


async def test_a_reply_points_at_its_message(bot: Bot, siti: Person) -> None:
    question = await siti.says("Kapan?")

    await bot.send_message(siti.id, "Besok", reply_parameters=ReplyParameters(question.id))

    assert (await siti.hears()).reply_to == question.id


async def test_a_lost_message_may_stay_unanswered_if_the_bot_allows_it(
    bot: Bot, siti: Person
) -> None:
    parameters = ReplyParameters(999, allow_sending_without_reply=True)

    await bot.send_message(siti.id, "Besok", reply_parameters=parameters)

    assert (await siti.hears()).reply_to is None


async def test_a_message_can_be_deleted_and_pinned(bot: Bot, siti: Person) -> None:
    kept = await bot.send_message(siti.id, "Tetap")
    gone = await bot.send_message(siti.id, "Hilang")

    await bot.delete_message(siti.id, gone.message_id)
    await bot.pin_chat_message(siti.id, kept.message_id)

    assert not siti.sees("Hilang")
    pinned = (await bot.get_chat(siti.id)).pinned_message
    assert pinned is not None
    assert pinned.message_id == kept.message_id
    assert await bot.unpin_chat_message(siti.id)


async def test_a_person_sees_the_bot_typing(bot: Bot, siti: Person) -> None:
    await bot.send_chat_action(siti.id, "typing")

    assert siti.chat.typing == "typing"


async def test_a_reply_keyboard_is_pressed_by_its_label_or_shares_a_pin(
    bot: Bot, siti: Person
) -> None:
    keyboard = ReplyKeyboardMarkup(
        [[KeyboardButton("Kirim lokasi", request_location=True)], ["Lewati"]],
        one_time_keyboard=True,
    )
    await bot.send_message(siti.id, "Di mana?", reply_markup=keyboard)
    assert siti.buttons == ["Kirim lokasi", "Lewati"]

    await siti.presses("Kirim lokasi", pin=(-6.5, 106.8))

    pin = siti.messages[-1].location
    assert pin is not None
    assert (pin.latitude, pin.longitude) == (-6.5, 106.8)
    assert siti.buttons == []
    assert siti.counts.taps == 1


async def test_a_chat_can_be_looked_up(bot: Bot, siti: Person) -> None:
    found = await bot.get_chat("@sitirahma")
    member = await bot.get_chat_member(siti.id, siti.id)

    assert (found.id, found.first_name, found.last_name) == (siti.id, "Siti", "Rahma")
    assert member.status == "member"


async def test_several_messages_can_be_deleted_at_once(bot: Bot, siti: Person) -> None:
    sent = [(await bot.send_message(siti.id, text)).message_id for text in ("satu", "dua")]

    await bot.delete_messages(siti.id, [*sent, 999])

    assert [message.text for message in siti.messages] == ["Halo"]


async def test_a_live_pin_of_the_bot_can_be_moved(bot: Bot, siti: Person) -> None:
    sent = await bot.send_location(siti.id, -6.48, 106.85, live_period=60)

    await bot.edit_message_live_location(siti.id, sent.message_id, latitude=-6.5, longitude=106.9)

    assert siti.latest is not None
    assert siti.latest.location is not None
    assert siti.latest.location.latitude == -6.5


async def test_other_pages_can_be_served_beside_the_bot_api() -> None:
    async def hello(_: web.Request) -> web.Response:
        return web.Response(text="Halo")

    async with (
        Sandbox(routes=[web.get("/", hello)]) as sandbox,
        ClientSession() as session,
        session.get(f"http://127.0.0.1:{sandbox.port}/") as answer,
    ):
        text = await answer.text()

    assert text == "Halo"


async def test_form_and_json_and_the_address_line_are_understood_alike(
    sandbox: Sandbox, siti: Person
) -> None:
    url = f"{sandbox.base_url}{sandbox.token}/sendMessage"
    call = {"chat_id": str(siti.id), "text": "Halo", "disable_notification": "true"}

    async with ClientSession() as session:
        answers = [
            await session.post(url, json=call),
            await session.post(url, data=call),
            await session.get(url, params=call),
        ]
        bodies = [await answer.json() for answer in answers]

    assert [body["result"]["text"] for body in bodies] == ["Halo"] * 3


async def test_entities_can_be_given_instead_of_html(sandbox: Sandbox, siti: Person) -> None:
    entities = [
        {"type": "bold", "offset": 2, "length": 5},
        {"type": "text_link", "offset": 8, "length": 4, "url": "https://example.org/"},
    ]

    await result(sandbox, "sendMessage", chat_id=siti.id, text="  Halo! peta ", entities=entities)

    seen = await siti.hears()
    assert seen.signs == "*Halo!* [peta](https://example.org/)"
    assert seen.html == '<b>Halo!</b> <a href="https://example.org/">peta</a>'


async def test_addresses_are_links_but_not_inside_code(sandbox: Sandbox, siti: Person) -> None:
    text = "https://example.org/a <code>/status</code> /bantuan"

    sent = await result(sandbox, "sendMessage", chat_id=siti.id, text=text, parse_mode="HTML")

    assert [entity["type"] for entity in sent["entities"]] == ["url", "code", "bot_command"]
    assert (await siti.hears()).html.startswith('<a href="https://example.org/a">')


async def test_a_button_may_copy_open_or_search(sandbox: Sandbox, siti: Person) -> None:
    row = [
        {"text": "Salin", "copy_text": {"text": "LPR-7"}, "style": "primary"},
        {"text": "Buka", "web_app": {"url": "https://example.org/"}},
        {"text": "Cari", "switch_inline_query_current_chat": ""},
    ]

    sent = await result(
        sandbox,
        "sendMessage",
        chat_id=siti.id,
        text="a",
        reply_markup={"inline_keyboard": [row, []]},
    )
    press = await siti.presses("Salin")

    assert [button["text"] for button in sent["reply_markup"]["inline_keyboard"][0]] == [
        "Salin",
        "Buka",
        "Cari",
    ]
    assert press is None
    assert siti.followed == "LPR-7"


async def test_a_keyboard_can_be_taken_away_or_a_reply_asked_for(
    sandbox: Sandbox, siti: Person
) -> None:
    there = {"chat_id": siti.id, "text": "a"}
    await result(sandbox, "sendMessage", reply_markup={"keyboard": [["Ya"]]}, **there)
    shown = siti.buttons

    await result(sandbox, "sendMessage", reply_markup={"remove_keyboard": True}, **there)
    await result(sandbox, "sendMessage", reply_markup={"force_reply": True}, **there)

    assert shown == ["Ya"]
    assert siti.buttons == []


async def test_members_are_counted_and_pins_cleared(bot: Bot, office: Group, budi: Person) -> None:
    await office.promotes_bot(by=budi)
    sent = await bot.send_message(office.id, "Kartu")
    await bot.pin_chat_message(office.id, sent.message_id)

    await bot.unpin_all_chat_messages(office.id)

    assert await bot.get_chat_member_count(office.id) == 2
    assert (await bot.get_chat(office.id)).pinned_message is None
