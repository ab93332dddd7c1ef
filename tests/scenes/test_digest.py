"""The morning digest: once a day, at the agency's hour, and only when something waits."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.demo import AheadClock
from bot.domain.agency import AgencyCode
from bot.routing.router import Router
from bot.sandbox.server import Sandbox
from storage.seal import Key
from tests.support.office import files, told
from tests.support.stage import Stage, running, stage

MONDAY = datetime(2026, 11, 23, 15, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
HOUR = 3600.0
HEAD = "Yang menunggu di Dinas Perhubungan Kab. Bogor, Sel 24 Nov"


@pytest.fixture
def clock() -> AheadClock:
    return AheadClock(MONDAY)


@pytest.fixture
async def scene(tmp_path: Path, router: Router, clock: AheadClock) -> AsyncIterator[Stage]:
    async with stage(tmp_path, router, clock=clock) as ready:
        yield ready


async def test_the_group_reads_in_the_morning_what_waits(scene: Stage, clock: AheadClock) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    group = await scene.group("Dishub Kab. Bogor", [budi])
    await files(sari)
    await scene.settled()

    await clock.turn(17 * HOUR)
    digest = await budi.hears(HEAD, chat=group)

    assert digest.text.splitlines() == [
        HEAD,
        "Baru, belum diterima: 1",
        "Daftarnya ada di /antrian, di chat pribadi Anda dengan bot ini.",
    ]
    assert HEAD not in told(budi)


async def test_without_a_group_each_reads_it_in_private_and_opens_the_queue(
    scene: Stage, clock: AheadClock
) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    number = await files(sari)
    await budi.hears(number)

    await clock.turn(17 * HOUR)
    await budi.hears(HEAD)
    await budi.presses("Buka antrian")
    queue = await budi.hears("paling mendesak")

    assert number in queue.text


async def test_it_comes_once_a_day_whatever_happens(scene: Stage, clock: AheadClock) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    await files(sari)
    await scene.settled()

    await clock.turn(17 * HOUR)
    await budi.hears(HEAD)
    for _ in range(3):
        await clock.turn(HOUR)
        await scene.app.clockwork.round()
    await scene.settled()

    assert told(budi).count(HEAD) == 1


async def test_nothing_comes_when_nothing_waits(scene: Stage, clock: AheadClock) -> None:
    budi = await scene.officer()

    await clock.turn(17 * HOUR)
    await scene.app.clockwork.round()
    await scene.settled()

    assert "Sel 24 Nov" not in told(budi)


async def test_what_an_agency_is_invited_to_counts_as_its_own_and_is_a_tap_away(
    scene: Stage, clock: AheadClock
) -> None:
    roads = AgencyCode("32.01/pekerjaan-umum")
    budi, dian = await scene.officer(), await scene.officer("Dian", roads)
    number = await files(await scene.citizen())
    await budi.hears(number)
    await budi.presses("Lainnya")
    await budi.presses("Undang instansi")
    await budi.says("dinas pupr kabupaten bogor")
    await budi.hears("Undang siapa")
    await budi.presses("Dinas PUPR Kab. Bogor")
    await dian.hears(number)

    await clock.turn(17 * HOUR)
    digest = await dian.hears("Yang menunggu di Dinas PUPR Kab. Bogor")
    leads = await budi.hears(HEAD)
    await dian.presses("Buka antrian")
    await dian.presses("Ikut menangani: 1")
    invited = await dian.hears("Antrian: ikut menangani")

    assert digest.text.splitlines()[1:] == ["Ikut menangani, diundang instansi lain: 1"]
    assert leads.text.splitlines()[1:] == ["Baru, belum diterima: 1"]
    assert number in invited.text


async def test_the_agencys_admin_chooses_the_hour_or_none(scene: Stage, clock: AheadClock) -> None:
    wati, sari = await scene.agency_admin(), await scene.citizen()
    await wati.says("/aturan")
    await wati.presses("Ringkasan: 07.30")
    await wati.hears("Ringkasan pagi: 08.30")
    await files(sari)
    await scene.settled()

    await clock.turn(17 * HOUR)
    await scene.app.clockwork.round()
    await scene.settled()
    early = told(wati)
    await clock.turn(HOUR)
    await wati.hears(HEAD)

    assert HEAD not in early


async def test_the_hour_is_the_agencys_own(scene: Stage, clock: AheadClock) -> None:
    yosep = await scene.officer("Yosep", AgencyCode("91.71/perhubungan"))
    budi, sari = await scene.officer(), await scene.citizen()
    await files(sari)
    await files(await scene.citizen("Maria"), "Lampu jalan mati di Abepura, Kota Jayapura")
    await scene.settled()

    await clock.turn(14.75 * HOUR)
    await yosep.hears("Yang menunggu di Dinas Perhubungan Kota Jayapura, Sel 24 Nov")
    await scene.settled()

    assert HEAD not in told(budi)


async def test_a_day_off_has_no_digest(scene: Stage, clock: AheadClock) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    await files(sari)
    await clock.turn(4 * 24 * HOUR)
    await budi.hears("Kab. Bogor, Jum 27 Nov")

    await clock.turn(17 * HOUR)
    await scene.app.clockwork.round()
    await scene.settled()

    assert "Sab 28 Nov" not in told(budi)


@pytest.mark.parametrize(("hours_down", "digests"), [(19.0, 1), (26.0, 0)])
async def test_a_program_that_was_down_at_the_hour_makes_up_for_it_once_while_it_is_day(
    tmp_path: Path, router: Router, clock: AheadClock, hours_down: float, digests: int
) -> None:
    key = Key.generate()
    async with Sandbox(clock=clock) as sandbox:
        async with running(sandbox, tmp_path, router, clock=clock, key=key) as app:
            scene = Stage(sandbox, app)
            budi, sari = await scene.officer(), await scene.citizen()
            await files(sari)
            await scene.settled()
        await clock.turn(hours_down * HOUR)

        for _ in range(2):
            async with running(sandbox, tmp_path, router, clock=clock, key=key) as app:
                await app.clockwork.round()
                await Stage(sandbox, app).settled()

    assert told(budi).count(HEAD) == digests
