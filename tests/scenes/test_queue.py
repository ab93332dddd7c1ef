"""/antrian: all that waits, its parts, and one tap to open each."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.demo import AheadClock
from bot.domain.people import InvitationKind
from bot.routing.router import Router
from tests.support.office import UNCLEAR, files
from tests.support.stage import Stage, stage

MONDAY = datetime(2026, 11, 23, 9, 12, tzinfo=ZoneInfo("Asia/Jakarta"))
DAY = 24 * 3600.0


@pytest.fixture
def clock() -> AheadClock:
    return AheadClock(MONDAY)


@pytest.fixture
async def scene(tmp_path: Path, router: Router, clock: AheadClock) -> AsyncIterator[Stage]:
    async with stage(tmp_path, router, clock=clock) as ready:
        yield ready


async def test_what_is_mine_and_what_is_new_are_a_tap_away(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    first = await files(sari)
    await budi.hears(first)
    await budi.presses("Terima")
    await budi.hears("diterima oleh Budi")
    second = await files(await scene.citizen("Joko"), "Lampu jalan mati di Citeureup, Bogor")
    await budi.hears(second)

    await budi.says("/antrian")
    everything = await budi.hears("paling mendesak")
    await budi.presses("Milik saya: 1")
    mine = await budi.hears("milik saya")
    await budi.presses("Baru: 1")
    new = await budi.hears("belum diterima siapa pun")
    await budi.presses("Lampu jalan mati")
    card = await budi.hears("pelapor: Joko")

    assert first in everything.text
    assert second in everything.text
    assert first in mine.text
    assert second not in mine.text
    assert second in new.text
    assert first not in new.text
    assert mine.id == everything.id == new.id
    assert card.id > new.id


async def test_what_is_due_soon_and_what_is_late_move_with_the_days(
    scene: Stage, clock: AheadClock
) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    number = await files(sari)
    await budi.hears(number)

    await budi.says("/antrian")
    calm = await budi.hears("paling mendesak")
    await clock.turn(4 * DAY)
    await budi.says("/antrian")
    await budi.presses("Segera tempo: 1")
    soon = await budi.hears("dalam dua hari kerja")
    await clock.turn(7 * DAY)
    await budi.says("/antrian")
    await budi.presses("Lewat batas: 1")
    late = await budi.hears("Antrian: lewat batas")

    assert not any(label.startswith("Segera") for label in calm.buttons)
    assert number in soon.text
    assert number in late.text


async def test_what_waits_for_its_reporter_says_since_when_and_no_date_that_does_not_pass(
    scene: Stage, clock: AheadClock
) -> None:
    budi, ratna = await scene.officer(), await scene.admin()
    sari, wayan = await scene.citizen(), await scene.citizen("Wayan")
    number = await files(sari)
    await budi.hears(number)
    elsewhere = await files(wayan, "Lampu jalan mati di Kecamatan Ubud, Gianyar")
    await ratna.hears(elsewhere)
    for asks, button in ((budi, "Minta kelengkapan"), (ratna, "Tanya pelapor")):
        await asks.presses(button)
        await asks.says("Nomor tiangnya berapa?")
        await asks.presses("Kirim ke pelapor")
        await scene.settled()

    await clock.turn(2 * DAY)
    await budi.says("/antrian")
    office = await budi.hears("paling mendesak")
    await ratna.says("/antrian")
    desk = await ratna.hears("Menunggu admin")

    assert "menunggu pelapor sejak Sen 23 Nov" in office.text
    assert "menunggu pelapor sejak Sen 23 Nov" in desk.text
    assert "batas" not in office.text + desk.text


async def test_pages_turn_in_place_within_a_part(scene: Stage) -> None:
    budi = await scene.officer()
    for n, place in enumerate(
        ("Cibinong", "Citeureup", "Ciawi", "Cileungsi", "Ciseeng", "Jonggol")
    ):
        neighbour = await scene.citizen(f"Warga {n}")
        await files(neighbour, f"Lampu jalan mati di Kecamatan {place}, Bogor")
    await scene.settled()

    await budi.says("/antrian")
    first = await budi.hears("paling mendesak")
    await budi.presses("Berikutnya")
    second = await budi.hears("paling mendesak")
    await budi.presses("Sebelumnya")
    again = await budi.hears("paling mendesak")

    assert first.id == second.id == again.id
    assert first.text.count("LPR-") == again.text.count("LPR-") == 5
    assert second.text.count("LPR-") == 1


async def test_who_is_admin_and_officer_turns_from_one_queue_to_the_other(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    await budi.opens(await scene.app.invite(InvitationKind.ADMIN))
    await scene.settled()
    unclear = await files(sari, UNCLEAR)
    lamp = await files(await scene.citizen("Joko"))

    await budi.says("/antrian")
    desk = await budi.hears(unclear)
    await budi.presses("Antrian instansi")
    office = await budi.hears("paling mendesak")
    await budi.presses("Antrian admin")
    back = await budi.hears(unclear)

    assert lamp not in desk.text
    assert lamp in office.text
    assert unclear not in office.text
    assert desk.id == office.id == back.id


async def test_who_is_one_of_both_is_offered_no_other_queue(scene: Stage) -> None:
    budi, ratna = await scene.officer(), await scene.admin()

    await budi.says("/antrian")
    await ratna.says("/antrian")
    screens = [await budi.hears("Tidak ada laporan"), await ratna.hears("Tidak ada")]

    assert [screen.buttons for screen in screens] == [[], []]


async def test_the_admins_queue_says_whose_a_report_is_and_how_often_it_came_back(
    scene: Stage,
) -> None:
    ratna, budi = await scene.admin(), await scene.officer()
    returned = await files(await scene.citizen())
    await budi.hears(returned)
    await budi.presses("Bukan wewenang")
    await budi.presses("Wewenang instansi lain")
    await budi.presses("Tidak tahu")
    elsewhere = await files(await scene.citizen("Wayan"), "Lampu jalan mati di Ubud, Gianyar")
    await ratna.hears(elsewhere)

    await ratna.says("/antrian")
    queue = await ratna.hears("Menunggu admin")

    one, two = sorted(queue.text.split("\n\n")[1:], key=lambda entry: returned not in entry)
    assert one.splitlines()[-1] == "1 kali dikembalikan"
    assert two.splitlines()[-1] == "di Dinas Perhubungan Kab. Gianyar, tanpa petugas"


async def test_the_queue_of_a_group_opens_in_private(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    group = await scene.group("Dishub", [budi])
    number = await files(sari)

    await budi.says("/antrian", chat=group)
    await budi.hears("di chat pribadi Anda", chat=group)
    await budi.presses("Buka antrian", chat=group)
    queue = await budi.hears("Antrian")
    await budi.says("/bantuan", chat=group)
    help_there = await budi.hears("Di grup ini", chat=group)

    assert number in queue.text
    assert "Balas kartu laporan" in help_there.text
    assert help_there.buttons == ["Buka antrian"]
