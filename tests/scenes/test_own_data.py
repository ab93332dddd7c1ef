"""/dataku: what is kept, a copy of it, and its end, in chats and in restored copies."""

import re
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from bot.demo import AheadClock
from bot.media.blank import blank_picture
from bot.routing.router import Router
from bot.sandbox.model.messages import Message
from bot.sandbox.people.group import Group
from bot.sandbox.people.person import Person
from bot.sandbox.server import Sandbox
from storage.seal import Key
from tests.scenes.test_clocks import DAY, MONDAY, looks_round
from tests.support.databases import POSTGRES
from tests.support.office import LAMP, card_in, files, said_in, told
from tests.support.stage import Stage, running, stage

GONE = "Isi dihapus atas permintaan pelapor."


async def erases(scene: Stage, person: Person) -> None:
    await person.says("/dataku")
    await person.hears("Data Anda di sini")
    await person.presses("Hapus data saya")
    await person.hears("Hapus semua data Anda?")
    await person.presses("Ya, hapus semuanya")
    await person.hears("sudah dihapus")
    await scene.settled()


def files_in(group: Group) -> list[bytes]:
    return [m.media.file.data for m in group.messages if m.from_bot and m.media]


def document_in(message: Message) -> str:
    assert message.media is not None
    return message.media.file.data.decode()


async def test_a_person_reads_what_is_kept_and_gets_a_copy_of_all_of_it(scene: Stage) -> None:
    budi = await scene.officer()
    group = await scene.group("Dishub", [budi])
    sari = await scene.citizen()
    number = await files(sari)
    card = await card_in(scene, group, number)
    await budi.says("Petugas datang besok.", reply_to=card, chat=group)
    await budi.presses("Kirim ke pelapor", chat=group)
    await sari.hears("Petugas datang besok")

    await sari.says("/dataku")
    kept = await sari.hears("Data Anda di sini")
    await sari.presses("Kirim salinan")
    copy = await sari.hears("Ini semua yang kami simpan")
    await scene.settled()
    document = document_in(next(m for m in reversed(sari.messages) if m.media))

    assert "Laporan: 1 (masih terbuka: 1)" in kept.text
    assert "Isi laporan dihapus 365 hari setelah laporan ditutup." in kept.text
    assert "Dinas Peragaan, peragaan@contoh.id" in kept.text
    assert copy
    for words in (number, LAMP, "Petugas datang besok.", "Sari", "Kec. Cibinong"):
        assert words in document
    assert "Budi" not in document


async def test_who_is_erased_is_nowhere_in_the_offices_chats_and_may_begin_anew(
    scene: Stage,
) -> None:
    ratna, budi = await scene.admin(), await scene.officer()
    group = await scene.group("Dishub", [budi])
    sari = await scene.citizen()
    number = await files(sari)
    await sari.says("Sudah tiga malam gelap sekali", reply_to=sari.messages[-1])
    await scene.settled()
    await budi.presses("Lainnya", chat=group)
    await budi.presses("Buka di chat pribadi", chat=group)
    await budi.hears("SDN 3")

    await erases(scene, sari)
    await sari.says("Jalan berlubang di Bojonggede")
    asked = await sari.hears("Setuju?")
    await ratna.says(f"/riwayat {number}")
    history = await ratna.hears("Riwayat")

    card = await card_in(scene, group, number)
    assert GONE in card.text
    assert "ditarik pelapor" in card.text
    for seen in (said_in(group), told(budi), told(ratna)):
        assert "SDN 3" not in seen
        assert "gelap sekali" not in seen
        assert "pelapor: Sari" not in seen
    assert "Yang Anda kirim belum kami baca" in asked.text
    assert "isi dihapus, otomatis: permintaan pelapor" in history.text
    assert "Sari" not in history.text


@pytest.mark.parametrize("days", [0, 3])
async def test_files_of_who_is_erased_leave_the_offices_chats(
    tmp_path: Path, router: Router, days: int
) -> None:
    clock, key = AheadClock(MONDAY), Key.generate()
    async with stage(tmp_path, router, clock=clock, key=key) as scene:
        budi = await scene.officer()
        group = await scene.group("Dishub", [budi])
        sari = await scene.citizen()
        for picture in (b"depan", b"tiang"):
            await sari.sends_photo(data=picture, album="a")
        await sari.hears("sudah tersimpan")
        await card_in(scene, group, await files(sari))
        await sari.presses("Tambah keterangan")
        await sari.sends_document()
        await sari.hears("Sudah ditambahkan")
        await scene.settled()
        before = files_in(group)

        await clock.turn(days * DAY)
        await erases(scene, sari)

    assert before == [b"depan", b"tiang", b"%PDF-1.4 sample"]
    assert files_in(group) == ([blank_picture()] * 3 if days else [])


async def test_a_long_story_is_emptied_to_its_first_message(scene: Stage) -> None:
    budi = await scene.officer()
    sari = await scene.citizen()
    await files(sari, f"{LAMP}. {'Gelap sekali di sana. ' * 130}")
    await budi.hears("LPR-")
    await budi.presses("Lainnya")
    await budi.presses("Baca selengkapnya")
    await scene.settled()
    before = told(budi)

    await erases(scene, sari)

    assert "Gelap sekali" in before
    assert "Gelap sekali" not in told(budi)


async def test_in_english_too_and_a_late_second_word_is_asked_again(
    tmp_path: Path, router: Router
) -> None:
    clock, key = AheadClock(MONDAY), Key.generate()
    async with stage(tmp_path, router, clock=clock, key=key) as scene:
        john = await scene.citizen("John", language="en")
        await john.says("/dataku")
        await john.presses("Erase my data")
        await john.hears("Erase all your data?")
        await clock.turn(timedelta(hours=2).total_seconds())
        await john.presses("Yes, erase everything")
        await scene.settled()
        late = john.messages[-1].text
        await john.presses("Keep it")
        await john.hears("Your data here")
        await john.presses("Erase my data")
        await john.presses("Yes, erase everything")
        done = await john.hears("has been erased")

    assert "Erase all your data?" in late
    assert "no words and no name: 0" in done.text


async def test_the_other_voices_stay_and_speak_for_themselves(scene: Stage) -> None:
    budi = await scene.officer()
    group = await scene.group("Dishub", [budi])
    sari, joni = await scene.citizen(), await scene.citizen("Joni")
    await files(sari)
    await joni.says("Lampu jalan depan SDN 3 Cibinong mati, anak saya takut pulang")
    await joni.presses("Kirim")
    await joni.presses("Ikut laporan ini")
    await joni.hears("kini 2 warga")

    await erases(scene, sari)

    cards = [m.text for m in group.messages if m.keyboard and "anak saya takut" in m.text]
    assert cards
    assert not [m for m in group.messages if "sejak Senin" in m.text]


async def test_an_officer_keeps_the_office_and_is_told_who_takes_it_away(scene: Stage) -> None:
    budi = await scene.officer()
    sari = await scene.citizen()
    await files(budi, "Sampah menumpuk di pasar Cibinong")
    await budi.says("/dataku")
    kept = await budi.hears("Data Anda di sini")

    await budi.presses("Hapus data saya")
    asked = await budi.hears("Hapus semua data Anda?")
    await budi.presses("Ya, hapus semuanya")
    done = await budi.hears("sebagai pelapor sudah dihapus")
    await files(sari)
    await scene.settled()

    assert "Tugas: petugas Dishub Kab. Bogor" in kept.text or "Tugas: petugas Dinas" in kept.text
    assert "/cabut" in asked.text
    assert "tanpa nama: 1" in done.text
    assert "SDN 3" in told(budi)


async def test_what_ended_long_ago_is_erased_by_the_calendar(
    tmp_path: Path, router: Router
) -> None:
    clock, key = AheadClock(MONDAY), Key.generate()
    async with stage(tmp_path, router, clock=clock, key=key) as scene:
        budi = await scene.officer()
        group = await scene.group("Dishub", [budi])
        sari = await scene.citizen()
        number = await files(sari)
        await sari.says("/laporanku")
        await sari.presses("Lampu jalan mati")
        await sari.presses("Tarik laporan")
        await sari.presses("Ya, tarik")
        await scene.settled()
        await clock.turn(364 * DAY)
        await looks_round(scene)
        before = await card_in(scene, group, number)
        words_before = before.text
        await clock.turn(2 * DAY)
        await looks_round(scene)
        after = (await budi.hears("masa simpannya habis", chat=group)).text
        await sari.says("/laporanku")
        await sari.hears("Setuju?")

    assert "SDN 3" in words_before
    assert number in after
    assert "SDN 3" not in said_in(group)


@pytest.mark.skipif(POSTGRES, reason="only SQLite keeps its data in a file of ours")
async def test_a_restored_copy_is_erased_again_before_anybody_reads_it(
    tmp_path: Path, router: Router
) -> None:
    clock, key = AheadClock(MONDAY), Key.generate()
    database = tmp_path / "lapor.db"
    async with Sandbox(clock=clock) as sandbox:
        async with running(sandbox, tmp_path, router, clock=clock, key=key) as app:
            scene = Stage(sandbox, app)
            ratna = await scene.admin()
            sari, joni = await scene.citizen(), await scene.citizen("Joni")
            number, other = (
                await files(sari),
                await files(joni, "Sampah menumpuk di Kecamatan Ciawi, Kabupaten Bogor"),
            )
            await scene.settled()
        shutil.copy(database, tmp_path / "copy")
        async with running(sandbox, tmp_path, router, clock=clock, key=key) as app:
            await erases(Stage(sandbox, app), sari)
        shutil.copy(tmp_path / "copy", database)
        async with running(sandbox, tmp_path, router, clock=clock, key=key) as app:
            for each in (number, other):
                await ratna.says(f"/riwayat {each}")
                await ratna.hears(f"Riwayat {each}")
            await Stage(sandbox, app).settled()

    histories = re.findall(r"Riwayat [\s\S]*?(?=Riwayat|$)", told(ratna))
    assert ["isi dihapus" in each for each in histories[-2:]] == [True, False]
