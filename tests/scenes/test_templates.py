"""Ready-made answers: kept in chat by an agency's admin, used by its officers."""

from tests.support.office import files, told
from tests.support.stage import Stage

MADE = "Dijadwalkan\n{instansi} menangani {nomor} ({judul}) paling lambat {batas}."


async def test_an_agencys_admin_makes_an_answer_and_an_officer_sends_it_filled(
    scene: Stage,
) -> None:
    wati, budi, sari = await scene.agency_admin(), await scene.officer(), await scene.citizen()
    await wati.says("/template")
    await wati.presses("Buat templat")
    await wati.hears("nama templat di baris pertama")
    await wati.says(MADE)
    made = await wati.hears("Dijadwalkan")
    number = await files(sari)
    await budi.hears(number)

    await budi.presses("Jawab")
    question = await budi.hears("Tulis jawaban")
    await budi.presses("Dijadwalkan")
    preview = await budi.hears("Begini pelapor membacanya")
    await budi.presses("Kirim ke pelapor")
    news = await sari.hears("menjawab:")

    filled = f"Dinas Perhubungan Kab. Bogor menangani {number} (Lampu jalan mati"
    assert "{batas}" in made.text
    assert question.buttons == ["Dijadwalkan", "Batal"]
    assert filled in preview.text
    assert filled in news.text
    assert "paling lambat" in news.text
    assert "{" not in news.text


async def test_an_answer_is_changed_and_deleted(scene: Stage) -> None:
    wati = await scene.agency_admin()
    await wati.says("/template")
    await wati.presses("Buat templat")
    await wati.says("Terima kasih\nTerima kasih atas laporan {nomor}.")
    await wati.hears("Terima kasih atas")

    await wati.presses("Ubah templat")
    await wati.hears("sekali lagi")
    await wati.says("Terima kasih\nLaporan {nomor} kami catat.")
    await wati.hears("kami catat")
    await wati.presses("Hapus")
    left = await wati.hears("belum punya templat")

    assert left.buttons == ["Buat templat"]


async def test_an_unknown_place_is_named_and_the_question_stays_open(scene: Stage) -> None:
    wati = await scene.agency_admin()
    await wati.says("/template")
    await wati.presses("Buat templat")
    await wati.hears("nama templat")

    await wati.says("Jadwal\nKami datang {tanggal}.")
    refused = await wati.hears("belum kami kenal")
    await wati.says("Jadwal\nKami datang sebelum {batas}.")
    kept = await wati.hears("sebelum {batas}")

    assert "tanggal" in refused.text
    assert "Jadwal" in kept.text


async def test_an_officer_keeps_no_ready_made_answers(scene: Stage) -> None:
    budi = await scene.officer()

    await budi.says("/template")
    await budi.hears("hak yang belum Anda punya")

    assert "Buat templat" not in told(budi)
