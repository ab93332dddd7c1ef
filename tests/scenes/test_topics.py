"""A group with topics: the card pinned in its own, answers written in it, closed at the end."""

from bot.domain.agency import AgencyCode
from bot.domain.people import ChatId
from bot.domain.report import Report
from bot.sandbox.model.chats import ADMIN_RIGHTS, Topic
from bot.sandbox.model.messages import Message
from bot.sandbox.people.group import Group
from bot.sandbox.people.person import Person
from tests.support.odd import reports_of
from tests.support.office import LAMP, files, said_in, told
from tests.support.stage import STREET_LIGHTS, Stage

HEAD = AgencyCode("32.01")


async def chooses(wati: Person, label: str, agency: str = "") -> None:
    """Press the rule's button until it reads so."""
    await wati.says("/aturan")
    if agency:
        await wati.presses(agency)
    for _ in range(3):
        await wati.presses("Topik: ")
        shown = await wati.hears("Topik sendiri di grup")
        if f"Topik: {label}" in shown.buttons:
            return
    raise AssertionError(label)


async def forum(
    scene: Stage, wati: Person, *others: Person, agency: AgencyCode = STREET_LIGHTS
) -> Group:
    """The agency's group with topics, where the bot has every right."""
    group = await scene.group("Dishub Kab. Bogor", [wati, *others], agency, forum=True)
    await group.promotes_bot(wati)
    await scene.settled()
    return group


def topic_of(group: Group, words: str) -> Topic:
    return next(topic for topic in group.topics if words in topic.name)


def cards(group: Group, number: str) -> list[Message]:
    return [m for m in group.messages if m.from_bot and number in m.text and m.keyboard]


async def test_each_report_has_its_topic_and_its_card_is_pinned_in_it(scene: Stage) -> None:
    wati = await scene.agency_admin()
    group = await forum(scene, wati)
    await chooses(wati, "per laporan")
    first = await files(await scene.citizen())
    second = await files(await scene.citizen("Joko"), "Lampu jalan mati di Citeureup, Bogor")
    await scene.settled()

    one, two = topic_of(group, first), topic_of(group, second)
    (card,) = cards(group, first)
    assert one.name == f"{first} · {LAMP}"
    assert card.thread == one.id
    assert card.id in group.chat.pinned
    assert [m.thread for m in cards(group, second)] == [two.id]


async def test_the_name_of_a_topic_loses_the_words_of_who_is_erased(scene: Stage) -> None:
    wati = await scene.agency_admin()
    group = await forum(scene, wati)
    await chooses(wati, "per laporan")
    sari = await scene.citizen()
    number = await files(sari)
    await scene.settled()
    before = topic_of(group, number).name

    await sari.says("/dataku")
    await sari.presses("Hapus data saya")
    await sari.presses("Ya, hapus semuanya")
    await scene.settled()

    topic = topic_of(group, number)
    assert before == f"{number} · {LAMP}"
    assert LAMP not in topic.name
    assert topic.closed
    assert LAMP not in said_in(group)


async def test_what_is_written_in_the_topic_is_shown_and_then_answers_the_report(
    scene: Stage,
) -> None:
    wati, budi = await scene.agency_admin(), await scene.officer()
    group = await forum(scene, wati, budi)
    await chooses(wati, "per laporan")
    sari = await scene.citizen()
    number = await files(sari)
    await scene.settled()
    topic = topic_of(group, number)

    await budi.says("Besok kami perbaiki.", chat=group, thread=topic)
    preview = await budi.hears("Begini pelapor membacanya", chat=group)
    before = told(sari)
    await budi.presses("Kirim ke pelapor", chat=group)
    await sari.hears("Besok kami perbaiki.")
    await sari.says(f"/status {number}")
    await sari.presses("Tambah keterangan")
    await sari.says("Baik, kami tunggu")
    heard = await budi.hears("Baik, kami tunggu", chat=group)

    assert "Besok" not in before
    assert preview.thread == heard.thread == topic.id


async def test_what_is_written_in_two_topics_at_once_reaches_the_right_reporters(
    scene: Stage,
) -> None:
    wati, budi = await scene.agency_admin(), await scene.officer()
    group = await forum(scene, wati, budi)
    await chooses(wati, "per laporan")
    sari, joko = await scene.citizen(), await scene.citizen("Joko")
    first = await files(sari)
    second = await files(joko, "Lampu jalan mati di Citeureup, Bogor")
    await scene.settled()

    await budi.says("Besok ke Cibinong.", chat=group, thread=topic_of(group, first))
    one = await budi.hears("Begini pelapor membacanya", chat=group)
    await budi.says("Lusa ke Citeureup.", chat=group, thread=topic_of(group, second))
    two = await budi.hears("Lusa ke Citeureup.", chat=group)
    await budi.presses("Kirim ke pelapor", on=one)
    await budi.presses("Kirim ke pelapor", on=two)
    await sari.hears("Besok ke Cibinong.")
    await joko.hears("Lusa ke Citeureup.")

    assert "Citeureup" not in told(sari)


async def test_talk_among_colleagues_in_a_topic_stays_among_them(scene: Stage) -> None:
    wati, budi = await scene.agency_admin(), await scene.officer()
    group = await forum(scene, wati, budi)
    await chooses(wati, "per laporan")
    sari = await scene.citizen()
    await files(sari)
    await scene.settled()
    topic = topic_of(group, "LPR")
    said = await budi.says("/riwayat", chat=group, thread=topic)
    general = await budi.says("Siapa piket?", chat=group)
    before = len([m for m in group.messages if m.from_bot])

    await wati.says("Saya saja.", reply_to=said, chat=group)
    await wati.says("Saya.", reply_to=general, chat=group)
    await scene.settled()

    assert len([m for m in group.messages if m.from_bot]) == before


async def test_a_stranger_in_a_topic_is_told_how_to_be_let_in(scene: Stage) -> None:
    wati, joko = await scene.agency_admin(), await scene.citizen("Joko")
    group = await forum(scene, wati, joko)
    await chooses(wati, "per laporan")
    sari = await scene.citizen()
    await files(sari)
    await scene.settled()

    await joko.says("Saya urus", chat=group, thread=topic_of(group, "LPR"))
    await joko.hears("hanya petugas terdaftar", chat=group)
    await scene.settled()

    assert "Saya urus" not in told(sari)


async def test_a_topic_is_closed_when_the_report_ends_and_opened_when_it_goes_on(
    scene: Stage,
) -> None:
    wati = await scene.agency_admin()
    group = await forum(scene, wati)
    await chooses(wati, "per laporan")
    sari = await scene.citizen()
    number = await files(sari)
    await scene.settled()
    topic = topic_of(group, number)
    await wati.says("Lampu sudah diganti.", chat=group, thread=topic)
    await wati.presses("Kirim ke pelapor", chat=group)
    await sari.hears("Lampu sudah diganti.")

    await sari.presses("Lihat laporan")
    await sari.presses("Sudah selesai")
    await sari.hears("Bagaimana layanannya")
    await scene.settled()
    closed = topic_of(group, number).closed
    await sari.presses("1")
    await scene.settled()

    assert closed
    assert not topic_of(group, number).closed
    assert len(cards(group, number)) >= 1


async def pulled_back(scene: Stage) -> tuple[Person, Group, Report]:
    """An admin takes a report back from a group where it had a topic."""
    ratna, wati = await scene.admin(), await scene.agency_admin()
    group = await forum(scene, wati)
    await chooses(wati, "per laporan")
    sari = await scene.citizen()
    await files(sari)
    await scene.settled()
    (report,) = await reports_of(scene, sari)

    await ratna.presses_data(ratna.messages[-1], f"a:{report.id}:b")
    await wati.hears("ditangani admin", chat=group)
    await scene.settled()
    return ratna, group, report


async def test_a_report_that_goes_away_leaves_a_closed_topic_without_words(scene: Stage) -> None:
    _, group, report = await pulled_back(scene)

    assert topic_of(group, report.number).closed
    assert LAMP not in said_in(group)


async def test_the_name_of_a_topic_loses_the_words_with_the_report_and_has_them_when_it_is_back(
    scene: Stage,
) -> None:
    ratna, group, report = await pulled_back(scene)
    number = report.number
    away = topic_of(group, number).name

    await ratna.presses_data(ratna.messages[-1], f"ar:{report.id}:{STREET_LIGHTS}")
    await scene.settled()

    assert away == f"{number} · tidak di sini lagi"
    assert topic_of(group, number).name == f"{number} · {LAMP}"
    assert not topic_of(group, number).closed


async def test_the_name_of_a_guarded_reports_topic_follows_its_sector(scene: Stage) -> None:
    ratna, wati = await scene.admin(), await scene.agency_admin(agency=HEAD)
    group = await forum(scene, wati, agency=HEAD)
    await chooses(wati, "per laporan")
    sari = await scene.citizen()
    number = await files(sari, LAMP, "Rahasia")
    await scene.settled()
    (report,) = await reports_of(scene, sari)
    before = topic_of(group, number).name

    await ratna.presses_data(ratna.messages[-1], f"ar:{report.id}:32.01/pendidikan")
    await scene.settled()

    assert before == f"{number} · perhubungan"
    assert topic_of(group, number).name == f"{number} · pendidikan"


async def test_without_the_right_cards_come_as_before_and_the_keeper_reads_what_is_missing(
    scene: Stage,
) -> None:
    wati, budi = await scene.agency_admin(), await scene.officer()
    group = await scene.group("Dishub Kab. Bogor", [wati, budi], forum=True)
    await chooses(wati, "per laporan")

    number = await files(await scene.citizen())
    await wati.hears("belum bisa dibuat")
    second = await files(await scene.citizen("Joko"), "Lampu jalan mati di Citeureup, Bogor")
    await scene.settled()

    assert [m.thread for m in cards(group, number) + cards(group, second)] == [None, None]
    assert group.topics == []
    assert told(wati).count("belum bisa dibuat") == 1


async def test_once_the_right_is_there_the_next_change_brings_the_card_into_its_topic(
    scene: Stage,
) -> None:
    wati, budi = await scene.agency_admin(), await scene.officer()
    group = await scene.group("Dishub Kab. Bogor", [wati, budi], forum=True)
    await chooses(wati, "per laporan")
    number = await files(await scene.citizen())
    await wati.hears("belum bisa dibuat")
    await scene.settled()

    await group.promotes_bot(wati)
    await scene.settled()
    await budi.presses("Terima", chat=group)
    await budi.hears("diterima oleh Budi", chat=group)
    await scene.settled()

    (card,) = cards(group, number)
    assert card.thread == topic_of(group, number).id


async def test_a_group_without_topics_is_said_to_have_none(scene: Stage) -> None:
    wati = await scene.agency_admin()
    group = await scene.group("Dishub Kab. Bogor", [wati])
    await chooses(wati, "per laporan")

    number = await files(await scene.citizen())
    await wati.hears("belum memakai topik")
    await scene.settled()

    assert len(cards(group, number)) == 1


async def test_without_the_right_to_pin_the_card_is_there_all_the_same(scene: Stage) -> None:
    wati = await scene.agency_admin()
    group = await scene.group("Dishub Kab. Bogor", [wati], forum=True)
    await group.promotes_bot(wati, rights=ADMIN_RIGHTS - {"can_pin_messages"})
    await chooses(wati, "per laporan")

    number = await files(await scene.citizen())
    await wati.hears("belum bisa disematkan")
    await scene.settled()

    (card,) = cards(group, number)
    assert card.thread == topic_of(group, number).id


async def test_a_guarded_report_names_no_words_in_its_topic(scene: Stage) -> None:
    wati = await scene.agency_admin()
    group = await forum(scene, wati)
    await chooses(wati, "per laporan")
    sari = await scene.citizen()
    number = await files(sari, LAMP, "Rahasia")
    await scene.settled()
    topic = topic_of(group, number)

    await wati.says("Besok", chat=group, thread=topic)
    await wati.hears("hanya dibuka di chat pribadi", chat=group)
    await wati.hears(number)

    assert topic.name == f"{number} · perhubungan"
    assert LAMP not in said_in(group)


async def test_a_topic_that_was_deleted_is_made_anew_with_its_card(scene: Stage) -> None:
    wati, budi = await scene.agency_admin(), await scene.officer()
    group = await forum(scene, wati, budi)
    await chooses(wati, "per laporan")
    sari = await scene.citizen()
    number = await files(sari)
    await scene.settled()
    old = topic_of(group, number)
    await group.deletes_topic(old)

    await sari.says(f"/status {number}")
    await sari.presses("Tambah keterangan")
    await sari.says("Kabelnya juga putus")
    await budi.hears("Kabelnya juga putus", chat=group)
    await scene.settled()

    new = topic_of(group, number)
    assert new.id != old.id
    assert [m.thread for m in cards(group, number) if "Batas" in m.text] == [new.id]


async def test_start_in_a_reports_topic_leaves_the_cards_where_they_are(scene: Stage) -> None:
    wati = await scene.agency_admin()
    group = await forum(scene, wati)
    await chooses(wati, "per laporan")
    number = await files(await scene.citizen())
    await scene.settled()

    await wati.says("/start", chat=group, thread=topic_of(group, number))
    await wati.hears("menerima kartu", chat=group)

    async with scene.app.storage.reading() as unit:
        bound = await unit.access.group(ChatId(group.id))
    assert bound
    assert bound.topic is None


async def test_a_topic_per_unit_gathers_the_cards_of_that_unit(scene: Stage) -> None:
    wati = await scene.agency_admin("Wati", HEAD)
    group = await forum(scene, wati, agency=HEAD)
    await chooses(wati, "per unit")
    first = await files(await scene.citizen())
    second = await files(await scene.citizen("Joko"), "Lampu jalan mati di Citeureup, Bogor")
    await scene.settled()

    (topic,) = group.topics
    assert topic.name == "Dinas Perhubungan Kab. Bogor"
    assert {m.thread for m in cards(group, first) + cards(group, second)} == {topic.id}
    assert group.chat.pinned == []


async def test_a_report_that_moves_to_another_unit_moves_to_its_topic(scene: Stage) -> None:
    wati = await scene.agency_admin("Wati", HEAD)
    group = await forum(scene, wati, agency=HEAD)
    await chooses(wati, "per unit")
    sari = await scene.citizen()
    number = await files(sari)
    await scene.settled()
    (report,) = await reports_of(scene, sari)

    (old,) = cards(group, number)
    await wati.presses_data(old, f"ou:{report.id}:32.01/pekerjaan-umum")
    await wati.answered()
    await scene.settled()

    (card,) = cards(group, number)
    assert card.thread == topic_of(group, "Dinas PUPR").id
    assert old.thread == topic_of(group, "Dinas Perhubungan").id
