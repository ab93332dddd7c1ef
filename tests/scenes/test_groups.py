"""Groups of agencies: cards for all, rights for those who are bound."""

from tests.support.office import LAMP, card_in, files, member, said_in, told
from tests.support.stage import Stage


async def test_a_group_is_bound_by_its_link_and_gets_the_cards(scene: Stage) -> None:
    budi = await scene.officer()
    group = await scene.group("Dishub Kab. Bogor", [budi])
    sari = await scene.citizen()

    number = await files(sari)
    card = await card_in(scene, group, number)
    await budi.presses("Terima", chat=group)
    await budi.hears("diterima oleh Budi", chat=group)

    assert "menerima kartu laporan untuk Dinas Perhubungan Kab. Bogor" in said_in(group)
    assert LAMP in card.text
    assert number not in told(budi)


async def test_in_a_forum_the_cards_go_into_the_topic_that_was_chosen(scene: Stage) -> None:
    budi = await scene.officer()
    group = await scene.group("Dishub Kab. Bogor", [budi], forum=True)
    topic = await group.opens_topic(budi, "Laporan")
    await budi.says("/start", chat=group, thread=topic)
    await budi.hears("masuk ke topik ini", chat=group)
    sari = await scene.citizen()

    number = await files(sari)
    card = await card_in(scene, group, number)

    assert card.thread == topic.id


async def test_an_answer_is_written_as_a_reply_to_the_card(scene: Stage) -> None:
    budi = await scene.officer()
    group = await scene.group("Dishub Kab. Bogor", [budi])
    sari = await scene.citizen()
    number = await files(sari)
    card = await card_in(scene, group, number)

    await budi.says("Besok kami perbaiki.", reply_to=card, chat=group)
    await budi.hears("Begini pelapor membacanya", chat=group)
    await budi.presses("Kirim ke pelapor", chat=group)
    await budi.hears("dikirim ke pelapor", chat=group)
    news = await sari.hears("Besok kami perbaiki.")

    assert "Dinas Perhubungan Kab. Bogor menjawab:" in news.text


async def test_jawab_in_a_group_asks_for_a_reply(scene: Stage) -> None:
    budi = await scene.officer()
    group = await scene.group("Dishub Kab. Bogor", [budi])
    sari = await scene.citizen()
    number = await files(sari)
    await card_in(scene, group, number)

    await budi.presses("Jawab", chat=group)
    question = await budi.hears("Balas pesan ini", chat=group)
    await budi.says("Besok kami perbaiki.", reply_to=question, chat=group)
    await budi.hears("Begini pelapor membacanya", chat=group)
    await budi.presses("Kirim ke pelapor", chat=group)
    news = await sari.hears("Besok kami perbaiki.")

    assert number in news.text


async def test_a_colleague_cannot_send_what_another_is_writing(scene: Stage) -> None:
    budi, tono = await scene.officer(), await scene.officer("Tono")
    group = await scene.group("Dishub Kab. Bogor", [budi, tono])
    sari = await scene.citizen()
    card = await card_in(scene, group, await files(sari))
    await budi.says("Besok kami perbaiki.", reply_to=card, chat=group)
    await budi.hears("Begini pelapor membacanya", chat=group)

    await tono.presses("Kirim ke pelapor", chat=group)
    answer = await tono.answered()
    await scene.settled()

    assert "milik rekan Anda" in (answer.text or "")
    assert "Besok kami perbaiki." not in told(sari)


async def test_a_member_without_a_right_is_told_how_and_let_in_by_one_tap(scene: Stage) -> None:
    wati, tini = await scene.agency_admin(), await member(scene, "Tini")
    group = await scene.group("Dishub Kab. Bogor", [wati, tini])
    sari = await scene.citizen()
    number = await files(sari)
    await card_in(scene, group, number)

    await tini.presses("Terima", chat=group)
    refused = await tini.answered()
    await tini.presses("Minta akses", chat=group)
    asked = await tini.answered()
    await wati.hears("Tini minta ikut sebagai petugas")
    await wati.presses("Izinkan")
    await tini.hears("Anda kini petugas Dinas Perhubungan Kab. Bogor")
    await tini.presses("Terima", chat=group)
    card = await tini.hears("diterima oleh Tini", chat=group)

    assert "Minta akses" in (refused.text or "")
    assert "sudah sampai ke admin" in (asked.text or "")
    assert number in card.text


async def test_who_asks_to_be_let_in_is_heard_once_a_day(scene: Stage) -> None:
    wati, tini = await scene.agency_admin(), await member(scene, "Tini")
    group = await scene.group("Dishub Kab. Bogor", [wati, tini])
    await tini.presses("Minta akses", chat=group)
    await wati.hears("Tini minta ikut sebagai petugas")

    await tini.presses("Minta akses", chat=group)
    again = await tini.answered()
    await scene.settled()

    assert "minta lagi besok" in (again.text or "")
    assert told(wati).count("Tini minta ikut") == 1


async def test_somebody_unknown_is_told_to_open_the_bot_first(scene: Stage) -> None:
    budi = await scene.officer()
    joko = scene.sandbox.person("Joko")
    group = await scene.group("Dishub Kab. Bogor", [budi, joko])
    sari = await scene.citizen()
    card = await card_in(scene, group, await files(sari))

    await joko.presses("Terima", chat=group)
    answer = await joko.answered()
    await joko.says("Saya yang urus", reply_to=card, chat=group)
    told_how = await joko.hears("hanya petugas terdaftar", chat=group)
    await scene.settled()

    assert "secara pribadi" in (answer.text or "")
    assert "secara pribadi" in told_how.text
    assert "diterima oleh" not in said_in(group)


async def test_a_guarded_report_shows_no_words_in_a_group(scene: Stage) -> None:
    budi = await scene.officer()
    group = await scene.group("Dishub Kab. Bogor", [budi])
    sari, ratna = await scene.citizen(), await scene.admin()

    number = await files(sari, LAMP, "Rahasia")
    card = await card_in(scene, group, number)
    await budi.presses("Buka", chat=group)
    opened = await budi.answered()
    private = await budi.hears(number)

    assert LAMP not in said_in(group)
    assert "Sari" not in said_in(group)
    assert "sektor perhubungan" in card.text
    assert "Batas tanggapan" in card.text
    assert card.buttons == ["Buka"]
    assert opened.text == "Dikirim ke chat pribadi Anda."
    assert LAMP in private.text
    assert private.buttons[0] == "Terima"
    assert number not in told(ratna)


async def test_a_guarded_report_is_answered_in_private_only(scene: Stage) -> None:
    budi = await scene.officer()
    group = await scene.group("Dishub Kab. Bogor", [budi])
    sari = await scene.citizen()
    number = await files(sari, LAMP, "Rahasia")
    card = await card_in(scene, group, number)

    await budi.says("Besok", reply_to=card, chat=group)
    await budi.hears("hanya dibuka di chat pribadi", chat=group)
    await budi.hears(number)
    await budi.presses("Jawab")
    await budi.hears("Tulis jawaban")
    await budi.says("Besok kami perbaiki.")
    await budi.presses("Kirim ke pelapor")
    news = await sari.hears("Besok kami perbaiki.")
    await sari.says("Terima kasih, saya tunggu", reply_to=news)
    heard = await budi.hears("Pelapor menanggapi", chat=group)

    assert "saya tunggu" not in said_in(group)
    assert heard.buttons == ["Buka"]


async def test_a_group_without_a_link_is_told_how_to_get_one(scene: Stage) -> None:
    sari = await scene.citizen()
    group = scene.sandbox.group("Warga", members=[sari])

    await group.adds_bot(sari)
    added = await sari.hears(chat=group, timeout=12)
    await sari.says("/start", chat=group)
    again = await sari.hears(chat=group)

    assert "belum terhubung dengan instansi" in added.text
    assert "belum terhubung dengan instansi" in again.text


async def test_a_link_for_a_person_binds_no_group(scene: Stage) -> None:
    ratna, sari = await scene.admin(), await scene.citizen()
    group = scene.sandbox.group("Warga", members=[ratna])
    await group.adds_bot(ratna)
    await ratna.says("/undang admin")
    made = await ratna.hears("sekali pakai")
    token = made.text.split("start=")[1].split()[0]

    await ratna.says(f"/start@{scene.app.house.bot_name} {token}", chat=group)
    refused = await ratna.hears("sudah dipakai", chat=group)
    number = await files(sari)
    await scene.settled()

    assert "Minta tautan baru" in refused.text
    assert number not in said_in(group)
