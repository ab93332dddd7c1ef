"""Files on their way: they keep no words waiting, neither their own nor anybody else's."""

import asyncio

from telegram import Bot

from bot.delivery.delivery import AT_ONCE
from bot.domain.people import ChatId
from bot.domain.report import Attachment, FileKind
from bot.sandbox import Person as Citizen
from bot.sandbox import Sandbox
from bot.telegram.files import Files, Ready
from bot.telegram.outgoing import Outgoing
from bot.ui.screen import Screen
from storage.database import Storage
from tests.support.clock import TurnedClock
from tests.support.heard import NOW, heard
from tests.support.pictures import OWNER, telling
from tests.support.post import PostOffice, post_office

BROKEN = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"


class Held(Files):
    """Fetches nothing until it is let go."""

    def __init__(self, bot: Bot) -> None:
        super().__init__(bot)
        self.free = asyncio.Event()

    async def ready(
        self, files: tuple[Attachment, ...], first: int = 1, *, patient: bool = True
    ) -> list[Ready]:
        await self.free.wait()
        return await super().ready(files, first, patient=patient)


async def document(person: Citizen, data: bytes, name: str) -> Attachment:
    sent = await person.sends_document(data, name=name)
    assert sent.media
    return Attachment(FileKind.DOCUMENT, sent.media.file.id, sent.media.file.unique_id, name)


async def test_words_for_others_go_on_while_many_chats_wait_for_their_files(
    storage: Storage, bot: Bot, clock: TurnedClock, sandbox: Sandbox, siti: Citizen, budi: Citizen
) -> None:
    paper = await document(siti, b"%PDF-1.7", "surat.pdf")
    people = [sandbox.person(f"Warga {number}") for number in range(AT_ONCE + 6)]
    held = Held(bot)

    async with post_office(storage, bot, clock, outgoing=Outgoing(bot, held)) as office:
        for person in people:
            await person.says("halo")
            await office.put(person.id, Screen("Kartu", files=(paper,)))
        for person in people:
            await person.hears("Kartu")
        await office.put(budi.id, "giliran saya")
        await budi.hears("giliran saya")
        without = [len(heard(person)) for person in people]
        held.free.set()
        await office.drained()

    assert set(without) == {1}
    assert all(len(heard(person)) == 2 for person in people)


async def test_what_is_missing_is_said_in_the_language_of_who_reads(
    office: PostOffice, storage: Storage, siti: Citizen, budi: Citizen
) -> None:
    async with storage.unit() as unit:
        await unit.people.add(ChatId(budi.id), "Budi", "en", NOW)
    picture = await document(siti, BROKEN, "IMG_0012.HEIC")

    for person in (siti, budi):
        await office.put(person.id, Screen("Kartu", files=(picture,)))
    await office.put(budi.id, "berikutnya")
    await office.drained()

    assert heard(siti)[1].startswith("Ada 1 berkas yang tidak bisa kami sampaikan")
    assert heard(budi)[1].startswith("One file could not be passed on")
    assert heard(budi)[::2] == ["Kartu", "berikutnya"]


async def test_a_file_that_comes_late_comes_after_its_words_and_only_once(
    office: PostOffice, sandbox: Sandbox, clock: TurnedClock, siti: Citizen, budi: Citizen
) -> None:
    picture = await document(siti, telling(), "Siti Rahmawati.jpg")
    sandbox.faults.next("file", "reset", times=2)
    await office.put(budi.id, Screen("Kartu", files=(picture,)))
    await office.put(budi.id, "berikutnya")

    for seconds in (1, 2, 0):
        await office.drained()
        await clock.turn(seconds)
    await office.drained()

    files = [m.media.file for m in budi.messages if m.media]
    assert heard(budi) == ["Kartu", "", "berikutnya"]
    assert [file.name for file in files] == ["foto-1.jpg"]
    assert OWNER.encode() not in files[0].data
