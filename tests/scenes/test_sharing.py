"""Officers among themselves: take over, hand over, send to a unit, notes for each other."""

from bot.domain.agency import AgencyCode
from tests.support.office import LAMP, card_in, files, said_in, told
from tests.support.stage import Stage

BOGOR = AgencyCode("32.01")
TO_BOGOR = "Saya ingin kantor Kabupaten Bogor di Cibinong buka hari Sabtu"


async def test_a_report_is_taken_over_and_the_colleague_is_told(scene: Stage) -> None:
    budi, tono, sari = await scene.officer(), await scene.officer("Tono"), await scene.citizen()
    number = await files(sari)
    card = await budi.hears(number)
    await tono.hears(number)
    await budi.presses("Terima", on=card)
    await tono.hears("diterima oleh Budi")

    await tono.presses("Lainnya")
    await tono.presses("Bagi tugas")
    await tono.presses("Ambil alih")
    mine = await tono.hears("diterima oleh Tono")
    news = await budi.hears("Kini ditangani Tono")
    await scene.settled()

    assert number in mine.text
    assert number in news.text
    assert "Tono" not in told(sari)


async def test_what_is_ones_own_cannot_be_taken_over(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    await files(sari)
    card = await budi.hears("LPR-")
    await budi.presses("Terima")
    await budi.hears("diterima oleh Budi")

    await budi.presses("Lainnya")
    await budi.presses("Bagi tugas")
    menu = await budi.hears("LPR-")
    await budi.presses_data(card, "o:1:v")
    answer = await budi.answered()

    assert "Ambil alih" not in menu.buttons
    assert "Sudah begitu keadaannya" in (answer.text or "")


async def test_a_report_is_handed_to_a_colleague_who_still_accepts_it(scene: Stage) -> None:
    budi, tono, sari = await scene.officer(), await scene.officer("Tono"), await scene.citizen()
    number = await files(sari)
    await budi.hears(number)
    await tono.hears(number)

    await budi.presses("Lainnya")
    await budi.presses("Bagi tugas")
    await budi.presses("Serahkan ke rekan")
    whom = await budi.hears("Siapa yang menangani")
    await budi.presses("Tono")
    await tono.hears("Budi menyerahkan laporan ini kepada Anda")
    given = await budi.hears("Diserahkan kepada Tono, belum diterima")
    await tono.presses("Terima")
    await tono.hears("diterima oleh Tono")
    await sari.hears("sudah menerima laporan Anda")

    assert whom.buttons == ["Tono", "Kembali"]
    assert "baru" in given.text


async def test_nobody_of_another_agency_can_be_given_a_report(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    await scene.officer("Siti", AgencyCode("32.01/pendidikan"))
    await files(sari)
    card = await budi.hears("LPR-")

    await budi.presses_data(card, "oh:1:3")
    await scene.settled()

    assert "Diserahkan" not in told(budi)


async def test_the_head_sends_a_report_to_its_unit_and_the_reporter_reads_the_new_name(
    scene: Stage,
) -> None:
    ratna, head = await scene.admin(), await scene.officer("Hadi", BOGOR)
    budi, sari = await scene.officer(), await scene.citizen()
    number = await files(sari, "Tolong dibantu di Cibinong")
    await ratna.hears(number)
    await ratna.presses("Cari")
    await ratna.hears("Tulis nama instansi")
    await ratna.says("kabupaten bogor")
    await ratna.presses("Pemkab Bogor")
    await head.hears(number)
    await scene.settled()

    await head.presses("Lainnya")
    await head.presses("Bagi tugas")
    await head.presses("Teruskan ke unit")
    await head.hears("Unit mana")
    for _ in range(9):
        if any(b.startswith("Dinas Perhubungan") for b in head.latest.buttons):  # type: ignore[union-attr]
            break
        await head.presses("Berikutnya")
        await scene.settled()
    await head.presses("Dinas Perhubungan Kab. Bogor")
    await budi.hears(number)
    news = await sari.hears("dialihkan ke Dinas Perhubungan Kab. Bogor")
    await scene.settled()

    assert "Batas jawaban tetap" in news.text


async def test_an_officer_of_a_unit_sends_nothing_to_another_unit(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    await files(sari)
    card = await budi.hears("LPR-")
    await budi.presses("Lainnya")
    await budi.presses("Bagi tugas")
    menu = await budi.hears("LPR-")

    await budi.presses_data(card, "ou:1:32.01/pendidikan")
    await scene.settled()

    assert "Teruskan ke unit" not in menu.buttons
    assert "dialihkan" not in told(sari)


async def test_a_note_is_read_by_colleagues_and_admins_and_never_by_the_reporter(
    scene: Stage,
) -> None:
    budi, tono, sari = await scene.officer(), await scene.officer("Tono"), await scene.citizen()
    number = await files(sari)
    await budi.hears(number)

    await budi.presses("Lainnya")
    await budi.presses("Catatan internal")
    await budi.hears("Pelapor tidak membacanya")
    await budi.says("Gardunya dikunci, kunci ada di Pak Asep.")
    await budi.hears("Catatan")
    card = await tono.hears("Gardunya dikunci")
    await sari.says(f"/status {number}")
    await sari.hears(number)
    await scene.settled()

    assert "catatan internal: “Gardunya dikunci" in card.text
    assert "sampai ke warga" not in card.text
    assert "Gardunya" not in told(sari)


async def test_a_note_is_not_read_where_the_report_goes_next(scene: Stage) -> None:
    budi, ratna = await scene.officer(), await scene.admin()
    other = await scene.officer("Joko", AgencyCode("32.71/perhubungan"))
    sari = await scene.citizen()
    number = await files(sari)
    await budi.hears(number)
    await budi.presses("Lainnya")
    await budi.presses("Catatan internal")
    await budi.says("Gardunya dikunci.")
    await budi.hears("Catatan")
    await budi.presses("Kartu laporan")
    await budi.presses("Bukan wewenang")
    await budi.presses("Di luar wilayah kami")
    await budi.presses("Tidak tahu")
    desk = await ratna.hears("Dikembalikan")
    await ratna.presses("Cari")
    await ratna.says("dishub kota bogor")
    await ratna.presses("Dinas Perhubungan Kota Bogor")
    card = await other.hears(number)

    assert "Gardunya dikunci." in desk.text
    assert "Gardunya" not in card.text
    assert LAMP in card.text


async def test_a_note_in_a_group_is_written_as_a_reply(scene: Stage) -> None:
    budi = await scene.officer()
    group = await scene.group("Dishub Kab. Bogor", [budi])
    sari = await scene.citizen()
    await card_in(scene, group, await files(sari))

    await budi.presses("Lainnya", chat=group)
    await budi.presses("Catatan internal", chat=group)
    question = await budi.hears("Pelapor tidak membacanya", chat=group)
    await budi.says("Tangga dipinjam dulu.", reply_to=question, chat=group)
    await budi.hears("catatan internal: “Tangga", chat=group)

    assert "Tangga" not in told(sari)
    assert "tersimpan" in said_in(group)
