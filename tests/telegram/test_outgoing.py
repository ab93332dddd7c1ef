"""Screens as they arrive at the sandbox's Bot API, which refuses what Telegram refuses."""

from collections.abc import AsyncIterator, Iterator

import pytest
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, TimedOut

from bot.domain.people import ChatId
from bot.domain.report import Attachment, FileKind
from bot.sandbox import Message, Person, Sandbox
from bot.telegram.outcomes import (
    Blocked,
    Gone,
    Missing,
    Moved,
    Muted,
    Refusal,
    Slow,
    Unreachable,
    undone,
)
from bot.telegram.outgoing import Outgoing, Progress
from bot.ui.screen import Choice, Keyboard, Screen
from tests.support.post import bot_for

SEND = (
    (Choice("Kirim", "send:1"), Choice("Ubah", "edit:1")),
    (Choice("Situs", url="https://lapor.go.id"),),
)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    async with bot_for(sandbox) as bot:
        yield bot


@pytest.fixture
def outgoing(bot: Bot) -> Outgoing:
    return Outgoing(bot)


@pytest.fixture
async def siti(sandbox: Sandbox) -> Person:
    siti = sandbox.person("Siti")
    await siti.says("halo")
    return siti


def chat(person: Person) -> ChatId:
    return ChatId(person.id)


def heard(person: Person) -> list[Message]:
    return [message for message in person.messages if message.from_bot]


async def file_of(person: Person, kind: FileKind) -> Attachment:
    match kind:
        case FileKind.PHOTO:
            sent = await person.sends_photo()
        case FileKind.VIDEO:
            sent = await person.sends_video()
        case FileKind.DOCUMENT:
            sent = await person.sends_document()
        case FileKind.VOICE:
            sent = await person.sends_voice()
    assert sent.media
    return Attachment(kind, sent.media.file.id, sent.media.file.unique_id)


async def test_words_arrive_with_their_markup_and_buttons(outgoing: Outgoing, siti: Person) -> None:
    message = await outgoing.show(chat(siti), Screen("<b>Laporan</b> &amp; lokasi", SEND))

    assert siti.latest
    assert siti.latest.id == message
    assert siti.latest.text == "Laporan & lokasi"
    assert siti.latest.html == "<b>Laporan</b> &amp; lokasi"
    assert siti.latest.buttons == ["Kirim", "Ubah", "Situs"]


async def test_a_long_text_arrives_whole_with_the_buttons_under_its_last_part(
    outgoing: Outgoing, siti: Person
) -> None:
    text = " ".join(f"Kalimat nomor {number}." for number in range(500))

    message = await outgoing.show(chat(siti), Screen(text, SEND))

    parts = heard(siti)
    assert len(parts) > 1
    assert " ".join(part.text for part in parts) == text
    assert [bool(part.buttons) for part in parts] == [False] * (len(parts) - 1) + [True]
    assert parts[-1].id == message


async def test_an_edit_changes_words_and_buttons_of_the_same_message(
    outgoing: Outgoing, siti: Person
) -> None:
    first = await outgoing.show(chat(siti), Screen("Sebelum", SEND))

    second = await outgoing.show(chat(siti), Screen("Sesudah"), edit=first)

    assert second == first
    assert [(m.text, m.buttons) for m in heard(siti)] == [("Sesudah", [])]


async def test_an_edit_that_changes_nothing_counts_as_done(
    outgoing: Outgoing, siti: Person
) -> None:
    first = await outgoing.show(chat(siti), Screen("Sama", SEND))

    assert await outgoing.show(chat(siti), Screen("Sama", SEND), edit=first) == first


async def test_files_are_not_sent_again_by_an_edit(outgoing: Outgoing, siti: Person) -> None:
    photo = await file_of(siti, FileKind.PHOTO)
    first = await outgoing.show(chat(siti), Screen("Draf", files=(photo,)))

    await outgoing.show(chat(siti), Screen("Draf baru", files=(photo,)), edit=first)

    assert [bool(m.media) for m in heard(siti)] == [False, True]


async def test_what_an_edit_cannot_do_becomes_a_new_message(
    outgoing: Outgoing, siti: Person
) -> None:
    first = await outgoing.show(chat(siti), Screen("Di mana?", SEND))

    second = await outgoing.show(
        chat(siti), Screen("Di mana?", keyboard=Keyboard("Kirim lokasi")), edit=first
    )

    assert second != first
    assert siti.buttons[-1] == "Kirim lokasi"


async def test_photos_and_videos_come_as_one_album_in_reply_to_the_words(
    outgoing: Outgoing, siti: Person
) -> None:
    kinds = (FileKind.PHOTO, FileKind.VOICE, FileKind.VIDEO, FileKind.DOCUMENT)
    files = tuple([await file_of(siti, kind) for kind in kinds])

    message = await outgoing.show(chat(siti), Screen("Kartu", SEND, files=files))

    words, photo, video, document, voice = heard(siti)
    assert words.id == message
    assert photo.album is not None
    assert photo.album == video.album
    assert document.album is voice.album is None
    assert {m.reply_to for m in (photo, video, document, voice)} == {message}


async def test_more_than_ten_photos_come_as_two_albums(outgoing: Outgoing, siti: Person) -> None:
    photos = tuple([await file_of(siti, FileKind.PHOTO) for _ in range(13)])

    await outgoing.show(chat(siti), Screen("Foto", files=photos))

    albums = [m.album for m in heard(siti)[1:]]
    assert len(albums) == 13
    assert len(set(albums)) == 2


async def test_every_request_waits_for_its_turn_and_an_album_counts_fully(
    outgoing: Outgoing, siti: Person
) -> None:
    photos = tuple([await file_of(siti, FileKind.PHOTO) for _ in range(3)])
    turns: list[int] = []

    async def turn(messages: int) -> None:
        turns.append(messages)

    await outgoing.show(chat(siti), Screen("Foto", files=photos), turn=turn)

    assert turns == [1, 3]


async def test_the_keyboard_that_shares_a_place_comes_and_goes(
    outgoing: Outgoing, siti: Person
) -> None:
    await outgoing.show(
        chat(siti), Screen("Di mana?", keyboard=Keyboard("Kirim lokasi", ("Lewati",)))
    )
    asked = list(siti.buttons)
    await outgoing.show(chat(siti), Screen("Baik.", SEND, keyboard=Keyboard(remove=True)))

    assert asked == ["Kirim lokasi", "Lewati"]
    assert siti.buttons == ["Kirim", "Ubah", "Situs"]
    assert [m.text for m in heard(siti)] == ["Di mana?", "Baik."]


async def test_a_keyboard_beside_buttons_comes_in_a_message_of_its_own(
    outgoing: Outgoing, siti: Person
) -> None:
    await outgoing.show(chat(siti), Screen("Di mana?", SEND, keyboard=Keyboard("Kirim lokasi")))

    assert [m.text for m in heard(siti)] == ["Kirim lokasi", "Di mana?"]
    assert siti.buttons == ["Kirim", "Ubah", "Situs", "Kirim lokasi"]


async def test_a_second_attempt_goes_on_where_the_first_one_failed(
    outgoing: Outgoing, sandbox: Sandbox, siti: Person
) -> None:
    photo = await file_of(siti, FileKind.PHOTO)
    screen, progress = Screen("Kartu", files=(photo,)), Progress()
    sandbox.faults.next("sendPhoto", 500)
    with pytest.raises(Unreachable):
        await outgoing.show(chat(siti), screen, progress=progress)

    message = await outgoing.show(chat(siti), screen, progress=progress)

    words, picture = heard(siti)
    assert words.id == message
    assert picture.media


async def test_buttons_are_dropped_and_dropping_them_twice_is_fine(
    outgoing: Outgoing, siti: Person
) -> None:
    message = await outgoing.show(chat(siti), Screen("Pilih", SEND))
    assert message

    await outgoing.drop_buttons(chat(siti), message)
    await outgoing.drop_buttons(chat(siti), message)

    assert [(m.text, m.buttons) for m in heard(siti)] == [("Pilih", [])]


async def test_a_press_is_answered_in_the_window_or_at_the_top(
    outgoing: Outgoing, siti: Person
) -> None:
    await outgoing.show(chat(siti), Screen("Pilih", SEND))
    press = await siti.presses("Kirim")
    assert press

    await outgoing.answer_press(press.id, "Terkirim", alert=True)

    assert (press.answered, press.text, press.alert) == (True, "Terkirim", True)


async def test_an_answer_to_a_press_that_comes_too_late_is_no_error(outgoing: Outgoing) -> None:
    await outgoing.answer_press("12345", "Terkirim")


async def test_a_message_is_pinned(outgoing: Outgoing, siti: Person) -> None:
    message = await outgoing.show(chat(siti), Screen("Penting"))
    assert message

    await outgoing.pin(chat(siti), message)

    assert siti.chat.pinned == [message]


async def test_a_person_who_blocked_the_bot_is_told_apart(outgoing: Outgoing, siti: Person) -> None:
    await siti.blocks()

    with pytest.raises(Blocked):
        await outgoing.show(chat(siti), Screen("Halo"))


async def test_a_chat_that_does_not_exist_is_gone(outgoing: Outgoing) -> None:
    with pytest.raises(Gone) as gone:
        await outgoing.show(ChatId(404), Screen("Halo"))

    assert gone.value.what is Missing.CHAT


async def test_a_message_that_is_no_longer_there_is_gone(outgoing: Outgoing, siti: Person) -> None:
    with pytest.raises(Gone) as gone:
        await outgoing.show(chat(siti), Screen("Halo"), edit=404)

    assert gone.value.what is Missing.MESSAGE


async def test_a_topic_that_is_no_longer_there_is_gone(
    outgoing: Outgoing, sandbox: Sandbox, siti: Person
) -> None:
    group = sandbox.group("Dinas", members=[siti], forum=True)
    await group.adds_bot(siti)

    with pytest.raises(Gone) as gone:
        await outgoing.show(ChatId(group.id), Screen("Halo"), thread=404)

    assert gone.value.what is Missing.THREAD


async def test_a_group_that_became_a_supergroup_says_where_it_is_now(
    outgoing: Outgoing, sandbox: Sandbox, siti: Person
) -> None:
    group = sandbox.group("Dinas", members=[siti])
    await group.adds_bot(siti)
    old = ChatId(group.id)
    await group.migrates()

    with pytest.raises(Moved) as moved:
        await outgoing.show(old, Screen("Halo"))

    assert moved.value.new_chat == group.id


async def test_markup_that_telegram_refuses_is_a_refusal_that_quotes_no_words(
    outgoing: Outgoing, siti: Person
) -> None:
    with pytest.raises(Refusal) as refusal:
        await outgoing.show(chat(siti), Screen("rahasia <b>tebal"))

    assert "rahasia" not in refusal.value.reason


async def test_a_broken_connection_is_worth_another_try(
    outgoing: Outgoing, sandbox: Sandbox, siti: Person
) -> None:
    sandbox.faults.next("sendMessage", "reset")

    with pytest.raises(Unreachable):
        await outgoing.show(chat(siti), Screen("Halo"))


async def test_a_request_for_patience_says_for_how_long(
    outgoing: Outgoing, sandbox: Sandbox, siti: Person
) -> None:
    sandbox.faults.next("sendMessage", 429, retry_after=7)

    with pytest.raises(Slow) as slow:
        await outgoing.show(chat(siti), Screen("Halo"))

    assert slow.value.retry_after == 7


def causes() -> Iterator[object]:
    for sentence, what in (
        ("Chat not found", Missing.CHAT),
        ("Message to edit not found", Missing.MESSAGE),
        ("Message can't be edited", Missing.MESSAGE),
        ("Message thread not found", Missing.THREAD),
        ("Topic_closed", Missing.THREAD),
    ):
        yield pytest.param(BadRequest(sentence), Gone, {"what": what}, id=sentence)
    for sentence in ("Not enough rights to send text messages to the chat", "Chat_write_forbidden"):
        yield pytest.param(BadRequest(sentence), Muted, {}, id=sentence)
    for sentence in (
        "Forbidden: bot was blocked by the user",
        "Forbidden: user is deactivated",
        "Forbidden: bot was kicked from the supergroup chat",
        "Forbidden: bot is not a member of the supergroup chat",
    ):
        yield pytest.param(Forbidden(sentence), Blocked, {}, id=sentence)
    yield pytest.param(ChatMigrated(-1009), Moved, {"new_chat": -1009}, id="migrated")
    yield pytest.param(TimedOut(), Unreachable, {"reason": "TimedOut"}, id="timed out")
    yield pytest.param(NetworkError("Bad Gateway"), Unreachable, {}, id="502")
    yield pytest.param(BadRequest("Wrong file identifier"), Refusal, {}, id="other 400")


@pytest.mark.parametrize(("error", "kind", "fields"), list(causes()))
def test_every_error_of_telegram_becomes_a_type_to_decide_by(
    error: BadRequest, kind: type[Exception], fields: dict[str, object]
) -> None:
    outcome = undone(error)

    assert type(outcome) is kind
    assert {name: getattr(outcome, name) for name in fields} == fields
