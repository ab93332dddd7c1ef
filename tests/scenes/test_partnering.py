"""Two agencies on one report: the second sees it, contributes and leaves; the first keeps it."""

from bot.domain.agency import AgencyCode
from bot.domain.people import ChatId
from bot.domain.report import Status
from bot.sandbox.people.person import Person
from tests.support.odd import reports_of
from tests.support.office import LAMP, UNCLEAR, card_in, files, said_in, told
from tests.support.stage import Stage

ROADS = AgencyCode("32.01/pekerjaan-umum")
NAME = "Dinas PUPR Kab. Bogor"


async def invites(officer: Person, words: str = "dinas pupr kabupaten bogor") -> None:
    """From the card in private."""
    await officer.presses("Lainnya")
    await officer.presses("Undang instansi")
    await officer.hears("diundang ikut menangani")
    await officer.says(words)
    await officer.hears("Undang siapa")
    await officer.presses(NAME)


async def two_agencies_at_work(scene: Stage) -> tuple[Person, Person, Person, Person]:
    """Admin, officer, officer of the invited agency and reporter, once both have the report."""
    ratna, budi = await scene.admin(), await scene.officer()
    dian, sari = await scene.officer("Dian", ROADS), await scene.citizen()
    number = await files(sari)
    await budi.hears(number)
    await invites(budi)
    await dian.hears(number)
    return ratna, budi, dian, sari


async def test_an_invited_agency_contributes_and_the_reporter_reads_whose_words_they_are(
    scene: Stage,
) -> None:
    budi, dian = await scene.officer(), await scene.officer("Dian", ROADS)
    sari = await scene.citizen()
    number = await files(sari)
    await budi.hears(number)

    await invites(budi)
    await budi.hears("kini ikut menangani")
    news = await sari.hears("ikut menangani laporan Anda")
    card = await dian.hears(number)
    await dian.presses("Sampaikan hasil")
    await dian.hears("Tulis hasil kerja")
    await dian.says("Tiangnya sudah kami tegakkan.")
    preview = await dian.hears("Begini pelapor membacanya")
    await dian.presses("Kirim ke pelapor")
    heard = await sari.hears("Tiangnya sudah kami tegakkan.")
    await sari.presses("Lihat laporan")
    view = await sari.hears("Dikirim")
    lead = await budi.hears(f"hasil kerja, {NAME}: “Tiangnya")

    assert NAME in news.text
    assert "Dinas Perhubungan Kab. Bogor tetap yang menjawab" in news.text
    assert f"bersama {NAME}" in card.text
    assert card.buttons == ["Sampaikan hasil", "Lainnya"]
    assert f"{NAME}, yang ikut menangani, menulis:" in preview.text
    assert f"{NAME}, yang ikut menangani, menulis:" in heard.text
    assert f"{NAME} ikut menangani." in view.text
    assert f"{NAME}: “Tiangnya sudah kami tegakkan.”" in view.text
    assert "Dian" not in told(sari)
    assert "Tiangnya sudah kami tegakkan." in lead.text


async def test_the_first_agency_keeps_status_and_clock(scene: Stage) -> None:
    budi, dian = await scene.officer(), await scene.officer("Dian", ROADS)
    sari = await scene.citizen()
    number = await files(sari)
    await budi.hears(number)
    (before,) = await reports_of(scene, sari)

    await invites(budi)
    card = await dian.hears(number)
    await dian.says("Tiangnya sudah kami tegakkan.", reply_to=card)
    await dian.hears("Begini pelapor membacanya")
    await dian.presses("Kirim ke pelapor")
    await sari.hears("Tiangnya sudah kami tegakkan.")

    (after,) = await reports_of(scene, sari)
    assert after.status is before.status is Status.DISPATCHED
    assert (after.due_at, after.answered_at, after.taken_by) == (before.due_at, None, None)


async def test_an_invited_agency_can_neither_close_ask_nor_hand_back(scene: Stage) -> None:
    budi, dian = await scene.officer(), await scene.officer("Dian", ROADS)
    sari = await scene.citizen()
    await files(sari)
    await budi.hears("LPR-")
    await invites(budi)
    card = await dian.hears("LPR-")
    (report,) = await reports_of(scene, sari)

    for letter in "tsqbvguwi":
        await dian.presses_data(card, f"o:{report.id}:{letter}")
        await dian.answered()
    await dian.presses_data(card, f"ob:{report.id}:o")
    await dian.answered()
    await scene.settled()

    (after,) = await reports_of(scene, sari)
    assert (after.status, after.agency, after.partner) == (report.status, report.agency, ROADS)
    assert "Apa hasilnya" not in told(dian)


async def test_both_read_the_notes_that_are_written_while_they_work_together(
    scene: Stage,
) -> None:
    budi, dian = await scene.officer(), await scene.officer("Dian", AgencyCode("32.71"))
    sari = await scene.citizen()
    await files(sari)
    await budi.hears("LPR-")
    await notes(budi, "Kabel kita habis.")
    await budi.presses("Kartu laporan")
    await budi.hears("Kabel kita habis.")

    await budi.presses("Lainnya")
    await budi.presses("Undang instansi")
    await budi.hears("diundang ikut menangani")
    await budi.says("kota bogor")
    await budi.hears("Undang siapa")
    await budi.presses("Pemkot Bogor")
    await dian.hears("LPR-")
    await notes(dian, "Kami pinjamkan kabel.")
    lead = await budi.hears("Kami pinjamkan kabel.")
    await notes(budi, "Terima kasih.", on_card=False)
    second = await dian.hears("Terima kasih.")

    assert "Dian" not in told(sari)
    assert "Kabel kita habis." in lead.text
    assert "Kabel kita habis." not in told(dian)
    assert "Kami pinjamkan kabel." in second.text
    assert "kabel" not in told(sari)


async def test_the_invited_agency_leaves_and_reads_no_words_any_more(scene: Stage) -> None:
    budi, dian = await scene.officer(), await scene.officer("Dian", ROADS)
    sari = await scene.citizen()
    number = await files(sari)
    await budi.hears(number)
    await invites(budi)
    await dian.hears(number)

    await dian.presses("Lainnya")
    await dian.presses("Tidak ikut lagi")
    left = await dian.hears("tidak ikut menangani lagi")
    news = await sari.hears("tidak ikut menangani lagi")
    await dian.says("/antrian")
    await dian.hears("Tidak ada laporan")
    await budi.says(f"/riwayat {number}")
    history = await budi.hears("Riwayat")

    assert LAMP not in left.text
    assert left.buttons == []
    assert "Dinas Perhubungan Kab. Bogor tetap mengerjakan" in news.text
    assert f"undang instansi ({NAME})" in history.text
    assert f"tidak ikut lagi ({NAME})" in history.text


async def test_the_invited_agency_finds_the_report_in_its_queue_and_hears_the_reporter(
    scene: Stage,
) -> None:
    budi, dian = await scene.officer(), await scene.officer("Dian", ROADS)
    sari = await scene.citizen()
    number = await files(sari)
    await budi.hears(number)
    await invites(budi)
    await dian.hears(number)

    await dian.says("/antrian")
    queue = await dian.hears("paling mendesak")
    parts = queue.buttons
    await sari.says(f"/status {number}")
    await sari.presses("Tambah keterangan")
    await sari.says("Kabelnya juga putus")
    heard = await dian.hears("Pelapor menanggapi")

    assert number in queue.text
    assert not [label for label in parts if label.startswith("Baru")]
    assert heard.buttons == ["Sampaikan hasil", "Kartu laporan"]


async def test_a_secret_report_is_shared_with_nobody(scene: Stage) -> None:
    budi, dian = await scene.officer(), await scene.officer("Dian", ROADS)
    sari = await scene.citizen()
    number = await files(sari, LAMP, "Rahasia")
    card = await budi.hears(number)
    (report,) = await reports_of(scene, sari)

    await budi.presses("Lainnya")
    await budi.presses_data(card, f"oi:{report.id}:{ROADS}")
    await budi.hears("Laporan rahasia hanya dibaca")
    await scene.settled()

    assert number not in told(dian)
    assert "Undang instansi" not in "".join(budi.buttons)


async def test_an_agency_without_people_is_not_invited(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    await files(sari)
    await budi.hears("LPR-")

    await invites(budi)
    refused = await budi.hears("belum punya petugas di sini")
    await scene.settled()

    assert NAME in refused.text
    assert "ikut menangani" not in told(sari)


async def test_an_invitation_rests_while_the_admins_have_the_report_and_then_goes_on(
    scene: Stage,
) -> None:
    ratna, _, dian, sari = await two_agencies_at_work(scene)
    (report,) = await reports_of(scene, sari)

    await ratna.presses_data(ratna.messages[-1], f"a:{report.id}:b")
    gone = await dian.hears("ditangani admin")
    desk = await ratna.hears(f"{NAME} diundang ikut menangani, dan ikut lagi")
    await dian.says("/antrian")
    await dian.hears("Tidak ada laporan")
    await ratna.presses("Setujui")
    again = await dian.hears(f"bersama {NAME}")
    await scene.settled()

    assert LAMP not in gone.text
    assert desk.keyboard
    assert again.buttons == ["Sampaikan hasil", "Lainnya"]
    assert "tidak ikut menangani lagi" not in told(sari)


async def test_a_hand_back_leaves_the_invited_agency_in_unless_it_gets_the_report_itself(
    scene: Stage,
) -> None:
    ratna, budi, dian, sari = await two_agencies_at_work(scene)

    await budi.presses("Bukan wewenang")
    await budi.presses("Wewenang instansi lain")
    await budi.presses("Disperkim")
    await dian.hears("ditangani admin")
    await ratna.hears("Usul mereka")
    await ratna.presses("Disperkim")
    moved = await sari.hears("dialihkan ke Disperkim")
    again = await dian.hears(f"bersama {NAME}")
    await sari.presses("Lihat laporan")
    view = await sari.hears("Dikirim")
    await ratna.presses("Alihkan")
    await ratna.says("dinas pupr kabupaten bogor")
    await ratna.presses(NAME)
    await sari.hears(f"dialihkan ke {NAME}")
    await scene.settled()
    own = dian.screen

    assert "ikut menangani" not in moved.text
    assert "Disperkim" in again.text
    assert f"{NAME} ikut menangani." in view.text
    assert own
    assert "Terima" in own.buttons
    assert "bersama" not in own.text
    assert "tidak ikut menangani lagi" not in told(sari)


async def test_an_admin_invites_from_the_desk(scene: Stage) -> None:
    ratna, dian = await scene.admin(), await scene.officer("Dian", ROADS)
    sari = await scene.citizen()
    number = await files(sari)
    await ratna.hears(number)

    await ratna.presses("Undang instansi")
    await ratna.hears("diundang ikut menangani")
    await ratna.says("dinas pupr kabupaten bogor")
    await ratna.hears("Undang siapa")
    await ratna.presses(NAME)
    card = await dian.hears(number)
    desk = await ratna.hears(f"bersama {NAME}")

    assert card.buttons == ["Sampaikan hasil", "Lainnya"]
    assert "Akhiri undangan" in desk.buttons


async def test_an_invited_agencys_group_gets_the_card_and_replies_to_it(scene: Stage) -> None:
    budi, dian = await scene.officer(), await scene.officer("Dian", ROADS)
    group = await scene.group("PUPR Kab. Bogor", [dian], ROADS)
    sari = await scene.citizen()
    number = await files(sari, LAMP, "Anonim")
    await budi.hears(number)
    await invites(budi)
    card = await card_in(scene, group, number)

    await dian.says("Tiangnya sudah kami tegakkan.", reply_to=card, chat=group)
    await dian.hears("Begini pelapor membacanya", chat=group)
    await dian.presses("Kirim ke pelapor", chat=group)
    heard = await sari.hears("Tiangnya sudah kami tegakkan.")

    assert "yang ikut menangani, menulis" in heard.text
    assert "pelapor: anonim" in card.text
    assert "Sari" not in said_in(group)


async def test_only_who_has_a_report_invites_to_it(scene: Stage) -> None:
    budi, dian = await scene.officer(), await scene.officer("Dian", ROADS)
    joko, sari = await scene.citizen("Joko"), await scene.citizen()
    await files(sari)
    card = await budi.hears("LPR-")
    (report,) = await reports_of(scene, sari)

    for stranger in (dian, joko, sari):
        await stranger.presses_data(card, f"oi:{report.id}:{ROADS}")
        await stranger.answered()
    await scene.settled()

    async with scene.app.storage.reading() as unit:
        assert (await unit.reports.get(report.id)).partner is None
        assert await unit.people.with_chat(ChatId(dian.id))
    assert UNCLEAR not in told(dian)


async def notes(officer: Person, words: str, *, on_card: bool = True) -> None:
    """Leave a note; from the card, or first opening it anew."""
    if not on_card:
        await officer.presses("Kartu laporan")
        await officer.hears("LPR-")
    await officer.presses("Lainnya")
    await officer.presses("Catatan")
    await officer.hears("catatan")
    await officer.says(words)
    await officer.hears("tersimpan")
