"""Closings by an agency's own rules: with a picture, and by two people."""

from bot.sandbox.people.person import Person
from tests.support.office import LAMP, card_in, files, said_in, told
from tests.support.stage import Stage


async def rule(wati: Person, label: str) -> None:
    """Turn one of the agency's rules on."""
    await wati.says("/aturan")
    await wati.presses(f"{label}: tidak")
    await wati.hears(": ya")


async def closes(officer: Person, words: str) -> None:
    await officer.presses("Selesai")
    await officer.hears("Apa hasilnya")
    await officer.says(words)
    await officer.hears("Begini pelapor membacanya")
    await officer.presses("Kirim ke pelapor")


async def test_an_agency_that_wants_evidence_closes_nothing_without_a_picture(
    scene: Stage,
) -> None:
    wati, budi, sari = await scene.agency_admin(), await scene.officer(), await scene.citizen()
    await rule(wati, "Foto bukti")
    number = await files(sari)
    await budi.hears(number)

    await closes(budi, "Lampu sudah diganti.")
    refused = await budi.hears("menutup laporan dengan foto bukti")
    await budi.sends_photo()
    await budi.hears("Lampiran ikut terkirim")
    await budi.presses("Kirim ke pelapor")
    asked = await sari.hears("sudah selesai")
    await scene.settled()

    assert "tulisan Anda sudah tersimpan" in refused.text
    assert "Lampu sudah diganti." in asked.text
    assert [m for m in sari.messages if m.from_bot and m.media]


async def test_a_closing_waits_for_a_second_person_before_the_reporter_is_asked(
    scene: Stage,
) -> None:
    wati, budi, sari = await scene.agency_admin(), await scene.officer(), await scene.citizen()
    await rule(wati, "Orang kedua")
    number = await files(sari)
    await budi.hears(number)

    await closes(budi, "Lampu sudah diganti.")
    waiting = await budi.hears("menunggu persetujuan rekan")
    proposed = await wati.hears("Budi mengusulkan penutupan")
    await scene.settled()
    before = told(sari)
    await wati.presses("Setujui penutupan", on=proposed)
    asked = await sari.hears("masalah ini sudah selesai")
    await sari.presses("Sudah selesai")
    await sari.hears("Bagaimana layanannya")

    assert "Pelapor belum dikabari" in waiting.text
    assert "Lampu sudah diganti." not in before
    assert "“Lampu sudah diganti.”" in asked.text
    assert "Budi" not in told(sari)
    assert "Wati" not in told(sari)


async def test_nobody_agrees_to_their_own_closing(scene: Stage) -> None:
    wati, budi, sari = await scene.agency_admin(), await scene.officer(), await scene.citizen()
    await rule(wati, "Orang kedua")
    await files(sari)
    card = await budi.hears("LPR-")
    await closes(budi, "Lampu sudah diganti.")
    await wati.hears("Budi mengusulkan penutupan")

    await budi.presses_data(card, "o:1:e")
    refused = await budi.hears("disetujui rekan atau admin instansi Anda")
    await scene.settled()

    assert refused
    assert "sudah selesai" not in told(sari)


async def test_a_closing_that_is_sent_back_shows_its_writer_why_and_their_own_words(
    scene: Stage,
) -> None:
    wati, budi, sari = await scene.agency_admin(), await scene.officer(), await scene.citizen()
    await rule(wati, "Orang kedua")
    await files(sari)
    await budi.hears("LPR-")
    await closes(budi, "Lampu sudah diganti.")
    await wati.hears("Budi mengusulkan penutupan")

    await wati.presses("Kembalikan")
    await wati.hears("Apa yang perlu diperbaiki")
    await wati.says("Sebut juga nomor tiangnya.")
    await wati.hears("dikembalikan. Rekan Anda dikabari")
    back = await budi.hears("Wati mengembalikan penutupan Anda")
    await scene.settled()

    assert "Sebut juga nomor tiangnya." in back.text
    assert "Lampu sudah diganti." in back.text
    assert "nomor tiang" not in told(sari)
    assert "menunggu persetujuan" not in (await card_text(budi)).splitlines()[0]


async def test_where_nobody_else_works_the_admins_are_asked(scene: Stage) -> None:
    ratna, wati, sari = await scene.admin(), await scene.agency_admin(), await scene.citizen()
    await rule(wati, "Orang kedua")
    await files(sari)
    await wati.hears("LPR-")

    await closes(wati, "Lampu sudah diganti.")
    await ratna.hears("Wati mengusulkan penutupan")
    await ratna.presses("Setujui penutupan")
    await sari.hears("masalah ini sudah selesai")

    assert "Wati" not in told(sari)


async def test_what_the_reporter_says_meanwhile_leaves_the_closing_waiting(scene: Stage) -> None:
    wati, budi, sari = await scene.agency_admin(), await scene.officer(), await scene.citizen()
    await rule(wati, "Orang kedua")
    number = await files(sari)
    await budi.hears(number)
    await closes(budi, "Lampu sudah diganti.")
    await wati.hears("Budi mengusulkan penutupan")

    await sari.says(f"/status {number}")
    await sari.presses("Tambah keterangan")
    await sari.says("Masih gelap tadi malam")
    await wati.hears("Masih gelap tadi malam")
    await wati.presses("Kartu laporan")
    card = await wati.hears("pelapor: “Masih gelap")

    assert card.buttons[:2] == ["Setujui penutupan", "Kembalikan"]


async def test_nobody_is_asked_to_confirm_their_own_closing(scene: Stage) -> None:
    wati, budi, sari = await scene.agency_admin(), await scene.officer(), await scene.citizen()
    await rule(wati, "Orang kedua")
    number = await files(sari)
    await budi.hears(number)

    await closes(budi, "Lampu sudah diganti.")
    await wati.hears("Budi mengusulkan penutupan")
    await scene.settled()
    await budi.says(number)
    own = await budi.hears("usul penutupan")
    await wati.says(number)
    others = await wati.hears("usul penutupan")

    assert "Setujui penutupan" not in own.buttons
    assert others.buttons[:2] == ["Setujui penutupan", "Kembalikan"]


async def test_in_a_group_a_guarded_closing_shows_no_words(scene: Stage) -> None:
    wati, budi = await scene.agency_admin(), await scene.officer()
    await rule(wati, "Orang kedua")
    group = await scene.group("Dishub Kab. Bogor", [budi, wati])
    sari = await scene.citizen()
    number = await files(sari, LAMP, "Rahasia")
    await card_in(scene, group, number)
    await budi.presses("Buka", chat=group)
    await budi.hears(number)

    await closes(budi, "Lampu sudah diganti.")
    asked = await wati.hears("mengusulkan penutupan", chat=group)

    assert asked.buttons == ["Buka"]
    assert "Lampu sudah diganti." not in said_in(group)


async def test_an_officer_sets_no_rules(scene: Stage) -> None:
    budi = await scene.officer()

    await budi.says("/aturan")
    await budi.hears("hak yang belum Anda punya")

    assert "Orang kedua" not in told(budi)


async def card_text(person: Person) -> str:
    return next(m.text for m in reversed(person.messages) if m.text.startswith("LPR-"))
