"""Two people at the same report: one wins, the other reads why, and nobody's words are lost."""

from bot.domain.report import FollowUpKind, Status
from bot.sandbox.model.messages import Message
from bot.sandbox.people.person import Person
from tests.support.odd import reports_of
from tests.support.office import UNCLEAR, files, told
from tests.support.stage import Stage


async def writes(officer: Person, words: str, button: str = "Jawab") -> None:
    """Write up to the last step, and do not send."""
    await officer.presses(button)
    await officer.hears("LPR-")
    await officer.says(words)
    await officer.hears("Begini pelapor membacanya")


async def test_of_two_answers_at_once_the_second_officer_first_reads_the_first(
    scene: Stage,
) -> None:
    budi, tono, sari = await scene.officer(), await scene.officer("Tono"), await scene.citizen()
    number = await files(sari)
    await budi.hears(number)
    await tono.hears(number)
    await writes(budi, "Besok kami perbaiki.")
    await writes(tono, "Lusa kami perbaiki.")

    await budi.presses("Kirim ke pelapor")
    await tono.presses("Kirim ke pelapor")
    await sari.hears("Besok kami perbaiki.")
    stopped = await tono.hears("Sementara Anda menulis")
    await scene.settled()
    before = told(sari)
    await tono.presses("Kirim ke pelapor")
    await sari.hears("Lusa kami perbaiki.")

    assert "Besok kami perbaiki." in stopped.text
    assert "Lusa kami perbaiki." in stopped.text
    assert "Lusa" not in before


async def test_an_officer_reads_what_the_reporter_adds_before_the_answer_goes_out(
    scene: Stage,
) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    number = await files(sari)
    await budi.hears(number)
    await writes(budi, "Besok kami perbaiki.")
    await sari.says(f"/status {number}")
    await sari.presses("Tambah keterangan")
    await sari.says("Kabelnya juga putus")
    await budi.hears("Kabelnya juga putus")

    await budi.presses("Kirim ke pelapor")
    stopped = await budi.hears("Sementara Anda menulis")
    await budi.presses("Ubah")
    await budi.hears("Tulis jawaban")
    await budi.says("Besok kami perbaiki, kabelnya juga.")
    await budi.hears("kabelnya juga")
    await budi.presses("Kirim ke pelapor")
    await sari.hears("kabelnya juga")

    assert "Kabelnya juga putus" in stopped.text


async def test_ones_own_acts_in_between_hold_nothing_up(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    card = await budi_card(scene, budi, sari)
    await writes(budi, "Besok kami perbaiki.")

    await budi.presses("Terima", on=card)
    await budi.answered()
    await budi.presses("Kirim ke pelapor")
    await sari.hears("Besok kami perbaiki.")

    assert "Sementara Anda menulis" not in told(budi)


async def test_a_colleagues_note_holds_nothing_up(scene: Stage) -> None:
    budi, tono, sari = await scene.officer(), await scene.officer("Tono"), await scene.citizen()
    await budi_card(scene, budi, sari)
    await writes(budi, "Besok kami perbaiki.")
    await tono.presses("Lainnya")
    await tono.presses("Catatan internal")
    await tono.hears("Tulis catatan")
    await tono.says("Kabel kita habis.")
    await tono.hears("tersimpan")

    await budi.presses("Kirim ke pelapor")
    await sari.hears("Besok kami perbaiki.")

    assert "Sementara Anda menulis" not in told(budi)


async def test_two_officers_close_once_and_the_reporter_is_asked_once(scene: Stage) -> None:
    budi, tono, sari = await scene.officer(), await scene.officer("Tono"), await scene.citizen()
    number = await files(sari)
    await budi.hears(number)
    await tono.hears(number)
    await writes(budi, "Lampu sudah diganti.", "Selesai")
    await writes(tono, "Sudah menyala.", "Selesai")

    await budi.presses("Kirim ke pelapor")
    await tono.presses("Kirim ke pelapor")
    await tono.hears("Sementara Anda menulis")
    await scene.settled()

    (report,) = await reports_of(scene, sari)
    async with scene.app.storage.reading() as unit:
        said = await unit.follow_ups.of_report(report.id)
    assert [each.kind for each in said] == [FollowUpKind.CLOSING]
    assert report.status is Status.IN_PROGRESS


async def test_an_answer_to_a_report_that_was_withdrawn_gives_its_words_back(
    scene: Stage,
) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    await budi_card(scene, budi, sari)
    await writes(budi, "Besok <b>kami</b> perbaiki.")
    (report,) = await reports_of(scene, sari)
    await sari.presses_data(sari.messages[-1], f"r:{report.id}:y")
    await sari.hears("sudah ditarik")

    await budi.presses("Kirim ke pelapor")
    back = await budi.hears("belum terkirim")
    await scene.settled()
    await budi.says("Jalan depan rumah saya berlubang di Cibinong")
    draft = await budi.hears("Laporan Anda")

    assert "Besok <b>kami</b> perbaiki." in back.text
    assert back.buttons == []
    assert "Besok" not in told(sari)
    assert "berlubang" in draft.text


async def test_an_answer_to_a_report_that_an_admin_has_moved_gives_its_words_back(
    scene: Stage,
) -> None:
    ratna, budi, sari = await scene.admin(), await scene.officer(), await scene.citizen()
    await budi_card(scene, budi, sari)
    await writes(budi, "Besok kami perbaiki.")
    (report,) = await reports_of(scene, sari)
    await ratna.presses_data(ratna.messages[-1], f"a:{report.id}:b")
    await budi.hears("ditangani admin")

    await budi.presses("Kirim ke pelapor")
    back = await budi.hears("belum terkirim")
    await scene.settled()

    assert "Besok kami perbaiki." in back.text
    assert "Besok" not in told(sari)
    assert (await reports_of(scene, sari))[0].status is Status.UNVERIFIED


async def test_a_reporter_who_closes_what_an_officer_has_just_asked_about_reads_how_it_stands(
    scene: Stage,
) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    card = await budi_card(scene, budi, sari)
    await writes(budi, "Lampu sudah diganti.", "Selesai")
    await budi.presses("Kirim ke pelapor")
    settled = await sari.hears("sudah selesai")
    await scene.settled()
    await budi.presses("Minta kelengkapan", on=card)
    await budi.hears("LPR-")
    await budi.says("Tiang yang mana?")
    await budi.hears("Begini pelapor membacanya")

    await budi.presses("Kirim ke pelapor")
    await budi.hears("dikirim ke pelapor")
    await sari.presses("Sudah selesai", on=settled)
    refused = await sari.answered()
    await scene.settled()

    (report,) = await reports_of(scene, sari)
    assert "sudah berubah" in (refused.text or "")
    assert report.status is Status.WAITING
    assert "Tiang yang mana?" in told(sari)


async def test_of_two_admins_who_send_it_on_one_wins_and_the_other_sees_where_it_is(
    scene: Stage,
) -> None:
    ratna, dewi, sari = await scene.admin(), await scene.admin("Dewi"), await scene.citizen()
    number = await files(sari, UNCLEAR)
    await ratna.hears(number)
    card = await dewi.hears(number)
    (report,) = await reports_of(scene, sari)

    await ratna.presses_data(ratna.messages[-1], f"ar:{report.id}:32.01/perhubungan")
    await dewi.presses_data(card, f"ar:{report.id}:32.01/kesehatan")
    answers = [await ratna.answered(), await dewi.answered()]
    await scene.settled()

    (moved,) = await reports_of(scene, sari)
    assert moved.agency == "32.01/perhubungan"
    assert "Laporan ini sudah berubah" in (answers[1].text or "")
    assert "Dinas Perhubungan Kab. Bogor" in told(dewi)


async def test_an_admin_who_has_searched_too_long_moves_nothing_behind_anothers_back(
    scene: Stage,
) -> None:
    ratna, dewi, sari = await scene.admin(), await scene.admin("Dewi"), await scene.citizen()
    number = await files(sari, UNCLEAR)
    await ratna.hears(number)
    await dewi.hears(number)
    (report,) = await reports_of(scene, sari)
    await dewi.presses("Cari")
    await dewi.says("dinas kesehatan kabupaten bogor")
    found = await dewi.hears("didisposisi")
    await ratna.presses_data(ratna.messages[-1], f"ar:{report.id}:32.01/perhubungan")
    await ratna.answered()

    await dewi.presses("Dinas Kesehatan Kab. Bogor", on=found)
    refused = await dewi.answered()
    await scene.settled()

    (moved,) = await reports_of(scene, sari)
    assert moved.agency == "32.01/perhubungan"
    assert "Laporan ini sudah berubah" in (refused.text or "")


async def test_an_answer_longer_than_a_message_arrives_whole_and_in_order(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    await budi_card(scene, budi, sari)
    before = len(sari.messages)
    words = "".join(f"Kalimat ke-{n} tentang <lampu> & tiang 💡. " for n in range(160)).strip()

    await budi.presses("Jawab")
    await budi.hears("Tulis jawaban")
    await budi.says(words)
    await scene.settled()
    await budi.presses("Kirim ke pelapor")
    await budi.hears("dikirim ke pelapor")
    await scene.settled()

    parts = [m for m in sari.messages[before:] if "Kalimat ke-" in m.text]
    assert len(parts) == 2
    assert parts[0].text.endswith("💡.")
    assert parts[1].text.startswith("Kalimat ke-")
    assert words in " ".join(part.text for part in parts)
    assert [part.buttons for part in parts] == [[], ["Balas", "Lihat laporan"]]


async def budi_card(scene: Stage, budi: Person, sari: Person) -> Message:
    """A report of Sari's, and its card with Budi."""
    await files(sari)
    card = await budi.hears("LPR-")
    await scene.settled()
    return card
