"""Announcements: composed, counted, sent at Telegram's pace, stopped."""

import re

import pytest

from bot.domain.people import ChatId
from bot.sandbox.people.person import Person
from tests.storage.examples import a_report
from tests.support.bureau import SCHOOLS
from tests.support.office import told
from tests.support.stage import Stage

WORDS = "Air mati Selasa pukul 09.00 sampai 15.00 karena perbaikan pipa."


async def neighbours(scene: Stage, count: int) -> list[Person]:
    """People who have reported a dark street lamp in Cibinong."""
    people = []
    for n in range(count):
        person = await scene.citizen(f"Warga {n}")
        async with scene.app.storage.unit() as unit:
            known = await unit.people.with_chat(ChatId(person.id))
            assert known is not None
            await unit.reports.add(a_report(known.id, filed_at=scene.app.clock.now()))
        people.append(person)
    return people


async def composes(ratna: Person, whom: str = "perhubungan, Cibinong, Bogor, 30 hari") -> None:
    await ratna.says("/umumkan")
    await ratna.presses("Pelapor di suatu tempat")
    await ratna.hears("bidang dan tempat")
    await ratna.says(whom)
    await ratna.hears("Tulis pengumumannya")
    await ratna.says(WORDS)


async def test_who_reported_there_hears_it_and_nobody_else(scene: Stage) -> None:
    ratna = await scene.admin()
    sari, tini = await neighbours(scene, 2)
    stranger = await scene.citizen("Joko")
    await composes(ratna, "perhubungan, Cibinong, 30 hari")

    preview = await ratna.hears("Begini terbacanya")
    await ratna.presses("Kirim ke 2 orang")
    await ratna.hears("sudah dikirim ke 2 orang", timeout=20)
    await scene.settled()

    assert WORDS in preview.text
    assert WORDS in told(sari)
    assert WORDS in told(tini)
    assert WORDS not in told(stranger)
    assert "Sari" not in told(ratna)


async def test_it_is_stopped_halfway_and_the_rest_hears_nothing(
    scene: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.services.announcing.AT_ONCE", 2)
    ratna = await scene.admin()
    people = await neighbours(scene, 5)
    await composes(ratna, "perhubungan, Cibinong")

    await ratna.presses("Kirim ke 5 orang")
    await ratna.hears("2 dari 5", timeout=20)
    await ratna.presses("Hentikan")
    stopped = await ratna.hears("dihentikan sesudah")
    await scene.settled()

    heard = sum(WORDS in told(person) for person in people)
    said = re.search(r"sesudah (\d) dari 5 orang", stopped.text)
    assert said
    assert 2 <= heard <= int(said[1]) < 5


async def test_nobody_hears_two_in_a_day_unless_it_is_urgent(scene: Stage) -> None:
    ratna = await scene.admin()
    await neighbours(scene, 1)
    await composes(ratna, "Cibinong, 7 hari")
    await ratna.presses("Kirim ke 1 orang")
    await ratna.hears("sudah dikirim ke 1 orang", timeout=20)

    await composes(ratna, "Cibinong, 7 hari")
    second = await ratna.hears("Tidak ada yang akan menerimanya")
    await ratna.presses("Mendesak: tidak")
    urgent = await ratna.hears("Begini terbacanya")

    assert not any(label.startswith("Kirim") for label in second.buttons)
    assert urgent.buttons[0] == "Kirim ke 1 orang"


async def test_who_has_blocked_the_bot_is_not_counted(scene: Stage) -> None:
    ratna = await scene.admin()
    _, tini = await neighbours(scene, 2)
    await tini.blocks()
    await scene.settled()

    await composes(ratna, "Cibinong")
    preview = await ratna.hears("Begini terbacanya")

    assert preview.buttons[0] == "Kirim ke 1 orang"


async def test_an_agency_admin_speaks_to_their_own_officers_alone(scene: Stage) -> None:
    wati, budi = await scene.agency_admin(), await scene.officer()
    tono = await scene.officer("Tono", SCHOOLS)

    await wati.says("/umumkan")
    await wati.presses("Petugas instansi")
    await wati.hears("petugas Dinas Perhubungan Kab. Bogor")
    await wati.says("Rapat besok pukul 08.00.")
    await wati.hears("Begini terbacanya")
    await wati.presses("Kirim ke 1 orang")
    await budi.hears("Rapat besok", timeout=20)
    await budi.says("/umumkan")
    refused = await budi.hears("perlu hak yang belum Anda punya")
    await scene.settled()

    assert "Rapat besok" not in told(tono)
    assert refused


async def test_what_is_not_understood_or_not_wanted_sends_nothing(scene: Stage) -> None:
    ratna = await scene.admin()
    await ratna.says("/umumkan")
    await ratna.presses("Pelapor di suatu tempat")
    await ratna.says("qwertyuiop")
    again = await ratna.hears("belum kami mengerti")
    await ratna.presses("Batal")
    cancelled = await ratna.hears("Tidak ada yang dikirim")

    assert again
    assert cancelled.edited
