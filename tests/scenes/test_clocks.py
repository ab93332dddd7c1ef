"""The clocks end to end: the program stops, days pass, it starts again; and days off by chat."""

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.demo import AheadClock
from bot.routing.router import Router
from bot.sandbox.server import Sandbox
from storage.seal import Key
from tests.support.office import files, told
from tests.support.stage import Stage, running

MONDAY = datetime(2026, 11, 23, 9, 12, tzinfo=ZoneInfo("Asia/Jakarta"))
DAY = timedelta(days=1).total_seconds()
LATE = "belum menjawab sampai batas waktunya"


async def looks_round(scene: Stage) -> None:
    await scene.app.clockwork.round()
    await scene.settled()


async def test_what_became_due_while_the_program_was_down_comes_once_when_it_is_back(
    tmp_path: Path, router: Router
) -> None:
    clock, key = AheadClock(MONDAY), Key.generate()
    async with Sandbox(clock=clock) as sandbox:
        async with running(sandbox, tmp_path, router, clock=clock, key=key) as app:
            scene = Stage(sandbox, app)
            ratna, wati = await scene.admin(), await scene.agency_admin()
            budi, sari = await scene.officer(), await scene.citizen()
            number = await files(sari)
            await scene.settled()
        await clock.turn(10 * DAY)
        for _ in range(2):
            async with running(sandbox, tmp_path, router, clock=clock, key=key) as app:
                await looks_round(Stage(sandbox, app))

    assert told(sari).count(LATE) == 1
    for person in (budi, wati, ratna):
        late = [m for m in person.messages if "ditunggu paling lambat" in m.text]
        assert [number in message.text for message in late] == [True]


async def test_a_program_that_starts_in_the_night_lets_people_sleep(
    tmp_path: Path, router: Router
) -> None:
    clock, key = AheadClock(MONDAY), Key.generate()
    async with Sandbox(clock=clock) as sandbox:
        async with running(sandbox, tmp_path, router, clock=clock, key=key) as app:
            scene = Stage(sandbox, app)
            await scene.officer()
            sari = await scene.citizen()
            await files(sari)
            await scene.settled()
        await clock.turn(9.5 * DAY)
        async with running(sandbox, tmp_path, router, clock=clock, key=key) as app:
            await looks_round(Stage(sandbox, app))
            at_night = told(sari).count(LATE)
            await clock.turn(0.5 * DAY)
            await looks_round(Stage(sandbox, app))

    assert at_night == 0
    assert told(sari).count(LATE) == 1


async def test_an_admin_adds_a_day_off_by_chat_and_takes_it_away_again(scene: Stage) -> None:
    ratna = await scene.admin()

    await ratna.says("/libur")
    await ratna.hears("Belum ada hari libur tambahan")
    day = scene.app.clock.now().date() + timedelta(days=30)
    while not scene.app.house.calendar.is_working(day):
        day += timedelta(days=1)
    await ratna.says(f"/libur {day} Cuti daerah")
    await ratna.hears("kini hari libur (Cuti daerah)")
    off = scene.app.house.calendar.is_working(day)
    await ratna.says("/libur")
    listed = await ratna.hears("Hari libur tambahan")
    await ratna.presses(listed.buttons[0])
    await scene.settled()

    assert not off
    assert scene.app.house.calendar.is_working(day)


async def test_a_day_off_that_cannot_be_read_or_given_is_explained(scene: Stage) -> None:
    ratna, sari = await scene.admin(), await scene.citizen()

    await ratna.says("/libur besok Cuti")
    unread = await ratna.hears("/libur 2026-12-24")
    await ratna.says("/libur 2020-01-02 Cuti")
    past = await ratna.hears("sudah lewat")
    await sari.says("/libur 2027-01-04 Cuti")
    refused = await sari.hears("hak yang belum Anda punya")

    assert all((unread.text, past.text, refused.text))


async def test_a_reporter_may_close_a_report_that_was_answered(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    await files(sari)
    await scene.settled()
    await budi.presses("Jawab")
    await budi.hears("Tulis jawaban")
    await budi.says("Lampunya sudah diganti tadi pagi.")
    await budi.presses("Kirim ke pelapor")
    await sari.hears("sudah diganti tadi pagi")

    await sari.presses("Lihat laporan")
    await sari.presses("Sudah selesai")

    await sari.hears("Bagaimana layanannya")
