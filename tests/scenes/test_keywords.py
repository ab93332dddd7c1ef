"""Admins ask why, and change the keywords while the bot runs."""

import asyncio
from pathlib import Path

from bot.domain.agency import AgencyCode
from bot.routing.router import Router
from bot.sandbox.people.person import Person
from tests.support.office import UNCLEAR, files, number_in, told
from tests.support.stage import Stage, stage

PLANKS = "Plang hijau roboh di Cibinong, Kabupaten Bogor"


async def counted(admin: Person) -> str:
    return (await admin.hears("laporan terakhir")).text


async def test_kenapa_shows_every_candidate_with_its_points(scene: Stage) -> None:
    ratna, sari = await scene.admin(), await scene.citizen()
    number = await files(sari)

    await ratna.says(f"/kenapa {number.lower()}")
    why = await ratna.hears("Mengapa")

    assert "1. Dinas Perhubungan Kab. Bogor" in why.text
    assert "waktu masuk" in why.text
    assert "Kata: " in why.text
    assert "lampu jalan" in why.text.lower()
    assert "Tempat: Kec. Cibinong, Kab. Bogor" in why.text
    assert "Saran pertamanya sama seperti waktu masuk." in why.text


async def test_kenapa_is_asked_in_reply_to_a_card_and_of_a_number_that_is_right(
    scene: Stage,
) -> None:
    ratna, sari = await scene.admin(), await scene.citizen()
    number = await files(sari, UNCLEAR)
    card = await ratna.hears(number)

    await ratna.says("/kenapa", reply_to=card)
    why = await ratna.hears("Mengapa")
    wrong = number[:-1] + ("X" if number[-1] != "X" else "Y")
    await ratna.says(f"/kenapa {wrong}")
    mistyped = await ratna.hears("salah ketik")
    await ratna.says("/riwayat", reply_to=card)
    history = await ratna.hears("Riwayat")

    assert number in why.text
    assert "balas kartunya" in mistyped.text
    assert number in history.text


async def test_kenapa_says_when_another_agency_stands_first_now(scene: Stage) -> None:
    ratna, sari = await scene.admin(), await scene.citizen()
    number = await files(sari, PLANKS)
    await ratna.says("/katakunci tambah plang hijau = pendidikan 5")
    await ratna.hears("sebelumnya tidak ada")
    await ratna.presses("Simpan")
    await ratna.hears("langsung berlaku")
    await scene.settled()

    await ratna.says(f"/kenapa {number}")
    why = await ratna.hears("Mengapa")

    assert "1. Dinas Pendidikan Kab. Bogor" in why.text
    assert "waktu masuk tidak disarankan" in why.text
    assert "Waktu masuk saran pertamanya" in why.text


async def test_a_change_is_tried_on_the_last_reports_before_it_is_saved(scene: Stage) -> None:
    ratna, sari = await scene.admin(), await scene.citizen()
    await files(sari, PLANKS)

    await ratna.says("/katakunci tambah plang hijau = pendidikan 5")
    trial = await ratna.hears("laporan terakhir")
    before = scene.app.house.router.route("", PLANKS)
    await ratna.presses("Batal")
    await ratna.hears("Tidak ada yang diubah")

    assert "plang hijau = pendidikan 5 (sebelumnya tidak ada)" in trial.text
    assert "1 laporan terakhir: 1 saran berubah" in trial.text
    assert "→ pendidikan: 1" in trial.text
    assert "Plang hijau roboh" not in trial.text
    assert trial.buttons == ["Simpan", "Batal"]
    assert scene.app.house.router.route("", PLANKS) == before


async def test_a_saved_keyword_routes_without_a_restart_and_undo_takes_it_back(
    scene: Stage,
) -> None:
    ratna = await scene.admin()
    await ratna.says("/katakunci tambah plang hijau = pendidikan 5")
    await ratna.hears("laporan terakhir")

    await ratna.presses("Simpan")
    await ratna.hears("Tersimpan dan langsung berlaku")
    await scene.settled()
    during = scene.app.house.router.route("", PLANKS).best
    await ratna.presses("Riwayat perubahan")
    history = await ratna.hears("Perubahan kata kunci")
    await ratna.presses("Urungkan: plang hijau")
    await ratna.hears("diurungkan")
    await scene.settled()
    after = scene.app.house.router.route("", PLANKS).best

    assert during
    assert during.agency.code == AgencyCode("32.01/pendidikan")
    assert "Ratna: plang hijau = pendidikan 5" in history.text
    assert after is None or after.agency.code != during.agency.code


async def test_saved_keywords_are_there_after_a_restart(tmp_path: Path, router: Router) -> None:
    async with stage(tmp_path, router) as first:
        ratna = await first.admin()
        await ratna.says("/katakunci tambah plang hijau = pendidikan 5")
        await ratna.hears("laporan terakhir")
        await ratna.presses("Simpan")
        await ratna.hears("langsung berlaku")
        await first.settled()
        saved = first.app.house.router.version
        again = type(first.app.house.learning)(router, first.app.house.seal)

        await again.restore(first.app.storage)

    assert again.router.version == saved


async def test_the_weight_of_a_keyword_changes_by_buttons(scene: Stage) -> None:
    ratna = await scene.admin()
    await ratna.says("/katakunci paspor")
    await ratna.hears("Kata kunci")
    await ratna.presses("paspor · imigrasi")
    shown = await ratna.hears("paspor · imigrasi dan hukum")

    await ratna.presses("Hapus")
    trial = await ratna.hears("dihapus")
    await ratna.presses("Simpan")
    await ratna.hears("Dihapus dan langsung berlaku")
    await scene.settled()
    await ratna.says("/katakunci paspor")
    listed = await ratna.hears()

    assert "Hapus" in shown.buttons
    assert "sebelumnya" in trial.text
    assert not listed.buttons or "paspor · imigrasi dan hukum" not in listed.buttons


async def test_tambah_asks_for_what_is_missing(scene: Stage) -> None:
    ratna = await scene.admin()

    await ratna.says("/katakunci")
    await ratna.presses("Tambah")
    await ratna.hears("Tulis kata, sektor, dan bobotnya")
    await ratna.says("plang hijau pendidikan")
    unread = await ratna.hears("Belum terbaca")
    await ratna.says("plang hijau = pendidikan 9")
    too_heavy = await ratna.hears("Bobotnya angka dari −5 sampai 5")
    await ratna.says("plang hijau = pertukangan 2")
    no_sector = await ratna.hears("belum ada. Yang mirip")
    await ratna.says("yang di = pendidikan 2")
    fillers = await ratna.hears("hanya kata sambung")
    await ratna.says("plang, hijau = pendidikn 2,5")

    assert "plang hijau = pendidikan 2,5" in await counted(ratna)
    assert unread.id < too_heavy.id < no_sector.id < fillers.id


async def test_an_older_trial_saves_nothing(scene: Stage) -> None:
    ratna = await scene.admin()
    await ratna.says("/katakunci tambah plang hijau = pendidikan 5")
    old = await ratna.hears("laporan terakhir")
    await ratna.says("/katakunci tambah plang biru = sosial 5")
    await ratna.hears("plang biru")

    assert old.keyboard
    await ratna.presses_data(old, old.keyboard.buttons[0].value)
    await ratna.answered()
    await scene.settled()

    async with scene.app.storage.reading() as unit:
        assert await unit.keywords.current() == ()


async def test_a_report_without_a_place_is_explained_and_tried_by_its_field(scene: Stage) -> None:
    ratna, sari = await scene.admin(), await scene.citizen()
    await sari.says("Jalan berlubang parah")
    await sari.hears("Di mana kejadiannya")
    await sari.says("Saya tidak tahu")
    await sari.hears("Laporan Anda")
    await sari.presses("Kirim")
    number = number_in(await sari.hears("Laporan diterima"))

    await ratna.says(number)
    card = await ratna.hears("Bidang:")
    await ratna.says(f"/kenapa {number}")
    why = await ratna.hears("Mengapa")
    await ratna.says("/katakunci hapus jalan berlubang = jalan dan pengairan")
    trial = await counted(ratna)

    assert "Bidang: jalan dan pengairan. Tempatnya belum disebut" in card.text
    assert "Tanya pelapor" in card.buttons
    assert "1. Dinas Pekerjaan Umum dan Penataan Ruang" in why.text
    assert "Kata: Jalan berlubang" in why.text
    assert "Tempatnya belum diketahui" in why.text
    assert "jalan dan pengairan → " in trial


async def test_only_admins_ask_why_and_change_keywords(scene: Stage) -> None:
    sari, budi = await scene.citizen(), await scene.officer()
    number = await files(sari)
    await scene.settled()

    for person in (sari, budi):
        for command in (f"/kenapa {number}", "/katakunci", "/katakunci tambah a b = sosial 5"):
            await person.says(command)
            await scene.settled()

            assert "hak yang belum Anda punya" in person.messages[-1].text, command


async def test_the_admins_card_names_the_national_category(scene: Stage) -> None:
    ratna, sari = await scene.admin(), await scene.citizen()

    number = await files(sari)
    card = await ratna.hears(number)

    assert "Kategori: PERHUBUNGAN › LAMPU PENERANGAN JALAN UMUM" in card.text
    assert "Kategori" not in told(sari)


async def test_what_lies_outside_the_scope_goes_to_an_admin(tmp_path: Path) -> None:
    local = await asyncio.to_thread(Router.load, (AgencyCode("32.01"),))
    async with stage(tmp_path, local) as scene:
        ratna, sari = await scene.admin(), await scene.citizen()

        number = await files(sari, "Paspor saya sudah dua bulan belum jadi, saya di Cibinong")
        card = await ratna.hears(number)

        assert "Imigrasi" not in card.text
        assert "belum terverifikasi" in card.text
        assert "Cari" in card.buttons


async def test_unclear_reports_are_still_explained(scene: Stage) -> None:
    ratna, sari = await scene.admin(), await scene.citizen()
    number = await files(sari, UNCLEAR)

    await ratna.says(f"/kenapa {number}")
    why = await ratna.hears("Mengapa")

    assert why.text.splitlines()[1:] == ["Teksnya tidak menunjuk instansi mana pun."]
