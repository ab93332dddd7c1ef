"""A reporter and their filed reports."""

import re

import pytest

from bot.sandbox.people.person import Person
from bot.sandbox.people.sight import NothingHeard
from tests.scenes.test_reporting import LAMP
from tests.support.stage import Stage


async def files(sari: Person, text: str = LAMP) -> str:
    """File a report and give its number."""
    await sari.says(text)
    await sari.presses("Laporan baru") if sari.sees("Nomor:") else None
    await sari.hears("Laporan Anda")
    await sari.presses("Kirim")
    receipt = await sari.hears("Nomor:")
    found = re.search(r"LPR-\S+", receipt.text)
    assert found
    return found[0]


async def test_laporanku_lists_reports_in_pages(scene: Stage) -> None:
    sari = await scene.citizen()
    for number in range(6):
        await files(sari, f"Lampu jalan nomor {number} mati di Cibinong sejak Senin")

    await sari.says("/laporanku")
    first = await sari.hears("Laporan Anda (6)")
    await sari.presses("Lebih lama")
    second = await sari.hears("Laporan Anda (6)")

    assert first.text.count("LPR-") == 5
    assert second.text.count("LPR-") == 1
    assert "‹ Lebih baru" in second.buttons


async def test_status_understands_a_number_typed_badly(scene: Stage) -> None:
    sari = await scene.citizen()
    number = await files(sari)

    await sari.says("/status " + number.lower().replace("-", " ").replace("0", "o"))
    shown = await sari.hears("Dikirim")

    assert number in shown.text


async def test_a_strangers_number_and_an_absent_one_are_answered_alike(scene: Stage) -> None:
    sari, john = await scene.citizen(), await scene.citizen("Joni")
    number = await files(sari)

    await john.says(f"/status {number}")
    others = await john.hears()
    await john.says("/status LPR-0000-0000-000")
    absent = await john.hears()

    assert others.text == absent.text
    assert "tidak kami temukan" in others.text


async def test_a_pin_opens_the_state_but_not_the_words(scene: Stage) -> None:
    sari, joni = await scene.citizen(), await scene.citizen("Joni")
    number = await files(sari)
    await sari.presses("PIN untuk akun lain")
    told = await sari.hears("PIN untuk")
    pin = re.search(r": (\d{6})", told.text)
    assert pin

    await joni.says(f"{number} {pin[1]}")
    shown = await joni.hears()
    await sari.hears("baru saja dipakai")

    assert number in shown.text
    assert "Lampu jalan" not in shown.text


async def test_a_wrong_pin_teaches_nothing(scene: Stage) -> None:
    sari, joni = await scene.citizen(), await scene.citizen("Joni")
    number = await files(sari)

    await joni.says(f"{number} 000000")
    shown = await joni.hears()

    assert "tidak kami temukan" in shown.text


async def test_loose_words_ask_which_report_they_belong_to(scene: Stage) -> None:
    sari = await scene.citizen()
    number = await files(sari)

    await sari.says("Sekarang dua lampu yang mati")
    asked = await sari.hears("yang mana?")
    await sari.presses("Lampu jalan mati")
    added = await sari.hears("Sudah ditambahkan")

    assert asked.buttons[-1] == "Laporan baru"
    assert number in added.text


async def test_who_says_that_they_report_another_thing_is_not_asked(scene: Stage) -> None:
    sari = await scene.citizen()
    await files(sari)

    await sari.says("saya mau lapor sampah menumpuk di Cibinong, Kabupaten Bogor")
    card = await sari.hears("Dinas Lingkungan Hidup")
    await sari.presses("Kirim")
    await sari.hears("Laporan diterima")
    await sari.says("saya mau lapor lampu jalan di sebelahnya mati juga")
    asked = await sari.hears("laporan yang mana")

    assert "sampah menumpuk" in card.text
    assert asked.buttons[-1] == "Laporan baru"


async def test_who_names_one_of_their_reports_is_not_asked_which(scene: Stage) -> None:
    sari = await scene.citizen()
    road = await files(sari, "Jalan berlubang di Cibinong, Kabupaten Bogor")
    water = await files(sari, "PDAM mati tiga hari di jalan Mawar, Cibinong, Kabupaten Bogor")

    await sari.says("yang jalan gimana pak")
    shown = await sari.hears("Jalan berlubang")
    await sari.says("batalkan yang air")
    sure = await sari.hears("Tarik laporan")

    assert road in shown.text
    assert water in sure.text


async def test_a_report_named_beside_a_draft_is_shown_and_is_no_part_of_the_draft(
    scene: Stage,
) -> None:
    sari = await scene.citizen()
    number = await files(sari)
    await sari.says("Saya mau lapor, PDAM mati tiga hari di Cibinong, Kabupaten Bogor")
    await sari.hears("Tirta")

    await sari.says("yang lampu gimana")
    shown = await sari.hears("Lampu jalan")
    await sari.presses("Kirim")
    await sari.hears("Laporan diterima")

    assert number in shown.text
    assert sari.transcript().count("gimana") == 1


async def test_a_reply_to_the_receipt_never_asks(scene: Stage) -> None:
    sari = await scene.citizen()
    await files(sari)
    receipt = sari.latest

    await sari.says("Sekarang dua lampu yang mati", reply_to=receipt)
    added = await sari.hears("Sudah ditambahkan")

    assert "yang mana" not in added.text


async def test_withdrawing_asks_first(scene: Stage) -> None:
    sari = await scene.citizen()
    number = await files(sari)
    await sari.presses("Lihat laporan")
    await sari.hears("Dikirim")

    await sari.presses("Tarik laporan")
    await sari.hears("Tarik laporan")
    await sari.presses("Ya, tarik")
    gone = await sari.hears("sudah ditarik")

    assert number in gone.text


async def test_an_old_cards_button_shows_the_newest_state(scene: Stage) -> None:
    sari = await scene.citizen()
    await sari.says(LAMP)
    card = await sari.hears("Diteruskan ke")
    data = card.keyboard.buttons[0].value if card.keyboard else ""
    await sari.presses("Kirim")
    await sari.hears("Nomor:")
    await scene.settled()

    await sari.presses_data(card, data)
    await sari.hears("Tombol ini sudah lama")
    await scene.settled()

    assert sari.latest is not None
    assert "Dikirim" in sari.latest.text


async def test_a_forged_button_changes_nothing_and_is_answered(scene: Stage) -> None:
    sari, joni = await scene.citizen(), await scene.citizen("Joni")
    await files(sari)
    await joni.says("/laporanku")
    screen = await joni.hears()

    await joni.presses_data(screen, "r:1:y")
    answer = await joni.hears("tidak kami temukan")
    await joni.answered()

    assert "PIN" in answer.text
    with pytest.raises(NothingHeard):
        await sari.hears("ditarik", timeout=0.2)
