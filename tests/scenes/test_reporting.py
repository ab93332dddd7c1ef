"""A citizen reports: from the first word to the receipt."""

import asyncio

from bot.domain.report import Status
from bot.domain.tracking import read_tracking_number
from tests.support.stage import Stage

LAMP = "Lampu jalan mati di depan SDN 3 Cibinong sejak Senin"


async def test_one_message_and_one_tap_give_a_number(scene: Stage) -> None:
    sari = await scene.citizen()
    sari.counts.reset()

    await sari.says(LAMP)
    card = await sari.hears("Diteruskan ke")
    await sari.presses("Kirim")
    receipt = await sari.hears("Nomor:")

    assert "karena Anda menyebut" in card.text
    assert "Kec. Cibinong, Kab. Bogor" in card.text
    assert "Sejak: Senin" in card.text
    assert read_tracking_number(receipt.text)
    assert (sari.counts.messages, sari.counts.taps) == (1, 1)


async def test_a_report_is_filed_once_however_often_kirim_is_tapped(scene: Stage) -> None:
    sari = await scene.citizen()
    await sari.says(LAMP)
    card = await sari.hears("Diteruskan ke")

    data = card.keyboard.buttons[0].value if card.keyboard else ""
    await asyncio.gather(*(sari.presses_data(card, data) for _ in range(5)))
    await scene.settled()

    numbers = {n for m in sari.messages if (n := read_tracking_number(m.text))}
    assert len(numbers) == 1
    async with scene.app.storage.reading() as unit:
        assert sum((await unit.reports.counts()).values()) == 1


async def test_without_a_place_the_place_is_asked_for(scene: Stage) -> None:
    sari = await scene.citizen()

    await sari.says("Lampu jalan mati sejak kemarin")
    asked = await sari.hears("Di mana kejadiannya?")
    await sari.says("bogor")
    which = await sari.hears("yang mana?")
    await sari.presses("Kab. Bogor")
    card = await sari.hears("Diteruskan ke")

    assert asked.text.startswith("Di mana kejadiannya?")
    assert "Kirim lokasi" in sari.buttons or "Kota Bogor" in which.buttons
    assert "Dinas Perhubungan Kab. Bogor" in card.text


async def test_a_story_told_in_answer_to_where_is_no_place_and_is_kept(scene: Stage) -> None:
    sari = await scene.citizen()
    await sari.says("Lampu jalan mati sejak kemarin")
    await sari.hears("Di mana kejadiannya?")

    await sari.says("Ini bagian kedua: tiangnya miring dan kabelnya menjuntai ke jalan")
    await sari.hears("Di mana kejadiannya?")
    await sari.says("Kecamatan Cibinong, Kabupaten Bogor")
    card = await sari.hears("Diteruskan ke")

    assert "Ini bagian kedua: tiangnya miring" in card.text
    assert "Kec. Cibinong, Kab. Bogor" in card.text


async def test_a_pin_answers_where(scene: Stage) -> None:
    sari = await scene.citizen()
    await sari.says("Lampu jalan mati sejak kemarin")
    await sari.hears("Di mana kejadiannya?")

    await sari.presses("Kirim lokasi", pin=(-6.4817, 106.8540))
    card = await sari.hears("Diteruskan ke")

    assert "Kab. Bogor" in card.text
    assert any("Tempat: Kec." in m.text for m in sari.messages)


async def test_not_knowing_the_place_leaves_it_to_an_admin(scene: Stage) -> None:
    sari = await scene.citizen()
    await sari.says("Lampu jalan mati sejak kemarin")
    await sari.hears("Di mana kejadiannya?")

    await sari.presses("Saya tidak tahu")
    card = await sari.hears("Laporan Anda")
    await sari.presses("Kirim")
    receipt = await sari.hears("Nomor:")

    assert "admin kami" in card.text.lower()
    assert "Admin kami menentukan instansinya" in receipt.text


async def test_photos_first_then_the_story(scene: Stage) -> None:
    sari = await scene.citizen()

    for number in range(3):
        await sari.sends_photo(data=b"picture %d" % number, album="x")
    asked = await sari.hears("sudah tersimpan")
    await sari.says(LAMP)
    card = await sari.hears("Diteruskan ke")

    assert asked.text.startswith("3 foto sudah tersimpan")
    assert "3 foto" in card.text
    assert sum("sudah tersimpan" in m.text for m in sari.messages) == 1


async def test_a_photo_and_words_right_behind_it_are_answered_by_one_card(scene: Stage) -> None:
    sari = await scene.citizen()

    await sari.sends_photo(data=b"a lamp")
    await sari.says(LAMP)
    card = await sari.hears("Diteruskan ke")
    await asyncio.sleep(1.7)
    await scene.settled()

    assert "1 foto" in card.text
    assert len([m for m in sari.messages if m.from_bot and "Laporan Anda" in m.text]) == 1


async def test_who_speaks_instead_of_writing_is_asked_for_a_few_words_only(scene: Stage) -> None:
    sari = await scene.citizen()

    await sari.sends_voice()
    asked = await sari.hears("sudah tersimpan")

    assert "Tulis sedikit saja" in asked.text


async def test_a_draft_grows_with_whatever_comes(scene: Stage) -> None:
    sari = await scene.citizen()
    await sari.says(LAMP)
    first = await sari.hears("Diteruskan ke")

    await sari.sends_photo(data=b"a lamp")
    await sari.hears("1 foto")
    await sari.says("Tiangnya juga miring")
    card = await sari.hears("Tiangnya juga miring")
    await scene.settled()

    assert "1 foto" in card.text
    before = next(m for m in sari.messages if m.id == first.id)
    assert before.keyboard is None
    assert sari.screen is not None
    assert sari.screen.id == card.id


async def test_danger_is_answered_with_a_number_to_call_first(scene: Stage) -> None:
    sari = await scene.citizen()

    await sari.says("Ada kebakaran di pasar Cibinong")
    await sari.hears("Laporan Anda")

    told = [m.text for m in sari.messages if m.from_bot][-2:]
    assert "113" in told[0]
    assert "Laporan Anda" in told[1]


async def test_a_report_that_accuses_goes_to_an_admin_whatever_is_tapped(scene: Stage) -> None:
    sari = await scene.citizen()

    await sari.says("Petugas dukcapil Kabupaten Bogor minta uang 200 ribu untuk KTP")
    card = await sari.hears("Laporan Anda")
    await sari.presses("Kirim")
    receipt = await sari.hears("Nomor:")

    assert "Admin kami memeriksanya lebih dulu" in card.text
    assert "Admin kami menentukan" in receipt.text


async def test_the_class_can_be_changed_by_hand(scene: Stage) -> None:
    sari = await scene.citizen()
    await sari.says("Saya ingin ada taman bermain di Cibinong")
    card = await sari.hears("Laporan Anda")

    await sari.presses("Ubah")
    await sari.hears("Apa yang ingin Anda ubah?")
    await sari.presses("Jenis laporan")
    await sari.hears("jenis apa")
    await sari.presses("Pengaduan")
    changed = await sari.hears("Laporan Anda")

    assert "Aspirasi" in card.text.splitlines()[0]
    assert "Pengaduan" in changed.text.splitlines()[0]


async def test_another_agency_is_found_by_its_nickname(scene: Stage) -> None:
    sari = await scene.citizen()
    await sari.says(LAMP)
    await sari.hears("Diteruskan ke")

    await sari.presses("Ganti instansi")
    await sari.hears("Siapa yang menurut Anda")
    await sari.presses("Cari instansi lain")
    await sari.hears("Tulis nama instansinya")
    await sari.says("dpupr bogor")
    await sari.hears("Yang mana?")
    chosen = next(b for b in sari.buttons if b.startswith("Dinas PU"))
    await sari.presses(chosen)
    card = await sari.hears("Pilihan Anda")

    assert "Admin kami memeriksanya" in card.text


async def test_who_begins_with_a_place_is_asked_what_happened_there(scene: Stage) -> None:
    sari = await scene.citizen()

    await sari.says("cibinong")
    asked = await sari.hears("Ceritakan apa yang terjadi")
    await sari.says("kirim")
    again = await sari.hears("Ceritakan apa yang terjadi")
    await sari.says("jalan rusak parah")
    card = await sari.hears("Laporan Anda")

    assert "Kec. Cibinong, Kab. Bogor" in asked.text
    assert again.id > asked.id
    assert card.text.splitlines()[1] == "jalan rusak parah"
    assert "Dinas PUPR Kab. Bogor" in card.text


async def test_an_agency_may_be_typed_where_the_others_are_offered(scene: Stage) -> None:
    sari = await scene.citizen()
    await sari.says(LAMP)
    await sari.hears("Diteruskan ke")
    await sari.presses("Ganti instansi")
    await sari.hears("Siapa yang menurut Anda")
    await sari.says("gelap sekali, ibu saya hampir jatuh")
    told = await sari.hears("Diteruskan ke")
    await sari.presses("Ganti instansi")
    await sari.hears("Siapa yang menurut Anda")

    await sari.says("pln aja")
    card = await sari.hears("Pilihan Anda")

    assert "ibu saya hampir jatuh" in told.text
    assert "Pilihan Anda: PLN" in card.text
    assert "pln aja" not in card.text


async def test_the_switches_explain_themselves_once(scene: Stage) -> None:
    sari = await scene.citizen()
    await sari.says(LAMP)
    await sari.hears("Diteruskan ke")

    await sari.presses("Anonim: tidak")
    on = await sari.hears("instansi tidak melihat siapa Anda")
    await sari.presses("Rahasia: tidak")
    both = await sari.hears("hanya instansi tujuan")

    assert "Anonim: ya" in on.buttons
    assert {"Anonim: ya", "Rahasia: ya"} <= set(both.buttons)
    assert "instansi tidak melihat" not in both.text


async def test_batal_asks_before_it_throws_away(scene: Stage) -> None:
    sari = await scene.citizen()
    await sari.says(LAMP)
    await sari.hears("Diteruskan ke")

    await sari.says("/batal")
    await sari.hears("Buang laporan")
    await sari.presses("Kembali")
    kept = await sari.hears("Diteruskan ke")
    await sari.says("/batal")
    await sari.hears("Buang laporan")
    await sari.presses("Ya, buang")
    gone = await sari.hears("Sudah dibuang")

    assert LAMP in kept.text
    assert "tulis saja" in gone.text


async def test_start_with_a_waiting_draft_offers_to_go_on(scene: Stage) -> None:
    sari = await scene.citizen()
    await sari.says(LAMP)
    await sari.hears("Diteruskan ke")

    await sari.says("/start")
    asked = await sari.hears("belum dikirim")
    await sari.presses("Lanjutkan")
    card = await sari.hears("Diteruskan ke")

    assert asked.buttons == ["Lanjutkan", "Mulai baru"]
    assert LAMP in card.text


async def test_a_report_that_goes_straight_was_unverified_before_in_its_history(
    scene: Stage,
) -> None:
    sari = await scene.citizen()
    await sari.says(LAMP)
    await sari.hears("Diteruskan ke")
    await sari.presses("Kirim")
    receipt = await sari.hears("Nomor:")
    number = read_tracking_number(receipt.text)
    assert number is not None

    async with scene.app.storage.reading() as unit:
        report = await unit.reports.by_number(number)
        assert report is not None
        filed, verified = await unit.history.of_report(report.id)

    assert (filed.before, filed.after) == (None, Status.UNVERIFIED)
    assert (verified.before, verified.after) == (Status.UNVERIFIED, Status.DISPATCHED)


async def test_a_second_matter_in_the_same_draft_is_pointed_out(scene: Stage) -> None:
    sari = await scene.citizen()
    await sari.says("Lampu jalan mati di Cibinong")
    await sari.hears("Laporan Anda")

    await sari.says("sama KTP anak saya belum jadi di disdukcapil")
    card = await sari.hears("Bila ini masalah lain")
    await sari.says("gelap sekali kalau malam di situ")
    after = await sari.hears("gelap sekali")

    assert "Dinas Perhubungan Kab. Bogor" in card.text
    assert "Bila ini masalah lain" not in after.text
