"""Agencies that nobody reads for: what waits there finds other readers, and admins learn of it."""

from bot.domain.agency import AgencyCode
from bot.sandbox.model.chats import ChatKind
from bot.sandbox.people.person import Person
from tests.support.odd import reports_of
from tests.support.office import card_in, files, said_in, told
from tests.support.stage import STREET_LIGHTS, Stage

HEAD = AgencyCode("32.01")


async def revoke(admin: Person, officer: Person) -> None:
    await admin.says("/cabut dishub kabupaten bogor")
    await admin.presses("Dinas Perhubungan Kab. Bogor")
    await admin.presses(f"Cabut: {officer.name}")
    await admin.presses("Ya, cabut")
    await admin.answered()


async def test_admins_get_what_a_revoked_last_officer_leaves_behind(scene: Stage) -> None:
    ratna, budi, sari = await scene.admin(), await scene.officer(), await scene.citizen()
    number = await files(sari)
    await budi.hears(number)

    await revoke(ratna, budi)
    await ratna.hears("Tidak ada lagi petugas Dinas Perhubungan Kab. Bogor")
    await scene.settled()
    await ratna.presses("Jawab")
    await ratna.hears("sebagaimana mereka sampaikan")

    assert number in told(ratna)


async def test_admins_hear_nothing_while_a_colleague_is_left(scene: Stage) -> None:
    ratna, budi = await scene.admin(), await scene.officer()
    tono, sari = await scene.officer("Tono"), await scene.citizen()
    number = await files(sari)
    await tono.hears(number)

    await revoke(ratna, budi)
    await scene.settled()

    assert number not in told(ratna)
    assert "Tidak ada lagi petugas" not in told(ratna)


async def test_a_group_that_only_reads_is_nobody(scene: Stage) -> None:
    ratna, budi, sari = await scene.admin(), await scene.officer(), await scene.citizen()
    group = await scene.group("Dishub Kab. Bogor", [budi])
    number = await files(sari)
    await card_in(scene, group, number)

    await revoke(ratna, budi)
    await ratna.hears("Tidak ada lagi petugas Dinas Perhubungan Kab. Bogor")
    await ratna.says("/antrian")
    queue = await ratna.hears("Menunggu admin")

    assert number in queue.text


async def test_admins_carry_what_a_group_without_officers_only_reads(scene: Stage) -> None:
    ratna, joko = await scene.admin(), await scene.citizen("Joko")
    group = await scene.group("Dishub Kab. Bogor", [joko])
    sari = await scene.citizen()
    number = await files(sari)

    card = await ratna.hears(number)
    receipt = await sari.hears("belum menerima laporan lewat Telegram")
    in_group = await card_in(scene, group, number)
    await ratna.presses("Jawab")
    await ratna.hears("sebagaimana mereka sampaikan")
    await ratna.says("Lampu diganti lusa, kata dinasnya.")
    await ratna.hears("Begini pelapor membacanya")
    await ratna.presses("Kirim ke pelapor")
    await sari.hears("Lampu diganti lusa")
    await sari.presses("Balas")
    await sari.says("Terima kasih, kami tunggu")
    await ratna.hears("kami tunggu")

    assert "belum punya petugas di sini" in card.text
    assert "admin kami yang meneruskan" in receipt.text
    assert "Belum ada petugas terdaftar, jadi admin yang menangani." in in_group.text


async def test_the_first_officer_of_a_groups_agency_takes_over_from_the_admins(
    scene: Stage,
) -> None:
    ratna, joko = await scene.admin(), await scene.citizen("Joko")
    group = await scene.group("Dishub Kab. Bogor", [joko])
    number = await files(await scene.citizen())
    await ratna.hears(number)

    await joko.says("/start", chat=group)
    await joko.presses("Minta akses", chat=group)
    await ratna.hears("minta ikut sebagai petugas")
    await ratna.presses("Izinkan")
    await joko.hears("Anda kini petugas")
    await scene.settled()

    card = await card_in(scene, group, number)
    assert "Belum ada petugas" not in card.text
    assert "belum punya petugas" not in told(ratna)
    await ratna.says("/antrian")
    await ratna.hears("Tidak ada yang menunggu")


async def test_what_an_admin_has_recorded_is_free_for_the_first_officer(scene: Stage) -> None:
    ratna, sari = await scene.admin(), await scene.citizen()
    number = await files(sari)
    await ratna.hears(number)
    await ratna.presses("Jawab")
    await ratna.says("Lampu diganti lusa, kata dinasnya.")
    await ratna.presses("Kirim ke pelapor")
    await sari.hears("Lampu diganti lusa")

    budi = await scene.officer()
    card = await budi.hears(number)
    await budi.says("Sudah kami ganti.", reply_to=card)
    await budi.presses("Kirim ke pelapor")
    await sari.hears("Sudah kami ganti.")
    await scene.settled()

    assert "oleh Ratna" not in card.text
    assert "diterima oleh Budi" in told(budi)


async def test_an_officer_who_has_blocked_the_bot_still_works_in_the_group(scene: Stage) -> None:
    ratna, budi, sari = await scene.admin(), await scene.officer(), await scene.citizen()
    group = await scene.group("Dishub Kab. Bogor", [budi])
    await budi.blocks()
    await scene.settled()

    number = await files(sari)
    await card_in(scene, group, number)
    await budi.presses("Terima", chat=group)
    await sari.hears("sudah menerima laporan Anda")

    assert "Tidak ada lagi petugas" not in told(ratna)
    assert number not in told(ratna)


async def test_admins_hear_once_when_the_only_officer_blocks_the_bot(scene: Stage) -> None:
    ratna, budi, sari = await scene.admin(), await scene.officer(), await scene.citizen()
    number = await files(sari)
    await budi.hears(number)
    await scene.settled()

    await budi.blocks()
    await ratna.hears("Tidak ada lagi petugas Dinas Perhubungan Kab. Bogor")
    await scene.settled()

    assert number in told(ratna)
    assert told(ratna).count("Tidak ada lagi petugas") == 1
    await ratna.says("/antrian")
    assert number in (await ratna.hears("Menunggu admin")).text


async def test_an_officer_who_comes_back_has_the_cards_again(scene: Stage) -> None:
    ratna, budi, sari = await scene.admin(), await scene.officer(), await scene.citizen()
    await budi.blocks()
    await scene.settled()
    number = await files(sari)
    await ratna.hears(number)

    await budi.unblocks()
    card = await budi.hears(number)

    assert card.buttons[0] == "Terima"


async def test_a_unit_without_officers_is_read_by_its_government(scene: Stage) -> None:
    ratna, budi = await scene.admin(), await scene.officer("Budi", HEAD)
    sari = await scene.citizen()
    number = await files(sari)

    card = await budi.hears(number)
    await budi.presses("Terima")
    await sari.hears("sudah menerima laporan Anda")

    assert card.buttons[0] == "Terima"
    assert number not in told(ratna)


async def test_a_unit_with_nobody_above_it_either_is_carried_by_the_admins(scene: Stage) -> None:
    ratna, sari = await scene.admin(), await scene.citizen()

    number = await files(sari)
    card = await ratna.hears(number)

    assert "belum punya petugas di sini" in card.text


async def test_an_agency_without_a_group_gets_its_cards_in_private(scene: Stage) -> None:
    budi, tono, sari = await scene.officer(), await scene.officer("Tono"), await scene.citizen()

    number = await files(sari)

    assert (await budi.hears(number)).buttons == (await tono.hears(number)).buttons


async def test_what_stood_in_a_group_that_is_gone_comes_to_its_people(scene: Stage) -> None:
    budi = await scene.officer()
    group = await scene.group("Dishub Kab. Bogor", [budi])
    sari = await scene.citizen()
    number = await files(sari)
    await card_in(scene, group, number)
    before = told(budi)

    await group.removes_bot(budi)
    card = await budi.hears(number)

    assert number not in before
    assert card.buttons[0] == "Terima"


async def test_a_card_from_before_a_group_moved_is_answered_in_the_new_one(scene: Stage) -> None:
    budi = await scene.officer()
    group = await scene.group("Dishub Kab. Bogor", [budi])
    sari = await scene.citizen()
    number = await files(sari)
    await card_in(scene, group, number)
    assert group.chat.kind is ChatKind.GROUP

    await group.migrates()
    await scene.settled()
    (report,) = await reports_of(scene, sari)
    await sari.presses_data(sari.messages[-1], f"r:{report.id}:r")
    await sari.hears("LPR-")
    await sari.says("Kabelnya juga putus")
    heard = await budi.hears("Kabelnya juga putus", chat=group)
    await budi.says("Kami bawa kabel.", reply_to=heard, chat=group)
    await budi.hears("Begini pelapor membacanya", chat=group)
    await budi.presses("Kirim ke pelapor", chat=group)
    await sari.hears("Kami bawa kabel.")

    await scene.settled()
    assert "ditindaklanjuti" in said_in(group)
    assert report.agency == STREET_LIGHTS
