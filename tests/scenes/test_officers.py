"""Officers: the card, answers, questions, hand-backs and closings."""

from tests.support.odd import reports_of
from tests.support.office import LAMP, card_in, files, said_in, told
from tests.support.stage import Stage


async def test_a_new_report_comes_to_an_officer_as_one_card(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()

    number = await files(sari)
    card = await budi.hears(number)

    assert "Pengaduan · baru" in card.text
    assert LAMP in card.text
    assert "pelapor: Sari" in card.text
    assert "Batas tanggapan:" in card.text
    assert card.buttons == [
        "Terima",
        "Jawab",
        "Minta kelengkapan",
        "Bukan wewenang",
        "Selesai",
        "Lainnya",
    ]


async def test_terima_shows_who_has_it_and_tells_the_reporter(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    number = await files(sari)
    await budi.hears(number)

    await budi.presses("Terima")
    card = await budi.hears("diterima oleh Budi")
    news = await sari.hears("sudah menerima laporan Anda")

    assert "Terima" not in card.buttons
    assert number in news.text
    assert "Budi" not in news.text


async def test_of_two_officers_who_press_terima_one_wins_and_the_other_reads_who(
    scene: Stage,
) -> None:
    budi, tono, sari = await scene.officer(), await scene.officer("Tono"), await scene.citizen()
    number = await files(sari)
    first, second = await budi.hears(number), await tono.hears(number)

    await budi.presses("Terima", on=first)
    await tono.presses("Terima", on=second)
    answers = [await budi.answered(), await tono.answered()]
    cards = [await budi.hears("diterima oleh"), await tono.hears("diterima oleh")]

    words = " ".join(answer.text or "" for answer in answers)
    assert "Laporan ini Anda terima" in words
    assert "sudah lebih dulu menerima" in words
    assert cards[0].text == cards[1].text


async def test_an_answer_is_shown_before_it_goes_out_and_marked_when_it_has_arrived(
    scene: Stage,
) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    number = await files(sari)
    await budi.hears(number)

    await budi.presses("Jawab")
    await budi.hears("Tulis jawaban")
    await budi.says("Petugas mengganti lampu besok pagi.")
    preview = await budi.hears("Begini pelapor membacanya")
    await budi.presses("Kirim ke pelapor")
    sent = await budi.hears("dikirim ke pelapor")
    news = await sari.hears("menjawab:")
    card = await budi.hears("sampai ke warga")

    assert "Dinas Perhubungan Kab. Bogor menjawab:" in preview.text
    assert sent.id == preview.id
    assert news.text.splitlines()[1:] == [
        "Dinas Perhubungan Kab. Bogor menjawab:",
        "“Petugas mengganti lampu besok pagi.”",
    ]
    assert news.buttons == ["Balas", "Lihat laporan"]
    assert "ditindaklanjuti" in card.text


async def test_nothing_goes_out_before_the_officer_sends_it(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    await files(sari)
    card = await budi.hears("LPR-")

    await budi.says("Salah tulis", reply_to=card)
    await budi.hears("Begini pelapor membacanya")
    await budi.presses("Ubah")
    await budi.hears("Tulis jawaban")
    await budi.says("Besok kami perbaiki.")
    await budi.hears("Besok kami perbaiki.")
    await budi.presses("Kirim ke pelapor")
    await sari.hears("Besok kami perbaiki.")

    assert "Salah tulis" not in told(sari)


async def test_a_cancelled_answer_leaves_the_way_back_to_the_card(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    await files(sari)
    await budi.hears("LPR-")

    await budi.presses("Jawab")
    await budi.hears("Tulis jawaban")
    await budi.presses("Batal")
    left = await budi.hears("tidak ada yang dikirim")
    await budi.presses("Kartu laporan")
    card = await budi.hears("Batas tanggapan")

    assert left.id == card.id


async def test_a_blocked_reporter_is_marked_on_the_card(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    await files(sari)
    card = await budi.hears("LPR-")
    await scene.settled()
    await sari.blocks()

    await budi.says("Besok kami perbaiki.", reply_to=card)
    await budi.hears("Begini pelapor membacanya")
    await budi.presses("Kirim ke pelapor")
    marked = await budi.hears("warga memblokir bot")

    assert "belum sampai" in marked.text


async def test_a_question_stops_the_clock_and_the_reply_comes_to_the_officer(
    scene: Stage,
) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    number = await files(sari)
    await budi.hears(number)

    await budi.presses("Minta kelengkapan")
    await budi.hears("perlu dilengkapi")
    await budi.says("Nomor tiangnya berapa?")
    await budi.hears("Begini pelapor membacanya")
    await budi.presses("Kirim ke pelapor")
    question = await sari.hears("perlu keterangan dari Anda")
    await budi.hears("Batas berhenti")
    await sari.says("Tiang nomor 12", reply_to=question)
    reply = await budi.hears("Tiang nomor 12")
    await scene.settled()

    assert "Nomor tiangnya berapa?" in question.text
    assert number in reply.text
    assert "Pelapor menanggapi:" in told(budi)
    assert "ditanggapi pelapor" in told(budi)


async def test_a_question_without_words_is_asked_for(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    await files(sari)
    await budi.hears("LPR-")

    await budi.presses("Minta kelengkapan")
    await budi.hears("perlu dilengkapi")
    await budi.sends_photo()
    asked = await budi.hears("Tulis juga kalimatnya")

    assert asked.buttons == ["Batal"]


async def test_bukan_wewenang_goes_to_an_admin_and_closes_nothing(scene: Stage) -> None:
    budi, ratna, sari = await scene.officer(), await scene.admin(), await scene.citizen()
    number = await files(sari)
    await budi.hears(number)

    await budi.presses("Bukan wewenang")
    await budi.hears("mengapa bukan wewenang")
    await budi.presses("Wewenang instansi lain")
    who = await budi.hears("siapa yang berwenang")
    await budi.says("Tiang ini milik PUPR.")
    await budi.hears("Catatan untuk admin tersimpan")
    await budi.says("kecamatan cibinong")
    await budi.presses("Kantor Kec. Cibinong")
    await budi.hears("dikembalikan ke admin")
    card = await ratna.hears(number)

    assert any(label.startswith("Kantor Kec. Cibinong") for label in who.buttons)
    assert "Dikembalikan Dinas Perhubungan Kab. Bogor: wewenang instansi lain." in card.text
    assert "Usul mereka: Kantor Kec. Cibinong, Kab. Bogor." in card.text
    assert "Tiang ini milik PUPR." in card.text
    assert card.buttons[0].startswith("Kantor Kec. Cibinong")
    assert "dialihkan" not in told(sari)


async def test_an_officer_searches_the_agency_that_is_right(scene: Stage) -> None:
    budi, ratna, sari = await scene.officer(), await scene.admin(), await scene.citizen()
    number = await files(sari)
    await budi.hears(number)
    await budi.presses("Bukan wewenang")
    await budi.presses("Di luar wilayah kami")
    await budi.presses("Cari instansi")
    await budi.hears("Tulis nama instansi")

    await budi.says("pln")
    found = await budi.hears("Yang mana?")
    await budi.presses(found.buttons[0])
    await budi.hears("usul: ")
    card = await ratna.hears(number)

    assert "di luar wilayah kerja" in card.text
    assert "Usul mereka:" in card.text


async def test_batal_is_no_answer_to_a_reporter(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    await files(sari)
    await budi.hears("LPR-")

    await budi.presses("Jawab")
    await budi.hears("Tulis jawaban")
    await budi.says("gak jadi")
    await budi.hears("Dibatalkan.")

    assert "Begini pelapor membacanya" not in told(budi)


async def test_batal_in_a_group_is_no_note_either(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    group = await scene.group("Dishub", [budi])
    number = await files(sari)
    await card_in(scene, group, number)

    await budi.presses("Lainnya", chat=group)
    await budi.presses("Catatan internal", chat=group)
    asked = await budi.hears("Tulis catatan", chat=group)
    await budi.says("gak jadi", reply_to=asked, chat=group)
    await budi.hears("tidak ada yang dikirim", chat=group)
    await scene.settled()

    assert "tersimpan" not in said_in(group)


async def test_a_group_that_has_handed_back_keeps_reading_whom_it_proposed(scene: Stage) -> None:
    budi, ratna, sari = await scene.officer(), await scene.admin(), await scene.citizen()
    group = await scene.group("Dishub", [budi])
    number = await files(sari)
    card = await card_in(scene, group, number)

    await budi.presses("Bukan wewenang", chat=group)
    await budi.presses("Wewenang instansi lain", chat=group)
    await budi.presses("Kantor Kec. Cibinong", chat=group)
    await ratna.hears("Usul mereka")
    await scene.settled()

    after = next(m for m in group.messages if m.id == card.id)
    kept = "dikembalikan ke admin, usul: Kantor Kec. Cibinong, Kab. Bogor"
    assert after.text == f"{number} · {kept}"
    assert "ditangani admin" not in said_in(group)


async def test_selesai_asks_the_reporter_who_has_the_last_word(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    number = await files(sari)
    await budi.hears(number)

    await budi.presses("Selesai")
    await budi.hears("Apa hasilnya")
    await budi.sends_photo(caption="Lampu sudah diganti.")
    await budi.hears("Begini pelapor membacanya")
    await budi.presses("Kirim ke pelapor")
    asked = await sari.hears("sudah selesai")
    await scene.settled()
    photos = [m for m in sari.messages if m.from_bot and m.media]
    await sari.presses("Belum selesai")
    await sari.hears("belum beres")
    await sari.says("Satu lampu masih mati")
    await budi.hears("Satu lampu masih mati")
    await budi.presses("Selesai")
    await budi.hears("Apa hasilnya")
    await budi.says("Semua lampu menyala.")
    await budi.presses("Kirim ke pelapor")
    await sari.hears("Semua lampu menyala.")
    await sari.presses("Sudah selesai")
    await sari.hears("Bagaimana layanannya")
    await sari.presses("5")
    await sari.hears("Terima kasih")
    closed = await budi.hears("Penilaian pelapor: 5")

    assert asked.text.splitlines()[1:] == [
        "Menurut Dinas Perhubungan Kab. Bogor masalah ini sudah selesai:",
        "“Lampu sudah diganti.”",
        "Betul?",
    ]
    assert len(photos) == 1
    assert "ditutup oleh pelapor" in closed.text
    assert "1 kali menyatakan belum selesai" in closed.text
    assert closed.buttons == ["Lainnya"]


async def test_the_rest_of_the_card_opens_in_place(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    number = await files(sari)
    card = await budi.hears(number)

    await budi.presses("Lainnya")
    more = await budi.hears(number)
    await budi.presses("Riwayat")
    history = await budi.hears("Riwayat")
    await budi.presses("Kembali")
    back = await budi.hears("Batas tanggapan")

    assert card.id == more.id == history.id == back.id
    assert "verifikasi dan disposisi (Dinas Perhubungan Kab. Bogor), otomatis" in history.text
    assert back.buttons[0] == "Terima"


async def test_an_officers_queue_lists_what_waits(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    number = await files(sari)
    await budi.hears(number)

    await budi.says("/antrian")
    queue = await budi.hears("Antrian")
    await budi.presses("Lampu jalan mati")
    card = await budi.hears("pelapor: Sari")

    assert number in queue.text
    assert card.id > queue.id


async def test_an_anonymous_reporter_stays_hidden_from_the_office(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    words = f"{LAMP}, hubungi saya 081234567890"

    number = await files(sari, words, "Anonim")
    card = await budi.hears(number)
    await sari.says("/status " + number)
    await sari.hears(number)
    await sari.presses("Tambah keterangan")
    await sari.hears("tambahkan")
    await sari.says("Telepon saja 081234567890")
    reply = await budi.hears("Telepon saja")

    assert "pelapor: anonim" in card.text
    assert "081234567890" not in told(budi)
    assert "Sari" not in told(budi)
    assert "•••" in reply.text


async def test_a_right_that_is_taken_away_ends_at_once(scene: Stage) -> None:
    budi, ratna, sari = await scene.officer(), await scene.admin(), await scene.citizen()
    number = await files(sari)
    await budi.hears(number)

    await ratna.says("/cabut dishub kabupaten bogor")
    await ratna.presses("Dinas Perhubungan Kab. Bogor")
    await ratna.presses("Cabut: Budi")
    asked = await ratna.hears("Cabut hak Budi di Dinas Perhubungan Kab. Bogor?")
    await ratna.presses("Ya, cabut")
    await ratna.answered()
    await budi.hears("sudah dicabut")
    await budi.presses("Jawab")
    await budi.answered()
    await scene.settled()

    assert asked.buttons == ["Kembali", "Ya, cabut"]
    assert "Tulis jawaban" not in told(budi)
    assert "kartu ditarik" in told(budi)
    assert LAMP not in told(budi)
    assert "diterima" not in told(sari).replace("Laporan diterima", "")


async def test_reports_that_waited_come_to_an_agencys_first_officer(scene: Stage) -> None:
    await scene.admin()
    sari = await scene.citizen()
    number = await files(sari)

    budi = await scene.officer()
    await scene.settled()

    assert number in told(budi)


async def test_a_press_for_a_report_of_another_agency_changes_nothing(scene: Stage) -> None:
    sari, budi = await scene.citizen(), await scene.officer()
    await files(sari)
    card = await budi.hears("LPR-")
    stranger = await scene.citizen("Joko")
    await stranger.says("/bantuan")
    help_text = await stranger.hears("Cara melapor")

    await stranger.presses_data(help_text, "o:1:t")
    await stranger.answered()
    await scene.settled()

    assert "diterima oleh" not in told(budi)
    assert card.text.splitlines()[1] not in told(stranger)


async def test_the_group_title_is_no_part_of_any_card(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    group = await scene.group("Regu Lampu", [budi])

    number = await files(sari)
    await scene.settled()
    await card_in(scene, group, number)

    assert "Regu Lampu" not in said_in(group)


async def test_batal_leaves_an_open_question_alone_and_says_so(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    number = await files(sari)
    await budi.hears(number)

    await budi.presses("Jawab")
    await budi.hears("Tulis jawaban")
    await budi.says("/batal")
    left = await budi.hears("Dibatalkan")
    await budi.says("/batal")
    nothing = await budi.hears("Tidak ada laporan yang sedang ditulis")

    assert left.text == "Dibatalkan. Tidak ada yang dikirim atau diubah."
    assert nothing.id > left.id


async def test_batal_of_an_answer_keeps_the_officers_own_draft(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    number = await files(sari)
    card = await budi.hears(number)
    await budi.says("Jalan berlubang di Citeureup, Bogor")
    await budi.hears("Laporan Anda")
    (report,) = await reports_of(scene, sari)

    await budi.presses_data(card, f"o:{report.id}:a")
    await budi.hears("Tulis jawaban")
    await budi.says("/batal")
    await budi.hears("Dibatalkan")
    await budi.says("/batal")

    await budi.hears("Buang laporan yang belum dikirim ini?")
