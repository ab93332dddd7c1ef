"""What the bot may not do to somebody or something, the sandbox refuses in Telegram's words."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest
from aiohttp import ClientSession
from telegram import Bot
from telegram.error import BadRequest, Forbidden, InvalidToken

from bot.sandbox import Group, Person, Sandbox
from tests.sandbox.asking import ask, buttons, refused, result
from tests.support.clock import TurnedClock


async def test_4096_units_and_1024_in_a_caption_are_counted_after_parsing(
    sandbox: Sandbox, siti: Person
) -> None:
    text = "<b>" + "🏟" * 2048 + "</b>"

    sent = await result(sandbox, "sendMessage", chat_id=siti.id, text=text, parse_mode="HTML")

    assert len(sent["text"]) == 2048


async def test_an_edit_that_changes_nothing_is_refused(sandbox: Sandbox, siti: Person) -> None:
    keyboard = buttons("Kirim")
    sent = await result(sandbox, "sendMessage", chat_id=siti.id, text="Draf", reply_markup=keyboard)
    same = {"chat_id": siti.id, "message_id": sent["message_id"], "reply_markup": keyboard}

    answers = [
        await refused(sandbox, "editMessageText", text="Draf", **same),
        await refused(sandbox, "editMessageReplyMarkup", **same),
    ]

    assert answers == 2 * [
        (
            400,
            (
                "Bad Request: message is not modified: specified new message content and reply "
                "markup are exactly the same as a current content and reply markup of the message"
            ),
        )
    ]


async def test_words_of_a_photo_are_a_caption(sandbox: Sandbox, siti: Person) -> None:
    photo = await siti.sends_photo()
    assert photo.media is not None
    sent = await result(sandbox, "sendPhoto", chat_id=siti.id, photo=photo.media.file.id)
    words = await result(sandbox, "sendMessage", chat_id=siti.id, text="Kata")

    on_photo = await refused(
        sandbox, "editMessageText", chat_id=siti.id, message_id=sent["message_id"], text="x"
    )
    on_words = await refused(
        sandbox, "editMessageCaption", chat_id=siti.id, message_id=words["message_id"], caption="x"
    )

    assert on_photo[1] == "Bad Request: there is no text in the message to edit"
    assert on_words[1] == "Bad Request: there is no caption in the message to edit"


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(
    sandbox: Sandbox, siti: Person
) -> None:
    sent = await result(
        sandbox,
        "sendMessage",
        chat_id=siti.id,
        text="Di mana?",
        reply_markup={"keyboard": [["Lewati"]]},
    )

    answer = await refused(
        sandbox, "editMessageText", chat_id=siti.id, message_id=sent["message_id"], text="x"
    )

    assert answer[1] == "Bad Request: message can't be edited"


async def test_a_file_is_not_sent_as_another_kind(sandbox: Sandbox, siti: Person) -> None:
    paper = await siti.sends_document()
    assert paper.media is not None

    answer = await refused(sandbox, "sendPhoto", chat_id=siti.id, photo=paper.media.file.id)

    assert answer[1] == "Bad Request: can't use file of type Document as Photo"


async def test_a_picture_must_be_one(bot: Bot, siti: Person) -> None:
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(siti.id, b"not a picture")


async def test_a_file_above_20_mb_cannot_be_fetched(sandbox: Sandbox, siti: Person) -> None:
    big = await siti.sends_document(size=21 * 1024 * 1024)
    assert big.media is not None

    answer = await refused(sandbox, "getFile", file_id=big.media.file.id)

    assert answer == (400, "Bad Request: file is too big")


async def test_a_press_older_than_a_minute_cannot_be_answered(
    bot: Bot, sandbox: Sandbox, clock: TurnedClock, siti: Person
) -> None:
    await result(
        sandbox, "sendMessage", chat_id=siti.id, text="Draf", reply_markup=buttons("Kirim")
    )
    press = await siti.presses("Kirim")
    assert press is not None
    await clock.turn(60)
    assert await bot.answer_callback_query(press.id)
    await clock.turn(1)

    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(press.id)


async def test_a_person_who_blocked_the_bot_gets_nothing(bot: Bot, siti: Person) -> None:
    await siti.blocks()

    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(siti.id, "Halo")

    await siti.unblocks()
    assert await bot.send_message(siti.id, "Halo")


async def test_the_bot_cannot_write_first(sandbox: Sandbox, office: Group) -> None:
    known, stranger = sandbox.person("Ani"), sandbox.person("Joko")
    office.seats(known)

    answers = [
        await refused(sandbox, "sendMessage", chat_id=known.id, text="Halo"),
        await refused(sandbox, "sendMessage", chat_id=stranger.id, text="Halo"),
    ]

    assert answers == [
        (403, "Forbidden: bot can't initiate conversation with a user"),
        (400, "Bad Request: chat not found"),
    ]


@dataclass(frozen=True)
class Put:
    """How the bot was put out, and what it then reads."""

    out: Callable[[Group, Person], Awaitable[None]]
    answer: tuple[int, str]


@pytest.mark.parametrize(
    "put",
    [
        Put(
            lambda group, budi: group.removes_bot(by=budi),
            (403, "Forbidden: bot was kicked from the group chat"),
        ),
        Put(
            lambda group, budi: group.silences_bot(by=budi),
            (400, "Bad Request: not enough rights to send text messages to the chat"),
        ),
    ],
)
async def test_a_group_that_puts_the_bot_out_gets_nothing(
    sandbox: Sandbox, office: Group, budi: Person, put: Put
) -> None:
    await put.out(office, budi)

    assert await refused(sandbox, "sendMessage", chat_id=office.id, text="Halo") == put.answer


async def test_a_group_that_the_bot_left_gets_nothing(sandbox: Sandbox, office: Group) -> None:
    await result(sandbox, "leaveChat", chat_id=office.id)

    answer = await refused(sandbox, "sendMessage", chat_id=office.id, text="Halo")

    assert answer == (403, "Forbidden: bot is not a member of the group chat")


async def test_a_group_that_became_a_supergroup_says_its_new_id(
    sandbox: Sandbox, office: Group
) -> None:
    old = office.id
    await office.migrates()

    body = await ask(sandbox, "sendMessage", chat_id=old, text="Halo")

    assert body == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": office.id},
    }
    assert await result(sandbox, "sendMessage", chat_id=office.id, text="Halo")


async def test_pins_and_topics_and_other_peoples_messages_need_rights(
    sandbox: Sandbox, forum: Group, budi: Person
) -> None:
    message = await budi.says("/halo", chat=forum)
    there = {"chat_id": forum.id, "message_id": message.id}

    answers = [
        await refused(sandbox, "pinChatMessage", **there),
        await refused(sandbox, "deleteMessage", **there),
        await refused(sandbox, "createForumTopic", chat_id=forum.id, name="Laporan"),
    ]

    assert [sentence for _, sentence in answers] == [
        "Bad Request: not enough rights to manage pinned messages in the chat",
        "Bad Request: message can't be deleted",
        "Bad Request: not enough rights to create a topic",
    ]


async def test_an_old_message_cannot_be_deleted(
    sandbox: Sandbox, clock: TurnedClock, siti: Person
) -> None:
    sent = await result(sandbox, "sendMessage", chat_id=siti.id, text="Lama")
    await clock.turn(48 * 3600 + 1)

    answer = await refused(sandbox, "deleteMessage", chat_id=siti.id, message_id=sent["message_id"])

    assert answer == (400, "Bad Request: message can't be deleted")


async def test_a_wrong_token_is_not_let_in(sandbox: Sandbox) -> None:
    bot = Bot("1:wrong", base_url=sandbox.base_url)

    with pytest.raises(InvalidToken):
        await bot.initialize()
    await bot.shutdown()


async def test_a_method_never_taught_answers_404_and_is_remembered(
    sandbox: Sandbox, siti: Person, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await refused(
        sandbox, "forwardMessage", chat_id=siti.id, from_chat_id=siti.id, message_id=1
    )

    assert answer == (404, "Not Found: method not found")
    assert sandbox.world.untaught == ["forwardMessage"]
    assert "forwardMessage" in caplog.text


async def test_an_unknown_parameter_is_refused_and_remembered(
    sandbox: Sandbox, siti: Person
) -> None:
    answer = await refused(sandbox, "sendMessage", chat_id=siti.id, text="a", parsemode="HTML")

    assert answer == (400, 'Bad Request: parameter "parsemode" of sendMessage is unknown')
    assert sandbox.world.untaught == ["sendMessage.parsemode"]


async def test_an_answer_to_a_press_has_200_units_and_leads_only_into_the_bot(
    sandbox: Sandbox, siti: Person
) -> None:
    await result(
        sandbox, "sendMessage", chat_id=siti.id, text="Draf", reply_markup=buttons("Kirim")
    )
    press = await siti.presses("Kirim")
    assert press is not None

    answers = [
        await refused(sandbox, "answerCallbackQuery", callback_query_id=press.id, text="a" * 201),
        await refused(
            sandbox, "answerCallbackQuery", callback_query_id=press.id, url="https://example.org"
        ),
    ]

    assert [sentence for _, sentence in answers] == [
        "Bad Request: MESSAGE_TOO_LONG",
        "Bad Request: URL_INVALID",
    ]
    assert not press.answered


async def test_a_topic_needs_a_name_and_changes_only_when_it_changes(
    sandbox: Sandbox, forum: Group, budi: Person
) -> None:
    await forum.promotes_bot(by=budi)
    topic = await forum.opens_topic(budi, "Laporan")
    there = {"chat_id": forum.id, "message_thread_id": topic.id}

    answers = [
        await refused(sandbox, "createForumTopic", chat_id=forum.id, name=" "),
        await refused(sandbox, "createForumTopic", chat_id=forum.id, name="a" * 129),
        await refused(sandbox, "editForumTopic", name="Laporan", **there),
        await refused(sandbox, "reopenForumTopic", **there),
        await refused(sandbox, "closeForumTopic", chat_id=forum.id, message_thread_id=1),
    ]

    assert [sentence.removeprefix("Bad Request: ") for _, sentence in answers] == [
        "TOPIC_TITLE_EMPTY",
        "TOPIC_TITLE_INVALID",
        "TOPIC_NOT_MODIFIED",
        "TOPIC_NOT_MODIFIED",
        "TOPIC_ID_INVALID",
    ]


async def test_papers_and_pictures_make_no_album(sandbox: Sandbox, siti: Person) -> None:
    photo, paper = await siti.sends_photo(), await siti.sends_document()
    assert photo.media is not None
    assert paper.media is not None
    media = [
        {"type": "photo", "media": photo.media.file.id},
        {"type": "document", "media": paper.media.file.id},
    ]

    answer = await refused(sandbox, "sendMediaGroup", chat_id=siti.id, media=media)

    assert answer[1] == "Bad Request: Document can't be mixed with other media types"


async def test_a_service_note_cannot_be_copied(
    sandbox: Sandbox, office: Group, siti: Person
) -> None:
    note = next(iter(office.chat.messages))

    answers = [
        await refused(
            sandbox, "copyMessage", chat_id=siti.id, from_chat_id=office.id, message_id=number
        )
        for number in (note, 999)
    ]

    assert [sentence for _, sentence in answers] == [
        "Bad Request: message can't be copied",
        "Bad Request: message to copy not found",
    ]


async def test_json_that_is_none_is_refused(sandbox: Sandbox) -> None:
    url = f"{sandbox.base_url}{sandbox.token}/sendMessage"
    header = {"Content-Type": "application/json"}

    async with ClientSession() as session:
        bodies = []
        for data in (b"{", b"[]"):
            async with session.post(url, data=data, headers=header) as answer:
                bodies.append((await answer.json())["description"])

    assert bodies == ["Bad Request: can't parse JSON object", "Bad Request: JSON object expected"]


async def test_a_file_is_given_to_its_own_bot_only(sandbox: Sandbox, siti: Person) -> None:
    message = await siti.sends_document()
    assert message.media is not None
    path = message.media.file.path

    async with ClientSession() as session:
        statuses = []
        for where in (f"1:wrong/{path}", f"{sandbox.token}/{path}", f"{sandbox.token}/none"):
            async with session.get(f"{sandbox.base_file_url}{where}") as answer:
                statuses.append(answer.status)

    assert statuses == [401, 200, 404]
