"""Admins: the queue, sending on, overriding, asking, archiving, links and rights."""

import pytest

from bot.domain.agency import AgencyCode
from bot.domain.sector import Sector
from tests.support.odd import reports_of
from tests.support.office import UNCLEAR, files, told
from tests.support.stage import Stage

EXTORTION = "Petugas dishub di Cibinong minta uang pungli kepada sopir angkot"


async def test_an_unsure_report_comes_with_every_way_on(scene: Stage) -> None:
    ratna, sari = await scene.admin(), await scene.citizen()

    number = await files(sari, UNCLEAR)
    card = await ratna.hears(number)

    assert "belum terverifikasi" in card.text
    assert "Batas verifikasi:" in card.text
    assert "Saran:" in card.text
    assert card.buttons[-5:] == ["Cari", "Tanya pelapor", "Arsip", "Riwayat", "Gabung"]


async def test_an_admin_searches_the_agency_and_everybody_is_told(scene: Stage) -> None:
    ratna, budi, sari = await scene.admin(), await scene.officer(), await scene.citizen()
    number = await files(sari, UNCLEAR)
    await ratna.hears(number)

    await ratna.presses("Cari")
    await ratna.hears("Tulis nama instansi")
    await ratna.says("dishub kabupaten bogor")
    await ratna.hears("Ke mana")
    await ratna.presses("Dinas Perhubungan Kab. Bogor")
    done = await ratna.hears("didisposisi ke Dinas Perhubungan Kab. Bogor")
    news = await sari.hears("meneruskan laporan Anda ke Dinas Perhubungan Kab. Bogor")
    card = await budi.hears(number)

    assert "Pelapor dan petugasnya dikabari" in done.text
    assert "Jawaban paling lambat" in news.text
    assert "baru" in card.text


@pytest.mark.parametrize("typed", [True, False])
async def test_the_question_whose_link_can_be_left_alone(scene: Stage, *, typed: bool) -> None:
    ratna = await scene.admin()
    await ratna.says("/undang petugas")
    await ratna.hears("Untuk instansi mana?")

    if typed:
        await ratna.says("batal")
    else:
        await ratna.presses("Batal")
    await ratna.hears("Dibatalkan. Tidak ada yang dikirim atau diubah.")
    await scene.settled()
    await ratna.says("Jalan berlubang di Cibinong")
    await ratna.hears("Laporan Anda")

    assert "Tautan untuk satu petugas" not in told(ratna)
    assert ratna.screen
    assert "Batal" not in [label for m in ratna.messages if m.keyboard for label in m.buttons]


async def test_from_a_decided_report_one_tap_leads_to_the_next(scene: Stage) -> None:
    ratna, sari = await scene.admin(), await scene.citizen()
    number = await files(sari, UNCLEAR)
    second = await files(await scene.citizen("Joni"), EXTORTION)
    card = await ratna.hears(second)

    await ratna.presses("Arsip", on=card)
    await ratna.presses("Tidak jelas")
    done = await ratna.hears("diarsipkan")
    await ratna.presses("Antrian admin")
    queue = await ratna.hears("Menunggu admin")

    assert number in queue.text
    assert queue.id > done.id


async def test_an_accusation_that_a_government_looks_into_keeps_its_field(scene: Stage) -> None:
    ratna, sari = await scene.admin(), await scene.citizen()
    number = await files(sari, EXTORTION)
    await ratna.hears(number)
    (before,) = await reports_of(scene, sari)

    await ratna.presses("Cari")
    await ratna.says("pemkab bogor")
    await ratna.presses("Pemkab Bogor")
    await ratna.hears("didisposisi ke Pemkab Bogor")

    (after,) = await reports_of(scene, sari)
    assert after.agency == AgencyCode("32.01")
    assert after.sector is before.sector is Sector.INSPECTORATE


async def test_an_admin_overrides_and_old_agency_and_reporter_are_told(scene: Stage) -> None:
    ratna, budi, sari = await scene.admin(), await scene.officer(), await scene.citizen()
    tono = await scene.officer("Tono", AgencyCode("32.01/pendidikan"))
    number = await files(sari)
    await budi.hears(number)
    await budi.presses("Bukan wewenang")
    await budi.presses("Wewenang instansi lain")
    await budi.presses("Cari instansi")
    await budi.hears("Tulis nama instansi")
    await budi.says("dinas pendidikan kabupaten bogor")
    await budi.presses("Dinas Pendidikan Kab. Bogor")
    await budi.hears("dikembalikan ke admin")
    await scene.settled()

    await ratna.presses("Dinas Pendidikan")
    await ratna.answered()
    moved = await sari.hears("dialihkan ke Dinas Pendidikan Kab. Bogor")
    card = await tono.hears(number)
    await ratna.hears("Di Dinas Pendidikan Kab. Bogor")
    await ratna.presses("Alihkan")
    await ratna.hears("Tulis nama instansi")
    await ratna.says("dishub kabupaten bogor")
    await ratna.presses("Dinas Perhubungan Kab. Bogor")
    await scene.settled()
    away = await tono.hears("tidak perlu menindaklanjutinya lagi")
    back = await budi.hears(number)

    assert "Batas jawaban tetap" in moved.text
    assert card.buttons[0] == "Terima"
    assert number in away.text
    assert back.buttons[0] == "Terima"


async def test_a_report_can_be_pulled_back_from_its_agency(scene: Stage) -> None:
    ratna, budi, sari = await scene.admin(), await scene.officer(), await scene.citizen()
    number = await files(sari, UNCLEAR)
    await ratna.hears(number)
    await ratna.presses("Cari")
    await ratna.says("dishub kabupaten bogor")
    await ratna.presses("Dinas Perhubungan Kab. Bogor")
    await budi.hears(number)
    await ratna.presses("Kartu laporan")
    await ratna.hears("Di Dinas Perhubungan")

    await ratna.presses("Tarik kembali")
    told_away = await budi.hears("kini ditangani admin")
    card = await ratna.hears("belum terverifikasi")

    assert number in told_away.text
    assert "Cari" in card.buttons


async def test_an_admin_asks_the_reporter_before_any_agency_has_it(scene: Stage) -> None:
    ratna, sari = await scene.admin(), await scene.citizen()
    number = await files(sari, UNCLEAR)
    card = await ratna.hears(number)
    await scene.settled()

    await ratna.says("Apa yang rusak?", reply_to=card)
    await ratna.hears("Begini pelapor membacanya")
    await ratna.presses("Kirim ke pelapor")
    question = await sari.hears("Admin kami perlu keterangan dari Anda")
    await sari.says("Lampu jalan", reply_to=question)
    reply = await ratna.hears("Lampu jalan")
    await ratna.presses("Kartu laporan")
    again = await ratna.hears("belum terverifikasi")

    assert number in reply.text
    assert "Setujui" in again.buttons or "Cari" in again.buttons


async def test_a_report_for_an_agency_without_people_is_answered_by_the_admin(
    scene: Stage,
) -> None:
    ratna, sari = await scene.admin(), await scene.citizen()
    number = await files(sari)
    card = await ratna.hears(number)

    await ratna.presses("Jawab")
    asked = await ratna.hears("Tulis jawaban yang diberikan")
    await ratna.says("Lampu diganti Kamis.")
    await ratna.hears("Begini pelapor membacanya")
    await ratna.presses("Kirim ke pelapor")
    news = await sari.hears("Lampu diganti Kamis.")

    assert "belum punya petugas di sini" in card.text
    assert card.buttons[:2] == ["Jawab", "Selesai"]
    assert "Alihkan" in card.buttons
    assert "Dinas Perhubungan Kab. Bogor" in asked.text
    assert news.text.splitlines()[1] == "Dinas Perhubungan Kab. Bogor menjawab lewat admin kami:"


async def test_a_report_that_accuses_is_suggested_to_the_inspectorate_first(scene: Stage) -> None:
    ratna, budi, sari = await scene.admin(), await scene.officer(), await scene.citizen()

    number = await files(sari, EXTORTION)
    card = await ratna.hears(number)
    await ratna.presses("Setujui")
    await ratna.answered()
    news = await sari.hears("meneruskan laporan Anda")

    assert "Menyebut petugas" in card.text
    assert "Saran: Inspektorat" in card.text
    assert "Inspektorat" in news.text
    assert number not in told(budi)


async def test_an_admin_archives_with_a_national_reason_that_the_reporter_reads(
    scene: Stage,
) -> None:
    ratna, sari = await scene.admin(), await scene.citizen()
    number = await files(sari, UNCLEAR)
    await ratna.hears(number)

    await ratna.presses("Arsip")
    menu = await ratna.hears("Alasan mengarsipkan")
    await ratna.presses("Tidak jelas")
    await ratna.hears("diarsipkan")
    news = await sari.hears("tidak bisa kami lanjutkan")

    assert menu.buttons == [
        "Mengandung SARA",
        "Tanpa bukti dukung",
        "Tidak jelas",
        "Bukan urusan pemerintah",
        "Kedaluwarsa",
        "Keinginan pelapor",
        "Kembali",
    ]
    assert "isinya belum cukup jelas" in news.text
    assert number in news.text


async def test_the_admins_queue_lists_what_waits(scene: Stage) -> None:
    ratna, sari = await scene.admin(), await scene.citizen()
    number = await files(sari, UNCLEAR)
    await ratna.hears(number)

    await ratna.says("/antrian")
    queue = await ratna.hears("Menunggu admin (1)")
    await ratna.presses("Tolong dibantu")
    card = await ratna.hears("pelapor: Sari")

    assert number in queue.text
    assert card.id > queue.id


async def test_riwayat_shows_every_step(scene: Stage) -> None:
    ratna, budi, sari = await scene.admin(), await scene.officer(), await scene.citizen()
    number = await files(sari)
    await budi.hears(number)
    await budi.presses("Terima")
    await budi.answered()
    await sari.says(f"/status {number}")
    await sari.presses("Tarik laporan")
    await sari.presses("Ya, tarik")
    await sari.hears("ditarik")

    await ratna.says(f"/riwayat {number.lower()}")
    history = await ratna.hears("Riwayat")

    lines = history.text.splitlines()
    assert "laporan masuk, pelapor" in lines[1]
    assert "verifikasi dan disposisi (Dinas Perhubungan Kab. Bogor), otomatis" in lines[2]
    assert "terima, Budi" in lines[3]
    assert lines[4].endswith("ditarik pelapor")


async def test_riwayat_says_nothing_to_strangers(scene: Stage) -> None:
    sari, joko = await scene.citizen(), await scene.citizen("Joko")
    number = await files(sari)

    await joko.says(f"/riwayat {number}")
    answer = await joko.hears()

    assert "tidak kami temukan" in answer.text


async def test_a_link_lets_one_person_in_and_no_second(scene: Stage) -> None:
    ratna = await scene.admin()
    tini, joko = await scene.citizen("Tini"), await scene.citizen("Joko")

    await ratna.says("/undang petugas dishub kabupaten bogor")
    await ratna.presses("Dinas Perhubungan Kab. Bogor")
    made = await ratna.hears("sekali pakai")
    link = next(word for word in made.text.split() if word.startswith("https://t.me/"))
    await tini.opens(link)
    welcome = await tini.hears("Dinas Perhubungan Kab. Bogor")
    await joko.opens(link)
    refused = await joko.hears("sudah dipakai")

    assert "petugas" in welcome.text
    assert "minta" in refused.text.lower()


async def test_undang_without_words_asks_for_whom(scene: Stage) -> None:
    ratna = await scene.admin()

    await ratna.says("/undang")
    menu = await ratna.hears("Tautan untuk siapa")
    await ratna.presses("Petugas")
    await ratna.hears("Untuk instansi mana")
    await ratna.says("dishub kabupaten bogor")
    await ratna.presses("Dinas Perhubungan Kab. Bogor")
    made = await ratna.hears("sekali pakai")

    assert menu.buttons == ["Petugas", "Admin instansi", "Grup", "Admin"]
    assert "?start=" in made.text


async def test_an_agencys_admin_invites_officers_of_their_own_agency_only(scene: Stage) -> None:
    wati = await scene.agency_admin()

    await wati.says("/undang petugas")
    await wati.presses("Dinas Perhubungan Kab. Bogor")
    made = await wati.hears("sekali pakai")
    await wati.says("/undang admin")
    menu = await wati.hears("Tautan untuk siapa")
    await wati.says("/petugas")
    staff = await wati.hears("Dinas Perhubungan Kabupaten Bogor")

    assert "?start=" in made.text
    assert menu.buttons == ["Petugas"]
    assert "Wati, admin instansi" in staff.text


async def test_instansi_lists_who_works_where(scene: Stage) -> None:
    ratna = await scene.admin()
    await scene.officer()

    await ratna.says("/instansi")
    listed = await ratna.hears("Instansi dengan petugas")
    await ratna.presses("Dinas Perhubungan Kab. Bogor")
    staff = await ratna.hears("Budi, petugas")

    assert "Dinas Perhubungan Kab. Bogor: 1 orang" in listed.text
    assert staff.buttons == [
        "Cabut: Budi",
        "Undang petugas",
        "Undang admin instansi",
        "Undang grup",
    ]


async def test_a_slip_of_the_finger_takes_no_right_away(scene: Stage) -> None:
    ratna, dewi, budi = await scene.admin(), await scene.admin("Dewi"), await scene.officer()

    await ratna.says("/cabut")
    await ratna.presses("Admin")
    await ratna.presses("Cabut: Dewi")
    admin = await ratna.hears("sebagai admin?")
    await ratna.presses("Kembali")
    await ratna.says("/petugas dishub kabupaten bogor")
    await ratna.presses("Dinas Perhubungan Kab. Bogor")
    await ratna.presses("Cabut: Budi")
    await ratna.hears("Cabut hak Budi")
    await ratna.presses("Kembali")
    await ratna.hears("Budi, petugas")
    await scene.settled()

    assert admin.buttons == ["Kembali", "Ya, cabut"]
    assert "sudah dicabut" not in told(budi) + told(dewi)


async def test_citizens_and_officers_cannot_do_what_admins_do(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    number = await files(sari)
    await budi.hears(number)
    commands = ("/undang", "/instansi", "/petugas", "/cabut dishub bogor")

    for person in (budi, sari):
        for command in commands:
            await person.says(command)
            refused = await person.hears()

            assert "hak yang belum Anda punya" in refused.text, command


async def test_a_forged_press_of_an_admins_button_is_refused(scene: Stage) -> None:
    ratna, sari = await scene.admin(), await scene.citizen()
    number = await files(sari, UNCLEAR)
    await ratna.hears(number)
    receipt = await sari.hears(number)

    for data in ("ar:1:pln", "ax:1:0", "a:1:o", "ai:admin:-", "av:1:-", "aw:1:-", "gl:1:32.01"):
        await sari.presses_data(receipt, data)
        await sari.answered()
    await scene.settled()

    assert "Saran:" not in told(sari)
    assert "t.me" not in told(sari)
    assert "belum terverifikasi" in told(ratna)
