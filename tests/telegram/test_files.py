"""What goes from one side of a report to the other tells nothing of who sent it."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram import Bot, File

from bot.domain.people import ChatId
from bot.domain.report import Attachment, FileKind
from bot.sandbox import Message, Person, Sandbox
from bot.sandbox.model.messages import Media
from bot.telegram.files import AT_ONCE
from bot.telegram.outcomes import Slow, Unreachable
from bot.telegram.outgoing import FETCHES, Outgoing, Progress
from bot.ui.screen import Choice, Screen
from tests.support.pictures import OWNER, film, opened_picture, telling
from tests.support.post import bot_for

BROKEN = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"


class CountingBot(Bot):
    """Counts how many files it asks for, and how many of them at the same time."""

    asked = 0
    at_once = 0
    most_at_once = 0

    async def get_file(self, *args: object, **named: object) -> File:
        count = CountingBot
        count.asked += 1
        count.at_once += 1
        count.most_at_once = max(count.most_at_once, count.at_once)
        try:
            await asyncio.sleep(0.01)
            return await super().get_file(*args, **named)  # type: ignore[arg-type]
        finally:
            count.at_once -= 1


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    CountingBot.asked = CountingBot.at_once = CountingBot.most_at_once = 0
    async with bot_for(sandbox, CountingBot) as bot:
        yield bot


@pytest.fixture
def outgoing(bot: Bot) -> Outgoing:
    return Outgoing(bot)


@pytest.fixture
async def siti(sandbox: Sandbox) -> Person:
    """Who sends."""
    siti = sandbox.person("Siti")
    await siti.says("halo")
    return siti


@pytest.fixture
async def budi(sandbox: Sandbox) -> Person:
    """Who gets it."""
    budi = sandbox.person("Budi")
    await budi.says("halo")
    return budi


def attached(kind: FileKind, message: Message) -> Attachment:
    assert message.media
    file = message.media.file
    return Attachment(kind, file.id, file.unique_id, file.name or "", file.size)


async def document(person: Person, data: bytes, name: str = "Siti Rahmawati.jpg") -> Attachment:
    return attached(FileKind.DOCUMENT, await person.sends_document(data, name=name))


async def photo(person: Person) -> Attachment:
    return attached(FileKind.PHOTO, await person.sends_photo())


def media(person: Person) -> list[Media]:
    return [m.media for m in person.messages if m.from_bot and m.media]


def heard(person: Person) -> list[str]:
    return [m.text for m in person.messages if m.from_bot and not m.media]


async def note(count: int) -> str:
    return f"{count} missing"


async def show(
    outgoing: Outgoing, person: Person, *files: Attachment, progress: Progress | None = None
) -> int | None:
    screen = Screen("Kartu", files=files)
    return await outgoing.show(ChatId(person.id), screen, progress=progress, missing=note)


async def test_a_picture_sent_as_a_file_arrives_without_place_owner_and_name(
    outgoing: Outgoing, siti: Person, budi: Person
) -> None:
    await show(outgoing, budi, await document(siti, telling()))

    [arrived] = media(budi)
    assert arrived.file.name == "foto-1.jpg"
    assert OWNER.encode() not in arrived.file.data
    assert not dict(opened_picture(arrived.file.data).getexif())


async def test_a_film_arrives_without_its_place_and_name(
    outgoing: Outgoing, siti: Person, budi: Person
) -> None:
    sent = attached(FileKind.VIDEO, await siti.sends_video(film()))

    await show(outgoing, budi, sent)

    [arrived] = media(budi)
    assert arrived.file.name == "video-1.mp4"
    assert OWNER.encode() not in arrived.file.data


async def test_photos_and_voice_notes_go_by_their_number_and_are_not_fetched(
    outgoing: Outgoing, siti: Person, budi: Person
) -> None:
    sent = await photo(siti)
    spoken = attached(FileKind.VOICE, await siti.sends_voice())

    await show(outgoing, budi, sent, spoken)

    assert [m.file.id for m in media(budi)] == [sent.file, spoken.file]
    assert CountingBot.asked == 0


async def test_sound_that_has_a_name_arrives_as_a_file_under_another(
    outgoing: Outgoing, siti: Person, budi: Person
) -> None:
    sent = await siti.sends_document(b"ID3\x04\0 rekaman", name="Siti Rahmawati.mp3")

    await show(outgoing, budi, attached(FileKind.VOICE, sent))

    assert [m.file.name for m in media(budi)] == ["suara-1.mp3"]


async def test_several_documents_come_as_one_album_with_numbered_names(
    outgoing: Outgoing, siti: Person, budi: Person
) -> None:
    papers = [await document(siti, data) for data in (b"%PDF-1.7 a", telling("PNG"), b"halo")]

    await show(outgoing, budi, *papers)

    albums = {m.album for m in budi.messages if m.media}
    assert [m.file.name for m in media(budi)] == ["dokumen-1.pdf", "foto-2.png", "dokumen-3.txt"]
    assert len(albums) == 1
    assert albums != {None}


async def test_a_second_chat_gets_the_clean_file_without_another_fetch(
    outgoing: Outgoing, sandbox: Sandbox, siti: Person, budi: Person
) -> None:
    sent = await document(siti, telling())
    dewi = sandbox.person("Dewi")
    await dewi.says("halo")
    await show(outgoing, budi, sent)

    await show(outgoing, dewi, sent)

    assert [m.file.id for m in media(dewi)] == [m.file.id for m in media(budi)]
    assert media(dewi)[0].file.id != sent.file
    assert CountingBot.asked == 1


async def test_two_chats_at_the_same_time_fetch_a_file_once(
    outgoing: Outgoing, sandbox: Sandbox, siti: Person, budi: Person
) -> None:
    sent = await document(siti, telling())
    dewi = sandbox.person("Dewi")
    await dewi.says("halo")

    await asyncio.gather(show(outgoing, budi, sent), show(outgoing, dewi, sent))

    assert len(media(budi)) == len(media(dewi)) == 1
    assert CountingBot.asked == 1


async def test_another_try_after_a_lost_upload_fetches_nothing_again(
    outgoing: Outgoing, sandbox: Sandbox, siti: Person, budi: Person
) -> None:
    sent, progress = await document(siti, telling()), Progress()
    sandbox.faults.next("sendDocument", 500)
    with pytest.raises(Unreachable):
        await show(outgoing, budi, sent, progress=progress)

    await show(outgoing, budi, sent, progress=progress)

    assert heard(budi) == ["Kartu"]
    assert len(media(budi)) == 1
    assert CountingBot.asked == 1


async def test_only_a_few_files_are_fetched_at_the_same_time(
    outgoing: Outgoing, siti: Person, budi: Person
) -> None:
    sent = [await document(siti, b"%PDF-1.7", f"{number}.pdf") for number in range(12)]

    await asyncio.gather(*(show(outgoing, budi, file) for file in sent))

    assert len(media(budi)) == 12
    assert 1 < CountingBot.most_at_once <= AT_ONCE


@pytest.mark.parametrize("data", [BROKEN, telling()[:200]], ids=["no picture", "cut off"])
async def test_a_file_that_cannot_be_cleaned_is_said_to_be_missing(
    outgoing: Outgoing, siti: Person, budi: Person, data: bytes
) -> None:
    good = await document(siti, b"%PDF-1.7", "surat.pdf")

    message = await show(outgoing, budi, await document(siti, data), good)

    said = [m for m in budi.messages if m.from_bot and not m.media]
    assert [m.text for m in said] == ["Kartu", "1 missing"]
    assert (said[0].id, said[1].reply_to) == (message, message)
    assert [m.file.name for m in media(budi)] == ["dokumen-2.pdf"]


async def test_a_file_that_telegram_does_not_give_is_said_to_be_missing(
    outgoing: Outgoing, siti: Person, budi: Person
) -> None:
    large = await siti.sends_document(size=21 * 1024 * 1024)
    unknown = Attachment(FileKind.DOCUMENT, "no-such-file", "x")

    await show(outgoing, budi, attached(FileKind.DOCUMENT, large), unknown)

    assert heard(budi) == ["Kartu", "2 missing"]
    assert media(budi) == []


async def test_the_buttons_come_with_the_note_where_nothing_else_is_left(
    outgoing: Outgoing, siti: Person, budi: Person
) -> None:
    screen = Screen("", ((Choice("Buka", "x"),),), files=(await document(siti, BROKEN),))

    message = await outgoing.show(ChatId(budi.id), screen, missing=note)

    assert budi.latest
    assert (budi.latest.id, budi.latest.text, budi.latest.buttons) == (
        message,
        "1 missing",
        ["Buka"],
    )


async def test_a_file_is_fetched_again_some_times_and_then_left_out(
    outgoing: Outgoing, sandbox: Sandbox, siti: Person, budi: Person
) -> None:
    sent, progress = await document(siti, telling()), Progress()
    sandbox.faults.next("file", 500, times=FETCHES)
    for _ in range(FETCHES - 1):
        with pytest.raises(Unreachable):
            await show(outgoing, budi, sent, progress=progress)
    before = heard(budi)

    await show(outgoing, budi, sent, progress=progress)

    assert before == ["Kartu"]
    assert heard(budi) == ["Kartu", "1 missing"]


async def test_a_fetch_that_telegram_asks_to_be_patient_with_is_no_failure(
    outgoing: Outgoing, sandbox: Sandbox, siti: Person, budi: Person
) -> None:
    sent, progress = await document(siti, telling()), Progress()
    sandbox.faults.next("getFile", 429, times=FETCHES, retry_after=1)
    for _ in range(FETCHES):
        with pytest.raises(Slow):
            await show(outgoing, budi, sent, progress=progress)

    await show(outgoing, budi, sent, progress=progress)

    assert heard(budi) == ["Kartu"]
    assert len(media(budi)) == 1


async def test_a_number_that_telegram_has_forgotten_is_forgotten_here_too(
    outgoing: Outgoing, sandbox: Sandbox, siti: Person, budi: Person
) -> None:
    sent = await document(siti, telling())
    await show(outgoing, budi, sent)
    sandbox.world.files._by_id.pop(media(budi)[0].file.id)

    progress = Progress()
    with pytest.raises(Exception, match="file identifier"):
        await show(outgoing, budi, sent, progress=progress)
    await show(outgoing, budi, sent)

    assert progress.missing == 1
    assert CountingBot.asked == 2
