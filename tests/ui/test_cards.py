"""What officers and admins read on a card, and which buttons they find."""

from dataclasses import replace

import pytest

from bot.domain.people import Person
from bot.domain.place import Pin
from bot.domain.report import Attachment, FileKind, Report
from bot.domain.suggestion import Care, ReportClass
from bot.services.records import CaseView
from bot.telegram.split import UNITS, units
from bot.ui import desk, history
from bot.ui.buttons import read_button
from bot.ui.buttons.desk import DeskRoutes
from bot.ui.cards import face, gone, words
from bot.ui.draft import telling
from bot.ui.screen import Screen, Slot
from tests.support.bureau import LAMP, SCHOOLS, STREET_LIGHTS, Bureau

DAYS = 86_400
AGREED = "Petugas datang besok pagi."


def labels(screen: Screen) -> list[str]:
    return [choice.label for row in screen.buttons for choice in row]


async def case(office: Bureau, report: Report, reader: Person) -> CaseView:
    async with office.work() as work:
        return await work.records.case(await work.actor(reader.id), report.id)


def test_a_reason_within_another_is_not_said_again() -> None:
    said = ["sampah numpuk", "numpuk", "bau", "Sampah", "baut"]

    assert telling(said) == ["sampah numpuk", "bau", "baut"]


async def test_a_new_card_says_what_where_who_and_until_when(office: Bureau) -> None:
    budi = await office.person("Budi", STREET_LIGHTS)
    photo = Attachment(FileKind.PHOTO, "file-1", "unique-1")
    report = await office.filed(await office.person("Sari"), files=(photo,))

    card = face.card(office.say, await case(office, report, budi))

    assert card.text.splitlines() == [
        f"<code>{report.number}</code> · Pengaduan · <b>baru</b>",
        LAMP,
        "Kec. Cibinong, Kab. Bogor · sejak Sen 23 Nov · 1 foto · pelapor: Sari",
        "Batas tanggapan: Sel 1 Des (5 hari kerja lagi)",
    ]
    assert card.files == (photo,)
    assert card.slot is Slot.CARD
    assert card.report == report.id


async def test_the_wanted_button_stands_first_and_alone(office: Bureau) -> None:
    budi = await office.person("Budi", STREET_LIGHTS)
    report = await office.filed(await office.person("Sari"))

    card = face.card(office.say, await case(office, report, budi))

    assert [len(row) for row in card.buttons] == [1, 2, 2, 1]
    assert labels(card)[0] == "Terima"


async def test_a_card_shows_who_has_the_report(office: Bureau) -> None:
    budi = await office.person("Budi", STREET_LIGHTS)
    report = await office.filed(await office.person("Sari"))
    async with office.work() as work:
        await work.casework.take(await work.actor(budi.id), report.id)

    card = face.card(office.say, await case(office, report, budi))

    assert "<b>diterima</b> oleh Budi, Sel 24 Nov 09.12" in card.text
    assert labels(card)[0] == "Jawab"


async def test_a_pin_is_a_link_to_the_map(office: Bureau) -> None:
    budi = await office.person("Budi", STREET_LIGHTS)
    sari = await office.person("Sari")
    report = await office.filed(sari, pin=Pin(-6.4816, 106.8560))

    card = face.card(office.say, await case(office, report, budi))

    assert "mlat=-6.48160&amp;mlon=106.85600" in card.text


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "5 hari kerja lagi"), (7, "hari ini"), (8, "lewat 1 hari kerja")],
)
async def test_a_card_counts_working_days(office: Bureau, days: int, words: str) -> None:
    budi = await office.person("Budi", STREET_LIGHTS)
    report = await office.filed(await office.person("Sari"))
    await office.clock.turn(days * DAYS)

    card = face.card(office.say, await case(office, report, budi))

    assert f"({words})" in card.text


async def test_officers_read_both_dates_of_a_request_for_information(office: Bureau) -> None:
    report = await office.filed(await office.person("Sari"))
    asked = replace(report, report_class=ReportClass.INFORMATION)
    async with office.work() as work:
        seen = await work.records.case_view(await work.unit.reports.save(asked))

    text = words.text(office.say, seen)

    assert "Permintaan Informasi" in text
    assert "Batas UU 14/2008: Sel 8 Des" in text


async def test_words_of_the_reporter_are_never_markup(office: Bureau) -> None:
    budi = await office.person("Budi", STREET_LIGHTS)
    sari = await office.person("<b>Sari</b>")
    report = await office.filed(sari, f"{LAMP} <b>tolong</b> & cepat")

    card = face.card(office.say, await case(office, report, budi))

    assert "&lt;b&gt;tolong&lt;/b&gt; &amp; cepat" in card.text
    assert "pelapor: &lt;b&gt;Sari&lt;/b&gt;" in card.text


async def test_a_card_fits_one_message_whatever_was_written(office: Bureau) -> None:
    budi = await office.person("Budi", STREET_LIGHTS)
    sari = await office.person("Sari")
    report = await office.filed(sari, f"{LAMP}. " + "Gelap sekali dan berbahaya. " * 350)
    async with office.work() as work:
        for _ in range(4):
            actor = await work.actor(budi.id)
            await work.casework.answer(actor, report.id, "Sabar. " * 500)
        view = await work.records.case(await work.actor(budi.id), report.id)

    card = face.card(office.say, view)
    whole = face.card(office.say, view, whole=True)

    assert units(card.text) < UNITS
    assert "selengkapnya lewat" in card.text
    assert "selengkapnya lewat" not in whole.text
    assert len(whole.text) > 9_000


async def test_a_guarded_report_shows_no_words_in_a_group(office: Bureau) -> None:
    budi = await office.person("Budi", STREET_LIGHTS)
    report = await office.filed(await office.person("Sari"), secret=True)
    view = await case(office, report, budi)

    shown, private = face.card(office.say, view, group=True), face.card(office.say, view)

    assert shown.text.splitlines() == [
        f"<code>{report.number}</code> · Pengaduan · <b>baru</b>",
        "Isinya hanya dibuka di chat pribadi · sektor perhubungan",
        "Batas tanggapan: Sel 1 Des (5 hari kerja lagi)",
    ]
    assert labels(shown) == ["Buka"]
    assert shown.files == ()
    assert LAMP in private.text


async def test_an_anonymous_reporter_has_neither_name_nor_numbers(office: Bureau) -> None:
    budi, sari = await office.person("Budi", STREET_LIGHTS), await office.person("Sari")
    report = await office.filed(sari, f"{LAMP}, hubungi 081234567890", anonymous=True)
    async with office.work() as work:
        await work.casework.reply(await work.actor(sari.id), report.id, "Atau 081298765432")

    card = face.card(office.say, await case(office, report, budi))

    assert "pelapor: anonim" in card.text
    assert "Sari" not in card.text
    assert "0812" not in card.text


async def test_an_answer_bears_the_mark_of_its_way(office: Bureau) -> None:
    budi = await office.person("Budi", STREET_LIGHTS)
    report = await office.filed(await office.person("Sari"))
    marks = []
    async with office.work() as work:
        actor = await work.actor(budi.id)
        done = await work.casework.answer(actor, report.id, AGREED)
        assert done.follow_up
        marks.append(words.text(office.say, await work.records.case(actor, report.id)))
        await work.unit.follow_ups.mark_undelivered(done.follow_up.id)
        marks.append(words.text(office.say, await work.records.case(actor, report.id)))
        await work.unit.follow_ups.mark_delivered(done.follow_up.id, work.now)
        marks.append(words.text(office.say, await work.records.case(actor, report.id)))

    assert f"jawaban: “{AGREED}” · sedang dikirim" in marks[0]
    assert "belum sampai, warga memblokir bot" in marks[1]
    assert "sampai ke warga" in marks[2]


async def test_who_lost_a_report_reads_where_it_went_but_not_of_a_guarded_one(
    office: Bureau,
) -> None:
    report = await office.filed(await office.person("Sari"))
    schools = office.house.router.agency(SCHOOLS)

    told = gone.away(office.say, report, schools)
    quiet = gone.away(office.say, replace(report, care=Care.ACCUSES), schools)

    assert "dialihkan ke Dinas Pendidikan Kab. Bogor" in told.text
    assert "Pendidikan" not in quiet.text
    assert told.buttons == quiet.buttons == ()


async def test_an_admin_reads_the_suggestion_and_its_reasons(office: Bureau) -> None:
    ratna = await office.person("Ratna", admin=True)
    report = await office.filed(await office.person("Sari"))
    async with office.work() as work:
        await work.desk.pull_back(await work.actor(ratna.id), report.id)

    card = desk.card(office.say, await case(office, report, ratna))

    assert "Saran: <b>Dinas Perhubungan Kab. Bogor</b> (" in card.text
    assert "%) karena <i>" in card.text
    assert labels(card)[0] == "Setujui"
    assert "Batas tanggapan" in card.text
    assert read_button(card.buttons[0][0].data) == DeskRoutes(report.id, STREET_LIGHTS)


async def test_what_an_officer_proposed_stands_first_by_its_name(office: Bureau) -> None:
    budi, ratna = await office.person("Budi", STREET_LIGHTS), await office.person("R", admin=True)
    report = await office.filed(await office.person("Sari"))
    async with office.work() as work:
        actor = await work.actor(budi.id)
        await work.casework.hand_back(actor, report.id, "o", SCHOOLS, "Tiang milik sekolah.")

    view = await case(office, report, ratna)
    card = desk.card(office.say, view)

    assert "Dikembalikan Dinas Perhubungan Kab. Bogor: wewenang instansi lain." in card.text
    assert "Usul mereka: <b>Dinas Pendidikan Kab. Bogor</b>." in card.text
    assert "Catatan mereka: “Tiang milik sekolah.”" in card.text
    assert labels(card)[0] == "Dinas Pendidikan Kab. Bogor"
    assert STREET_LIGHTS not in [agency.code for agency in desk.choices(view)]


async def test_who_has_ever_handed_a_report_back_is_named_and_offered_to_nobody_again(
    office: Bureau,
) -> None:
    budi, ratna = await office.person("Budi", STREET_LIGHTS), await office.person("R", admin=True)
    guru = await office.person("Guru", SCHOOLS)
    report = await office.filed(await office.person("Sari"))
    async with office.work() as work:
        await work.casework.hand_back(await work.actor(budi.id), report.id, "o", SCHOOLS)
        await work.desk.route(await work.actor(ratna.id), report.id, SCHOOLS)
        await work.casework.hand_back(await work.actor(guru.id), report.id, "o", STREET_LIGHTS)

    view = await case(office, report, ratna)
    card = desk.card(office.say, view)

    assert "Dikembalikan Dinas Pendidikan Kab. Bogor: wewenang instansi lain." in card.text
    assert "Sebelumnya dikembalikan juga oleh Dinas Perhubungan Kab. Bogor." in card.text
    assert not {STREET_LIGHTS, SCHOOLS} & {agency.code for agency in desk.choices(view)}
    assert "Setujui" not in labels(card)


async def test_an_unclear_report_may_go_back_to_where_it_came_from(office: Bureau) -> None:
    budi, ratna = await office.person("Budi", STREET_LIGHTS), await office.person("R", admin=True)
    report = await office.filed(await office.person("Sari"))
    async with office.work() as work:
        await work.casework.hand_back(await work.actor(budi.id), report.id, "u", None)

    choices = desk.choices(await case(office, report, ratna))

    assert choices[0].code == STREET_LIGHTS


async def test_no_tap_sends_an_accusation_to_the_accused(office: Bureau) -> None:
    ratna = await office.person("Ratna", admin=True)
    words = "Petugas dishub di Cibinong minta uang pungli kepada sopir angkot"
    report = await office.filed(await office.person("Sari"), words)

    view = await case(office, report, ratna)
    card = desk.card(office.say, view)

    assert report.care is Care.ACCUSES
    assert [agency.code for agency in desk.choices(view)] == [view.suggested[0][0].code]
    assert "Inspektorat" in view.suggested[0][0].short
    assert "Perhubungan" not in " ".join(labels(card))


async def test_an_agency_without_people_is_answered_for_by_the_admin(office: Bureau) -> None:
    ratna = await office.person("Ratna", admin=True)
    report = await office.filed(await office.person("Sari"))
    unstaffed = desk.card(office.say, await case(office, report, ratna))
    await office.person("Budi", STREET_LIGHTS)

    staffed = desk.card(office.say, await case(office, report, ratna))

    assert labels(unstaffed)[:2] == ["Jawab", "Selesai"]
    assert "belum punya petugas di sini" in unstaffed.text
    assert "Jawab" not in labels(staffed)
    assert "Tarik kembali" in labels(staffed)


async def test_history_names_who_acted_but_never_an_anonymous_reporter(office: Bureau) -> None:
    budi, ratna = await office.person("Budi", STREET_LIGHTS), await office.person("R", admin=True)
    report = await office.filed(await office.person("Sari"), anonymous=True)
    async with office.work() as work:
        await work.casework.hand_back(await work.actor(budi.id), report.id, "p", SCHOOLS)
        found, named = await work.records.history(await work.actor(ratna.id), report.number)

    lines = history.lines(office.say, found, named).splitlines()

    assert lines[1:] == [
        "Sel 24 Nov 09.12 · laporan masuk, pelapor",
        "Sel 24 Nov 09.12 · verifikasi dan disposisi (Dinas Perhubungan Kab. Bogor), otomatis",
        (
            "Sel 24 Nov 09.12 · bukan wewenang (Dinas Perhubungan Kab. Bogor), Budi: "
            "di luar wilayah kerja"
        ),
    ]
