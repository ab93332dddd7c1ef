"""Figures for admins: /statistik and its pictures, /ekspor and its sheets, /penilaian."""

import asyncio
import csv
import io
from datetime import timedelta
from typing import Any

import openpyxl
import pytest
from PIL import Image

from bot.domain.agency import AgencyCode
from bot.domain.export import ExportId
from bot.domain.official import COLUMNS, harmless
from bot.domain.people import ChatId
from bot.domain.report import Status
from bot.domain.sector import Sector
from bot.domain.suggestion import ReportClass
from bot.sandbox.model.messages import Message
from bot.sandbox.people.person import Person
from tests.storage.examples import a_report
from tests.support.office import told
from tests.support.stage import Stage


async def reports(scene: Stage, count: int, **changes: Any) -> None:
    """Reports that came in a day ago at the street lights' agency."""
    now = scene.app.clock.now()
    usual = {"filed_at": now - timedelta(days=1), "due_at": now + timedelta(days=7)}
    async with scene.app.storage.unit() as unit:
        reporter = await unit.people.add(ChatId(7_000_000), "Tini", "id", now)
        for _ in range(count):
            await unit.reports.add(a_report(reporter.id, **{**usual, **changes}))


def picture_in(message: Message) -> Image.Image:
    assert message.media is not None
    return Image.open(io.BytesIO(message.media.file.data))


def pictures(messages: list[Message]) -> list[Message]:
    return [message for message in messages if message.from_bot and message.media]


async def test_a_months_figures_come_in_words_and_as_a_picture(scene: Stage) -> None:
    ratna = await scene.admin()
    await reports(scene, 9, status=Status.CLOSED_BY_REPORTER, rating=4)
    await reports(scene, 6, report_class=ReportClass.WISH)

    await ratna.says("/statistik 30 hari")
    words = await ratna.hears("30 hari terakhir")
    await scene.settled()

    assert "15 laporan masuk, 6 masih terbuka" in words.text
    assert "4,0 dari 5 (dari 9 pelapor)" in words.text
    assert "100 % dipakai" in words.text
    (message,) = pictures(ratna.messages)
    assert picture_in(message).format == "PNG"
    assert picture_in(message).size == (1080, 1080)


async def test_every_next_picture_comes_by_one_tap(scene: Stage) -> None:
    ratna = await scene.admin()
    now = scene.app.clock.now()
    await reports(scene, 9, status=Status.CLOSED_BY_REPORTER, rating=4, answered_at=now)
    await reports(scene, 6, report_class=ReportClass.WISH)
    await ratna.says("/statistik")
    await ratna.hears("laporan masuk")
    await scene.settled()

    taps = 0
    while taps < 5:
        await ratna.presses("Gambar berikutnya")
        await scene.settled()
        taps += 1

    seen = pictures(ratna.messages)
    assert len(seen) == 6
    assert len({each.media.file.data for each in seen if each.media}) == 6
    assert [bool(each.buttons) for each in seen[1:]] == [True, True, True, True, False]


async def test_another_period_takes_the_place_of_the_first(scene: Stage) -> None:
    ratna = await scene.admin()
    await reports(scene, 6)
    await ratna.says("/statistik")
    await ratna.hears("30 hari terakhir")
    await scene.settled()

    await ratna.presses("7 hari")
    changed = await ratna.hears("7 hari terakhir")
    await scene.settled()

    assert "6 laporan masuk" in changed.text
    assert "30 hari terakhir" not in told(ratna)


async def test_an_agency_admin_sees_their_own_agency_and_others_nothing(scene: Stage) -> None:
    wati, budi = await scene.agency_admin(), await scene.officer()
    await reports(scene, 6)

    await wati.says("/statistik 30 hari")
    own = await wati.hears("laporan masuk")
    await wati.says("/statistik 30 hari dinas pendidikan kabupaten bogor")
    other = await wati.hears("dibuka oleh admin instansinya sendiri")
    await budi.says("/statistik")
    refused = await budi.hears("perlu hak yang belum Anda punya")

    assert "Dinas Perhubungan Kab. Bogor" in own.text
    assert "laporan masuk" not in other.text
    assert refused


async def test_what_is_neither_a_period_nor_an_agency_is_answered_with_examples(
    scene: Stage,
) -> None:
    ratna = await scene.admin()

    for command in ("/statistik kapan-kapan", "/ekspor kapan-kapan", "/penilaian kapan-kapan"):
        await ratna.says(command)
        unread = await ratna.hears("“kapan-kapan” belum kami kenal")

        assert "“bulan ini”" in unread.text


async def test_from_what_could_not_be_read_one_tap_leads_to_figures(scene: Stage) -> None:
    ratna = await scene.admin()

    await ratna.says("/statistik kapan-kapan")
    await ratna.presses("Minggu lalu")
    shown = await ratna.hears("semua instansi")

    assert "–" in shown.text.splitlines()[0]


async def test_yesterday_is_a_period(scene: Stage) -> None:
    ratna = await scene.admin()
    await reports(scene, 6)

    await ratna.says("/statistik kemarin")
    shown = await ratna.hears("semua instansi")

    assert "6 laporan masuk" in shown.text


async def file_of(person: Person) -> Message:
    """The document that comes after a sheet was asked for."""
    await person.hears("Ini berkasnya", timeout=20)
    async with asyncio.timeout(20):
        while not (found := pictures(person.messages)):
            await person.chat.pulse.wait()
    return found[-1]


def sheet_in(message: Message) -> list[tuple[Any, ...]]:
    assert message.media is not None
    book = openpyxl.load_workbook(io.BytesIO(message.media.file.data))
    return list(book.active.iter_rows(values_only=True))


async def test_the_official_sheet_has_its_twenty_columns_and_the_right_rows(scene: Stage) -> None:
    ratna = await scene.admin()
    await reports(scene, 2, title="=1+1", text="Hubungi 081234567890 atau lihat lampunya.")
    await reports(scene, 1, anonymous=False, secret=False, text="Telepon 081234567890")
    await reports(scene, 1, filed_at=scene.app.clock.now() - timedelta(days=90))

    await ratna.says("/ekspor 30 hari")
    offer = await ratna.hears("3 laporan")
    await ratna.presses("Excel")
    rows = sheet_in(await file_of(ratna))

    assert "simpan di tempat yang aman" in offer.text
    assert rows[0] == COLUMNS
    assert len(rows) == 4
    first = dict(zip(rows[0], rows[1], strict=True))
    assert first["Judul Laporan"] == "'=1+1"
    assert first["Isi Laporan Awal"] == "Hubungi ••• atau lihat lampunya."
    assert first["Tipe Laporan"] == "Anonim, Rahasia"
    assert first["Status Laporan"] == ("Terdisposisi ke Dinas Perhubungan Kabupaten Bogor")
    assert first["Instansi Induk"] == "Pemerintah Kabupaten Bogor"
    assert (first["Provinsi"], first["Kota/Kabupaten"], first["Kecamatan"]) == (
        "Jawa Barat",
        "Kabupaten Bogor",
        "Cibinong",
    )
    assert dict(zip(rows[0], rows[3], strict=True))["Isi Laporan Awal"] == "Telepon 081234567890"


async def test_an_agency_admin_takes_out_their_own_reports_as_csv(scene: Stage) -> None:
    wati = await scene.agency_admin()
    await reports(scene, 2)
    await reports(scene, 3, agency=AgencyCode("32.01/pendidikan"))

    await wati.says("/ekspor")
    await wati.hears("2 laporan")
    await wati.presses("CSV")
    message = await file_of(wati)
    done = await wati.hears("Lembar siap: 2 laporan")

    assert message.media is not None
    table = list(csv.reader(io.StringIO(message.media.file.data.decode("utf-8-sig"))))
    assert tuple(table[0]) == COLUMNS
    assert {row[12] for row in table[1:]} == {"32.01/perhubungan"}
    assert done.edited


async def test_every_export_is_a_line_in_the_ledger(scene: Stage) -> None:
    ratna = await scene.admin()
    await reports(scene, 2)

    await ratna.says("/ekspor 2020-01 dinas perhubungan kabupaten bogor")
    await ratna.hears("tidak ada laporan")
    await ratna.says("/ekspor 30 hari dinas perhubungan kabupaten bogor")
    await ratna.presses("Excel")
    await file_of(ratna)

    async with scene.app.storage.reading() as unit:
        person = await unit.people.with_chat(ChatId(ratna.id))
        line = await unit.exports.get(ExportId(1))
        other = await unit.exports.get(ExportId(2))
    assert person is not None
    assert line is not None
    assert (line.person, line.agency, line.rows) == (person.id, "32.01/perhubungan", 2)
    assert other is None


async def test_a_long_sheet_tells_how_far_it_is(scene: Stage, monkeypatch: Any) -> None:
    monkeypatch.setattr("bot.workshop.CHUNK", 2)
    monkeypatch.setattr("bot.workshop.TOLD_EVERY", timedelta())
    ratna, budi = await scene.admin(), await scene.officer()
    await reports(scene, 9)

    await ratna.says("/ekspor")
    await ratna.presses("CSV")
    await ratna.hears("dari 9 laporan", timeout=20)
    await file_of(ratna)
    await budi.says("/ekspor")
    refused = await budi.hears("perlu hak yang belum Anda punya")

    assert refused


async def test_the_self_assessment_is_filled_from_the_agencys_own_figures(scene: Stage) -> None:
    wati = await scene.agency_admin()
    now = scene.app.clock.now()
    await reports(
        scene, 6, status=Status.CLOSED_BY_REPORTER, closed_at=now, answered_at=now, rating=4
    )
    await reports(scene, 5, sector=Sector.HEALTH)
    await reports(scene, 7, agency=AgencyCode("32.01/pendidikan"))

    await wati.says("/penilaian 60 hari")
    await wati.hears("penilaian mandiri")
    async with asyncio.timeout(20):
        while not (found := pictures(wati.messages)):
            await wati.chat.pulse.wait()

    media = found[0].media
    assert media is not None
    book = openpyxl.load_workbook(io.BytesIO(media.file.data))
    first, plan = (list(page.iter_rows(values_only=True)) for page in book.worksheets)
    figures = {row[0]: row[1] for row in first if row[0]}
    assert "Dinas Perhubungan Kab. Bogor" in first[0][0]
    assert figures["laporan masuk"] == "11"
    assert figures["nilai 0-100"] == "80,0 (dari 6 penilaian)"
    assert figures["saran instansi yang dipakai"] == "100 % (dari 11)"
    labels = [row[0] for row in first]
    assert labels.index("perhubungan") < labels.index("G. Topik umum") < labels.index("kesehatan")
    assert [row[0] for row in plan[4:] if row[0] and row[0][0].isdigit()] == [
        "1. Penilaian mandiri",
        "2. Analisis masalah",
        "3. Penetapan tujuan",
        "4. Penyusunan program",
        "5. Pelaksanaan",
        "6. Pemantauan dan evaluasi",
    ]


async def test_an_admin_names_the_agency_of_a_self_assessment(scene: Stage) -> None:
    ratna, budi = await scene.admin(), await scene.officer()

    await ratna.says("/penilaian")
    asked = await ratna.hears("untuk instansi mana")
    await ratna.says("/penilaian dinas perhubungan kabupaten bogor")
    ready = await ratna.hears("penilaian mandiri")
    await ratna.says("/penilaian kemarin dinas perhubungan kabupaten bogor")
    longer = await ratna.hears("sebulan atau lebih")
    await budi.says("/penilaian")
    refused = await budi.hears("perlu hak yang belum Anda punya")

    assert "/penilaian" in asked.text
    assert "Semester" in ready.text
    assert "/penilaian semester lalu" in longer.text
    assert "Dinas Perhubungan Kab. Bogor" in ready.text
    assert refused


@pytest.mark.parametrize(
    "text", ["=1+1", "+62", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "|calc", "%0A"]
)
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(text: str) -> None:
    assert harmless(text).startswith("'")


def test_what_no_sheet_can_hold_is_left_out_and_the_rest_stays() -> None:
    assert harmless("lampu\x00 mati\x0b") == "lampu mati"
    assert harmless("a = b, 5 - 3") == "a = b, 5 - 3"
    assert len(harmless("a" * 40_000)) <= 32_767
