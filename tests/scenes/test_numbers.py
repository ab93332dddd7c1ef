"""Figures for admins: /statistik and its pictures."""

import io
from datetime import timedelta
from typing import Any

from PIL import Image

from bot.domain.people import ChatId
from bot.domain.report import Status
from bot.domain.suggestion import ReportClass
from bot.sandbox.model.messages import Message
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

    await wati.says("/statistik bulan ini")
    own = await wati.hears("laporan masuk")
    await wati.says("/statistik 30 hari dinas pendidikan kabupaten bogor")
    other = await wati.hears("tidak ada di daftar")
    await budi.says("/statistik")
    refused = await budi.hears("hanya untuk petugas")

    assert "Dinas Perhubungan Kab. Bogor" in own.text
    assert "laporan masuk" not in other.text
    assert refused
