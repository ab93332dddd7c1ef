"""What people send that is no report: each thing gets a short word or is left alone on purpose."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.tracking import new_tracking_number
from bot.sandbox.model.entities import utf16_length
from tests.support.odd import (
    delivers,
    draft_words,
    from_bot,
    numbers,
    reports_of,
    unharmed,
)
from tests.support.office import LAMP, files, told
from tests.support.stage import Stage


@pytest.fixture(autouse=True)
async def _unharmed(scene: Stage) -> AsyncIterator[None]:
    yield
    await unharmed(scene)


@pytest.mark.parametrize("empty", ["   ", "\n\t", "\u200b\u200b", "\u2800", "\u2066\u2069"])
async def test_words_that_nobody_can_see_begin_no_report(scene: Stage, empty: str) -> None:
    sari = await scene.citizen()

    await delivers(scene, sari, text=empty)

    assert "belum bisa kami baca" in told(sari)
    assert await draft_words(scene, sari) is None


@pytest.mark.parametrize("shrug", ["😡", "🤷🏽‍♀️ ❤️", "..."])
async def test_signs_without_a_word_begin_no_report(scene: Stage, shrug: str) -> None:
    sari = await scene.citizen()

    await sari.says(shrug)
    answer = await sari.hears()

    assert "belum bisa kami baca" in answer.text
    assert await draft_words(scene, sari) is None


async def test_ten_thousand_letters_are_one_report_and_nothing_is_cut(scene: Stage) -> None:
    sari = await scene.citizen()
    story = _long(10_000)

    await sari.says(story)
    await sari.hears("Laporan Anda")
    await asyncio.sleep(1.7)
    await scene.settled()
    cards = [m for m in from_bot(sari) if "Laporan Anda" in m.text]
    await sari.presses("Kirim")
    await sari.hears("Laporan diterima")

    (report,) = await reports_of(scene, sari)
    assert report.text == story
    assert len(cards) == 1


@pytest.mark.parametrize("times", [90, 110], ids=["fills its message", "cut in two"])
async def test_not_knowing_where_is_an_answer_after_a_long_text(scene: Stage, times: int) -> None:
    sari = await scene.citizen()
    story = "Sampah menumpuk dan berbau, belum diangkut. " * times
    await sari.says(story)
    await sari.hears("Di mana")

    await sari.presses("Saya tidak tahu")
    await sari.presses("Kirim")
    await sari.hears("Laporan diterima")

    (report,) = await reports_of(scene, sari)
    assert report.text == story.strip()


async def test_a_long_text_without_spaces_stays_whole(scene: Stage) -> None:
    sari = await scene.citizen()
    await sari.says(LAMP)
    await sari.hears("Laporan Anda")
    story = "ab😡" * 2_500

    await sari.says(story)
    await sari.hears("Laporan Anda")

    assert await draft_words(scene, sari) == f"{LAMP}\n{story}"


async def test_a_long_text_added_to_a_report_is_not_torn_apart(scene: Stage) -> None:
    sari = await scene.citizen()
    number = await files(sari)
    await sari.presses("Tambah keterangan")
    await sari.hears("Apa yang ingin Anda tambahkan")
    story = _long(6_000)

    await sari.says(story)
    await sari.hears("Sudah ditambahkan")
    await scene.settled()

    (report,) = await reports_of(scene, sari)
    async with scene.app.storage.reading() as unit:
        said = await unit.follow_ups.of_report(report.id)
    assert " ".join(follow_up.text for follow_up in said) == story
    assert "laporan yang mana" not in told(sari)
    assert number in told(sari)


async def test_a_long_loose_text_is_asked_about_once(scene: Stage) -> None:
    sari = await scene.citizen()
    await files(sari)
    story = _long(9_000)

    await sari.says(story)
    await sari.hears("laporan yang mana")
    await scene.settled()
    asked = [m for m in from_bot(sari) if "laporan yang mana" in m.text]
    await sari.presses("Laporan baru")
    await sari.hears("Laporan Anda")

    assert len(asked) == 1
    assert await draft_words(scene, sari) == story


async def test_a_draft_above_three_thousand_letters_is_filed_whole(scene: Stage) -> None:
    sari = await scene.citizen()
    parts = [f"{LAMP}. " + "Kami sudah lama menunggu. " * 50 for _ in range(3)]

    for part in parts:
        await sari.says(part)
        await sari.hears("semuanya ikut terkirim")
    await sari.presses("Kirim")
    await sari.hears("Laporan diterima")

    (report,) = await reports_of(scene, sari)
    assert report.text == "\n".join(part.strip() for part in parts)
    assert len(report.text) > 3_000


@pytest.mark.parametrize("tricky", ["<b>rusak</b> & <i>gelap", "1 < 2 & 3 > 2", "&lt;script&gt;"])
async def test_signs_of_markup_are_shown_as_they_were_typed(scene: Stage, tricky: str) -> None:
    sari = await scene.citizen()

    await sari.says(f"{LAMP} {tricky}")
    card = await sari.hears("Laporan Anda")
    await sari.presses("Kirim")
    await sari.hears("Laporan diterima")
    await sari.presses("Lihat laporan")
    view = await sari.hears("Dikirim")

    assert tricky in card.text
    assert tricky in view.text


async def test_words_that_run_backwards_turn_nothing_else_around(scene: Stage) -> None:
    sari = await scene.citizen()

    await delivers(scene, sari, text=f"{LAMP} \u202egnaluB \u2067aynim\u2066\u200f")
    await sari.hears("Laporan Anda")

    assert not {"\u202e", "\u2067", "\u2066"} & set(told(sari))
    assert "gnaluB aynim" in (await draft_words(scene, sari) or "")


@pytest.mark.parametrize(
    ("thing", "word"),
    [
        ("sticker", "Stiker"),
        ("poll", "Jajak pendapat"),
        ("contact", "Kontak orang lain"),
        ("video_note", "Pesan video bulat"),
    ],
)
async def test_what_cannot_be_read_is_answered_and_the_draft_stays(
    scene: Stage, thing: str, word: str
) -> None:
    sari = await scene.citizen()
    await sari.says(LAMP)
    await sari.hears("Laporan Anda")

    await getattr(sari, f"sends_{thing}")()
    answer = await sari.hears()

    assert answer.text.startswith(word)
    assert await draft_words(scene, sari) == LAMP


async def test_dice_and_what_telegram_invents_next_are_answered_too(scene: Stage) -> None:
    sari = await scene.citizen()

    await delivers(scene, sari, dice={"emoji": "🎲", "value": 4})
    await delivers(scene, sari, hologram={"file_id": "x"})

    assert sum("belum bisa kami baca" in m.text for m in from_bot(sari)) == 2


async def test_a_note_of_telegram_itself_is_left_alone(scene: Stage) -> None:
    sari, joko = await scene.citizen(), scene.sandbox.person("Joko")
    before = len(from_bot(sari))

    for person in (sari, joko):
        await delivers(
            scene, person, message_auto_delete_timer_changed={"message_auto_delete_time": 9}
        )
        await delivers(
            scene,
            person,
            pinned_message={"message_id": 1, "chat": {"id": 1, "type": "private"}, "date": 0},
        )

    assert len(from_bot(sari)) == before
    assert from_bot(joko) == []


async def test_a_file_that_is_too_large_is_refused_and_the_rest_stays(scene: Stage) -> None:
    sari = await scene.citizen()
    await sari.says(LAMP)
    await sari.hears("Laporan Anda")

    await sari.sends_document(size=21 * 1024 * 1024)
    answer = await sari.hears("20 MB")

    assert "sudah aman" in answer.text
    assert await draft_words(scene, sari) == LAMP


async def test_an_edited_message_changes_nothing_and_says_how_to_change(scene: Stage) -> None:
    sari = await scene.citizen()
    said = await sari.says(LAMP)
    await sari.hears("Laporan Anda")

    await sari.edits(said, "Sesuatu yang lain sama sekali")
    answer = await sari.hears()

    assert "Ubah" in answer.text
    assert await draft_words(scene, sari) == LAMP


async def test_a_live_location_is_noted_once_and_not_followed(scene: Stage) -> None:
    sari = await scene.citizen()
    await sari.says("Lampu jalan mati sejak kemarin")
    await sari.hears("Di mana kejadiannya?")

    pin = await sari.sends_pin(-6.4817, 106.8540, live=True)
    card = await sari.hears("Diteruskan ke")
    await sari.moves(pin, -7.25, 112.75)
    await scene.settled()

    assert "Kab. Bogor" in card.text
    assert "Surabaya" not in told(sari)


@pytest.mark.parametrize("where", [(48.8566, 2.3522), (0.0, 0.0), (-9.9, 90.0), (90.0, 180.0)])
async def test_a_pin_outside_indonesia_is_no_place(
    scene: Stage, where: tuple[float, float]
) -> None:
    sari = await scene.citizen()
    await sari.says("Lampu jalan mati sejak kemarin")
    await sari.hears("Di mana kejadiannya?")

    await sari.sends_pin(*where)
    answer = await sari.hears()
    await sari.says("Cibinong, Bogor")
    card = await sari.hears("Diteruskan ke")

    assert "di luar Indonesia" in answer.text
    assert "Kec. Cibinong" in card.text


async def test_a_forwarded_message_keeps_its_words_and_loses_its_origin(scene: Stage) -> None:
    sari = await scene.citizen()

    await sari.forwards(LAMP, "Pak Lurah Rahasia")
    card = await sari.hears("Laporan Anda")

    assert LAMP in card.text
    assert "Pak Lurah" not in told(sari)


async def test_the_origin_of_a_forwarded_message_is_never_stored(
    scene: Stage, tmp_path: Path
) -> None:
    sari = scene.sandbox.person("Sari")

    await sari.forwards(LAMP, "Pak Lurah Rahasia")
    await sari.hears("Setuju?")
    await scene.settled()

    async with scene.app.storage.reading() as unit:
        (held,) = await unit.inbox.held(f"p{sari.id}")
    assert LAMP.encode() in held.payload
    assert b"Pak Lurah" not in held.payload
    stored = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    assert b"Pak Lurah" not in stored


@pytest.mark.parametrize("hello", ["Halo", "Selamat pagi min", "P", "test"])
async def test_a_greeting_is_greeted_and_begins_no_report(scene: Stage, hello: str) -> None:
    sari = await scene.citizen()

    await sari.says(hello)
    answer = await sari.hears()

    assert answer.text.startswith("Ada yang ingin Anda laporkan?")
    assert await draft_words(scene, sari) is None


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("/lapor", "Silakan. Ceritakan"),
        ("/laporkan", "Perintah itu tidak ada"),
        ("/apa_ini jalan rusak", "Perintah itu tidak ada"),
        ("/status", "Tulis nomornya"),
        ("/status LPR", "tidak kami temukan"),
        ("/status\nLPR-0000-0000-000", "tidak kami temukan"),
        ("/status ' OR 1=1 --", "tidak kami temukan"),
        ("/start bukan_tautan", "Tautan ini sudah dipakai"),
        ("/start a b c <b>", "Tautan ini sudah dipakai"),
        ("/batal sekarang juga", "Tidak ada laporan"),
        ("/bahasa klingon", "Bahasa apa"),
        ("/laporanku 99999999999999999999", "belum punya laporan"),
        ("/riwayat", "nomor"),
        ("/riwayat LPR-0000-0000-000", "tidak kami temukan"),
        ("/undang", "perlu hak yang belum Anda punya"),
        ("/undang admin", "perlu hak yang belum Anda punya"),
        ("/instansi", "perlu hak yang belum Anda punya"),
        ("/instansi bogor", "perlu hak yang belum Anda punya"),
        ("/petugas", "perlu hak yang belum Anda punya"),
        ("/cabut admin", "perlu hak yang belum Anda punya"),
        ("/antrian", "perlu hak yang belum Anda punya"),
    ],
)
async def test_a_citizen_reads_a_short_word_to_any_command(
    scene: Stage, said: str, answer: str
) -> None:
    sari = await scene.citizen()

    await sari.says(said)
    heard = await sari.hears()

    assert answer in heard.text
    assert await draft_words(scene, sari) is None


async def test_a_number_of_somebody_else_tells_nothing(scene: Stage) -> None:
    sari, joko = await scene.citizen(), await scene.citizen("Joko")
    number = await files(sari)
    absent = new_tracking_number()

    answers = []
    for typed in (number, absent, f"/status {number}", f"/riwayat {number}", f"{number} 123456"):
        await joko.says(typed)
        answers.append((await joko.hears()).text)

    assert len(set(answers)) == 1
    assert "tidak kami temukan" in answers[0]


async def test_more_than_twenty_files_are_refused_once(scene: Stage) -> None:
    sari = await scene.citizen()
    await sari.says(LAMP)
    await sari.hears("Laporan Anda")

    for first in (0, 12):
        for number in range(first, first + 12):
            await sari.sends_photo(data=b"photo %d" % number, album=f"album {first}")
    await sari.hears("20 lampiran")
    await sari.hears("20 foto")

    assert sum("20 lampiran" in m.text for m in from_bot(sari)) == 1
    await sari.presses("Kirim")
    await sari.hears("Laporan diterima")
    (report,) = await reports_of(scene, sari)
    async with scene.app.storage.reading() as unit:
        assert len(await unit.reports.attachments(report.id)) == 20


async def test_too_many_loose_files_are_no_dead_end(scene: Stage) -> None:
    sari = await scene.citizen()
    await files(sari)
    for number in range(24):
        await sari.sends_photo(data=b"photo %d" % number, album="a")
    await sari.says("Ini fotonya, jalan berlubang di Cibinong")
    await sari.hears("laporan yang mana")

    await sari.presses("Laporan baru")
    await sari.hears("20 foto")
    await sari.presses("Kirim")
    await sari.hears("Laporan diterima")

    assert len(numbers(sari)) == 2


async def test_a_pin_answers_a_question_about_a_filed_report(scene: Stage) -> None:
    sari = await scene.citizen()
    await files(sari)
    await sari.presses("Tambah keterangan")
    await sari.hears("Apa yang ingin Anda tambahkan")

    await sari.sends_pin(-6.4817, 106.8540)
    await sari.hears("Sudah ditambahkan")

    (report,) = await reports_of(scene, sari)
    async with scene.app.storage.reading() as unit:
        (said,) = await unit.follow_ups.of_report(report.id)
    assert "Kab. Bogor" in said.text
    assert "-6.48170, 106.85400" in said.text
    assert await draft_words(scene, sari) is None


async def test_two_people_at_the_same_moment_each_get_their_own(scene: Stage) -> None:
    people = [await scene.citizen(f"Warga {n}") for n in range(4)]

    await asyncio.gather(*(p.says(f"{LAMP}, kata {p.name}") for p in people))
    cards = [await p.hears("Laporan Anda") for p in people]
    await asyncio.gather(*(p.presses("Kirim") for p in people))
    await scene.settled()
    for person in people:
        if "Tetap kirim sendiri" in person.buttons:
            await person.presses("Tetap kirim sendiri")
        await person.hears("Laporan diterima")

    for person, card in zip(people, cards, strict=True):
        assert f"kata {person.name}" in card.text
        (report,) = await reports_of(scene, person)
        assert numbers(person) == {report.number}


async def test_the_bot_blocked_in_the_middle_keeps_the_draft(scene: Stage) -> None:
    sari = await scene.citizen()
    await sari.says(LAMP)
    await sari.hears("Laporan Anda")

    await sari.blocks()
    await scene.settled()
    await sari.unblocks()
    await sari.says("Sudah seminggu begini")
    card = await sari.hears("Laporan Anda")
    await sari.presses("Kirim")
    await sari.hears("Laporan diterima")

    assert LAMP in card.text
    assert "Sudah seminggu begini" in card.text


async def test_a_name_made_of_markup_is_shown_as_it_is(scene: Stage) -> None:
    budi = await scene.officer()
    sari = await scene.citizen("<b>Sari</b> & <a href='x'>\u202eirab")

    await files(sari)
    card = await budi.hears("baru")

    assert "<b>Sari</b> & <a href='x'>irab" in card.text


def _long(letters: int) -> str:
    """A story of so many letters, no sentence like another."""
    story = f"{LAMP}."
    while len(story) < letters:
        story += f" Kejadian ke-{len(story)} sama saja."
    story = story[:letters].rstrip().ljust(letters, "x")
    assert utf16_length(story) == letters
    return story
